"""The rule about a series whose periods are of several lengths."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from csplan.dates import Days
from csplan.dates.days import ONE_DAY
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.query.targets import is_share
from csplan.rules.rule import Finding, warning

_NEARLY = timedelta(days=3)
_MOST_PARTS = 12


@warning
def period_of_another_length(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The figures of a series are for periods of different lengths.

    A quarter beside a year looks like a steep fall, and the two are never compared. Give them an
    indicator each, or the same periods throughout. What says `(part year)` is known to be a part,
    and is not complained of; nor is a year that stands beside all its quarters, or a rate or
    percentage of a year that quarters of later years follow. One finding stands for an indicator
    and its rows.

    Bad:
        indicators:
          - indicator: Requirements commenced
            unit: requirements
            values: {2010/11: 177, Q4 2011/12: 112}

    Good:
        indicators:
          - indicator: Requirements commenced
            unit: requirements
            values: {2010/11: 177, 2011/12: 112 (part year)}
    """
    del plan
    told = None
    for each in file.measures:
        if len(each.values) > 1 and each.indicator is not told:
            for period, first in _of_another_length(each):
                told = each.indicator
                words = f"{quoted(each.name)}: {quoted(period.text)} is not as long as"
                words += f" {quoted(first.text)}, so their figures cannot be compared"
                write = "give each length an indicator of its own, or write `(part year)` after one"
                yield Finding(period.route, f"{words}; {write}")


def _of_another_length(each: Measured) -> Iterator[tuple[Period, Period]]:
    """The first period that is not as long as those before it, and one of them."""
    placed = [
        period
        for period in each.values
        if period.days and "part year" not in period.last.figure.marks
    ]
    found = _unlike(placed, each.unit)
    if found:
        sums, parts = _sums([period.days for period in placed if period.days])
        rests = [[one for one in placed if one.days not in left_out] for left_out in (sums, parts)]
        if all(_unlike(rest, each.unit) for rest in rests):
            yield found


def _unlike(placed: list[Period], unit: str) -> tuple[Period, Period] | None:
    for first, period in pairwise(placed):
        if first.days and period.days and not _is_as_long(first.days, period.days):
            holds = first.days.holds(period.days) or period.days.holds(first.days)
            if holds or not is_share(period.last.figure, unit):
                return period, first
    return None


def _is_as_long(first: Days, other: Days) -> bool:
    if first.months or other.months:
        return first.months == other.months
    return abs((first.last - first.first) - (other.last - other.first)) <= _NEARLY


def _sums(placed: list[Days]) -> tuple[set[Days], set[Days]]:
    """The periods that stand beside all of their parts, such as a year and its quarters."""
    shortest: dict[date, Days] = {}
    for days in sorted(placed, key=lambda days: days.last, reverse=True):
        shortest[days.first] = days
    sums, parts = set[Days](), set[Days]()
    for days in placed:
        if found := _parts(days, shortest):
            sums.add(days)
            parts.update(found)
    return sums, parts


def _parts(whole: Days, shortest: dict[date, Days]) -> list[Days]:
    """The shorter periods that make a longer one together; nothing if they don't."""
    found: list[Days] = []
    day = whole.first
    while day <= whole.last and len(found) < _MOST_PARTS:
        part = shortest.get(day, whole)
        if part == whole:
            return []
        found.append(part)
        day = part.last + ONE_DAY
    return found if day == whole.last + ONE_DAY else []
