"""Figures by period: the latest as at a day, the ones before it, the target that it has."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from csplan.dates import Days
from csplan.figures import Figure, Target, read_target
from csplan.load import APRIL, LoadedPlan, Period, Revision, Series

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


class Asked(NamedTuple):
    """The day that is asked about, and the day by which a figure has to be known.

    They are the same but for a document, which tells what became known later of its own years.
    """

    as_at: date
    known_by: date


def starts_month(plan: LoadedPlan) -> int:
    """The month in which the plan's years begin; April if it cannot be read."""
    return plan.term.starts_month if plan.term else APRIL


def measured(series: Series, asked: Asked) -> Points:
    """What had been measured, in the order of time; periods that cannot be read are left out.

    That is the figures of periods that have ended, as they were known by then, and of others what
    was already said of them: a part of the year, or an estimate.
    """
    return _sorted([point for period in series for point in _measured(period, asked)])


def _measured(period: Period, asked: Asked) -> Iterator[Point[Figure]]:
    has_ended = period.days is None or period.days.last <= asked.as_at
    known = period.by(asked.known_by if has_ended else asked.as_at)
    if known and not period.problem:
        figure = known[-1].figure
        is_forecast = not has_ended and not _FORECASTS.isdisjoint(figure.marks)
        yield Point(period.text, period.days, figure, known, is_forecast)


def points(series: Series, known_by: date) -> Points:
    """Figures in the order of time, whether or not their periods have ended, such as baselines."""
    return _inorder(series, known_by, lambda last: last.figure)


def targets(series: Series, unit: str, known_by: date) -> Targets:
    """Targets in the order of time; what has a period that cannot be read is left out."""
    return _inorder(series, known_by, lambda last: read_target(last.typed.value, unit))


def _inorder(
    series: Series, known_by: date, read: Callable[[Revision], Read]
) -> tuple[Point[Read], ...]:
    found = [
        Point(period.text, period.days, read(known[-1]), known)
        for period in series
        if not period.problem and (known := period.by(known_by))
    ]
    return _sorted(found)


def _sorted(found: list[Point[Read]]) -> tuple[Point[Read], ...]:
    if len(found) > 1:
        found.sort(key=lambda point: order(point.days))
    return tuple(found)


def unplaced(series: Series, known_by: date) -> Iterator[tuple[str, str]]:
    """The periods that cannot be read, each with its figure as typed."""
    for period in series:
        if period.problem and (known := period.by(known_by)):
            yield period.text, known[-1].typed.value


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
