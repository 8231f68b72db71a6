"""The rule about a table whose columns are of another time than its title."""

import re
from collections.abc import Iterator
from datetime import date

from csplan.dates import Days, NotADate, read_span
from csplan.diagnostic import listed
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Tabled
from csplan.query import starts_month
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_SPAN = late(
    rf"(?:\d{{1,2}} )?{_MONTH}(?: (?:19|20)\d\d)? (?:to|until|-|–)"
    rf" (?:\d{{1,2}} )?{_MONTH} (?:19|20)\d\d"
)
_YEAR = late(r"(?<![\d/])(?:19|20)\d\d(?:/\d\d)?(?![\d/])")
_COMPARES = late(
    r"\b(?:compar\w*|against|than|before|earlier|previous|changes?|since|versus|vs?)\b",
    re.IGNORECASE,
)


@warning
def columns_outside_title(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The title of a table gives a period, and columns are headed with a year outside it.

    Nobody can tell which months the figures of such a column are for. Head each column with the
    period that its figures are for. A title that says that it compares is not complained of.

    Bad:
        tables:
          - table: Assaults, 1 March 2009 to 31 January 2010
            columns: [Offence, "2008", "2009"]
            rows:
              - [With injury, 8238, 8022]

    Good:
        tables:
          - table: Assaults
            columns: [Offence, March 2008 to January 2009, March 2009 to January 2010]
            rows:
              - [With injury, 8238, 8022]
    """
    month = starts_month(plan)
    for tabled in file.tables:
        found = _SPAN.search(tabled.table.table)
        if found and not _COMPARES.search(tabled.table.table):
            yield from _outside(tabled, found[0], month)


def days_of_title(title: str, month: int) -> Days | None:
    """The period that a title gives, if it gives both of its ends."""
    found = _SPAN.search(title)
    return _days(found[0], month) if found else None


def _outside(tabled: Tabled, typed: str, month: int) -> Iterator[Finding]:
    days = _days(typed, month)
    columns = [
        (number, heading)
        for number, heading in enumerate(tabled.table.columns)
        if (year := _year(heading, month)) and days and not _overlap(days, year)
    ]
    if columns:
        headings = listed((heading for _, heading in columns), "and")
        words = f"{quoted(tabled.table.table)}: the title gives {quoted(typed)}, and"
        words += f" {headings} {'is' if len(columns) == 1 else 'are'} outside it"
        write = "head each column with the period that its figures are for"
        yield Finding((*tabled.route, "columns", columns[0][0]), f"{words}; {write}")


def _year(heading: str, month: int) -> Days | None:
    """The one year that a heading names; a plain one is that of the calendar."""
    years = _YEAR.findall(heading)
    if len(years) != 1:
        return None
    if years[0].isdecimal():
        return Days(date(int(years[0]), 1, 1), date(int(years[0]), 12, 31))
    return _days(years[0], month)


def _days(text: str, month: int) -> Days | None:
    try:
        return read_span(text, month)
    except NotADate:
        return None


def _overlap(one: Days, other: Days) -> bool:
    return one.first <= other.last and other.first <= one.last
