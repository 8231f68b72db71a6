"""Figures by period: the latest as at a day, the one before it, the target that it has."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, NotADate, read_span
from csplan.figures import Figure, read_figure
from csplan.load import LoadedPlan
from csplan.model import EVERY_PERIOD
from csplan.model import Figure as Typed

APRIL = 4


class Point(NamedTuple):
    """A figure and the period that it is for; `days` is None for one that stands alone."""

    period: str
    days: Days | None
    figure: Figure


Points = tuple[Point, ...]


def starts_month(plan: LoadedPlan) -> int:
    """The month in which the plan's years begin; April if it cannot be read."""
    return plan.term.starts_month if plan.term else APRIL


def points(series: Mapping[str, Typed], unit: str, month: int) -> Points:
    """A series in the order of time; what has a period that cannot be read is left out."""
    found = [
        Point(period, days, read_figure(typed.value, unit))
        for period, typed in series.items()
        for days in _days(period, month)
    ]
    return tuple(sorted(found, key=lambda point: _order(point.days)))


def _days(period: str, month: int) -> tuple[Days | None, ...]:
    if period == EVERY_PERIOD:
        return (None,)
    try:
        return (read_span(period, month),)
    except NotADate:
        return ()


def _order(days: Days | None) -> tuple[date, int]:
    """By the last day; of periods that end together, a year comes after its last quarter."""
    return (days.last, (days.last - days.first).days) if days else (date.min, 0)


def ended(series: Points, as_at: date) -> Points:
    """What is for a period that has ended by the day."""
    return tuple(point for point in series if not point.days or point.days.last <= as_at)


def latest(series: Points) -> Point | None:
    """The last that has a figure."""
    return next((point for point in reversed(series) if point.figure.counts), None)


def without_figure(series: Points, last: Point | None) -> Points:
    """What has no figure, and is for a later period than the last that has one."""
    after = _order(last.days)[0] if last else date.min
    return tuple(
        point
        for point in series
        if point.figure.kind == "missing" and (last is None or _order(point.days)[0] > after)
    )


def before(series: Points, point: Point) -> Point | None:
    """The last figure of an earlier period of the same length."""
    days = point.days
    if days is None:
        return None
    earlier = (
        each
        for each in reversed(series)
        if each.figure.counts and each.days and each.days.last < days.last
    )
    return next(
        (each for each in earlier if each.days and _length(each.days) == _length(days)), None
    )


def _length(days: Days) -> tuple[int, int]:
    return (days.months, 0) if days.months else (0, (days.last - days.first).days)


def target_for(targets: Points, point: Point, *, is_rate: bool) -> Point | None:
    """The target of a figure's period, or the one for all, or the latest of an earlier period.

    A rate is held against the target of the year that it ends in; a count only against that of
    a period of the same length, because part of a year cannot reach the target of all of it.
    """
    days = point.days
    alone = [each for each in targets if each.days is None]
    if days is None or alone:
        return alone[0] if alone else latest(targets) if len(targets) == 1 else None
    same = [each for each in targets if each.days == days]
    around = [each for each in targets if each.days and each.days.first <= days.last]
    fit = [
        each for each in around if each.days and (is_rate or _length(each.days) == _length(days))
    ]
    return next(iter(same or fit[-1:]), None)


def target_of_more(targets: Points, point: Point) -> Point | None:
    """A target of a longer time, of which a figure's period is a part."""
    days = point.days
    wider = (each for each in targets if days and each.days and each.days.holds(days))
    return next(wider, None)
