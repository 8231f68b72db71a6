"""What comes up, compared with plain values."""

from datetime import date
from pathlib import Path

import pytest
from support import PLAN, one_milestone, with_progress, workspace, write_plan

from csplan.dates import Days, months_after, read_due, read_term
from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.query import Filter
from csplan.query.coming import due

DAY = date(2010, 9, 15)
THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    lead: Analyst, Sussex Police
    milestones:
      - {milestone: late, due: August 2010}
      - {milestone: today, due: 15 September 2010}
      - {milestone: soon, due: September 2010, lead: SCT}
      - {milestone: last, due: Quarter 3}
      - {milestone: beyond, due: January 2011}
      - {milestone: done, due: September 2010, progress: {on: 1 May 2010, state: complete}}
      - {milestone: moved, due: May 2010, progress: {on: 1 June 2010, due: October 2010}}
      - {milestone: going on, due: Ongoing}
      - {milestone: reviewed, due: 'Ongoing, Quarter 3'}
      - {milestone: decided, due: TBC by November 2010}
      - {milestone: without end, due: From April 2010}
      - {milestone: undated}
"""


def named(read: Workspace, until: str | None = None, as_at: date = DAY) -> list[str]:
    return [each.item.words for each in due(read, as_at, until).due]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, ["today", "soon", "moved"]),
        ("15 September 2010", ["today"]),
        ("30 September 2010", ["today", "soon"]),
        ("Q2", ["today", "soon"]),
        ("Q3 2010/11", ["today", "soon", "moved", "last"]),
        ("31 January 2011", ["today", "soon", "moved", "last", "beyond"]),
    ],
)
def test_what_is_due_from_the_day_to_the_end_soonest_first(
    tmp_path: Path, until: str | None, expected: list[str]
) -> None:
    assert named(workspace(tmp_path, THEME), until) == expected


def test_what_is_overdue_is_counted_apart(tmp_path: Path) -> None:
    found = due(workspace(tmp_path, THEME), DAY)
    assert [(each.item.words, each.days_overdue) for each in found.overdue] == [("late", 15)]
    assert [str(end) for _, end in found.plans] == ["15 December 2010 (three months ahead)"]


def test_reviews_and_dates_to_be_set_stand_apart(tmp_path: Path) -> None:
    found = due(workspace(tmp_path, THEME), DAY, "Q3")
    assert [(each.item.words, each.by) for each in found.looks] == [
        ("decided", date(2010, 11, 30)),
        ("reviewed", date(2010, 12, 31)),
    ]
    assert due(workspace(tmp_path, THEME), DAY, "Q2").looks == ()


@pytest.mark.parametrize(
    ("entries", "as_at", "until", "by"),
    [
        ([], date(2010, 6, 1), None, date(2010, 6, 30)),
        ([], date(2010, 6, 30), "30 June 2010", date(2010, 6, 30)),
        ([], DAY, None, date(2010, 9, 30)),
        (["{on: 1 July 2010}"], DAY, None, date(2010, 9, 30)),
        (["{on: 1 July 2010}", "{on: 2 July 2010}"], DAY, None, None),
        (["{on: 1 July 2010}", "{on: 2 July 2010, due: Quarterly}"], DAY, None, date(2010, 9, 30)),
        (["{on: 1 July 2010}", "{on: 2 July 2010, due: Quarterly, rating: red}"], DAY, None, None),
        (["{on: 1 July 2010, covers: Q2}"], DAY, "Q3", date(2010, 12, 31)),
        ([], date(2011, 3, 31), None, date(2011, 3, 31)),
        ([], date(2011, 4, 1), None, None),
        (["{on: 1 July 2010, state: stopped}"], DAY, None, None),
    ],
)
def test_recurring_work_lists_its_next_report_that_was_not_made(
    tmp_path: Path, entries: list[str], as_at: date, until: str | None, by: date | None
) -> None:
    found = due(one_milestone(tmp_path, "due: Quarterly", *with_progress(*entries)), as_at, until)
    assert [each.by for each in found.due] == ([by] if by else [])


def board(*meetings: str) -> str:
    return "meetings:\n" + "".join(f"  - {{{each}}}\n" for each in meetings)


def test_until_the_next_meeting_of_any_board(tmp_path: Path) -> None:
    files = {
        "theme.yaml": THEME,
        "board.yaml": board("meeting: Board, on: 15 September 2010", "meeting: Board, on: May"),
        "panel.yaml": board("meeting: Panel, on: 1 October 2010", "meeting: P, on: 2 October 2010"),
    }
    read = load((write_plan(tmp_path, files),))
    assert named(read, " Meeting ") == ["today", "soon"]
    assert [str(end) for _, end in due(read, DAY, "meeting").plans] == ["1 October 2010 (Panel)"]
    with pytest.raises(CannotRunError, match="has no meeting after 2 October 2010; add it to"):
        due(read, date(2010, 10, 2), "meeting")


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (
            "never",
            "`never` is not a day, a quarter or `meeting`; write such as `30 September 2010`",
        ),
        ("31 June 2010", "`31 June 2010` is not a day, a quarter or"),
        ("Q1", "`Q1` ends on 30 June 2010, before 15 September 2010; write a later day"),
        ("14 September 2010", "`14 September 2010` ends on 14 September 2010, before 15"),
        ("\x1b[31m" * 90, "is not a day, a quarter or"),
    ],
)
def test_an_end_that_cannot_be_stops_the_run(tmp_path: Path, until: str, words: str) -> None:
    with pytest.raises(CannotRunError, match=words):
        due(workspace(tmp_path, THEME), DAY, until)


def test_a_plan_whose_period_cannot_be_read_answers_for_days(tmp_path: Path) -> None:
    read = workspace(tmp_path, THEME, PLAN.replace("2010/11\nagencies", "some years\nagencies"))
    assert named(read, "30 September 2010") == ["today", "soon"]
    with pytest.raises(CannotRunError, match="run `csplan validate` to see why"):
        due(read, DAY, "Q3")


def test_only_what_is_asked_about(tmp_path: Path) -> None:
    read = workspace(tmp_path, THEME)
    asked = Filter(agencies=frozenset({"Safer Communities Team"}))
    assert [each.item.words for each in due(read, DAY, None, asked).due] == ["soon"]


def test_nothing_arises_before_its_meeting(tmp_path: Path) -> None:
    text = """\
        meetings:
          - meeting: Board
            on: 1 October 2010
            items:
              - item: Reports
                actions: [{ref: B1, action: Report, due: 31 October 2010}]
    """
    read = load((write_plan(tmp_path, {"meetings.yaml": text}),))
    assert named(read) == []
    assert named(read, as_at=date(2010, 10, 1)) == ["Report"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ongoing", None),
        ("Ongoing, Quarter 4", date(2011, 3, 31)),
        ("Ongoing until March 2011", date(2011, 3, 31)),
        ("From April 2010", None),
        ("TBC", None),
        ("TBC by May 2010", date(2010, 5, 31)),
        ("May 2010", None),
        ("Quarterly", None),
    ],
)
def test_what_is_looked_at_and_by_when(text: str, day: date | None) -> None:
    assert read_due(text, read_term("2010/11")).look_by == day


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2010, 5, 31), -3, "28 February 2010"),
        (date(2012, 5, 31), -3, "29 February 2012"),
        (date(2010, 11, 30), 3, "28 February 2011"),
        (date(2010, 1, 15), -1, "15 December 2009"),
        (date(2010, 10, 15), 3, "15 January 2011"),
        (date(2010, 10, 15), 0, "15 October 2010"),
    ],
)
def test_months_later(day: date, count: int, later: str) -> None:
    found = months_after(day, count)
    assert str(Days(found, found)) == later
