"""What a file counts: the figures of its indicators and the cells of its tables, read once."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from csplan.dates import Days, NotADate, Term, read_span
from csplan.figures import Figure, Sheet, Target, read_figure, read_target
from csplan.load.index import Model, matters
from csplan.model import EVERY_PERIOD, Indicator, Row, Table
from csplan.model import Figure as Typed
from csplan.source import Route

APRIL = 4


class Said(NamedTuple):
    """A figure or a target as it was typed and read, and where it stands."""

    route: Route
    typed: Typed
    figure: Figure
    target: Target | None = None


class Period(NamedTuple):
    """What was said of a period, in the order of the file.

    `days` is None for a figure that stands alone, and for a period that cannot be read: then
    `problem` says why.
    """

    route: Route
    text: str
    days: Days | None
    problem: str
    said: tuple[Said, ...]


Series = tuple[Period, ...]
"""The periods of a series, in the order of the file."""


class Measured(NamedTuple):
    """An indicator or a row of one, where it stands, what it is called, and its series."""

    route: Route
    name: str
    unit: str
    indicator: Indicator
    row: Row | None
    values: Series
    target: Series
    baseline: Series

    @property
    def measure(self) -> Indicator | Row:
        """What holds the figures: the row, or the indicator itself."""
        return self.row or self.indicator

    @property
    def polarity(self) -> str:
        """Which way is better; a row goes by its indicator's unless it has its own."""
        return self.measure.polarity or self.indicator.polarity or ""

    @property
    def every(self) -> Iterator[Period]:
        """The periods of all three series."""
        yield from self.values
        yield from self.target
        yield from self.baseline


class Tabled(NamedTuple):
    """A table of a file, where it stands, and its cells as figures."""

    route: Route
    table: Table
    sheet: Sheet


def measures(model: Model, term: Term | None) -> Iterator[Measured]:
    """Every indicator and every row of one, in the order of the file."""
    month = term.starts_month if term else APRIL
    for route, _, matter in matters(model):
        for number, indicator in enumerate(matter.indicators):
            place = (*route, "indicators", number)
            yield _measured(place, indicator, None, month)
            for at, row in enumerate(indicator.rows):
                yield _measured((*place, "rows", at), indicator, row, month)


def _measured(route: Route, indicator: Indicator, row: Row | None, month: int) -> Measured:
    measure, unit = row or indicator, indicator.unit or ""
    name = f"{indicator.indicator}, {row.row}" if row else indicator.indicator
    values = _series((*route, "values"), measure.values, unit, month)
    target = _series((*route, "target"), measure.target, unit, month)
    baseline = _series((*route, "baseline"), measure.baseline, unit, month)
    return Measured(route, name, unit, indicator, row, values, target, baseline)


def _series(route: Route, typed: Mapping[str, tuple[Typed, ...]], unit: str, month: int) -> Series:
    return tuple(_period(route, text, said, unit, month) for text, said in typed.items())


def _period(route: Route, text: str, every: tuple[Typed, ...], unit: str, month: int) -> Period:
    is_target = route[-1] == "target"
    days, problem = None, ""
    if text != EVERY_PERIOD:
        route = (*route, text)
        try:
            days = read_span(text, month)
        except NotADate as found:
            problem = str(found)
    said = tuple(
        Said(
            (*route, number),
            each,
            read_figure(each.value, unit),
            read_target(each.value, unit) if is_target else None,
        )
        for number, each in enumerate(every)
    )
    return Period(route, text, days, problem, said)


def tables(model: Model) -> Iterator[Tabled]:
    """Every table, those of funding too, in the order of the file."""
    for route, _, matter in matters(model):
        for key, found in (("tables", matter.tables), ("funding", matter.funding)):
            for number, table in enumerate(found):
                yield Tabled((*route, key, number), table, sheet_of(table))


def sheet_of(table: Table) -> Sheet:
    """The cells of a table as figures."""
    return Sheet(table.columns, table.rows, table.unit or "", table.total, table.changes)
