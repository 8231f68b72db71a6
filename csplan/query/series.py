"""Figures by period: the latest as at a day, the ones before it, the target that it has."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from csplan.dates import Days, NotADate, read_span
from csplan.dates.days import ONE_DAY
from csplan.figures import Figure, Target, read_figure, read_target
from csplan.load import LoadedPlan
from csplan.model import EVERY_PERIOD
from csplan.model import Figure as Typed

APRIL = 4
_MONTHS = 12
_DAYS = 365
Read = TypeVar("Read", Figure, Target)


class Point(NamedTuple, Generic[Read]):
    """A figure or a target and the period that it is for; `days` is None if it stands alone."""

    period: str
    days: Days | None
    figure: Read


Points = tuple[Point[Figure], ...]
Targets = tuple[Point[Target], ...]


def starts_month(plan: LoadedPlan) -> int:
    """The month in which the plan's years begin; April if it cannot be read."""
    return plan.term.starts_month if plan.term else APRIL


def points(series: Mapping[str, Typed], unit: str, month: int) -> Points:
    """A series in the order of time; what has a period that cannot be read is left out."""
    return _inorder(series, month, lambda text: read_figure(text, unit))


def targets(series: Mapping[str, Typed], unit: str, month: int) -> Targets:
    """Targets in the order of time; what has a period that cannot be read is left out."""
    return _inorder(series, month, lambda text: read_target(text, unit))


def _inorder(
    series: Mapping[str, Typed], month: int, read: Callable[[str], Read]
) -> tuple[Point[Read], ...]:
    found = [
        Point(period, days, read(typed.value))
        for period, typed in series.items()
        for days in _days(period, month)
    ]
    return tuple(sorted(found, key=lambda point: order(point.days)))


def unplaced(series: Mapping[str, Typed], month: int) -> Iterator[tuple[str, str]]:
    """The periods that cannot be read, each with its figure as typed."""
    for period, typed in series.items():
        if not _days(period, month):
            yield period, typed.value


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


def ended(series: Points, as_at: date) -> Points:
    """What is for a period that has ended by the day."""
    return tuple(point for point in series if not point.days or point.days.last <= as_at)


def latest(series: Points, *, is_real: bool = False) -> Point[Figure] | None:
    """The last that has a figure; a predicted one only if there is no other, if `is_real`."""
    found = [point for point in reversed(series) if point.figure.counts]
    real = (point for point in found if "predicted" not in point.figure.marks)
    return next(real if is_real else iter(found), None) or next(iter(found), None)


def without_figure(series: Points, last: Point[Figure] | None) -> Points:
    """What has no figure, and is for a later period than the last that has one."""
    after = order(last.days)[0] if last else date.min
    return tuple(
        point
        for point in series
        if not point.figure.counts and (last is None or order(point.days)[0] > after)
    )


def last_whole(series: Points, point: Point[Figure]) -> Point[Figure] | None:
    """The last figure before a point that is for a whole year."""
    earlier = (each for each in reversed(series) if order(each.days) < order(point.days))
    return next((each for each in earlier if each.figure.counts and _is_whole(each)), None)


def _is_whole(point: Point[Figure]) -> bool:
    return bool(point.days and _lasts_year(point.days)) and "part year" not in point.figure.marks


def earlier(series: Points, point: Point[Figure]) -> Points:
    """What a figure is compared with, the nearest to it in meaning first.

    That is the same part of the year before, unless it is for a year, then the last figure of an
    earlier period of the same length.
    """
    days = point.days
    if days is None:
        return ()
    is_part = not _lasts_year(days)
    found = (year_before(series, point) if is_part else None, before(series, point))
    return tuple(dict.fromkeys(filter(None, found)))


def year_before(series: Points, point: Point[Figure]) -> Point[Figure] | None:
    """The figure of exactly twelve months earlier."""
    if point.days is None:
        return None
    same = Days(_year_earlier(point.days.first), _year_earlier(point.days.last + ONE_DAY) - ONE_DAY)
    return of_days(series, same)


def _year_earlier(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def of_days(series: Points, days: Days) -> Point[Figure] | None:
    """The figure of a period."""
    return next((each for each in series if each.figure.counts and each.days == days), None)


def before(series: Points, point: Point[Figure]) -> Point[Figure] | None:
    """The last figure of an earlier period of the same length."""
    days = point.days
    if days is None:
        return None
    found = (each for each in reversed(series) if each.figure.counts and each.days)
    return next(
        (
            each
            for each in found
            if each.days and each.days.last < days.last and length(each.days) == length(days)
        ),
        None,
    )


def length(days: Days) -> tuple[int, int]:
    """How long a period is: in whole months, or else in days."""
    return (days.months, 0) if days.months else (0, (days.last - days.first).days)


def _lasts_year(days: Days) -> bool:
    return days.months >= _MONTHS or (days.last - days.first).days + 1 >= _DAYS
