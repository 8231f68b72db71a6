"""The rule about rows of figures that stand in tables of different times."""

from collections.abc import Iterator
from typing import NamedTuple

from csplan.dates import Days
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Tabled
from csplan.query import starts_month
from csplan.rules.figures.titles import days_of_title
from csplan.rules.rule import Finding, warning

_FEWEST = 2
_SMALL = 10
_Figures = tuple[tuple[str, ...], tuple[str, ...]]


class _Row(NamedTuple):
    """A row: the title of its table, its name, and the time that it is for."""

    table: str
    name: str
    days: Days

    def is_like(self, other: "_Row") -> bool:
        """Whether one name is that of the other, or its beginning."""
        one, another = self.name.casefold(), other.name.casefold()
        return one.startswith(another) or another.startswith(one)


@warning
def row_copied_on(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two tables are for different times, and a row has the same figures in both.

    It was copied on, or one of the tables is for another time than its title says. Only rows with
    two figures of ten or more are looked at, in tables with the same columns whose times share some
    months. A table that has nothing but such rows is one of what does not change.

    Bad:
        tables:
          - table: Assaults, March to December 2009
            columns: [Offence, Northtown, Southtown]
            rows:
              - [Common assault, 85, 64]
              - [Affray, 30, 21]
          - table: Assaults, March 2009 to January 2010
            columns: [Offence, Northtown, Southtown]
            rows:
              - [Common assault, 85, 64]
              - [Affray, 35, 23]

    Good:
        tables:
          - table: Assaults, March to December 2009
            columns: [Offence, Northtown, Southtown]
            rows:
              - [Common assault, 85, 64]
              - [Affray, 30, 21]
          - table: Assaults, March 2009 to January 2010
            columns: [Offence, Northtown, Southtown]
            rows:
              - [Common assault, 93, 70]
              - [Affray, 35, 23]
    """
    if len(file.tables) < _FEWEST:
        return
    month = starts_month(plan)
    first: dict[_Figures, _Row] = {}
    for tabled in file.tables:
        days = days_of_title(tabled.table.table, month)
        found = list(_same(tabled, days, first)) if days else []
        # A table of what does not change, such as the people of each ward, has all its rows again.
        for number, other in found if len(found) < len(tabled.table.rows) else ():
            words = f"{quoted(tabled.table.rows[number][0])} has the same figures for {days} as for"
            words += f" {other.days} in {quoted(other.table)}; correct the one that is wrong"
            yield Finding((*tabled.route, "rows", number), words)


def _same(tabled: Tabled, days: Days, first: dict[_Figures, _Row]) -> Iterator[tuple[int, _Row]]:
    """The rows that stand in an earlier table too, whose time is another that shares some of it."""
    for number, row in enumerate(tabled.table.rows):
        mine = _Row(tabled.table.table, row[0] if row else "", days)
        other = first.setdefault((tabled.table.columns, row[1:]), mine)
        shares = other.days.first <= days.last and days.first <= other.days.last
        if shares and other.days != days and other.is_like(mine) and _is_worth(tabled, number):
            yield number, other


def _is_worth(tabled: Tabled, number: int) -> bool:
    """Whether a row has figures that are hardly the same twice."""
    cells = [each.number for each in tabled.lines[number].cells if each.counts]
    return sum(each is not None and each >= _SMALL for each in cells) >= _FEWEST
