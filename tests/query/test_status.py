"""A plan at a glance, compared with plain values."""

from datetime import date
from pathlib import Path

import pytest
from support import PLAN, write_plan

from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.query import Filter
from csplan.query.groups import Group
from csplan.query.shares import Shares
from csplan.query.status import PlanStatus, status

DAY, BEFORE = date(2010, 10, 15), date(2010, 7, 7)
ALCOHOL = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    lead: Analyst, Sussex Police
    milestones:
      - milestone: Campaign planned
        due: May 2010
        progress: {on: 1 July 2010, state: complete}
      - milestone: Campaign run
        due: 30 September 2010
        lead: TBC
        progress:
          - {on: 1 August 2010, rating: red, note: Nobody to run it}
      - milestone: Campaign reported on
        due: May 2010
        lead: [SCT, Sussex Police]
        progress:
          - {on: 1 June 2010, due: December 2010}
  - ref: L2
    action: Work with shops
    due: June 2010
    publish: false
    lead: SCT
    progress:
      - {on: 1 May 2010, due: July 2010}
      - {on: 1 September 2010, due: August 2010}
      - {on: 10 October 2010, state: stopped}
indicators:
  - indicator: Assaults
    polarity: decrease
    values: {2009/10: 120}
    target: {2009/10: 130}
  - indicator: Complaints
    values: {2009/10: 12}
"""
ROADS = "theme: Roads\nactions:\n  - {ref: R1, action: Count cars, due: June 2010, lead: SCT}\n"
BOARD = """\
meetings:
  - meeting: Safer Communities Board
    on: 7 July 2010
    items:
      - item: Violence
        actions: [{action: Write to the minister, lead: SCT, due: July 2010}]
  - meeting: Safer Communities Board
    on: 1 November 2010
    items:
      - item: Violence
        actions: [{action: Not asked for yet}]
"""


@pytest.fixture
def read(tmp_path: Path) -> Workspace:
    files = {"alcohol.yaml": ALCOHOL, "roads.yaml": ROADS, "meetings.yaml": BOARD}
    return load((write_plan(tmp_path, files),))


def one(read: Workspace, since: date | None = None, asked: Filter = Filter()) -> PlanStatus:  # noqa: B008 - frozen
    (found,) = status(read, DAY, since, asked)
    return found


def counts(found: Shares) -> list[tuple[str, int, int]]:
    return [share for share in found if share.number]


def row(group: Group) -> tuple[str, int, int, str]:
    shown = " ".join(filter(None, group.standing))
    return (group.name, group.tally.total, group.overdue, shown)


def test_counts_and_percentages_of_what_is_due(read: Workspace) -> None:
    whole = one(read).whole
    assert whole.tally.total == 6
    assert counts(whole.tally.states) == [
        ("complete", 1, 17),
        ("in progress", 1, 17),
        ("not started", 3, 50),
        ("stopped", 1, 17),
    ]
    assert counts(whole.tally.ratings) == [("red", 1, 100)]
    assert whole.overdue == 3


def test_actions_are_counted_by_what_they_hold(read: Workspace) -> None:
    actions = one(read).actions
    assert actions.total == 4
    assert [share[:2] for share in counts(actions.states)] == [
        ("in progress", 1),
        ("not started", 2),
        ("stopped", 1),
    ]
    assert counts(actions.ratings) == [("red", 1, 100)]


def test_a_row_for_each_theme_board_and_agency(read: Workspace) -> None:
    found = one(read)
    assert [row(each) for each in found.themes] == [
        ("Alcohol", 4, 1, "in progress red"),
        ("Roads", 1, 1, "not started"),
        ("Arising from Safer Communities Board", 1, 1, "not started"),
    ]
    assert [row(each)[:3] for each in found.agencies] == [
        ("Sussex Police", 2, 0),
        ("Safer Communities Team", 4, 2),
        ("No agency named", 1, 1),
    ]


def test_what_was_re_dated_is_counted_apart(read: Workspace) -> None:
    found = one(read).whole.redated
    assert found == (2, 2, 214 + 62, 0)
    assert found.average == 138


def test_a_date_that_was_given_to_what_had_none_is_counted_with_them(tmp_path: Path) -> None:
    text = "theme: T\nactions:\n  - {action: a, progress: {on: 1 May 2010, due: June 2010}}\n"
    (found,) = status(load((write_plan(tmp_path, {"theme.yaml": text}),)), DAY, date(2010, 4, 1))
    assert [each.kind for each in found.changes] == ["re-dated"]
    assert found.whole.redated == (1, 0, 0, 0)


def test_what_changed_since_the_board_met(read: Workspace) -> None:
    found = one(read)
    assert (found.since.day, found.since.board) == (BEFORE, "Safer Communities Board")
    assert str(found.since) == "7 July 2010 (Safer Communities Board)"
    assert [(each.kind, each.item.address) for each in found.changes] == [
        ("stopped", "L2"),
        ("red", "L1.2"),
        ("started", "L1.2"),
        ("re-dated", "L2"),
    ]
    assert found.newly_overdue == 2
    earlier = one(read, date(2010, 6, 30))
    assert earlier.since == (date(2010, 6, 30), "")
    assert earlier.changes[0].kind == "complete"
    assert earlier.newly_overdue == 3


def test_a_day_that_is_not_before_the_other_stops_the_run(read: Workspace) -> None:
    with pytest.raises(
        CannotRunError, match="`15 October 2010` is not before 15 October 2010; ask"
    ):
        status(read, DAY, DAY)


@pytest.mark.parametrize(
    ("meetings", "as_at", "expected"),
    [
        ("", date(2010, 5, 31), "28 February 2010"),
        ("", date(2010, 1, 15), "15 October 2009"),
        ("7 July 2010", date(2010, 7, 7), "7 April 2010"),
        ("7 July 2010", date(2010, 7, 8), "7 July 2010 (Board)"),
        ("some day", date(2010, 7, 8), "8 April 2010"),
    ],
)
def test_without_a_meeting_a_quarter_back(
    tmp_path: Path, meetings: str, as_at: date, expected: str
) -> None:
    board = f"meetings:\n  - meeting: Board\n    on: {meetings}\n"
    files = {"meetings.yaml": board} if meetings else {"broken.yaml": "meetings: 1\n"}
    (found,) = status(load((write_plan(tmp_path, files),)), as_at)
    assert str(found.since) == expected


def test_two_boards_that_met_on_one_day_are_both_named(tmp_path: Path) -> None:
    lines = [f"  - {{meeting: {name}, on: 7 July 2010}}\n" for name in ("Board", "Panel", "Board")]
    folder = write_plan(tmp_path, {"meetings.yaml": "meetings:\n" + "".join(lines)})
    (found,) = status(load((folder,)), DAY)
    assert found.since.board == "Board; Panel"


def test_indicators_by_rating_and_why_others_have_none(read: Workspace) -> None:
    found = one(read).indicators
    assert (found.indicators, found.rows, found.not_rated) == (2, 0, 1)
    assert found.ratings == (("green", 1), ("amber", 0), ("red", 0))
    assert found.reasons == (("no target", 1),)


def test_only_what_is_asked_about(read: Workspace) -> None:
    police = one(read, asked=Filter(agencies=frozenset({"Sussex Police"})))
    assert police.whole.tally.total == 2
    assert [each.name for each in police.agencies] == ["Sussex Police"]
    assert police.changes == ()
    public = one(read, asked=Filter(only_published=True))
    assert public.whole.tally.total == 5
    assert [each.kind for each in public.changes] == ["red", "started"]


def test_an_empty_plan_and_a_broken_one_have_nothing(tmp_path: Path) -> None:
    for plan in (PLAN, "title: [\n"):
        (found,) = status(load((write_plan(tmp_path, {"plan.yaml": plan}),)), DAY)
        assert found.whole.tally.total == 0
        assert counts(found.whole.tally.states) == []
        assert (found.themes, found.agencies, found.changes) == ((), (), ())
        assert found.whole.redated.average == 0


def test_each_plan_has_its_own(read: Workspace, tmp_path: Path) -> None:
    write_plan(tmp_path / "a", {"roads.yaml": ROADS})
    write_plan(tmp_path / "b", {"alcohol.yaml": ALCOHOL})
    found = status(load((tmp_path / "a", tmp_path / "b")), DAY)
    assert [each.whole.tally.total for each in found] == [1, 4]
    assert [each.indicators.indicators for each in found] == [0, 2]
