"""A table of figures with its totals and changes, stated and worked out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from csplan.figures import Figure, Kind, Move, Step, Total, say_number, say_rounded
from csplan.figures.units import read_unit
from csplan.load import sheet_of
from csplan.model import Table
from csplan.report import desk as on
from csplan.report import runs
from csplan.report.desk import Desk
from csplan.report.runs import Cell, Column, Detail, Row, cell
from csplan.report.text import plain

_NOTHING = "n/a"
_BARE = re.compile(r"(-?)([0-9]{4,})(\.[0-9]+)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class TableWriter:
    """Writes one table; the notes of a table are running text, so it must be asked in order."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._sheet = sheet_of(table)
        self._are_years = [self._column_of_years(n) for n in range(len(table.columns) - 1)]

    def table(self, desk: Desk) -> runs.Table:
        """The table as it is published."""
        unit, title = plain(self._table.unit or ""), plain(self._table.table)
        return runs.Table(
            kind="figures",
            caption=f"{title} ({unit})" if unit and unit not in title else title,
            columns=tuple(self._columns()),
            rows=tuple(self._rows()),
            details=tuple(self._details(desk)),
        )

    def _columns(self) -> Iterator[Column]:
        name, *headings = self._table.columns
        yield Column(plain(name))
        kinds = enumerate(self._sheet.kinds)
        for heading, (number, kind) in zip(headings, kinds, strict=True):
            yield Column(plain(heading), is_figures=kind is not None)
            for move in self._moves_to(number):
                yield Column(self._say_move(move), is_figures=True)

    def _moves_to(self, number: int) -> Iterator[Move]:
        """The changes that stand beside a column, because it is the second of their pair."""
        return (move for move in self._sheet.moves if max(self._ends(move)) == number)

    def _ends(self, move: Move) -> tuple[int, int]:
        headings = self._table.columns[1:]
        return headings.index(move.since), headings.index(move.until)

    def _say_move(self, move: Move) -> str:
        """Short where the column before it says until when."""
        since, until = self._ends(move)
        short, full = f"Change since {move.since}", f"Change, {move.since} to {move.until}"
        return plain(short if since < until else full)

    def _rows(self) -> Iterator[Row]:
        for number, line in enumerate(self._sheet.lines):
            figures = [self._figure(*each) for each in enumerate(line.cells)]
            name = cell(plain(line.name) or _NOTHING)
            yield Row((name, *self._with_changes(figures, number)))
        if self._sheet.totals:
            totals = [self._total(*each) for each in enumerate(self._sheet.totals)]
            name = cell(plain(self._sheet.total_name))
            cells = self._with_changes(totals, len(self._sheet.lines))
            yield Row((name, *cells), is_total=True)

    def _figure(self, number: int, figure: Figure) -> Cell:
        return cell(with_commas(figure.text, are_years=self._are_years[number]))

    def _total(self, number: int, total: Total) -> Cell:
        summed = self._said(number, total.computed.total, total.kind) if total.computed else ""
        if total.stated is None or not total.stated.text:
            return cell(summed or _NOTHING)
        stated = with_commas(total.stated.text)
        return cell(stated, "" if total.agrees else f"the rows add up to {summed}")

    def _with_changes(self, figures: Sequence[Cell], row: int) -> Iterator[Cell]:
        """A cell for each figure, and after it the changes that lead to it."""
        for number, figure in enumerate(figures):
            yield figure
            for move in self._moves_to(number):
                yield _change(move, row)

    def _said(self, number: int, sum_: Decimal, kind: Kind) -> str:
        """A sum in the way in which the column is typed, with its signs or without them."""
        typed = "".join(line.cells[number].text for line in self._sheet.lines)
        sign = {"money": "£", "percent": "%"}.get(kind, "")
        if sign in typed:
            return say_number(sum_, kind)
        multiple = read_unit(self._sheet.units[number]).multiple
        bare = sum_ if multiple == 1 else (sum_ / multiple).normalize()
        return say_number(bare, "number")

    def _column_of_years(self, number: int) -> bool:
        return all(_YEAR.fullmatch(line.cells[number].text) for line in self._sheet.lines)

    def _details(self, desk: Desk) -> Iterator[Detail]:
        yield from on.texts("Source", [self._table.source])
        if self._table.note:
            yield Detail("Note", (desk.line(self._table.note),))


def _change(move: Move, row: int) -> Cell:
    step: Step = move.steps[row]
    worked_out = signed(step.computed) if step.computed is not None else ""
    if step.stated is None:
        return cell(worked_out or _NOTHING)
    stated = plain(step.stated.text)
    return cell(stated, "" if step.agrees else f"the figures give {worked_out}")


def signed(change: Decimal) -> str:
    """A percentage change: `+4.2%`, `-17.7%`, `0%`."""
    rounded = say_rounded(change)
    return f"{'+' if change > 0 and rounded != '0' else ''}{rounded}%"


def with_commas(text: str, *, are_years: bool = False) -> str:
    """A figure as it was typed, with commas for its thousands; what has no figure says so."""
    bare = None if are_years else _BARE.fullmatch(text.strip())
    if bare:
        return f"{bare[1]}{int(bare[2]):,}{bare[3] or ''}"
    return plain(text) or _NOTHING


def tables(found: Sequence[Table], desk: Desk) -> tuple[runs.Table, ...]:
    """Tables of figures in reading order."""
    return tuple(TableWriter(table).table(desk) for table in found)
