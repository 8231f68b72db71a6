"""A table of figures with its totals and changes, stated and worked out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from csplan.figures import Figure, Kind, Move, Sheet, Step, Total, say_number, say_rounded
from csplan.figures.units import read_unit
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
        self._sheet = Sheet(table.columns, table.rows, table.unit or "", table.total, table.changes)
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
        kinds = (None, *self._sheet.kinds)
        for heading, kind in zip(self._table.columns, kinds, strict=True):
            yield Column(plain(heading), is_figures=kind is not None)
        for move in self._sheet.moves:
            yield Column(plain(f"Change, {move.since} to {move.until}"), is_figures=True)

    def _rows(self) -> Iterator[Row]:
        for number, line in enumerate(self._sheet.lines):
            figures = (self._figure(*each) for each in enumerate(line.cells))
            yield Row((cell(plain(line.name) or _NOTHING), *figures, *self._changes(number)))
        if self._sheet.totals:
            totals = (self._total(*each) for each in enumerate(self._sheet.totals))
            name = plain(self._sheet.total_name)
            changes = self._changes(len(self._sheet.lines))
            yield Row((cell(name), *totals, *changes), is_total=True)

    def _figure(self, number: int, figure: Figure) -> Cell:
        return cell(with_commas(figure.text, are_years=self._are_years[number]))

    def _total(self, number: int, total: Total) -> Cell:
        summed = self._said(number, total.computed.total, total.kind) if total.computed else ""
        if total.stated is None or not total.stated.text:
            return cell(summed or _NOTHING)
        stated = with_commas(total.stated.text)
        return cell(stated, "" if total.agrees else f"the rows add up to {summed}")

    def _changes(self, row: int) -> Iterator[Cell]:
        for move in self._sheet.moves:
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
