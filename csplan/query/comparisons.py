"""What a figure is compared with: earlier figures that are like it, and which way it went."""

from datetime import date
from decimal import Decimal

from csplan.dates import Days
from csplan.dates.days import ONE_DAY
from csplan.figures import Figure
from csplan.query.series import Point, Points, order

_MONTHS = 12
_DAYS = 365


def direction_of(better: Decimal | int) -> str:
    """`improved`, `worsened` or `unchanged`, by how much better it is."""
    return "unchanged" if not better else "improved" if better > 0 else "worsened"


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
    last_year = year_before(series, point) if is_part else None
    last = before(series, point)
    found = (last_year, None if last is last_year else last)
    return tuple(each for each in found if each)


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
