"""Figures by period: the latest as at a day, the ones before it, the target that it has."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from csplan.dates import Days, NotADate, read_span
from csplan.figures import Figure, Target, read_figure, read_target
from csplan.load import LoadedPlan
from csplan.model import EVERY_PERIOD
from csplan.model import Figure as Typed
from csplan.query.revisions import Revision, revisions

APRIL = 4
_FORECASTS = frozenset({"estimated", "predicted", "indicative"})
Read = TypeVar("Read", Figure, Target)


class Point(NamedTuple, Generic[Read]):
    """A figure or a target and the period that it is for; `days` is None if it stands alone.

    `revisions` are those known on the day that was asked about, oldest first; the figure is that
    of the last one. `is_forecast` if it speaks of a period that has not ended on that day.
    """

    period: str
    days: Days | None
    figure: Read
    revisions: tuple[Revision, ...]
    is_forecast: bool = False


Points = tuple[Point[Figure], ...]
Targets = tuple[Point[Target], ...]
Typeds = Mapping[str, tuple[Typed, ...]]


class Asked(NamedTuple):
    """The day that is asked about, and the day by which a figure has to be known.

    They are the same but for a document, which tells what became known later of its own years.
    """

    as_at: date
    known_by: date


def starts_month(plan: LoadedPlan) -> int:
    """The month in which the plan's years begin; April if it cannot be read."""
    return plan.term.starts_month if plan.term else APRIL


def measured(series: Typeds, unit: str, month: int, asked: Asked) -> Points:
    """What had been measured, in the order of time; periods that cannot be read are left out.

    That is the figures of periods that have ended, as they were known by then, and of others what
    was already said of them: a part of the year, or an estimate.
    """
    found = [
        point
        for period, typed in series.items()
        for days in _days(period, month)
        for point in _measured(period, days, revisions(typed, days, unit), unit, asked)
    ]
    return _sorted(found)


def _measured(
    period: str, days: Days | None, every: tuple[Revision, ...], unit: str, asked: Asked
) -> Iterator[Point[Figure]]:
    has_ended = days is None or days.last <= asked.as_at
    known_by = asked.known_by if has_ended else asked.as_at
    known = tuple(each for each in every if each.known <= known_by)
    if known:
        figure = read_figure(known[-1].typed.value, unit)
        is_forecast = not has_ended and not _FORECASTS.isdisjoint(figure.marks)
        yield Point(period, days, figure, known, is_forecast)


def points(series: Typeds, unit: str, month: int, known_by: date) -> Points:
    """Figures in the order of time, whether or not their periods have ended, such as baselines."""
    return _inorder(series, month, known_by, lambda text: read_figure(text, unit))


def targets(series: Typeds, unit: str, month: int, known_by: date) -> Targets:
    """Targets in the order of time; what has a period that cannot be read is left out."""
    return _inorder(series, month, known_by, lambda text: read_target(text, unit))


def _inorder(
    series: Typeds, month: int, known_by: date, read: Callable[[str], Read]
) -> tuple[Point[Read], ...]:
    found = [
        Point(period, days, read(known[-1].typed.value), known)
        for period, typed in series.items()
        for days in _days(period, month)
        for known in (_known(typed, known_by),)
        if known
    ]
    return _sorted(found)


def _sorted(found: list[Point[Read]]) -> tuple[Point[Read], ...]:
    if len(found) > 1:
        found.sort(key=lambda point: order(point.days))
    return tuple(found)


def _known(typed: tuple[Typed, ...], known_by: date) -> tuple[Revision, ...]:
    return tuple(each for each in revisions(typed, None, "") if each.known <= known_by)


def histories(
    series: Typeds, unit: str, month: int, *, is_measured: bool
) -> dict[str, tuple[Revision, ...]]:
    """All that each period, as typed, was said to be, oldest first; periods never read too."""
    found: dict[str, tuple[Revision, ...]] = {}
    for period, typed in series.items():
        days = next(iter(_days(period, month)), None) if is_measured else None
        found[period] = revisions(typed, days, unit)
    return found


def unplaced(series: Typeds, month: int, known_by: date) -> Iterator[tuple[str, str]]:
    """The periods that cannot be read, each with its figure as typed."""
    for period, typed in series.items():
        if not _days(period, month) and (known := _known(typed, known_by)):
            yield period, known[-1].typed.value


def _days(period: str, month: int) -> tuple[Days | None, ...]:
    if period == EVERY_PERIOD:
        return (None,)
    try:
        return (read_span(period, month),)
    except NotADate:
        return ()


def order(days: Days | None) -> tuple[date, int]:
    """By the last day; of periods that end together, a year comes after its last quarter."""
    return (days.last, (days.last - days.first).days) if days else (date.min, 0)


def latest(series: Points, *, is_real: bool = False) -> Point[Figure] | None:
    """The last that has a figure.

    What is forecast of a period that has not ended is taken only if there is no other figure; if
    `is_real`, so is any prediction.
    """
    found = [point for point in reversed(series) if point.figure.counts]
    real = (point for point in found if not point.is_forecast)
    counted = (point for point in real if not is_real or "predicted" not in point.figure.marks)
    return next(counted, None) or next(iter(found), None)


def without_figure(series: Points, last: Point[Figure] | None) -> Points:
    """What has no figure, and is for a later period than the last that has one."""
    after = order(last.days)[0] if last else date.min
    return tuple(
        point
        for point in series
        if not point.figure.counts and (last is None or order(point.days)[0] > after)
    )
