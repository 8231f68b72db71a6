"""Indicators on their way into the next plan: their history stays, what they aimed at goes."""

from collections.abc import Iterator
from datetime import date

from csplan.dates import NotADate, Term, read_span
from csplan.edit import Change, Put, Remove
from csplan.escape import one_line
from csplan.load import read_series
from csplan.model import EVERY_PERIOD, Indicator, Measure
from csplan.model.figures import Series
from csplan.query.series import latest, points
from csplan.source import Route

# What a report of the old year stated.
_STATED = ("rating", "direction", "exception")


def changes(indicator: Indicator, route: Route, old: Term, new: Term) -> Iterator[Change]:
    """What is changed in an indicator and in the rows of its breakdown.

    The last figure that it has becomes its baseline. Targets of earlier years go, and so does what
    a report stated of the old year.
    """
    for measure, at in _measures(indicator, route):
        yield from _of_measure(measure, at, indicator.unit or "", old, new)


def _measures(indicator: Indicator, route: Route) -> Iterator[tuple[Measure, Route]]:
    for number, row in enumerate(indicator.rows):
        yield row, (*route, "rows", number)
    yield indicator, route


def _of_measure(
    measure: Measure, route: Route, unit: str, old: Term, new: Term
) -> Iterator[Change]:
    series = read_series(("values",), measure.values, unit, old.starts_month)
    last = latest(points(series, date.max), is_real=True)
    if last and last.period:
        yield Put(route, "baseline", {last.period: last.figure.text})
    gone = list(_over(measure.target, new))
    if gone and len(gone) == len(measure.target):
        yield Remove((*route, "target"))
    else:
        for period in gone:
            yield Remove((*route, "target", period))
    for key in _STATED:
        if getattr(measure, key):
            yield Remove((*route, key))


def _over(target: Series, new: Term) -> Iterator[str]:
    """The periods of targets that are over when the new plan begins; one for all is the old's."""
    for period in target:
        if period == EVERY_PERIOD or _ends_before(period, new):
            yield period


def _ends_before(period: str, new: Term) -> bool:
    try:
        return read_span(period, new.starts_month).last < new.days.first
    except NotADate:
        return False


def to_set(indicator: Indicator, new: Term, period: str) -> Iterator[str]:
    """What has to be set for an indicator, with the target that it had."""
    if indicator.polarity == "monitor":
        return
    over = list(_over(indicator.target, new))
    if over:
        was = ", ".join(_target(indicator.target, each) for each in over)
        yield f"set a target for {period}; it was {was}"
    if any(list(_over(row.target, new)) for row in indicator.rows):
        yield f"set targets for {period} in its rows"
    if any(_aims_from_an_older_baseline(each, new) for each in (indicator, *indicator.rows)):
        yield "its baseline is the last figure now; check the other targets"


def _aims_from_an_older_baseline(measure: Measure, new: Term) -> bool:
    """Whether a target of years to come was set when there was another baseline."""
    is_set = len(list(_over(measure.target, new))) < len(measure.target)
    return bool(is_set and measure.values and measure.baseline)


def _target(target: Series, period: str) -> str:
    value = one_line(target[period][-1].value)
    return f"{value} ({period})" if period else value
