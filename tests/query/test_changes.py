"""What changed between two days, compared with plain values."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from support import one_milestone, with_progress, workspace, write_plan

from csplan.load import Workspace, load
from csplan.query import Filter
from csplan.query.changes import CHANGES, changes

JULY, OCTOBER = date(2010, 7, 1), date(2010, 10, 1)


def one(folder: Path, *entries: str) -> Workspace:
    """A workspace with one milestone and its progress."""
    said = with_progress(*(f"{{{entry}}}" for entry in entries))
    return one_milestone(folder, "due: July 2010", *said)


def found(read: Workspace, asked: Filter = Filter()) -> list[tuple[str, str, str]]:  # noqa: B008 - frozen
    (plan,) = read.plans
    return [
        (change.kind, change.day.isoformat(), change.words)
        for change in changes(plan, JULY, OCTOBER, asked)
    ]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], []),
        (["on: 1 July 2010, state: complete"], []),
        (["on: 2 October 2010, state: complete"], []),
        (["on: 2 July 2010, note: Nothing to say"], []),
        (["on: 2 July 2010, state: complete"], [("complete", "2010-07-02", "")]),
        (["on: 1 October 2010, state: stopped"], [("stopped", "2010-10-01", "")]),
        (
            ["on: 1 June 2010, rating: amber", "on: 3 July 2010, state: complete"],
            [("complete", "2010-07-03", "was amber")],
        ),
        (
            ["on: 1 June 2010, state: in progress", "on: 3 July 2010, state: carried forward"],
            [("carried forward", "2010-07-03", "was in progress")],
        ),
        (
            ["on: 2 July 2010, rating: red", "on: 3 July 2010, note: Still so"],
            [("red", "2010-07-02", ""), ("started", "2010-07-02", "")],
        ),
        (
            ["on: 1 June 2010, rating: amber", "on: 2 July 2010, rating: red"],
            [("red", "2010-07-02", "was amber")],
        ),
        (["on: 1 June 2010, rating: red", "on: 2 July 2010, rating: red"], []),
        (
            ["on: 1 June 2010, state: complete", "on: 2 July 2010, state: on hold"],
            [("on hold", "2010-07-02", "was complete"), ("reopened", "2010-07-02", "was complete")],
        ),
        (
            ["on: 2 July 2010, due: October 2010"],
            [("re-dated", "2010-07-02", "July 2010 to October 2010, 92 days later")],
        ),
        (
            ["on: 2 July 2010, due: 30 July 2010"],
            [("re-dated", "2010-07-02", "July 2010 to 30 July 2010, 1 day earlier")],
        ),
        (
            ["on: 2 July 2010, due: 31 July 2010"],
            [("re-dated", "2010-07-02", "July 2010 to 31 July 2010")],
        ),
        (["on: 2 July 2010, due: TBC"], [("re-dated", "2010-07-02", "July 2010 to TBC")]),
        (["on: 1 June 2010, due: October 2010", "on: 2 July 2010, due: October 2010"], []),
    ],
)
def test_a_change_is_what_holds_now_and_did_not_then(
    tmp_path: Path, entries: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert found(one(tmp_path, *entries)) == expected


def test_what_came_and_went_between_is_not_named_and_the_day_is_the_one_that_lasts(
    tmp_path: Path,
) -> None:
    read = one(
        tmp_path,
        "on: 2 July 2010, rating: red",
        "on: 5 July 2010, rating: green",
        "on: 9 July 2010, rating: red",
        "on: 12 July 2010, rating: red",
    )
    assert found(read)[0] == ("red", "2010-07-09", "")
    (plan,) = read.plans
    assert [each.kind for each in changes(plan, JULY, date(2010, 7, 6))] == ["started"]


def test_a_date_that_is_given_to_what_had_none(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - {ref: A1, action: a, progress: {on: 2 July 2010, due: May 2011}}
    """
    read = workspace(tmp_path, dedent(text))
    assert found(read) == [("re-dated", "2010-07-02", "no date to May 2011")]


def test_an_action_that_is_closed_closes_its_milestones_with_its_note(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - ref: A1
            action: a
            progress: {on: 5 July 2010, state: stopped, note: No money}
            milestones:
              - milestone: one
              - {milestone: two, progress: {on: 5 July 2010, note: Half done}}
              - {milestone: three, progress: {on: 6 July 2010, note: Too late}}
    """
    (plan,) = workspace(tmp_path, dedent(text)).plans
    told = [(each.item.address, each.note, each.line) for each in changes(plan, JULY, OCTOBER)]
    assert told == [("A1.1", "No money", 7), ("A1.2", "Half done", 8), ("A1.3", "No money", 9)]


def test_changes_come_by_kind_and_then_in_the_plans_order(tmp_path: Path) -> None:
    lines = [
        f"  - {{ref: A{number}, action: a, progress: {{on: 2 July 2010, state: {state}}}}}\n"
        for number, state in enumerate(("in progress", "stopped", "complete", "complete"))
    ]
    (plan,) = workspace(tmp_path, "theme: T\nactions:\n" + "".join(lines)).plans
    told = [(each.kind, each.item.address) for each in changes(plan, JULY, OCTOBER)]
    expected = [("complete", "A2"), ("complete", "A3"), ("stopped", "A1"), ("started", "A0")]
    assert told == expected
    assert sorted(told, key=lambda pair: [*CHANGES].index(pair[0])) == told


def test_only_what_is_asked_about(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - {ref: A1, action: a, lead: SCT, progress: {on: 2 July 2010, state: complete}}
          - ref: A2
            action: a
            publish: false
            lead: Sussex Police
            progress: {on: 2 July 2010, state: stopped}
    """
    read = workspace(tmp_path, dedent(text))
    assert [kind for kind, *_ in found(read)] == ["complete", "stopped"]
    asked = Filter(agencies=frozenset({"Sussex Police"}))
    assert [kind for kind, *_ in found(read, asked)] == ["stopped"]
    assert [kind for kind, *_ in found(read, Filter(only_published=True))] == ["complete"]


def test_nothing_changed_of_a_meeting_still_to_come_or_a_closed_item(tmp_path: Path) -> None:
    board = """\
        meetings:
          - meeting: Board
            on: 2 October 2010
            items:
              - item: Reports
                actions:
                  - {ref: B1, action: Report, progress: {on: 2 July 2010, state: complete}}
          - meeting: Board
            on: 1 May 2010
            items:
              - item: In private
                publish: false
                actions:
                  - {ref: B2, action: Report, progress: {on: 2 July 2010, state: complete}}
    """
    (plan,) = load((write_plan(tmp_path, {"meetings.yaml": board}),)).plans
    assert [each.item.address for each in changes(plan, JULY, OCTOBER)] == ["B2"]
    assert changes(plan, JULY, OCTOBER, Filter(only_published=True)) == ()


def test_a_broken_file_leaves_the_changes_of_the_others(tmp_path: Path) -> None:
    good = "theme: T\nactions: {ref: A1, action: a, progress: {on: 2 July 2010, state: complete}}\n"
    files = {"theme.yaml": good.replace("actions: {", "actions:\n  - {"), "bad.yaml": "theme: [\n"}
    (plan,) = load((write_plan(tmp_path, files),)).plans
    assert [each.item.address for each in changes(plan, JULY, OCTOBER)] == ["A1"]


def test_an_action_of_milestones_is_named_if_it_is_red_or_on_hold_itself(tmp_path: Path) -> None:
    theme = """\
theme: T
actions:
  - ref: A
    action: Go on
    lead: SCT
    progress: {on: 2 July 2010, rating: red, note: Too late}
    milestones: [{milestone: Begin, lead: Sussex Police}, {milestone: End}]
  - ref: B
    action: Wait
    lead: SCT
    progress: {on: 3 July 2010, state: on hold}
    milestones: {milestone: End}
  - ref: C
    action: Be done
    lead: SCT
    progress: {on: 2 July 2010, state: complete}
    milestones: {milestone: End}
  - ref: D
    action: Report
    lead: SCT
    due: July 2010
    progress: {on: 4 July 2010, rating: red}
    milestones: {milestone: End, lead: Sussex Police}
"""
    read = workspace(tmp_path, theme)
    (plan,) = read.plans
    told = [
        (each.item.address, each.kind, each.note, each.line)
        for each in changes(plan, JULY, OCTOBER)
    ]
    assert told == [
        ("C.1", "complete", "", 17),
        ("A", "red", "Too late", 3),
        ("D", "red", "", 18),
        ("B", "on hold", "", 8),
        ("D", "started", "", 18),
    ]
    police = Filter(agencies=frozenset({"Sussex Police"}))
    of_police = [each.item.address for each in changes(plan, JULY, OCTOBER, police)]
    assert of_police == ["A"]
