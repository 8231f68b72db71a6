"""Rules about the figures of indicators: whether they and their periods can be read."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from csplan.dates import NotADate, read_span
from csplan.escape import quoted
from csplan.figures import read_figure
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import matters
from csplan.model import EVERY_PERIOD, Figure, Indicator, Plan, Row
from csplan.query import read_tolerance, starts_month
from csplan.rules.rule import Finding, error, warning
from csplan.source import Route


class _Series(NamedTuple):
    """Figures by period, where they stand, and the name of what they are of."""

    route: Route
    name: str
    unit: str
    figures: Mapping[str, Figure]

    def place(self, period: str) -> Route:
        """Where the figure of a period stands."""
        return self.route if period == EVERY_PERIOD else (*self.route, period)


def _indicators(file: LoadedFile) -> Iterator[tuple[Route, Indicator]]:
    for route, _, matter in matters(file.model) if file.model else ():
        for number, indicator in enumerate(matter.indicators):
            yield (*route, "indicators", number), indicator


def _measures(file: LoadedFile) -> Iterator[tuple[Route, str, str, Indicator | Row]]:
    for route, indicator in _indicators(file):
        unit = indicator.unit or ""
        yield route, indicator.indicator, unit, indicator
        for number, row in enumerate(indicator.rows):
            name = f"{indicator.indicator}, {row.row}"
            yield (*route, "rows", number), name, unit, row


def _series(file: LoadedFile) -> Iterator[_Series]:
    for route, name, unit, measure in _measures(file):
        yield _Series((*route, "values"), name, unit, measure.values)
        yield _Series((*route, "target"), name, unit, measure.target)
        yield _Series((*route, "baseline"), name, unit, measure.baseline)


@error
def unreadable_figure(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A figure of an indicator, or how far amber reaches, cannot be read.

    A figure is a number, a percentage or money, as people write it, with a remark such as
    `(provisional)` if it needs one; or it is why there is none, such as `not yet due`. A target
    may also be a wish, such as `Annual decrease`, or other words, such as `top quartile`.

    Bad:
        indicators:
          - indicator: Assaults
            unit: offences
            values:
              2010/11: 5,50
              2011/12: about four thousand

    Good:
        indicators:
          - indicator: Assaults
            unit: offences
            values:
              2010/11: 5,501
              2011/12: about 4,000
    """
    del plan
    for series in _series(file):
        for period, typed in series.figures.items():
            figure = read_figure(typed.value, series.unit)
            if figure.kind == "unreadable" and not _is_in_words(series, typed.value):
                yield Finding(series.place(period), f"{quoted(series.name)}: {figure.reason}")
            elif figure.kind == "wish" and series.route[-1] != "target":
                words = f"{quoted(typed.value)} is an aim; write the number, or why there is none"
                yield Finding(series.place(period), f"{quoted(series.name)}: {words}")
    for route, text in _tolerances(file):
        if read_tolerance(text) is None:
            words = f"{quoted(text)} does not say how far amber reaches"
            yield Finding(route, f"{words}; write such as `5%` of the target, or `5 points`")


def _is_in_words(series: _Series, text: str) -> bool:
    """Whether a target is no figure at all, such as `top quartile`: it is shown, never rated."""
    return series.route[-1] == "target" and not any(map(str.isdigit, text))


def _tolerances(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    for route, _, _, measure in _measures(file):
        if measure.within:
            yield (*route, "within"), measure.within
    for number, key in enumerate(file.model.ratings if isinstance(file.model, Plan) else ()):
        if key.within:
            yield ("ratings", number, "within"), key.within


@error
def unreadable_figure_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A figure stands under a period that cannot be read.

    Only periods with their year can be put in order, so that the latest figure is known and is
    held against the target of its own period.

    Bad:
        indicators:
          - indicator: Assaults
            values:
              last year: 4,854
              Q4: 3,995

    Good:
        indicators:
          - indicator: Assaults
            values:
              2010/11: 4,854
              Q4 2011/12: 3,995
    """
    for series in _series(file):
        for period in series.figures:
            try:
                _ = period == EVERY_PERIOD or read_span(period, starts_month(plan))
            except NotADate as problem:
                yield Finding(series.place(period), f"{quoted(series.name)}: {problem}")


@warning
def repeated_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A series has two figures for the same period, spelt in two ways.

    Only one of the two can be right.

    Bad:
        indicators:
          - indicator: Assaults
            values:
              2011/12: 3,995
              April 2011 to March 2012: 3,955

    Good:
        indicators:
          - indicator: Assaults
            values:
              2010/11: 4,854
              2011/12: 3,995
    """
    for series in _series(file):
        first: dict[object, str] = {}
        for period in filter(None, series.figures):
            try:
                days = read_span(period, starts_month(plan))
            except NotADate:
                continue
            other = first.setdefault(days, period)
            if other != period:
                words = f"{quoted(period)} is the same period as {quoted(other)}; keep one of them"
                yield Finding(series.place(period), f"{quoted(series.name)}: {words}")
