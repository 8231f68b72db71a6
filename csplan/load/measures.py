"""What a file counts: the figures of its indicators and the cells of its tables, read once."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, NotADate, Term, read_span
from csplan.figures import Line, Sheet
from csplan.load.index import Model, matters
from csplan.load.revisions import Revision, revisions
from csplan.model import EVERY_PERIOD, Indicator, Row, Table, Theme
from csplan.model import Figure as Typed
from csplan.source import Route

APRIL = 4


class Period(NamedTuple):
    """What was said of a period, the latest last, and where it stands.

    `days` is None for a figure that stands alone, and for a period that cannot be read: then
    `problem` says why.
    """

    route: Route
    text: str
    days: Days | None
    problem: str
    revisions: tuple[Revision, ...]

    @property
    def last(self) -> Revision:
        """What became known last."""
        return self.revisions[-1]

    def place(self, revision: Revision) -> Route:
        """Where one of its figures stands."""
        return (*self.route, revision.number)

    def by(self, day: date) -> tuple[Revision, ...]:
        """What was known by a day."""
        if self.last.known <= day:
            return self.revisions
        return tuple(each for each in self.revisions if each.known <= day)


Series = tuple[Period, ...]
"""The periods of a series, in the order of the file."""


class Measured(NamedTuple):
    """An indicator or a row of one, where it stands, what it is called, and its series.

    `theme` and `sub_theme` are the titles of what holds it.
    """

    route: Route
    theme: str
    sub_theme: str
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
    """A table of a file, where it stands, and its rows as figures."""

    route: Route
    table: Table
    sheet: Sheet
    lines: tuple[Line, ...]


def measures(model: Model, term: Term | None) -> Iterator[Measured]:
    """Every indicator and every row of one, in the order of the file."""
    month = term.starts_month if term else APRIL
    for route, title, matter in matters(model):
        theme = model.theme if isinstance(model, Theme) else title
        titles = (theme, title if route else "")
        for number, indicator in enumerate(matter.indicators):
            place = (*route, "indicators", number)
            yield _measured(place, titles, indicator, None, month)
            for at, row in enumerate(indicator.rows):
                yield _measured((*place, "rows", at), titles, indicator, row, month)


def _measured(
    route: Route, titles: tuple[str, str], indicator: Indicator, row: Row | None, month: int
) -> Measured:
    measure, unit = row or indicator, indicator.unit or ""
    name = f"{indicator.indicator}, {row.row}" if row else indicator.indicator
    series = (
        read_series((*route, "values"), measure.values, unit, month),
        read_series((*route, "target"), measure.target, unit, month),
        read_series((*route, "baseline"), measure.baseline, unit, month),
    )
    return Measured(route, *titles, name, unit, indicator, row, *series)


def read_series(
    route: Route, typed: Mapping[str, tuple[Typed, ...]], unit: str, month: int
) -> Series:
    """The figures that stand at a route which ends in `values`, `target` or `baseline`.

    `month` is the one in which the plan's years begin.
    """
    return tuple(_period(route, text, every, unit, month) for text, every in typed.items())


def histories(
    key: str, typed: Mapping[str, tuple[Typed, ...]], unit: str, month: int
) -> dict[str, tuple[Revision, ...]]:
    """All that each period, as typed, was said to be, oldest first; periods never read too.

    `key` is `values`, `target` or `baseline`.
    """
    return {each.text: each.revisions for each in read_series((key,), typed, unit, month)}


def _period(route: Route, text: str, typed: tuple[Typed, ...], unit: str, month: int) -> Period:
    ends = route[-1] == "values"
    if text == EVERY_PERIOD:
        return Period(route, text, None, "", revisions(typed, None, unit))
    try:
        days = read_span(text, month)
    except NotADate as problem:
        return Period((*route, text), text, None, str(problem), revisions(typed, None, unit))
    return Period((*route, text), text, days, "", revisions(typed, days if ends else None, unit))


def tables(model: Model) -> Iterator[Tabled]:
    """Every table, those of funding too, in the order of the file."""
    for route, _, matter in matters(model):
        for key, found in (("tables", matter.tables), ("funding", matter.funding)):
            for number, table in enumerate(found):
                sheet = sheet_of(table)
                yield Tabled((*route, key, number), table, sheet, sheet.lines)


def sheet_of(table: Table) -> Sheet:
    """The cells of a table as figures."""
    return Sheet(table.columns, table.rows, table.unit or "", table.total, table.changes)
