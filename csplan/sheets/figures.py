"""A sheet of figures, as somebody who counts them sends it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from csplan.diagnostic import and_more, did_you_mean, listed
from csplan.edit import NewFigure
from csplan.escape import quoted
from csplan.sheets.table import TableRow, not_read, read_table

_MOST_LISTED = 12
_NEEDED = ("indicator", "period", "value")
_COLUMNS = {name.replace("_", " "): name for name in NewFigure._fields}


class Figures(NamedTuple):
    """The figures of a sheet, each with the number of its row.

    `remarks` say which pages, columns and rows were left out.
    """

    path: str
    rows: tuple[tuple[int, NewFigure], ...]
    remarks: tuple[str, ...]


def read_figures(path: Path, on: str = "") -> Figures:
    """The figures in a CSV file or a workbook; `on` is the day of those that give none.

    A row in which nothing but what the figure is for is filled in is left out. Raises
    `CannotRunError` if the file cannot be read or lacks a column that is needed.
    """
    table = read_table(path, _NEEDED)
    rows = [(row.number, _figure(row, on)) for row in table.rows]
    kept = tuple((number, figure) for number, figure in rows if _is_filled(figure))
    blank = [number for number, figure in rows if not _is_filled(figure)]
    remarks = (*not_read(table), *_unused(table.headings, table.rows), *_left_out(blank))
    return Figures(table.path, kept, remarks)


def _figure(row: TableRow, on: str) -> NewFigure:
    cells = {name: row.cells.get(heading, "") for heading, name in _COLUMNS.items()}
    return NewFigure(**{**cells, "on": cells["on"] or on})


def _is_filled(figure: NewFigure) -> bool:
    said = (figure.value, figure.rating, figure.note, figure.explanation, figure.corrective_action)
    return any(said) or not (figure.indicator and figure.period)


def _unused(headings: tuple[str, ...], rows: tuple[TableRow, ...]) -> Iterator[str]:
    for heading in headings:
        if heading not in _COLUMNS and any(row.cells[heading] for row in rows):
            known = (
                did_you_mean(heading, _COLUMNS) or f"; those that are: {listed(_COLUMNS, 'and')}"
            )
            yield f"the column {quoted(heading)} is not used{known}"


def _left_out(blank: list[int]) -> Iterator[str]:
    if blank:
        rows = f"{'row' if len(blank) == 1 else 'rows'} {', '.join(map(str, blank[:_MOST_LISTED]))}"
        yield f"{rows}{and_more(blank, _MOST_LISTED)} left out, because nothing is filled in"
