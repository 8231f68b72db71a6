"""Rules about ratings and directions of travel that rest on figures that nobody can see."""

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from csplan.dates import Days
from csplan.diagnostic import counted, listed
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.query import COLOURS
from csplan.rules.figures.series import broken_down, latest_of
from csplan.rules.rule import Finding, warning

_TWO = 2
_A_YEAR = timedelta(days=366)


@warning
def rated_without_figure(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An indicator or a row of one is rated and has no figure for the period that is rated.

    Of a row it is told if the indicator as a whole has a figure; of a whole, if its last one is
    more than a year older than the plan, and others have newer ones. Whoever made the report had
    the figures, or guessed: nobody can tell. Add them, or take the ratings out. All such rows of an
    indicator are told in one.

    Bad:
        indicators:
          - indicator: Burglaries
            unit: offences
            values: {2010/11: 652, 2011/12: 610}
            rows:
              - row: High Peak
                values: {2010/11: 312}
                rating: green

    Good:
        indicators:
          - indicator: Burglaries
            unit: offences
            values: {2010/11: 652, 2011/12: 610}
            rows:
              - row: High Peak
                values: {2010/11: 312, 2011/12: 298}
                rating: green
    """
    for whole, rows in broken_down(file):
        if old := _long_ago(whole, plan):
            more = sum(map(_is_rated, rows))
            others = f", with {counted(more, 'row')} of it" if more else ""
            words = f"{quoted(whole.name)} is rated {whole.indicator.rating}{others}, and its last"
            words += f" figure is for {old.text}, long before the plan began; add the figures, or"
            yield Finding((*whole.route, "rating"), f"{words} take the ratings out")
            continue
        last = latest_of(whole) if rows else None
        lacking = [row for row in rows if last and _is_rated(row) and not _has(row, last.days)]
        if last and lacking:
            many = counted(len(lacking), "row")
            words = f"{quoted(whole.name)}: {many} {'is' if len(lacking) == 1 else 'are'} rated"
            words += f" without a figure for {last.text}, which the whole has: "
            names = listed((row.row.row for row in lacking if row.row), "and")
            yield Finding(
                (*lacking[0].route, "rating"),
                f"{words}{names}; add the figures, or take the ratings out",
            )


def _long_ago(whole: Measured, plan: LoadedPlan) -> Period | None:
    """The last figure of what is rated, if it is more than a year older than the plan."""
    last = latest_of(whole) if plan.term and _is_rated(whole) else None
    if plan.term and last and last.days and last.days.last < plan.term.days.first - _A_YEAR:
        # Of a plan that is to begin, no figure can be newer.
        return last if _is_reported(plan) else None
    return None


@lru_cache(1)
def _is_reported(plan: LoadedPlan) -> bool:
    """Whether some indicator of a plan has a figure from its own years."""
    days = [period.days for file in plan.files for each in file.measures for period in each.values]
    return any(plan.term and plan.term.days.holds(one) for one in days if one)


def _counts(period: Period) -> bool:
    return period.last.figure.counts


def _is_rated(row: Measured) -> bool:
    return row.measure.rating in COLOURS


def _has(row: Measured, days: Days | None) -> bool:
    return any(_counts(each) and each.days == days for each in row.values)


@warning
def direction_unchecked(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A direction of travel is stated, and there are not two figures to see it by.

    `improved` and its like say how a figure stands to the one before it. Add the earlier figure, as
    one of the `values` or as `baseline`, or take the direction out. The rows of an indicator are
    not named apart.

    Bad:
        indicators:
          - indicator: Calls to the police
            unit: calls
            polarity: decrease
            values: {2008/09: "49,969"}
            direction: improved

    Good:
        indicators:
          - indicator: Calls to the police
            unit: calls
            polarity: decrease
            values: {2008/09: "49,969", 2009/10: "43,210"}
            direction: improved
    """
    del plan
    for whole, rows in broken_down(file):
        found = [
            each for each in (whole, *rows) if each.measure.direction and _figures(each) < _TWO
        ]
        for each in found[:1]:
            more = f", and {counted(len(found) - 1, 'row')} of it" if found[1:] else ""
            said = quoted(each.measure.direction or "")
            held = "one figure" if _figures(each) else "no figure"
            words = f"{quoted(each.name)}{more}: the direction is {said} and there is {held}"
            yield Finding(
                (*each.route, "direction"),
                f"{words}; add what it is compared with, or take the direction out",
            )


def _figures(each: Measured) -> int:
    return sum(map(_counts, (*each.values, *each.baseline)))
