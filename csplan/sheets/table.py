"""A table as people send it, CSV or Excel, to rows under headings."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from csplan.diagnostic import counted, listed
from csplan.errors import CannotRunError
from csplan.sheets.delimited import delimited
from csplan.sheets.page import MOST_ABOVE, Page, letters
from csplan.sheets.workbook import pages
from csplan.source.text import LOOKS_LIKE

_MOST_BYTES = 20 * 1024 * 1024
_OLD = b"\xd0\xcf\x11\xe0"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_ENDS = re.compile(r"[:*\s]+$")


class TableRow(NamedTuple):
    """What stands in a row, by heading; `number` is the one that a spreadsheet shows beside it."""

    number: int
    cells: Mapping[str, str]


class Table(NamedTuple):
    """A table of text: its headings in small letters, and the rows that are not blank.

    A column without a heading goes by its letter (`column c`), one whose heading came before has
    a number after it (`note 2`), so that nothing typed is lost unseen. `others` counts the tables
    on other pages of a workbook, which are not read.
    """

    path: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    others: int = 0


def read_table(path: Path, needed: Collection[str] = ()) -> Table:
    """The table in a CSV file or an Excel workbook, whatever wrote it.

    UTF-8, UTF-16 and Windows text; commas, semicolons and tabs. Headings may be written with
    capitals, in any order, and lines may stand above them. Where headings are `needed`, the table
    is the first one that has them all, on whichever page of a workbook. A cell is its text as the
    spreadsheet shows it: a date `30 September 2010`, a percentage `27.5%`.

    Raises `CannotRunError` if the file cannot be read or has no such table.
    """
    found = list(_pages(path, _data(path), needed))
    placed = ((page, _heading_row(page, needed)) for page in found)
    tables = [_table(path, page, at) for page, at in placed if at is not None]
    if not tables:
        raise CannotRunError(_lacking(path, found, needed))
    return tables[0]._replace(others=sum(1 for each in tables[1:] if each.rows))


def not_read(table: Table) -> Iterator[str]:
    """What to say of the other pages of a workbook, if they have a table too."""
    if table.others:
        more, each = ("page has", "it") if table.others == 1 else ("pages have", "each")
        yield (
            f"`{table.path}`: {table.others} more {more} these headings too, and only the first "
            f"page with them was read; save {each} as a file of its own"
        )


def _data(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise CannotRunError(f"`{path}` is not a file; name a CSV or an Excel file")
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise CannotRunError(
            f"there is no file `{path}`; put quotes round a name that holds spaces"
        ) from None
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise CannotRunError(f"`{path}` cannot be read: {why}") from error
    if len(data) > _MOST_BYTES:
        raise CannotRunError(f"`{path}` is larger than the 20 MB that a sheet may have")
    return data


def _pages(path: Path, data: bytes, needed: Collection[str]) -> Iterator[Page]:
    if data.startswith(_ZIP):
        yield from pages(path, data)
        return
    if data.startswith(_OLD):
        is_protected = _PROTECTED in data
        what = "is protected by a password" if is_protected else "is an old Excel or Word file"
        remedy = "take the password off and save it again" if is_protected else "save it as .xlsx"
        raise CannotRunError(f"`{path}` {what}; {remedy}, or as CSV")
    head = data[:64].lstrip().lower()
    for mark, name in LOOKS_LIKE:
        if head.startswith(mark.lower()):
            raise CannotRunError(f"`{path}` is {name}, not a sheet; save it as .xlsx or as CSV")
    yield delimited(path, data, lambda row: _has(row, needed))


def _heading_row(page: Page, needed: Collection[str]) -> int | None:
    """The place of the row with the headings: the first with all that are needed, if any are."""
    for at, row in enumerate(page[:MOST_ABOVE]):
        if any(row) and _has(row, needed):
            return at
    return None


def _has(row: Collection[str], needed: Collection[str]) -> bool:
    return set(needed) <= set(map(heading, row))


def heading(text: str) -> str:
    """A heading without what people vary when they type it: capitals, spaces, a colon at its end.

    `New_State:` is `new state`.
    """
    return _ENDS.sub("", " ".join(text.replace("_", " ").casefold().split()))


def _table(path: Path, page: Page, at: int) -> Table:
    widest = max(len(row) for row in page)
    headings = tuple(_named([*map(heading, page[at]), *[""] * (widest - len(page[at]))]))
    rows = []
    for number, row in enumerate(page[at + 1 :], at + 2):
        if any(row):
            filled = (*row, *[""] * (widest - len(row)))
            rows.append(TableRow(number, dict(zip(headings, filled, strict=True))))
    return Table(str(path), headings, tuple(rows))


def _named(headings: list[str]) -> Iterator[str]:
    taken: set[str] = set()
    for number, each in enumerate(headings):
        name = wanted = each or f"column {letters(number)}"
        twin = 1
        while name in taken:
            twin += 1
            name = f"{wanted} {twin}"
        taken.add(name)
        yield name


def _lacking(path: Path, found: list[Page], needed: Collection[str]) -> str:
    rows = [row for page in found for row in page[:MOST_ABOVE] if any(row)]
    if not rows:
        return f"`{path}` is empty; there is no table in it"
    nearest = max(rows, key=lambda row: len(set(needed) & set(map(heading, row))))
    known = set(map(heading, nearest))
    missing = [name for name in needed if name not in known]
    if len(missing) == len(needed):
        return (
            f"`{path}` has none of the columns {listed(needed, 'and')} in its first "
            f"{counted(MOST_ABOVE, 'row')}; keep the row with the headings"
        )
    has = "has no column" if len(missing) == 1 else "lacks the columns"
    return f"`{path}` {has} {listed(missing, 'and')}; keep the row with the headings"
