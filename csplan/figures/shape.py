"""What is wrong with a table of figures itself, before anything is worked out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csplan.diagnostic import counted, did_you_mean, listed
from csplan.escape import quoted
from csplan.figures.reader import read_figure
from csplan.figures.sheet import Sheet
from csplan.figures.worked import Asked

_FEWEST = 2
_MOST_HINTS = 10
_WORDS = frozenset({"wish", "unreadable"})
_AS_IN_ROWS = "; write its name as it stands in `rows`"


class Fault(NamedTuple):
    """What is wrong, and where in the table: keys and numbers as in a plan file."""

    route: tuple[str | int, ...]
    words: str


def faults(sheet: Sheet) -> Iterator[Fault]:
    """Everything that is wrong with the shape of a table."""
    if len(sheet.columns) < _FEWEST:
        words = "a table needs two columns at least, that of the row names and one of figures"
        yield Fault(("columns",), words)
        return
    for number, row in enumerate(sheet.rows):
        if len(row) != len(sheet.columns):
            yield Fault(("rows", number), _length(row, sheet.columns))
    of_cells = tuple(_of_cells(sheet))
    yield from of_cells or _of_total(sheet)
    for number, asked in enumerate(sheet.changes):
        for route, words in _of_change(sheet, asked):
            yield Fault(("changes", number, *route), words)


def _length(row: Sequence[str], columns: Sequence[str]) -> str:
    name = quoted(row[0]) if row else "this row"
    words = f"{name} has {counted(len(row), 'cell')}, but there are {len(columns)} columns"
    if len(row) < len(columns):
        return f"{words}; write `n/a` where there is no figure"
    write = "if a comma stands in a number, write the number without it"
    return f"{words}; a comma parts cells: {write}, and if not, take a cell out"


def _of_total(sheet: Sheet) -> Iterator[Fault]:
    if not sheet.total:
        return
    if not sheet.is_totalled:
        words = f"{quoted(sheet.total[0])} is no row of totals; write `computed`, or a list"
        yield Fault(("total",), f"{words} of the stated ones with their name first")
        return
    for number in sheet.misplaced_totals:
        words = f"{quoted(sheet.lines[number].name)} stands among the rows, and so is added up too"
        yield Fault(("rows", number), f"{words}; give it as `total`, or take it out")
    if sheet.states_total and len(sheet.total) != len(sheet.columns):
        yield Fault(("total",), _length(sheet.total, sheet.columns))
    if not any(sheet.kinds):
        words = "no column can be added up, because none has figures only"
        yield Fault(("total",), f"{words}{_first_word(sheet)}; correct it, or take `total` out")


def _first_word(sheet: Sheet) -> str:
    cells = (cell for line in sheet.lines for cell in line.cells if not cell.counts)
    found = next((cell.text for cell in cells if cell.kind != "missing"), "")
    return f" (such as {quoted(found)})" if found else ""


def _of_cells(sheet: Sheet) -> Iterator[Fault]:
    """Cells that keep a column, of which most cells are figures, from being worked with."""
    if not any(cell.kind in _WORDS for line in sheet.lines for cell in line.cells):
        return
    wanted = {move.since for move in sheet.moves} | {move.until for move in sheet.moves}
    wanted |= {each.column for each in sheet.totals if each.stated is None or each.stated.counts}
    for place, heading in enumerate(sheet.columns[1:]):
        column = [line.cells[place] for line in sheet.lines]
        words = [number for number, cell in enumerate(column) if cell.kind in _WORDS]
        if heading in wanted and len(words) < sum(cell.counts for cell in column):
            for number in words:
                reason = column[number].reason or f"{quoted(column[number].text)} is no figure"
                yield Fault(("rows", number, place + 1), reason)


def _of_change(sheet: Sheet, asked: Asked) -> Iterator[Fault]:
    known = sheet.columns[1:]
    for key, heading in (("since", asked.since), ("until", asked.until)):
        if heading is not None and heading not in known:
            hint = did_you_mean(heading, known) or f"; write {listed(known)}"
            yield Fault((key,), f"{quoted(heading)} is no column of figures here{hint}")
        elif heading is not None and known.count(heading) > 1:
            words = f"{quoted(heading)} is the heading of several columns; give each its own"
            yield Fault((key,), words)
    if asked.since == (asked.until or sheet.columns[-1]):
        words = f"{quoted(asked.since)} is both the earlier and the later column"
        yield Fault(("since",), f"{words}; write another one in `since` or `until`")
    yield from _of_stated(sheet, asked)


def _of_stated(sheet: Sheet, asked: Asked) -> Iterator[Fault]:
    """Stated changes of rows that there are not, or that cannot be told apart."""
    hinted = 0
    for name, text in asked.stated.items():
        if not sheet.names[name]:
            # Looking for the nearest name takes long in a large table.
            hint = did_you_mean(name, sheet.names) if hinted < _MOST_HINTS else ""
            hinted += 1
            words = f"{quoted(name)} is no row of this table"
            yield Fault(("stated", name), f"{words}{hint or _AS_IN_ROWS}")
        elif sheet.names[name] > 1:
            words = f"{quoted(name)} is the name of several rows; give each its own"
            yield Fault(("stated", name), words)
        elif read_figure(text, "%").kind not in ("percent", "missing"):
            words = f"{quoted(text)} is not a percentage; write one such as `-2.85%`"
            yield Fault(("stated", name), words)
