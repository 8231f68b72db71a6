"""What was not heard of, compared with plain values."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from support import one_milestone, with_progress, workspace, write_plan

from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.query.quiet import quiet

SINCE, DAY = date(2010, 7, 7), date(2010, 10, 15)


def heard(read: Workspace, since: date | None = SINCE, as_at: date = DAY) -> list[str]:
    """When each quiet item was last heard of."""
    found = quiet(read, as_at, since).quiet
    return [each.heard.day.isoformat() if each.heard else "never" for each in found]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], ["never"]),
        (["{on: 7 July 2010, note: a}"], ["2010-07-07"]),
        (["{on: 7 July 2010, note: a}", "{on: 1 May 2010, note: b}"], ["2010-07-07"]),
        (["{on: 8 July 2010, note: a}"], []),
        (["{on: 15 October 2010, note: a}"], []),
        (["{on: 16 October 2010, note: a}"], ["never"]),
        (["{on: some day, note: a}"], ["never"]),
        (["{on: 1 May 2010, state: complete}"], []),
        (["{on: 1 May 2010, state: on hold}"], ["2010-05-01"]),
    ],
)
def test_no_entry_after_one_day_and_up_to_another(
    tmp_path: Path, entries: list[str], expected: list[str]
) -> None:
    assert heard(one_milestone(tmp_path, *with_progress(*entries))) == expected


@pytest.mark.parametrize(
    ("lines", "as_at", "is_quiet"),
    [
        (["start: 15 October 2010"], DAY, True),
        (["start: 16 October 2010"], DAY, False),
        (["start: November 2010"], DAY, False),
        ([], date(2010, 4, 1), True),
        ([], date(2010, 3, 31), False),
        (["start: 1 March 2010"], date(2010, 3, 31), True),
    ],
)
def test_only_what_has_begun(
    tmp_path: Path, lines: list[str], as_at: date, *, is_quiet: bool
) -> None:
    assert bool(heard(one_milestone(tmp_path, *lines), None, as_at)) is is_quiet


def test_a_plan_whose_period_cannot_be_read_has_begun(tmp_path: Path) -> None:
    assert heard(one_milestone(tmp_path, plan="title: [\n")) == ["never"]


def test_an_entry_of_an_action_speaks_of_its_milestones_and_the_other_way(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - ref: A1
            action: a
            due: March 2011
            progress: {on: 1 September 2010, note: All well}
            milestones:
              - {milestone: one, progress: {on: 1 June 2010, note: Begun}}
          - ref: A2
            action: a
            due: March 2011
            milestones:
              - {milestone: one, progress: {on: 1 September 2010, note: Begun}}
              - {milestone: two}
    """
    found = quiet(workspace(tmp_path, dedent(text)), DAY, SINCE)
    assert [each.item.address for each in found.quiet] == ["A2.2"]
    assert found.plans[0][2] == 5


def test_of_one_day_what_is_said_of_the_item_itself_counts(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - ref: A1
            action: a
            progress: {on: 1 June 2010, note: Of the action}
            milestones:
              - milestone: one
                progress: [{on: 1 June 2010, note: First}, {on: 1 June 2010, note: Last}]
    """
    (found,) = quiet(workspace(tmp_path, dedent(text)), DAY, SINCE).quiet
    assert found.heard
    assert found.heard.entry.note == "Last"


def test_what_was_never_heard_of_comes_first_then_the_longest_silent(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - {ref: A1, action: a, progress: {on: 1 June 2010, note: x}}
          - {ref: A2, action: a, progress: {on: 1 May 2010, note: x}}
          - {ref: A3, action: a}
    """
    assert heard(workspace(tmp_path, dedent(text))) == ["never", "2010-05-01", "2010-06-01"]


def test_since_the_last_meeting_and_of_meetings_that_were_held(tmp_path: Path) -> None:
    text = """\
        meetings:
          - meeting: Board
            on: 7 July 2010
            items:
              - {item: Reports, actions: [{ref: B1, action: Report}]}
          - meeting: Board
            on: 16 October 2010
            items:
              - {item: Reports, actions: [{ref: B2, action: Report}]}
    """
    read = load((write_plan(tmp_path, {"meetings.yaml": text}),))
    found = quiet(read, DAY)
    assert [each.item.address for each in found.quiet] == ["B1"]
    assert [(str(since), begun) for _, since, begun in found.plans] == [("7 July 2010 (Board)", 1)]


def test_a_day_that_is_not_before_the_other_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="`16 October 2010` is not before 15 October 2010"):
        quiet(one_milestone(tmp_path), DAY, date(2010, 10, 16))
