"""What rules about dates say, where it depends on more than one date."""

from pathlib import Path

import pytest
from support import one_milestone, write_plan

from csplan.check import examine
from csplan.load import load


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("Spring 2011", "`Spring 2011`, read as March to May 2011, ends after the plan's year"),
        ("May 2011", "`May 2011` is after the plan's year"),
    ],
)
def test_a_season_that_the_plan_shares_ends_after_it(due: str, words: str, tmp_path: Path) -> None:
    found = examine(one_milestone(tmp_path, f"due: {due}")).complaints
    (message,) = (each.message for each in found if each.rule == "due-outside-plan-year")
    assert message.startswith(f"A1.1: {words}")


def test_of_two_meetings_in_a_month_the_first_of_the_file_is_named(tmp_path: Path) -> None:
    decided = "    items: [{item: Dates, decisions: The board meets on 6 June 2010.}]\n"
    held = "".join(f"  - {{meeting: Board, on: {day} June 2010}}\n" for day in (30, 9, 1, 15))
    board = f"meetings:\n  - meeting: Board\n    on: 7 March 2010\n{decided}{held}"
    found = examine(load((write_plan(tmp_path, {"board.yaml": board}),))).complaints
    (message,) = (each.message for each in found if each.rule == "meeting-day-differs")
    assert "the one of that month is on 30 June 2010" in message


def test_a_malformed_year_is_shown_where_it_stands(tmp_path: Path) -> None:
    theme = "theme: T\nwhy: Under SI 2010/10 we met. A rise since 2010/10 was seen.\n"
    found = examine(load((write_plan(tmp_path, {"theme.yaml": theme}),))).complaints
    (message,) = (each.message for each in found if each.rule == "malformed-year")
    assert "A rise since 2010/10 was seen.` is no year" in message
