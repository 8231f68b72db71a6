"""The quarterly performance report: how a plan stands as at a day."""

from collections.abc import Iterator
from datetime import date

from csplan.load import LoadedPlan
from csplan.query.status import PlanStatus
from csplan.report.arising import arising
from csplan.report.changes import changes
from csplan.report.exceptions import exceptions
from csplan.report.gaps import gaps, revised
from csplan.report.glance import by_theme, glance
from csplan.report.lates import late, unowned
from csplan.report.opened import Opened, open_plan
from csplan.report.papers import Paper, Part
from csplan.report.themes import theme_by_theme

_HEADING = "Performance report"


def monitoring(
    loaded: LoadedPlan, as_at: date, since: date | None = None, *, is_internal: bool = False
) -> Paper:
    """The performance report of a plan, with what changed since a day or the last meeting.

    Raises `CannotRunError` if `since` is not before `as_at`.
    """
    opened = open_plan(loaded, as_at, is_internal=is_internal)
    found = opened.status(since)
    parts = (*performance(opened, found), *arising(opened, found.since.day))
    return opened.paper(_HEADING, parts)


def performance(opened: Opened, found: PlanStatus) -> Iterator[Part]:
    """The parts of the report, what a board has to act on first."""
    yield glance(opened, found)
    yield exceptions(opened, found.since.day)
    yield late(opened)
    yield from unowned(opened)
    yield changes(opened, found)
    yield theme_by_theme(opened, by_theme(opened, found))
    yield from gaps(opened)
    yield from revised(opened)
