"""From which day on something can be asked about."""

from datetime import date

from csplan.dates import NotADate, read_day, read_due
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Meetings


def begins(plan: LoadedPlan, file: LoadedFile, item: Item) -> date | None:
    """The day on which work starts, or that of the meeting that it arises from; None if unsaid."""
    start = item.entry.start or item.action.start
    days = read_due(start, plan.term).days if start else None
    return days.first if days else held_on(file, item)


def first_day(plan: LoadedPlan, file: LoadedFile, item: Item) -> date | None:
    """The day on which work begins, that of its plan if it gives none; None if neither is known."""
    return begins(plan, file, item) or (plan.term.days.first if plan.term else None)


def held_on(file: LoadedFile, item: Item) -> date | None:
    """The day of the meeting that an action arises from; None for all others."""
    if not isinstance(file.model, Meetings):
        return None
    try:
        return read_day(file.model.meetings[int(item.route[1])].on)
    except NotADate:
        return None


def is_to_come(file: LoadedFile, item: Item, as_at: date) -> bool:
    """Whether an action arises from a meeting that is still to be held."""
    held = held_on(file, item)
    return held is not None and held > as_at
