"""What is late on a day, compared with plain values."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from support import PLAN, one_milestone, with_progress, workspace, write_plan

from csplan import query
from csplan.console.owed import grouped
from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.query.suggestions import suggested

SEPTEMBER = date(2010, 9, 30)


def overdue(read: Workspace, as_at: date, quarter: str | None = None) -> list[tuple[str, int]]:
    answer = query.overdue(read, as_at, quarter)
    return [(row.item.address, row.days_overdue) for row in answer.overdue]


@pytest.mark.parametrize(
    ("due", "as_at", "days"),
    [
        ("30 September 2010", date(2010, 9, 30), None),
        ("30 September 2010", date(2010, 10, 1), 1),
        ("September 2010", date(2010, 9, 30), None),
        ("September 2010", date(2010, 10, 2), 2),
        ("Quarter 2", date(2010, 9, 30), None),
        ("Quarter 2", date(2010, 10, 1), 1),
        ("Quarter 2, August 2010", date(2010, 9, 1), 1),
        ("Quarter 1, July 2010", date(2010, 7, 31), None),
        ("Quarter 1, July 2010", date(2010, 8, 1), 1),
        ("2010/11", date(2011, 3, 31), None),
        ("2010/11", date(2011, 4, 1), 1),
        ("TBC", date(2020, 1, 1), None),
        ("Ongoing", date(2020, 1, 1), None),
        ("Ongoing, Quarter 4", date(2020, 1, 1), None),
        ("From April 2010", date(2020, 1, 1), None),
        ("Refer to the communications plan", date(2020, 1, 1), None),
        ("on the day", date(2020, 1, 1), None),
    ],
)
def test_overdue_is_when_the_last_day_it_could_mean_has_passed(
    tmp_path: Path, due: str, as_at: date, days: int | None
) -> None:
    expected = [] if days is None else [("A1.1", days)]
    assert overdue(one_milestone(tmp_path, f"due: {due}"), as_at) == expected


@pytest.mark.parametrize("state", ["complete", "stopped", "carried forward"])
def test_what_is_closed_is_not_overdue_from_that_day_on(tmp_path: Path, state: str) -> None:
    read = one_milestone(
        tmp_path, "due: July 2010", "progress:", "  - on: 15 August 2010", f"    state: {state}"
    )
    assert overdue(read, date(2010, 8, 14)) == [("A1.1", 14)]
    assert overdue(read, date(2010, 8, 15)) == []


def test_an_entry_without_a_state_leaves_the_last_one(tmp_path: Path) -> None:
    read = one_milestone(
        tmp_path,
        "due: July 2010",
        "progress:",
        "  - {on: 2 August 2010, note: papers filed}",
        "  - {on: 1 August 2010, state: complete}",
    )
    assert overdue(read, date(2010, 8, 5)) == []


def test_work_may_be_taken_up_again(tmp_path: Path) -> None:
    read = one_milestone(
        tmp_path,
        "due: July 2010",
        "progress:",
        "  - {on: 1 August 2010, state: complete}",
        "  - {on: 3 August 2010, state: in progress, rating: red}",
    )
    assert overdue(read, date(2010, 8, 2)) == []
    assert overdue(read, date(2010, 8, 3)) == [("A1.1", 3)]
    plan, _, item = next(read.items)
    assert query.position(plan, item, date(2010, 8, 3)).rating == "red"
    assert query.position(plan, item, date(2010, 8, 2)).rating == ""


def test_an_entry_whose_day_cannot_be_read_does_not_count(tmp_path: Path) -> None:
    read = one_milestone(
        tmp_path, "due: July 2010", "progress:", "  - {on: later, state: complete}"
    )
    assert overdue(read, date(2010, 8, 1)) == [("A1.1", 1)]


def test_work_that_was_made_recurring_is_not_closed_by_one_report(tmp_path: Path) -> None:
    read = one_milestone(
        tmp_path,
        "due: May 2010",
        "progress:",
        "  - {on: 1 May 2010, due: Quarterly}",
        "  - {on: 1 July 2010, state: complete}",
    )
    answer = query.overdue(read, date(2011, 1, 15))
    assert [(row.missed, row.position.state) for row in answer.overdue] == [(2, "in progress")]


def test_a_closed_action_closes_its_milestones(tmp_path: Path) -> None:
    read = workspace(
        tmp_path,
        """\
        theme: T
        actions:
          - ref: A1
            action: a
            progress:
              - {on: 1 July 2010, state: in progress}
              - {on: 1 September 2010, state: stopped}
            milestones:
              - {milestone: m, due: May 2010}
        """,
    )
    assert overdue(read, date(2010, 8, 31)) == [("A1.1", 92)]
    assert overdue(read, date(2010, 9, 1)) == []


def test_a_date_that_was_moved_counts_from_the_day_it_was_agreed(tmp_path: Path) -> None:
    read = one_milestone(
        tmp_path, "due: July 2010", "progress:", "  - {on: 10 August 2010, due: October 2010}"
    )
    assert overdue(read, date(2010, 8, 9)) == [("A1.1", 9)]
    assert overdue(read, date(2010, 8, 10)) == []
    assert overdue(read, date(2010, 11, 1)) == [("A1.1", 1)]
    row = query.overdue(read, date(2010, 11, 1)).overdue[0]
    assert row.position.moved_from
    assert row.position.moved_from.text == "July 2010"


@pytest.mark.parametrize(
    ("entries", "as_at", "missed", "by"),
    [
        ([], date(2010, 6, 30), 0, None),
        ([], date(2010, 7, 1), 1, date(2010, 6, 30)),
        ([], date(2010, 10, 15), 2, date(2010, 6, 30)),
        ([], date(2012, 1, 1), 4, date(2010, 6, 30)),
        (["{on: 5 July 2010}"], date(2010, 10, 15), 1, date(2010, 9, 30)),
        (["{on: 5 July 2010}", "{on: 5 October 2010}"], date(2010, 10, 15), 0, None),
        (["{on: 5 October 2010, covers: Q2}"], date(2010, 10, 15), 1, date(2010, 6, 30)),
        (["{on: 1 October 2010, covers: Q2}", "{on: 2 October 2010}"], date(2010, 10, 15), 0, None),
        (["{on: 5 October 2010, covers: nonsense}"], date(2010, 10, 15), 1, date(2010, 9, 30)),
        (["{on: 1 March 2010}"], date(2010, 7, 1), 1, date(2010, 6, 30)),
        (["{on: 1 May 2010, state: complete}"], date(2010, 10, 15), 1, date(2010, 9, 30)),
        (["{on: 1 May 2010, state: stopped}"], date(2010, 10, 15), 0, None),
        (["{on: 31 March 2011, state: complete}"], date(2011, 6, 1), 0, None),
        (
            ["{on: 1 April 2011, covers: Q4, state: complete}"],
            date(2011, 6, 1),
            3,
            date(2010, 6, 30),
        ),
    ],
)
def test_recurring_work_is_overdue_for_each_past_period_without_an_entry(
    tmp_path: Path, entries: list[str], as_at: date, missed: int, by: date | None
) -> None:
    answer = query.overdue(
        one_milestone(tmp_path, "due: Quarterly", *with_progress(*entries)), as_at
    )
    assert [(row.missed, row.by) for row in answer.overdue] == ([(missed, by)] if missed else [])


@pytest.mark.parametrize(
    ("quarter", "as_at", "expected"),
    [
        ("Q1", date(2010, 12, 31), [("A1.1", 184, "")]),
        ("Q2", date(2010, 12, 31), [("A1.1", 184, "Q1"), ("A1.2", 92, "")]),
        ("Q2 2010/11", date(2010, 12, 31), [("A1.1", 184, "Q1"), ("A1.2", 92, "")]),
        ("2010-Q3", date(2010, 12, 31), [("A1.1", 184, "Q1"), ("A1.2", 92, "Q2")]),
        ("Q2", date(2010, 8, 1), [("A1.1", 32, "Q1")]),
        (None, date(2011, 1, 1), [("A1.1", 185, ""), ("A1.2", 93, ""), ("A1.3", 1, "")]),
    ],
)
def test_a_quarter_means_on_or_before_its_last_day(
    tmp_path: Path, quarter: str | None, as_at: date, expected: list[tuple[str, int, str]]
) -> None:
    read = workspace(
        tmp_path,
        """\
        theme: T
        actions:
          - ref: A1
            action: a
            milestones:
              - {milestone: one, due: Q1}
              - {milestone: two, due: Q2}
              - {milestone: three, due: Q3}
        """,
    )
    answer = query.overdue(read, as_at, quarter)
    rows = [(row.item.address, row.days_overdue, row.slipped_from) for row in answer.overdue]
    assert rows == expected


def test_what_was_due_before_the_plan_is_marked_so(tmp_path: Path) -> None:
    answer = query.overdue(one_milestone(tmp_path, "due: January 2010"), SEPTEMBER, "Q1")
    assert [row.slipped_from for row in answer.overdue] == ["before the plan"]


def test_recurring_work_counts_the_reports_owed_by_the_end_of_the_quarter(tmp_path: Path) -> None:
    answer = query.overdue(one_milestone(tmp_path, "due: Quarterly"), date(2011, 2, 1), "Q2")
    assert [(row.missed, row.slipped_from) for row in answer.overdue] == [(2, "Q1")]


def test_the_longest_overdue_comes_first_and_what_has_no_date_beneath(tmp_path: Path) -> None:
    read = workspace(
        tmp_path,
        """\
        theme: T
        actions:
          - ref: A1
            action: a
            milestones:
              - {milestone: one, due: August 2010}
              - {milestone: two, due: TBC}
              - {milestone: three, due: May 2010}
              - {milestone: four, due: Ongoing}
              - {milestone: five}
              - {milestone: six, due: Refer to the other plan}
              - {milestone: seven, due: TBC, progress: {on: 1 May 2010, state: complete}}
        """,
    )
    answer = query.overdue(read, SEPTEMBER)
    assert [row.item.words for row in answer.overdue] == ["three", "one"]
    assert [row.item.words for row in answer.undated] == ["two", "five", "six"]
    assert [row.item.words for row in answer.ongoing] == ["four"]
    assert answer.overdue[0].line == 8


LED = """\
theme: Alcohol
actions:
  - ref: A1
    action: a
    milestones:
      - {milestone: one, due: May 2010, lead: "Analyst, Sussex Police"}
      - {milestone: two, due: May 2010, lead: "Analyst, SCT"}
      - {milestone: three, due: May 2010, lead: ["Analyst, SCT", "Inspector, Sussex Police"]}
      - {milestone: four, due: May 2010}
"""


@pytest.mark.parametrize(
    ("agency", "theme", "expected"),
    [
        (None, None, ["one", "two", "three", "four", "other"]),
        ("sussex police", None, ["one", "three"]),
        ("SCT", None, ["two", "three"]),
        (None, "roads", ["other"]),
        (None, "Improving road safety", ["other"]),
        ("SCT", "theme", ["two", "three"]),
    ],
)
def test_filters(
    tmp_path: Path, agency: str | None, theme: str | None, expected: list[str]
) -> None:
    other = "theme: Improving road safety\nactions:\n  - {ref: R1, action: other, due: May 2010}\n"
    write_plan(tmp_path, {"theme.yaml": LED, "roads.yaml": other, "broken.yaml": "theme: [\n"})
    read = load((tmp_path,))
    answer = query.overdue(read, SEPTEMBER, None, query.read_filter(read, agency, theme))
    assert sorted(row.item.words for row in answer.overdue) == sorted(expected)


@pytest.mark.parametrize(
    ("agency", "theme", "words"),
    [
        (
            "Susex Police",
            None,
            "no plan has an agency `Susex Police`; did you mean `Sussex Police`",
        ),
        (None, "Alcohl", "no plan has a theme `Alcohl`; did you mean `Alcohol`"),
        ("", None, "no plan has an agency `nothing`"),
        (None, "", "no plan has a theme `nothing`"),
    ],
)
def test_a_filter_that_nothing_can_meet_stops_the_run(
    tmp_path: Path, agency: str | None, theme: str | None, words: str
) -> None:
    with pytest.raises(CannotRunError, match=words):
        query.read_filter(workspace(tmp_path, LED), agency, theme)


def test_a_quarter_that_cannot_be_read_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="Q5"):
        query.overdue(one_milestone(tmp_path, "due: May 2010"), SEPTEMBER, "Q5")


def test_a_quarter_of_a_plan_without_a_period_stops_the_run(tmp_path: Path) -> None:
    read = one_milestone(tmp_path, "due: May 2010", plan="title: [\n")
    with pytest.raises(CannotRunError, match="run `csplan validate` to see why"):
        query.overdue(read, SEPTEMBER, "Q1")
    assert overdue(read, SEPTEMBER) == [("A1.1", 122)]


def test_recurring_work_of_a_plan_without_a_period_is_listed_beneath(tmp_path: Path) -> None:
    answer = query.overdue(one_milestone(tmp_path, "due: Quarterly", plan="title: [\n"), SEPTEMBER)
    assert (answer.overdue, len(answer.undated)) == ((), 1)


@pytest.mark.parametrize(
    ("reference", "addresses"),
    [("A1", ["A1.1", "A1.2"]), ("a 1", ["A1.1", "A1.2"]), ("A1.2", ["A1.2"]), ("A2", ["A2"])],
)
def test_an_action_and_a_milestone_are_found_by_reference(
    tmp_path: Path, reference: str, addresses: list[str]
) -> None:
    read = workspace(
        tmp_path,
        """\
        theme: T
        actions:
          - ref: A1
            action: a
            milestones: [{milestone: one}, {milestone: two}]
          - ref: A2
            action: b
            due: May 2010
        """,
    )
    (found,) = query.find(read, reference)
    assert [item.address for item in found.items] == addresses


def test_a_reference_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    write_plan(tmp_path, {"theme.yaml": LED})
    with pytest.raises(CannotRunError, match=r"no plan has `A1\.9`; did you mean"):
        query.find(load((tmp_path,)), "A1.9")


def test_a_reference_that_may_be_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    broken = "theme: x\nactions:\n  - {ref: ZZ 1, action: a, cots: 5}\n"
    write_plan(tmp_path, {"theme.yaml": LED, "broken.yaml": broken})
    path = tmp_path / "broken.yaml"
    why = f", but `{path}` could not be read; run `csplan validate {path}` to see why"
    for reference, hint in (("zz1", ""), ("A1.9", "; did you mean `A1.4`?")):
        with pytest.raises(CannotRunError) as refused:
            query.find(load((tmp_path,)), reference)
        assert str(refused.value) == f"no plan has `{reference}`{why}{hint}"


@pytest.mark.parametrize(
    ("entry", "state", "rating"),
    [
        ("{on: 1 May 2010, rating: red, note: late}", "in progress", "red"),
        ("{on: 1 May 2010, note: nothing to say}", "not started", ""),
        ("{on: 1 May 2010, state: complete}", "complete", ""),
    ],
)
def test_a_rating_says_that_work_is_in_progress(
    tmp_path: Path, entry: str, state: str, rating: str
) -> None:
    read = one_milestone(tmp_path, "due: July 2010", "progress:", f"  - {entry}")
    plan, _, item = next(read.items)
    now = query.position(plan, item, SEPTEMBER)
    assert (now.state, now.rating) == (state, rating)


@pytest.mark.parametrize(
    ("due", "agreed", "days"),
    [
        ("July 2010", "August 2010", 31),
        ("July 2010", "June 2010", -31),
        ("TBC", "August 2010", 0),
        ("July 2010", "TBC", 0),
    ],
)
def test_how_far_a_date_was_moved(tmp_path: Path, due: str, agreed: str, days: int) -> None:
    read = one_milestone(
        tmp_path, f"due: {due}", "progress:", f"  - {{on: 1 May 2010, due: {agreed}}}"
    )
    plan, _, item = next(read.items)
    assert query.position(plan, item, SEPTEMBER).days_moved == days


LONG = PLAN.replace("2010/11", "2010/11 to 2012/13")


@pytest.mark.parametrize(
    ("plan", "due", "quarter", "as_at", "slipped"),
    [
        (LONG, "May 2010", "Q2", date(2012, 10, 1), "Q1 2010/11"),
        (LONG, "April 2012", "Q2", date(2012, 10, 1), "Q1"),
        (LONG, "March 2010", "Q2", date(2012, 10, 1), "before the plan"),
        (PLAN, "May 2011", "Q3 2011/12", date(2012, 2, 1), "Q1"),
        (PLAN.replace("2010/11", "2010 to 2012") + "year_starts: January\n",
         "May 2010", "Q1", date(2012, 5, 1), "Q2 2010"),
    ],
)  # fmt: skip
def test_the_quarter_that_something_slipped_from(  # noqa: PLR0913, PLR0917 - a table's columns
    tmp_path: Path, plan: str, due: str, quarter: str, as_at: date, slipped: str
) -> None:
    answer = query.overdue(one_milestone(tmp_path, f"due: {due}", plan=plan), as_at, quarter)
    assert [row.slipped_from for row in answer.overdue] == [slipped]


def test_a_theme_is_known_by_title_or_file_name_in_each_plan(tmp_path: Path) -> None:
    text = "theme: {}\nactions:\n  - {{ref: A1, action: a, due: May 2010}}\n"
    write_plan(tmp_path / "a", {"Beer.yaml": text.format("Drink")})
    write_plan(tmp_path / "b", {"drink.yaml": text.format(">\n  Strong\n  beer\n")})
    read = load((tmp_path,))

    def found(name: str) -> list[str]:
        answer = query.overdue(read, SEPTEMBER, None, query.read_filter(read, None, name))
        return [Path(row.file.path).name for row in answer.overdue]

    assert found("beer") == ["Beer.yaml"]
    assert found("Drink") == ["Beer.yaml", "drink.yaml"]
    assert found("strong beer") == ["drink.yaml"]


def test_themes_come_in_the_order_of_the_plan_with_their_parts_and_years(tmp_path: Path) -> None:
    text = """\
        theme: Zest
        period: 2010/14
        actions:
          - {ref: Z1, action: a, due: June 2010, lead: SCT}
        sub_themes:
          - sub_theme: Part
            actions:
              - {ref: Z2, action: a, due: May 2010, lead: SCT}
    """
    other = "theme: Alcohol\nactions:\n  - {ref: A1, action: a, due: April 2010, lead: SCT}\n"
    files = {"zest.yaml": text, "alcohol.yaml": other, "plan.yaml": PLAN + "themes: [zest]\n"}
    found = query.overdue(load((write_plan(tmp_path, files),)), date(2010, 7, 1))
    groups = grouped(found.overdue, "theme", query.EVERYTHING)
    shown = [(group.heading, [each.item.address for each in group.owed]) for group in groups]
    assert shown == [
        ("Zest (2010/14)", ["Z1"]),
        ("Zest: Part (2010/14)", ["Z2"]),
        ("Alcohol", ["A1"]),
    ]


def test_recurring_work_owes_nothing_for_periods_before_it_starts(tmp_path: Path) -> None:
    read = one_milestone(tmp_path, "due: Quarterly", "start: 1 October 2010")
    assert overdue(read, date(2010, 12, 31)) == []
    assert overdue(read, date(2011, 1, 5)) == [("A1.1", 5)]


def test_recurring_work_owes_nothing_for_periods_before_its_meeting(tmp_path: Path) -> None:
    board = """\
        meetings:
          - meeting: Board
            on: 1 October 2010
            items:
              - item: Reports
                actions: [{ref: B1, action: Report, due: Quarterly, lead: SCT}]
    """
    read = load((write_plan(tmp_path, {"meetings.yaml": board}),))
    assert overdue(read, date(2010, 12, 31)) == []
    assert overdue(read, date(2011, 1, 5)) == [("B1", 5)]


def test_what_a_meeting_still_to_come_asks_for_is_not_owed(tmp_path: Path) -> None:
    board = """\
        meetings:
          - meeting: Board
            on: 1 October 2010
            items:
              - item: Reports
                actions: [{ref: B1, action: Report, lead: SCT}]
          - meeting: Board
            on: some day
            items:
              - item: Reports
                actions: [{ref: B2, action: Report, lead: SCT}]
    """
    read = load((write_plan(tmp_path, {"meetings.yaml": board}),))
    undated = [row.item.address for row in query.overdue(read, date(2010, 9, 30)).undated]
    assert undated == ["B2"]
    later = [row.item.address for row in query.overdue(read, date(2010, 10, 1)).undated]
    assert later == ["B1", "B2"]


def test_the_day_of_a_state_is_that_of_the_entry_which_gave_it(tmp_path: Path) -> None:
    text = """\
        theme: T
        actions:
          - ref: A1
            action: a
            progress: {on: 1 March 2011, state: complete}
            milestones:
              - milestone: m
                due: May 2010
                progress:
                  - {on: 1 May 2010, state: on hold}
                  - {on: 2 May 2010, note: Nothing new}
    """
    read = workspace(tmp_path, dedent(text))
    plan, _, item = next(read.items)
    assert query.position(plan, item, date(2011, 1, 1)).state == "on hold"
    assert query.position(plan, item, date(2011, 1, 1)).day == date(2010, 5, 1)
    assert query.position(plan, item, date(2011, 4, 1)).day == date(2011, 3, 1)


@pytest.mark.parametrize(
    ("due", "entries", "stands"),
    [
        ("July 2010", ["state: complete", "rating: green"], ("complete", "", 1)),
        ("July 2010", ["state: stopped", "rating: green", "rating: red"], ("stopped", "", 1)),
        ("July 2010", ["state: on hold", "rating: green"], ("in progress", "green", 2)),
        ("July 2010", ["rating: green", "note: x"], ("in progress", "green", 1)),
        ("July 2010", ["note: x"], ("not started", "", None)),
        ("Quarterly", ["state: complete", "rating: green"], ("in progress", "green", 2)),
        ("Quarterly", ["state: stopped", "rating: green"], ("stopped", "", 1)),
        ("Quarterly", ["note: Held"], ("in progress", "", 1)),
        ("Quarterly", ["state: not started", "note: Held, covers: Q1"], ("in progress", "", 2)),
        ("Quarterly", ["state: on hold", "covers: Q1"], ("on hold", "", 1)),
        ("July 2010", ["due: Quarterly"], ("not started", "", None)),
        ("Quarterly from July 2010", ["note: x"], ("not started", "", None)),
        ("Quarterly from July 2010", ["covers: Q2"], ("in progress", "", 1)),
    ],
)
def test_what_entries_without_a_state_say(
    tmp_path: Path, due: str, entries: list[str], stands: tuple[str, str, int | None]
) -> None:
    lines = (f"  - {{on: {day} May 2010, {said}}}" for day, said in enumerate(entries, 1))
    plan, _, item = next(one_milestone(tmp_path, f"due: {due}", "progress:", *lines).items)
    now = query.position(plan, item, SEPTEMBER)
    assert (now.state, now.rating, now.day and now.day.day) == stands


@pytest.mark.parametrize(
    ("typed", "known", "hint"),
    [
        ("sussex", ("Sussex Police", "SCT"), "; did you mean `Sussex Police`?"),
        ("police", ("Sussex Police", "Kent Police"), "; did you mean `Sussex Police` or `Kent Pol"),
        ("a", [f"a{n}" for n in range(6)], "; did you mean `a0`, `a1`, `a2`, `a3` or `a4` …?"),
        ("Femmes", ("Females in treatment",), "; did you mean `Females in treatment`?"),
        ("Susex Police", ("Sussex Police",), "; did you mean `Sussex Police`?"),
        ("Navy", ("Sussex Police", ""), ""),
        ("", ("Sussex Police",), ""),
        ("x" * 101, ("Sussex Police",), ""),
    ],
)
def test_names_that_may_be_meant(typed: str, known: list[str], hint: str) -> None:
    found = suggested(typed, known)
    assert found.startswith(hint)
    assert bool(found) is bool(hint)
