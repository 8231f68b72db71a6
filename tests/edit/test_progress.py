"""A report on work, checked against the plan and put in its place."""

from datetime import date
from pathlib import Path

import pytest
from support import workspace

from csplan.edit import Insert, Prepared, Report, prepare, target
from csplan.errors import CannotRunError

THEME = """\
theme: Violence
actions:
  - ref: V1
    action: Write a strategy
    lead: Chief Inspector, Sussex Police
    milestones:
      - milestone: Drafted
        due: July 2010
      - milestone: Agreed
        due: December 2010
        progress:
          - on: 1 August 2010
            state: in progress
          - on: soon
            state: in progress
          - on: 1 October 2010
            state: complete
  - ref: V2
    action: Report
    due: Quarterly
    progress:
      - on: 5 July 2010
        state: complete
        covers: Q1
  - ref: V3
    action: Stop it
    progress: {on: 1 June 2010, state: stopped, reason: No money}
  - action: Nameless
    due: May 2010
  - ref: V5
    action: Twice
  - ref: V5
    action: Twice
"""
TODAY = date(2010, 11, 22)


def prepared(tmp_path: Path, ref: str, report: Report, today: date = TODAY) -> Prepared:
    found = target(workspace(tmp_path, THEME), ref)
    return prepare(found, report, today)


def on(day: int, month: int, **said: str) -> Report:
    return Report(date(2010, month, day), **said)


def test_a_report_becomes_an_entry_with_the_keys_in_order(tmp_path: Path) -> None:
    report = on(
        30, 9, by="sct", covers="", reason="the board\u00a0agreed", due=" December  2010 ",
        corrective_action="Two  more\r\nofficers\t", note="a\n\n\n\nb\u200b ", rating="A",
        state="On track",
    )  # fmt: skip
    found = prepared(tmp_path, "V1.1", report)
    assert found.problems == ()
    entry = {
        "on": "30 September 2010",
        "state": "in progress",
        "rating": "amber",
        "note": "a\n\nb",
        "corrective_action": "Two  more\nofficers",
        "due": "December 2010",
        "reason": "the board agreed",
        "by": "Safer Communities Team",
    }
    assert found.change == Insert(("actions", 0, "milestones", 0, "progress"), entry, None)
    assert found.change
    assert isinstance(found.change.entry, dict)
    assert list(found.change.entry) == list(entry)


def test_an_entry_stands_in_the_order_of_days(tmp_path: Path) -> None:
    found = prepared(tmp_path, "V1.2", on(30, 9, note="Late"))
    assert found.change
    assert found.change.at == 2
    assert found.remarks == ("a later entry, of 1 October 2010, still says where it stands",)
    after = prepared(tmp_path, "V1.2", on(1, 10, note="Later that day"))
    assert after.change
    assert after.change.at is None
    assert after.remarks == ()


@pytest.mark.parametrize(
    ("ref", "report", "problems"),
    [
        ("V1.1", on(22, 11), [("nothing is reported; give a state, a rating, a note or a new due "
                              "date")]),
        ("V1.1", on(23, 11, state="done"),
         ["23 November 2010 is still to come; give the day on which it was said"]),
        ("V1.1", on(1, 11, state="doen", rating="purple"),
         [("`doen` is not a word for `state`; `state` is one of "
          "`not started`, `in progress`, `on hold`, `complete`, `stopped` or `carried forward`"),
          ("`purple` is not a word for `rating`; `rating` is one of `red`, `amber`, `green`, "
          "`blue`, `grey` or `not rated`")]),
        ("V1.1", on(1, 11, state="done", rating="red"),
         ["a rating is for work in progress, and this is complete; leave the rating out"]),
        ("V1.1", on(1, 11, state="not started", rating="red"),
         ["a rating is for work in progress, and this is not started; leave the rating out"]),
        ("V3", on(1, 11, rating="red"),
         ["a rating is for work in progress, and this is stopped; leave the rating out"]),
        ("V3", on(1, 11, due="May 2011", reason="x"),
         ["a new due date is for open work, and this is stopped"]),
        ("V1.1", on(1, 11, due="May 2011"),
         ["the new due date `May 2011` needs a reason: say why the board agreed it"]),
        ("V1.1", on(1, 11, due="Year 2", reason="x"),
         ["the new due date `Year 2` does not say which year"]),
        ("V1.1", on(1, 11, due="see the other plan", reason="x"),
         [("the new due date `see the other plan` names no day; write such as "
          "`30 September 2010`")]),
        ("V1.1", on(1, 11, due="October 2010", reason="x"),
         ["the new due date `October 2010` has passed already on 1 November 2010"]),
        ("V1.2", on(1, 9, due="31/12/2010", reason="x"),
         []),
        ("V1.2", on(1, 9, due="Dec 2010", reason="x"),
         ["the new due date `Dec 2010` is the one that it has already"]),
        ("V2", on(1, 9, due="Monthly", reason="x"), []),
        ("V2", on(1, 9, due="every quarter", reason="x"),
         ["the new due date `every quarter` is the one that it has already"]),
        ("V1.1", on(1, 11, note="x", covers="Q1"),
         ["this is not recurring work, so a report of it is for no period (`Q1`)"]),
        ("V2", on(1, 11, note="x", covers="May 2010"),
         [("`May 2010` is not a period that this work is reported for; there is "
          "`April to June 2010`, `July to September 2010`, `October to December 2010` and "
          "`January to March 2011`")]),
        ("V2", on(30, 9, note="x", covers="Q3"),
         [("`Q3` begins on 1 October 2010, and the report is of 30 September 2010; name a period "
          "that has begun, or correct the day")]),
        ("V3", on(1, 6, state="stopped", reason="No money"), ["this is in the plan already"]),
        ("V2", on(5, 7, state="complete", covers="Q1"), ["this is in the plan already"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_report(
    tmp_path: Path, ref: str, report: Report, problems: list[str]
) -> None:
    found = prepared(tmp_path, ref, report)
    assert len(found.problems) == len(problems), found.problems
    for said, wanted in zip(found.problems, problems, strict=True):
        assert said.startswith(wanted)
    assert (found.change is None) == bool(problems)


@pytest.mark.parametrize(
    ("ref", "report", "remarks"),
    [
        ("V1", on(1, 11, state="done"), ["this closes what is still open in it: V1.1"]),
        ("V1", on(1, 9, state="stopped", note="x"),
         ["this closes what is still open in it: V1.1, V1.2"]),
        ("V1.1", on(1, 11, state="stopped"),
         ["the plan does not say why it is stopped; give a reason"]),
        ("V3", on(1, 11, state="in progress"), ["it was stopped, and is open again"]),
        ("V2", on(1, 11, note="x"), ["it is taken as the report for July to September 2010"]),
        ("V2", on(1, 11, state="stopped", reason="x"), []),
        ("V2", on(6, 6, note="x"),
         ["a later entry, of 5 July 2010, still says where it stands",
          "every period that has begun has its report; this one is for none"]),
        ("V2", on(6, 7, note="x", covers="quarter 2"), []),
    ],
)  # fmt: skip
def test_what_whoever_reports_should_know(
    tmp_path: Path, ref: str, report: Report, remarks: list[str]
) -> None:
    found = prepared(tmp_path, ref, report)
    assert found.problems == ()
    assert sorted(found.remarks) == sorted(remarks)


def test_recurring_work_that_owes_no_report(tmp_path: Path) -> None:
    theme = THEME.replace("covers: Q1", "covers: Q1\n      - {on: 6 July 2010, covers: Q2}")
    found = target(workspace(tmp_path, theme), "V2")
    ready = prepare(found, on(30, 9, note="x"), TODAY)
    words = "every period that has begun has its report; this one is for none"
    assert ready.remarks == (words,)
    assert ready.change
    assert "covers" not in str(ready.change.entry)


def test_a_new_date_alone_is_no_report_of_a_period(tmp_path: Path) -> None:
    moved = {"due": "Monthly", "reason": "The board asked"}
    alone = prepared(tmp_path, "V2", on(1, 9, **moved))
    assert alone.change
    assert alone.change.entry == {"on": "1 September 2010", **moved}
    assert alone.remarks == ()
    told = prepared(tmp_path, "V2", on(1, 9, **moved, note="Met"))
    assert "covers: July to September 2010" in str(told.change).replace("'", "")


def test_a_plan_without_registry_or_years(tmp_path: Path) -> None:
    found = target(workspace(tmp_path, THEME, plan="title: [\n"), "V2")
    ready = prepare(found, on(1, 11, note="x", by="sct"), TODAY)
    assert ready.change
    assert ready.change.entry == {"on": "1 November 2010", "note": "x", "by": "sct"}


@pytest.mark.parametrize(
    ("ref", "milestone", "words"),
    [
        ("V9", "", "no plan has `V9`"),
        ("V1", "3", "no plan has `V1.3`; did you mean `V1.2`?"),
        ("V5", "", r"`V5` is there 2 times \(.*theme.yaml:30, .*:32\); give one another `ref`"),
        ("theme.4", "", (r"`theme.4` is only the action's number in its file, and may be another's "
         r"tomorrow; give the action a `ref` of its own at .*theme.yaml:28, then use that")),
    ],
)  # fmt: skip
def test_references_that_are_not_clear(
    tmp_path: Path, ref: str, milestone: str, words: str
) -> None:
    with pytest.raises(CannotRunError, match=words):
        target(workspace(tmp_path, THEME), ref, milestone)


def test_an_action_with_milestones_is_reported_on_itself(tmp_path: Path) -> None:
    loaded = workspace(tmp_path, THEME)
    assert target(loaded, "v 1").item.route == ("actions", 0)
    assert target(loaded, "V1").item.owners[0].agency == "Sussex Police"
    assert target(loaded, "V1", "2").item.address == "V1.2"
    assert target(loaded, "V2").item.route == ("actions", 1)
    assert target(loaded, "V2").item.due
    broken = workspace(tmp_path, THEME, plan="title: [\n")
    assert target(broken, "V1").item.owners[0].agency == ""


RATED = """\
theme: T
actions:
  - ref: A1
    action: a
    milestones:
      - milestone: m
        due: July 2010
        progress: {on: 5 October 2010, rating: green}
      - milestone: n
        due: July 2010
        progress:
          - {on: 1 September 2010, state: stopped, reason: x}
          - {on: 2 September 2010, note: x}
"""


def remarks(tmp_path: Path, theme: str, ref: str, report: Report) -> list[str]:
    found = prepare(target(workspace(tmp_path, theme), ref), report, TODAY)
    assert found.problems == ()
    return list(found.remarks)


def test_what_closes_work_that_was_rated_later(tmp_path: Path) -> None:
    assert remarks(tmp_path, RATED, "A1.1", on(30, 9, state="complete")) == [
        (
            "a later entry, of 5 October 2010, rates it as if it were still in progress; if it is, "
            "report that with its state"
        )
    ]
    assert remarks(tmp_path, RATED, "A1.1", on(6, 10, state="complete")) == []
    assert remarks(tmp_path, RATED, "A1.2", on(6, 10, state="complete")) == []
    later = RATED.replace("rating: green", "note: x")
    assert remarks(tmp_path, later, "A1.1", on(30, 9, state="complete")) == []


def test_what_is_open_again_unless_its_action_is_closed(tmp_path: Path) -> None:
    report = on(1, 10, state="in progress")
    assert remarks(tmp_path, RATED, "A1.2", report) == ["it was stopped, and is open again"]
    for day in (1, 12):
        closed = f"{RATED}    progress: {{on: {day} November 2010, state: complete}}\n"
        for number in (1, 20):
            said = remarks(tmp_path, closed, "A1.2", on(number, 11, state="in progress"))
            assert said == [
                (
                    f"its action is complete since {day} November 2010, and that closes this too; "
                    "to open it again, report on the action"
                )
            ]
        assert remarks(tmp_path, closed, "A1.2", on(20, 11, note="x")) == []
    stopped = RATED.replace("note: x}", "state: stopped}")
    assert remarks(tmp_path, stopped, "A1.2", on(1, 9, state="in progress")) == [
        "a later entry, of 2 September 2010, still says where it stands"
    ]


def test_an_action_that_closes_leaves_out_what_was_closed_before(tmp_path: Path) -> None:
    report = on(1, 11, state="complete")
    assert remarks(tmp_path, RATED, "A1", report) == ["this closes what is still open in it: A1.1"]


def test_one_report_of_recurring_work_does_not_close_it(tmp_path: Path) -> None:
    going_on = RATED.replace("July 2010", "Quarterly").replace("rating: green", "state: complete")
    said = remarks(tmp_path, going_on, "A1", on(1, 11, state="complete"))
    assert said == ["this closes what is still open in it: A1.1"]


def test_a_date_that_was_agreed_later_counts(tmp_path: Path) -> None:
    moved = RATED.replace("rating: green", "due: May 2011")
    assert remarks(tmp_path, moved, "A1.1", on(30, 9, due="April 2011", reason="x")) == [
        "a later entry, of 5 October 2010, still says when it is due"
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2009, 3, 31), "31 March 2009 is long before the plan's years, April 2010 to March"),
        (date(2009, 4, 1), ""),
        (date(2012, 3, 31), ""),
        (
            date(2012, 4, 1),
            "1 April 2012 is long after the plan's years, April 2010 to March 2011;",
        ),
    ],
)
def test_a_day_that_is_far_from_the_plan(tmp_path: Path, day: date, words: str) -> None:
    report = Report(day, state="in progress")
    found = prepared(tmp_path, "V1.1", report, date(2012, 4, 1))
    assert found.problems == ()
    assert "; ".join(found.remarks).startswith(words)
    assert bool(found.remarks) == bool(words)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("30/11/2010", "30 November 2010"),
        ("1st Dec 10", "1 December 2010"),
        ("2010-11-30", "30 November 2010"),
        ("Jan-11", "January 2011"),
        ("11/2010", "November 2010"),
        ("Sept. 2010", "September 2010"),
        ("December 2010", "December 2010"),
        ("by end of July 2011", "by end of July 2011"),
        ("Q3 2010/11", "Q3 2010/11"),
        ("end 2010", "end 2010"),
        ("2010/11", "2010/11"),
        ("TBC", "TBC"),
    ],
)
def test_a_new_date_is_written_in_full(tmp_path: Path, typed: str, written: str) -> None:
    ready = prepared(tmp_path, "V1.1", on(1, 9, due=typed, reason="x"))
    assert ready.change
    assert isinstance(ready.change.entry, dict)
    assert ready.change.entry["due"] == written


@pytest.mark.parametrize("typed", ["30/11/2010", "30 November 2010"])
def test_a_date_that_is_there_in_figures_is_the_same(tmp_path: Path, typed: str) -> None:
    theme = RATED.replace("rating: green", "due: 30/11/2010, reason: x")
    found = target(workspace(tmp_path, theme), "A1.1")
    assert prepare(found, on(5, 10, due=typed, reason="x"), TODAY).is_there


def test_who_reported_what_is_there_is_written_by_hand(tmp_path: Path) -> None:
    loaded = workspace(tmp_path, RATED)
    report = on(2, 9, note="x", by="sct")
    ready = prepare(target(loaded, "A1.2"), report, TODAY)
    assert ready.is_there
    (words,) = ready.problems
    assert words.startswith("this is in the plan already, without who reported it; write `by: ")
    assert words.endswith("by: Safer Communities Team` into the entry at "
                          f"{tmp_path / 'theme.yaml'}:13 by hand")  # fmt: skip
    said = RATED.replace("note: x", "note: x, by: Sussex Police")
    for theme, again in ((said, report), (RATED, on(2, 9, note="x"))):
        ready = prepare(target(workspace(tmp_path, theme), "A1.2"), again, TODAY)
        assert ready.problems == ("this is in the plan already",)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (
            "Susex Police",
            ["`Susex Police` is no agency of the plan; did you mean `Sussex Police`?"],
        ),
        ("Inspector, Sussex Police", []),
        ("Chair", []),
        ("sussex police", []),
    ],
)
def test_who_is_near_an_agency(tmp_path: Path, by: str, said: list[str]) -> None:
    assert remarks(tmp_path, RATED, "A1.1", on(6, 10, note="x", by=by)) == said
