"""What depends on a day is asked only as at one."""

from datetime import date
from pathlib import Path

import pytest
from support import PLAN, workspace

from csplan.check import check, examine

THEME = """\
theme: Example
actions:
  - ref: VC1
    action: Review support for victims
    due: March 2011
    lead: Analyst, Sussex Police
    progress:
      - {on: 30 April 2010, state: in progress}  # csplan: allow[nothing-said] it is paused
"""
RULE = "nothing-said"


def days(folder: Path, reporting: str, *asked: date) -> list[date]:
    """On which of some days the work is found to be silent."""
    plan = f"{PLAN}{reporting}\n"
    found = workspace(folder, THEME, plan)
    return [
        day for day in asked if RULE in {each.rule for each in examine(found, as_at=day).complaints}
    ]


def test_nothing_of_a_day_is_found_without_one(tmp_path: Path) -> None:
    found = {each.rule for each in check(workspace(tmp_path, THEME))}
    assert not {RULE, "unused-waiver"} & found
    asked = examine(workspace(tmp_path, THEME), as_at=date(2010, 9, 30)).complaints
    assert {RULE, "unused-waiver"} <= {each.rule for each in asked}


@pytest.mark.parametrize(
    ("reporting", "last"),
    [
        ("reporting: Monthly", date(2010, 5, 30)),
        ("", date(2010, 7, 30)),
        ("reporting: quarterly", date(2010, 7, 30)),
        ("reporting: half-yearly", date(2010, 10, 30)),
        ("reporting: yearly", date(2011, 4, 30)),
    ],
)
def test_work_is_silent_after_the_plans_own_period(
    reporting: str, last: date, tmp_path: Path
) -> None:
    after = last.replace(day=1, month=last.month + 1)
    assert days(tmp_path, reporting, last, after) == [after]


def test_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    found = examine(workspace(tmp_path, THEME), as_at=date(2010, 8, 1)).complaints
    (silent,) = (each for each in found if each.rule == RULE)
    assert silent.message == (
        "VC1: nothing is said of this since 30 April 2010, and the plan is reported on quarterly; "
        "say how it stands with `csplan update VC1`"
    )


def test_a_plan_that_cannot_be_read_has_no_period(tmp_path: Path) -> None:
    found = workspace(tmp_path, THEME, "title: x\n")
    rules = {each.rule for each in examine(found, as_at=date(2012, 1, 1)).complaints}
    assert RULE not in rules
