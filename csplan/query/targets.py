"""Which target a figure is held against."""

from csplan.dates import Days
from csplan.figures import Figure, Target, is_rate
from csplan.query.comparisons import length
from csplan.query.series import Point, Targets, order


def is_share(figure: Figure, unit: str) -> bool:
    """Whether a figure is a rate or a percentage, which is as high for a part of a year."""
    has_decimals = figure.kind == "number" and 0 < figure.half < 1
    return is_rate(unit) or figure.kind == "percent" or has_decimals


def target_for(targets: Targets, point: Point[Figure], *, is_share: bool) -> Point[Target] | None:
    """The target of a figure's period, or the one for all, or the latest of an earlier period.

    A rate is held against the target of the period that it ends in; a count only against that of
    the same months of a year, because other months cannot be expected to have as many.
    """
    days = point.days
    alone = [each for each in targets if each.days is None]
    if days is None or alone:
        return alone[0] if alone else targets[0] if len(targets) == 1 else None
    same = [each for each in targets if each.days == days]
    fit = [each for each in targets if each.days and _fits(each.days, days, is_share=is_share)]
    around = [each for each in fit if each.days and each.days.last >= days.last]
    return next(iter(same or sorted(around, key=_days_of) or fit[-1:]), None)


def _days_of(point: Point[Target]) -> int:
    return order(point.days)[1]


def _fits(target: Days, days: Days, *, is_share: bool) -> bool:
    if is_share:
        return target.first <= days.last
    is_same = length(target) == length(days) and target.first.replace(year=2000) == (
        days.first.replace(year=2000)
    )
    return is_same and target.last < days.last


def target_of_more(targets: Targets, point: Point[Figure]) -> Point[Target] | None:
    """A target of a longer time, of which a figure's period is a part."""
    days = point.days
    wider = (each for each in targets if days and each.days and each.days.holds(days))
    return next(wider, None)
