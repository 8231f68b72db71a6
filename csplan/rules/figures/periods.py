"""Rules about the periods of a series: gaps, and figures that were copied on."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.figures import is_exact
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.rules.figures.series import broken_down
from csplan.rules.rule import Finding, warning

_YEAR = 12
_FEWEST = 3
_DIGITS = 3


@warning
def gap_in_series(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A series has no entry for a period between two others, or a row ends before its whole.

    A reader takes the two figures for neighbours. Write the figure, or why there is none, such as
    `not available`. The rows of an indicator are not named apart.

    Bad:
        indicators:
          - indicator: Burglaries
            unit: offences
            values: {2008/09: 916, 2010/11: 652}

    Good:
        indicators:
          - indicator: Burglaries
            unit: offences
            values: {2008/09: 916, 2009/10: not available, 2010/11: 652}
    """
    del plan
    for whole, rows in broken_down(file):
        found = [(each, gap) for each in (whole, *rows) for gap in _gaps(each)]
        found += list(_ended(whole, rows))
        for each, words in found[:1]:
            others = len({id(other) for other, _ in found} - {id(each)})
            more = f", with a gap in {counted(others, 'other row')} of it" if others else ""
            write = "write the figure, or why there is none, such as `not available`"
            place = (*each.route, "values")
            yield Finding(place, f"{quoted(each.name)} {words}{more}; {write}")


def _gaps(each: Measured) -> Iterator[str]:
    """What is missing between two periods of a series, if their neighbours are of one length."""
    for length, alike in _by_length(each.values).items() if len(each.values) > 1 else ():
        steps = [_begins(last) - _begins(first) for first, last in pairwise(alike)]
        is_year = length == _YEAR and not _is_every_other(each, length, alike)
        is_regular = is_year or (len(alike) >= _FEWEST and length in steps)
        for (first, last), step in zip(pairwise(alike), steps, strict=True):
            if is_regular and step >= 2 * length:
                yield f"has nothing between {first.text} and {last.text}"


def _is_every_other(each: Measured, length: int, alike: list[Period]) -> bool:
    """Whether figures and targets are as many years apart, as those of a survey are."""
    every = {_begins(period) for period in (*alike, *_by_length(each.target).get(length, ()))}
    steps = [last - first for first, last in pairwise(sorted(every))]
    return len(steps) > 1 and len(set(steps)) == 1


def _by_length(series: tuple[Period, ...]) -> dict[int, list[Period]]:
    """The periods of whole months by how many they are, each in the order of time."""
    found: dict[int, list[Period]] = {}
    for period in series:
        if period.days and (months := period.days.months):
            found.setdefault(months, []).append(period)
    for alike in found.values():
        alike.sort(key=_begins)
    return found


def _begins(period: Period) -> int:
    """The first month of a period, in months since the first year."""
    return 12 * period.days.first.year + period.days.first.month if period.days else 0


def _ended(whole: Measured, rows: list[Measured]) -> Iterator[tuple[Measured, str]]:
    """The rows that have figures, but none for the last period of the whole."""
    placed = [period for period in whole.values if period.days and period.last.figure.counts]
    last = max(placed, key=_begins, default=None) if rows else None
    for row in rows:
        if last and row.values and all(period.days != last.days for period in row.values):
            yield row, f"has nothing for {last.text}, which the whole has"


@warning
def figure_copied_on(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The very same figure stands for three periods in a row.

    A figure of three digits or more seldom stays the same for years: it was likely copied on
    because nothing newer was there. If so, write `not available` for the later ones, and not the
    old figure with a `note`: it is compared, charted and rated as if it were new.

    Bad:
        indicators:
          - indicator: Hospital admissions
            unit: per 100,000 population
            values: {2009/10: 371.59, 2010/11: 371.59, 2011/12: 371.59}

    Good:
        indicators:
          - indicator: Hospital admissions
            unit: per 100,000 population
            values: {2009/10: 371.59, 2010/11: not available, 2011/12: not available}
    """
    del plan
    for each in file.measures:
        for first, last, number in _copied(each) if len(each.values) >= _FEWEST else ():
            words = f"{quoted(each.name)}: {quoted(last.last.typed.value)} stands for {number}"
            words += f" periods in a row, {first.text} to {last.text}"
            write = "if it was copied on, write `not available` for the later ones"
            yield Finding(last.route, f"{words}; {write}")


def _copied(each: Measured) -> Iterator[tuple[Period, Period, int]]:
    """Runs of one figure: the first and the last period, and how many there are."""
    for alike in _by_length(each.values).values():
        for number, run in groupby(alike, key=lambda period: period.last.figure.number):
            first, *others = run
            is_long = number is not None and len(number.as_tuple().digits) >= _DIGITS
            if is_long and is_exact(first.last.figure) and len(others) + 1 >= _FEWEST:
                yield first, others[-1], len(others) + 1
