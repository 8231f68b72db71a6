"""Several reports in one run, each made ready as if those before it stood in the plan."""

from datetime import date
from pathlib import Path

import pytest
from support import workspace

from csplan.edit import Prepared, Report, Target, cover, draft, prepare, steps
from csplan.load import Workspace
from csplan.query import position

TODAY = date(2010, 12, 31)
THEME = """\
theme: Example theme
actions:
  - ref: A1
    action: Run a campaign
    due: March 2011
    lead: SCT
    milestones:
      - milestone: Campaign planned  # by the team
        due: June 2010
        progress:
          - on: 1 July 2010
            state: in progress
      - milestone: Campaign run
        due: Quarterly
"""


def day(month: int, number: int = 1) -> date:
    return date(2010, month, number)


def drafted(found: Workspace, *asked: tuple[int, Report]) -> tuple[str, list[tuple[str, str]]]:
    """The file that comes of reports on the items of those numbers, and the states in each step."""
    plan = found.plans[0]
    theme = plan.themes[0]
    done = list(
        steps([(Target(plan, theme, theme.items[n]), report) for n, report in asked], TODAY)
    )
    changes = [step.prepared.change for step in done if step.prepared.change]
    assert len(changes) == len(asked)
    made = draft(plan, {theme: changes}).rewrites[0].after
    assert made
    return made.decode(), [(step.before.state, step.after.state) for step in done]


def test_two_reports_on_one_milestone_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME)
    later, earlier = Report(day(9), "complete"), Report(day(8), "on hold")
    wanted = """\
          - on: 1 July 2010
            state: in progress
          - on: 1 August 2010
            state: on hold
          - on: 1 September 2010
            state: complete
"""
    text, states = drafted(found, (1, later), (1, earlier))
    assert text == THEME.replace(wanted[: wanted.index("          - on: 1 A")], wanted)
    assert states == [("in progress", "complete"), ("complete", "complete")]
    text, states = drafted(found, (1, earlier), (1, later))
    assert text == THEME.replace(wanted[: wanted.index("          - on: 1 A")], wanted)
    assert states == [("in progress", "on hold"), ("on hold", "complete")]


def test_two_reports_on_what_has_none_and_on_the_same_day(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME)
    text, _ = drafted(found, (0, Report(day(8), note="one")), (0, Report(day(8), note="two")))
    assert text == THEME + (
        "    progress:\n      - on: 1 August 2010\n        note: one\n"
        "      - on: 1 August 2010\n        note: two\n"
    )


def test_each_period_is_reported_once(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME)
    reports = [(2, Report(day(9), note=f"report {number}")) for number in range(2)]
    text, _ = drafted(found, *reports)
    assert "covers: April to June 2010" in text
    assert "covers: July to September 2010" in text


def test_an_action_that_is_closed_closes_its_milestones_for_those_after_it(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME)
    _, states = drafted(
        found, (0, Report(day(8), "stopped", reason="x")), (1, Report(day(9), note="y"))
    )
    assert states == [("not started", "stopped"), ("stopped", "stopped")]


def test_what_is_wrong_changes_nothing_for_those_after_it(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME)
    plan = found.plans[0]
    item = plan.themes[0].items[1]
    target = Target(plan, plan.themes[0], item)
    asked = [(target, Report(day(8), "finishd")), (target, Report(day(8), "complete"))]
    wrong, right = steps(asked, TODAY)
    assert wrong.prepared.change is None
    assert wrong.before == wrong.after
    assert right.prepared.problems == ()
    assert position(plan, item, TODAY).state == "in progress"


HELD = """\
theme: Example theme
actions:
  - ref: A1
    action: Run a campaign
    due: Quarterly
    lead: SCT
    progress:
      - on: 01/07/2010
        state: in progress
        note: |
          Well

          begun
        covers: Q1
        by: Sussex Police
"""
NOTE = "Well\n\nbegun"


@pytest.mark.parametrize(
    "report",
    [
        Report(day(7), "On track", note=NOTE),
        Report(day(7), "in progress", note=NOTE, covers="Q1", by="SCT"),
        Report(day(7), "in progress", note=NOTE, covers="April to June 2010"),
    ],
)
def test_a_report_that_is_there_already(tmp_path: Path, report: Report) -> None:
    plan = workspace(tmp_path, HELD).plans[0]
    prepared = prepare(Target(plan, plan.themes[0], plan.themes[0].items[0]), report, TODAY)
    assert prepared == Prepared(None, ("this is in the plan already",), is_there=True)


@pytest.mark.parametrize(
    "report",
    [
        Report(day(7), "in progress", note=NOTE, covers="Q2"),
        Report(day(7), "in progress"),
        Report(day(7), "in progress", "amber", note=NOTE),
        Report(day(8), "in progress", note=NOTE),
    ],
)
def test_a_report_that_is_not_there_yet(tmp_path: Path, report: Report) -> None:
    plan = workspace(tmp_path, HELD).plans[0]
    prepared = prepare(Target(plan, plan.themes[0], plan.themes[0].items[0]), report, TODAY)
    assert not prepared.is_there
    assert prepared.problems == ()


def test_an_entry_that_names_no_period_answers_for_the_oldest(tmp_path: Path) -> None:
    plan = workspace(tmp_path, HELD.replace("        covers: Q1\n", "")).plans[0]
    target = Target(plan, plan.themes[0], plan.themes[0].items[0])
    assert cover(target, TODAY, "", "").name == "July to September 2010"
