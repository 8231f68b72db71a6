"""Where something due stands on a day: its state, its rating and the date that counts."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from csplan.dates import Due, NotADate, read_day, read_due
from csplan.load import Item, LoadedPlan
from csplan.model import Progress

CLOSED = frozenset({"complete", "stopped", "carried forward"})

Entries = tuple[tuple[date, Progress], ...]
"""Progress entries, each with its day."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where an item stands on a day, from the progress entries dated up to that day.

    `due` is the latest agreed date, or the original one; `moved_from` is the original if the
    board agreed another. `entries` are those counted, oldest first. `day` is that of the entry
    which gave the state, an entry of the action if that closed the milestone.
    """

    state: str
    rating: str
    due: Due | None
    moved_from: Due | None
    entries: Entries
    day: date | None = None

    @property
    def days_moved(self) -> int:
        """How many days later the agreed date is than the original one; 0 if it was not moved."""
        if self.moved_from is None or self.due is None:
            return 0
        if self.moved_from.days is None or self.due.days is None:
            return 0
        return (self.due.days.last - self.moved_from.days.last).days

    @property
    def is_open(self) -> bool:
        """Whether anything is still owed."""
        return self.state not in CLOSED


def position(plan: LoadedPlan, item: Item, as_at: date) -> Position:
    """Where an item stands on a day. An action that is closed closes its milestones."""
    entries = entries_up_to(item.entry.progress, as_at)
    agreed = _latest(entries, "due")
    due = read_due(agreed, plan.term) if agreed else item.due
    state, day = _state(entries, due)
    if item.milestone and state not in CLOSED:
        of_action = _state(entries_up_to(item.action.progress, as_at), None)
        state, day = of_action if of_action[0] in CLOSED else (state, day)
    rating = _latest(entries, "rating") if state == "in progress" else ""
    return Position(state, rating, due, item.due if agreed else None, entries, day)


def last_position(plan: LoadedPlan, item: Item) -> Position:
    """Where an item of a plan stands by all that is known; worked out once, however often asked."""
    known = _known(plan)
    if id(item) not in known:
        known[id(item)] = position(plan, item, date.max)
    return known[id(item)]


# Items are told apart by identity: to compare all that they hold would take as long.
@lru_cache(1)
def _known(plan: LoadedPlan) -> dict[int, Position]:
    del plan
    return {}


def lasting(now: Position) -> Entries:
    """The entries since which an item has stood as it does, in state and rating, without a break.

    The first of them is the one that made it so; nothing if no entry of its own did.
    """
    start = len(now.entries)
    while start and _stood(now.entries[:start], now.due) == (now.state, now.rating):
        start -= 1
    return now.entries[start:]


def _stood(entries: Entries, due: Due | None) -> tuple[str, str]:
    state, _ = _state(entries, due)
    return state, _latest(entries, "rating") if state == "in progress" else ""


def _state(entries: Entries, due: Due | None) -> tuple[str, date | None]:
    """The latest state and the day on which it was said.

    A later rating without a state says that work is in progress, but does not open what was
    closed. So does a report on a period of recurring work that was not started.

    Recurring work is not complete before its last period ends: until then `complete` speaks of
    one report, as does an entry that `covers` a period.
    """
    place = max((number for number, (_, each) in enumerate(entries) if each.state), default=-1)
    state, said = _stated(*entries[place], due) if place >= 0 else ("not started", None)
    if state not in CLOSED:
        for day, entry in reversed(entries[place + 1 :]):
            if entry.rating or (state == "not started" and _is_of_period(day, entry, due)):
                return "in progress", day
    return state, said


def _stated(day: date, entry: Progress, due: Due | None) -> tuple[str, date]:
    is_one_report = due is not None and due.every > 0 and (entry.covers or not _is_last(due, day))
    is_going_on = entry.state == "complete" and is_one_report
    return "in progress" if is_going_on else entry.state or "", day


def _is_of_period(day: date, entry: Progress, due: Due | None) -> bool:
    """Whether an entry reports on a period of recurring work, named or begun by its day.

    One that only agrees another date is no such report.
    """
    if due is None or not due.every:
        return False
    has_begun = due.days is not None and day >= due.days.first
    return bool(entry.covers) or (has_begun and not entry.due)


def _is_last(due: Due, day: date) -> bool:
    return due.days is not None and day >= due.days.last


def entries_up_to(progress: tuple[Progress, ...], as_at: date) -> Entries:
    """The entries of that day and before, oldest first; none whose day cannot be read."""
    dated = [(day, entry) for entry in progress if (day := day_of(entry)) and day <= as_at]
    return tuple(sorted(dated, key=lambda pair: pair[0]))


def day_of(entry: Progress) -> date | None:
    """The day of an entry, or None if it cannot be read."""
    try:
        return read_day(entry.on)
    except NotADate:
        return None


def _latest(entries: Entries, field: str) -> str:
    values = (getattr(entry, field) for _, entry in reversed(entries))
    return next((value for value in values if value), "")
