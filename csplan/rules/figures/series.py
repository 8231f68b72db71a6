"""The series of figures that a file holds, and where they stand in it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import matters
from csplan.model import EVERY_PERIOD, Figure, Indicator, Plan, Row
from csplan.query import Reading, readings
from csplan.source import Route


# The rules of a file are asked one after the other, so one set of readings serves them all.
@lru_cache(1)
def readings_of(plan: LoadedPlan, file: LoadedFile) -> tuple[Reading, ...]:
    """The indicators of a file and their rows, with all that is known of their figures."""
    return tuple(readings(plan, file, date.max))


class Series(NamedTuple):
    """Figures by period, where they stand, and the name of what they are of."""

    route: Route
    name: str
    unit: str
    figures: Mapping[str, tuple[Figure, ...]]

    @property
    def every(self) -> Iterator[tuple[Route, str, Figure]]:
        """Each figure, where it stands and its period; those that were revised too."""
        for period, figures in self.figures.items():
            for number, figure in enumerate(figures):
                yield (*self.place(period), number), period, figure

    def place(self, period: str) -> Route:
        """Where the figures of a period stand."""
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


def series_of(file: LoadedFile) -> Iterator[Series]:
    """Every series of a file."""
    for route, name, unit, measure in _measures(file):
        yield Series((*route, "values"), name, unit, measure.values)
        yield Series((*route, "target"), name, unit, measure.target)
        yield Series((*route, "baseline"), name, unit, measure.baseline)


def tolerances_of(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    """How far amber reaches, as typed in indicators and in the plan's key, and where it stands."""
    for route, _, _, measure in _measures(file):
        if measure.within:
            yield (*route, "within"), measure.within
    for number, key in enumerate(file.model.ratings if isinstance(file.model, Plan) else ()):
        if key.within:
            yield ("ratings", number, "within"), key.within
