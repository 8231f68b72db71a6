"""A table of figures worked out: its totals and its percentage changes beside the stated ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from csplan.figures.figure import Figure, Kind, is_exact
from csplan.figures.reader import read_figure
from csplan.figures.sums import change, change_agrees, total
from csplan.figures.units import is_rate, read_unit, says_unit
from csplan.figures.wording import adds_nothing
from csplan.figures.worked import Asked, Line, Move, Step, Total

COMPUTED = "computed"
_TOTAL = "Total"
_ALL_OF_IT = 100
_NOTHING = Figure("", None, "missing", reason="not given")
_TOTALS = frozenset({"total", "totals", "all", "grand total", "overall total", "sum"})


@dataclass(frozen=True)
class Sheet:
    """A table of figures, from what was typed; see `csplan.model.Table` for what each part is.

    It answers whatever is wrong with its shape; see `csplan.figures.faults` for that.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    unit: str = ""
    total: Sequence[str] = ()
    changes: Sequence[Asked] = ()

    @cached_property
    def misplaced_totals(self) -> tuple[int, ...]:
        """Which rows are totals themselves, and would be added up too if totals are asked for."""
        names = enumerate(line.name.strip().lower() for line in self.lines)
        return tuple(number for number, name in names if self.is_totalled and name in _TOTALS)

    @property
    def ends_in_total(self) -> bool:
        """Whether the last of the rows is a total, and no row of totals was asked for."""
        last = self.rows[-1] if self.rows else ()
        return not self.total and bool(last) and last[0].strip().lower() in _TOTALS

    @property
    def is_whole(self) -> bool:
        """Whether every row has a cell for each column."""
        return all(len(row) == len(self.columns) for row in self.rows)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The rows as figures; a short row is filled up, what is too much of a long one is left."""
        return tuple(self._line(row) for row in self.rows)

    def _line(self, row: Sequence[str]) -> Line:
        cells = (read_figure(text, unit) for text, unit in zip(row[1:], self.units, strict=False))
        found = tuple(cells)
        missing = len(self.columns) - 1 - len(found)
        return Line(row[0] if row else "", found + (_NOTHING,) * missing)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The unit of each column after the first: the table's, unless the heading says one."""
        return tuple(each if says_unit(each) else self.unit for each in self.columns[1:])

    @cached_property
    def kinds(self) -> tuple[Kind | None, ...]:
        """What the figures of each column after the first are; None for a column of words."""
        return tuple(self._kind(number) for number in range(len(self.columns) - 1))

    def _kind(self, number: int) -> Kind | None:
        column = self._column(number)
        kinds = [cell.kind for cell in column if cell.counts]
        is_figures = kinds and all(cell.counts or cell.kind == "missing" for cell in column)
        return Counter(kinds).most_common(1)[0][0] if is_figures else None

    def _column(self, number: int) -> list[Figure]:
        return [line.cells[number] for line in self.lines]

    @property
    def is_totalled(self) -> bool:
        """Whether a row of totals was asked for."""
        return bool(self.total) and (self.states_total or self.total[0].lower() == COMPUTED)

    @property
    def states_total(self) -> bool:
        """Whether totals were stated."""
        return len(self.total) > 1

    @property
    def total_name(self) -> str:
        """The name of the row of totals, as it was stated."""
        return self.total[0] if self.states_total else _TOTAL

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """A total for each column after the first, if a row of totals was asked for."""
        if not self.is_totalled:
            return ()
        stated: tuple[Figure | None, ...] = (None,) * (len(self.columns) - 1)
        if self.states_total:
            stated = self._line(self.total).cells
        return tuple(self._total(number, figure) for number, figure in enumerate(stated))

    def _total(self, number: int, stated: Figure | None) -> Total:
        kind = self.kinds[number]
        column = self._column(number)
        added = [cell for cell in column if self._is_added(cell, number)]
        computed = total(added) if kind and self._adds_up(number, stated) else None
        shown: Kind = kind or (stated.kind if stated else "missing")
        heading = self.columns[number + 1]
        if computed is None or stated is None or stated.number is None:
            return Total(heading, shown, computed, stated, None, agrees=True)
        difference = stated.number - computed.total
        is_near = abs(difference) <= computed.slack + stated.half
        agrees = is_near or not is_exact(stated)
        return Total(heading, shown, computed, stated, difference, agrees)

    def _is_added(self, cell: Figure, number: int) -> bool:
        """Whether a cell has a part in its column's sum; what is merely unknown has."""
        if cell.kind == "missing":
            return not adds_nothing(cell.reason)
        return not (cell.kind == "number" and read_unit(self.units[number]).is_money)

    def _adds_up(self, number: int, stated: Figure | None) -> bool:
        """Whether a column's sum means anything: that of percentages only if they make 100 %."""
        kinds = {cell.kind for cell in self._column(number) if self._is_added(cell, number)}
        if len(kinds - {"missing"}) > 1:
            return False
        if is_rate(self.units[number]) or self.kinds[number] == "percent":
            return self.kinds[number] == "percent" and bool(stated and stated.number == _ALL_OF_IT)
        return True

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The percentage changes that were asked for; those of unknown columns are left out."""
        return tuple(self._moves())

    def _moves(self) -> Iterator[Move]:
        for number, asked in enumerate(self.changes):
            heads = list(self.columns[1:])
            until = asked.until or "".join(heads[-1:])
            if {asked.since, until} <= set(heads):
                last = heads.index(until) if asked.until else len(heads) - 1
                ends = (heads.index(asked.since), last)
                steps = (self._step(line, ends, asked) for line in self._moving)
                yield Move(number, asked.since, until, tuple(steps))

    @cached_property
    def names(self) -> Counter[str]:
        """How often each row name stands in the table, that of the row of totals included."""
        return Counter(
            [*(line.name for line in self.lines), *([self.total_name] if self.is_totalled else [])]
        )

    @cached_property
    def _moving(self) -> tuple[Line, ...]:
        if not self.totals:
            return self.lines
        return (*self.lines, Line(self.total_name, tuple(map(_shown, self.totals))))

    def _step(self, line: Line, ends: tuple[int, int], asked: Asked) -> Step:
        first, last = (line.cells[end] for end in ends)
        text = asked.stated.get(line.name) if self.names[line.name] == 1 else None
        stated = read_figure(text, "%") if text else None
        agrees = stated is None or change_agrees(stated, first, last)
        return Step(line.name, first, last, change(first, last), stated, agrees)


def _shown(column: Total) -> Figure:
    """The total that percentages are worked out from: as it was stated, or else the sum."""
    if column.stated and column.stated.counts:
        return column.stated
    if column.computed is None:
        return _NOTHING
    return Figure("", column.computed.total, column.kind, column.computed.slack)
