"""What each agency has to report on, as a sheet of rows."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import occurrences, say_day
from csplan.load import Item, LoadedPlan, Workspace
from csplan.query import EVERYTHING, Filter, Owed, Position, position
from csplan.query.reports import unreported
from csplan.report.text import Slugs
from csplan.sheets.columns import COLUMNS, NO_AGENCY, shown

_NO_AGENCY_NAME = "no-agency"
# Windows keeps these names for itself.
_RESERVED = ("con", "prn", "aux", "nul")


class Sheet(NamedTuple):
    """What one agency is sent: its rows of text, each with a cell for every column.

    `agency` is empty for what nobody leads; `name` is that of its file, without an ending.
    """

    agency: str
    name: str
    rows: tuple[tuple[str, ...], ...]


def collect(
    workspace: Workspace, as_at: date, asked: Filter = EVERYTHING, *, every: bool = False
) -> tuple[Sheet, ...]:
    """A sheet for each agency with open work on a day, in the order of the registries.

    What several agencies lead stands in the sheet of each; what none leads stands in one of its
    own, the last. With `every`, what is closed is there too.
    """
    rows: dict[str, list[tuple[str, ...]]] = {}
    for plan, file, item in workspace.items:
        now = position(plan, item, as_at)
        if asked.allows(file, item) and (every or now.is_open):
            for agency in agencies_of(item, asked):
                rows.setdefault(agency, []).append(_row(Owed(plan, file, item, now), agency, as_at))
    names = _names(workspace.plans)
    return tuple(
        Sheet(agency, name, tuple(rows[agency])) for agency, name in names.items() if agency in rows
    )


def agencies_of(item: Item, asked: Filter = EVERYTHING) -> Iterator[str]:
    """The agencies that lead an item, of those that are asked about; an empty name if none does."""
    found = dict.fromkeys(owner.agency for owner in item.owners if owner.agency) or {"": None}
    return (name for name in found if asked.agencies is None or name in asked.agencies)


def _names(plans: Iterable[LoadedPlan]) -> dict[str, str]:
    """The name of the file for each agency: the same whichever of them are asked about."""
    slugs = Slugs(*_RESERVED)
    nobody = slugs.take(_NO_AGENCY_NAME)
    registered = [name for plan in plans if plan.agencies for name in plan.agencies.names]
    names = {name: slugs.take(name, "agency") for name in dict.fromkeys(registered)}
    return {**names, "": nobody}


def _row(work: Owed, agency: str, as_at: date) -> tuple[str, ...]:
    plan, item, now = work.plan, work.item, work.position
    begun = (str(each.days) for each in unreported(work) if each.days.first <= as_at)
    period = next(begun, "")
    last, entry = now.entries[-1] if now.entries else (None, None)
    told = {
        "plan": plan.title,
        "agency": agency or NO_AGENCY,
        "ref": item.address,
        "action": item.action.action,
        "milestone": item.milestone.milestone if item.milestone else "",
        "due": now.due.text if now.due else "",
        "due by": _due_by(plan, now, period),
        "lead": "; ".join(owner.text for owner in item.owners),
        "state": now.state,
        "rating": now.rating,
        "last report": _long(last),
        "last note": (entry.note or "") if entry else "",
        "period": period,
    }
    return tuple(shown(told.get(column.name, "")) for column in COLUMNS)


def _due_by(plan: LoadedPlan, now: Position, period: str) -> str:
    """The last day; of recurring work that of the period which is owed."""
    if now.due is None or not now.due.every:
        return _long(now.due.by if now.due else None)
    every = occurrences(now.due, plan.term) if plan.term else ()
    return next((_long(each.days.last) for each in every if str(each.days) == period), "")


def _long(day: date | None) -> str:
    return say_day(day) if day else ""
