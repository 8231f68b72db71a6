"""The questions agree with one another, on the shipped plans and on any day."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from csplan import query
from csplan.load import Workspace, load
from csplan.query.coming import due
from csplan.query.quiet import quiet
from csplan.query.status import status
from csplan.query.unowned import unowned
from csplan.query.work import Owed, open_work

PLANS = Path(__file__).parents[2] / "plans"
DAYS = some.dates(date(2008, 1, 1), date(2023, 6, 30))


@pytest.fixture(scope="module")
def shipped() -> Workspace:
    return load((PLANS,))


def places(found: tuple[Owed, ...]) -> set[tuple[str, str]]:
    return {(each.file.path, each.item.address) for each in found}


@pytest.mark.usefixtures("untraced")
@settings(max_examples=25)
@given(day=DAYS)
def test_every_count_makes_its_whole(shipped: Workspace, day: date) -> None:
    late = query.overdue(shipped, day)
    for found in status(shipped, day):
        whole = found.whole
        assert whole.overdue == sum(each.plan is found.plan for each in late.overdue)
        assert whole.overdue == sum(theme.overdue for theme in found.themes)
        assert whole.tally.total == sum(theme.tally.total for theme in found.themes)
        assert whole.tally.total <= sum(agency.tally.total for agency in found.agencies)
        assert whole.redated.number == sum(theme.redated.number for theme in found.themes)
        for tally in (whole.tally, found.actions):
            numbers = {share.word: share.number for share in tally.states}
            assert sum(numbers.values()) == tally.total
            assert sum(share.number for share in tally.ratings) == numbers["in progress"]


@pytest.mark.usefixtures("untraced")
@settings(max_examples=25)
@given(day=DAYS)
def test_a_list_holds_only_open_work_and_nothing_twice(shipped: Workspace, day: date) -> None:
    every = places(tuple(open_work(shipped, day)))
    coming, late = due(shipped, day), query.overdue(shipped, day)
    assert places(coming.overdue) == places(late.overdue)
    both = places(coming.due) & places(coming.overdue)
    assert both == places(tuple(each for each in coming.due if each.missed))
    lists = (coming.due, coming.looks, quiet(shipped, day).quiet, unowned(shipped, day).nobody)
    for found in lists:
        assert len(places(found)) == len(found)
        assert places(found) <= every


@settings(max_examples=25)
@given(day=DAYS, later=some.integers(0, 400))
def test_what_is_due_until_a_later_day_holds_what_is_due_before(
    shipped: Workspace, day: date, later: int
) -> None:
    until = date.fromordinal(day.toordinal() + later)
    near, far = due(shipped, day, day.isoformat()), due(shipped, day, until.isoformat())
    assert places(near.due) <= places(far.due)
    assert all(each.by and day <= each.by <= until for each in far.due)
