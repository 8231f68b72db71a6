"""What a period's figure was as it became known: its revisions, and which counts on a day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, NotADate, read_day
from csplan.figures import Figure, read_figure
from csplan.model import Figure as Typed

_AHEAD = frozenset({"part year", "estimated", "predicted", "indicative"})


class Revision(NamedTuple):
    """A figure as typed and as read; `number` is its place in the list of its period.

    `on` is the day that it gives, if it can be read; `known` the day from which it counts.
    """

    number: int
    typed: Typed
    on: date | None
    known: date
    figure: Figure


def revisions(typed: Sequence[Typed], days: Days | None, unit: str) -> tuple[Revision, ...]:
    """The figures of a period in the order in which they became known, the latest one last.

    `days` are those that had to end before the figure could be known; None if there are none, as
    for a target. A figure counts from the day that it gives, and one without a day from the last
    of its period. So does one that gives an earlier day and cannot have been known by then. What
    has no day was known before what follows it in the list.
    """
    if len(typed) == 1:
        return (_revision(0, typed[0], days, unit),)
    found: list[Revision] = []
    following = date.max
    for number, each in reversed(tuple(enumerate(typed))):
        revision = _revision(number, each, days, unit)
        known = revision.known if revision.on else min(revision.known, following)
        following = min(known, following) if revision.on else following
        found.append(revision._replace(known=known))
    return tuple(sorted(found, key=lambda revision: (revision.known, revision.number)))


def _revision(number: int, typed: Typed, days: Days | None, unit: str) -> Revision:
    on, figure = read_on(typed) if typed.on else None, read_figure(typed.value, unit)
    known = on or date.min
    if days and (on is None or (on < days.last and not is_ahead(figure))):
        known = days.last
    return Revision(number, typed, on, known, figure)


def read_on(typed: Typed) -> date | None:
    """The day on which a figure became known, if it says so in a way that can be read."""
    try:
        return read_day(typed.on) if typed.on else None
    except NotADate:
        return None


def is_ahead(figure: Figure) -> bool:
    """Whether it can be known before its period has ended: a part, an estimate, or a reason."""
    return figure.kind == "missing" or not _AHEAD.isdisjoint(figure.marks)
