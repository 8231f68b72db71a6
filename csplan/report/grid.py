"""Tables of words, in which a column that would be empty for every row is left out."""

from collections.abc import Sequence
from typing import NamedTuple

from csplan.report.runs import Cell, Column, Line, Row, Table, TableKind, cell


class Cells(NamedTuple):
    """A column from top to bottom; None is nothing, in whose place `otherwise` stands."""

    heading: str
    cells: Sequence[Cell | None]
    otherwise: str = "Not stated"
    is_figures: bool = False


def grid(
    kind: TableKind, caption: str, columns: Sequence[Cells], ids: Sequence[str] = ()
) -> tuple[Table, ...]:
    """The table of the columns, or nothing if there are no rows; `ids` are those of the rows."""
    held = [column for column in columns if any(column.cells)]
    filled = [[found or cell(column.otherwise) for found in column.cells] for column in held]
    rows = [Row(tuple(cells)) for cells in zip(*filled, strict=True)]
    if ids:
        rows = [row._replace(id=own_id) for row, own_id in zip(rows, ids, strict=True)]
    headings = tuple(Column(column.heading, column.is_figures) for column in held)
    return (Table(kind, caption, headings, tuple(rows)),) if rows else ()


def words(text: str, reading: str = "") -> Cell | None:
    """A cell of a text, or None if there is none."""
    return cell(text, reading) if text else None


def several(lines: Sequence[Line], reading: str = "") -> Cell | None:
    """A cell of the lines that say something, or None if there are none."""
    found = tuple(filter(None, lines))
    return Cell(found, reading) if found else None
