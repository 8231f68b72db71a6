"""The table of the actions of a chapter that are due as a whole."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from csplan.report.grid import Cells, grid, several
from csplan.report.runs import Cell, Detail, Line, Table, cell, said

NOT_STATED = "Not stated"
_COLUMNS = {
    "Cost": ("Cost",),
    "Partners": ("Partner", "Partners"),
    "How it will be known": ("How it will be known",),
    "Progress": ("Progress",),
}
"""The details that have a column of their own, by its heading."""
_IN_COLUMNS = frozenset(label for labels in _COLUMNS.values() for label in labels)


class Whole(NamedTuple):
    """An action that is due as a whole; `due` is None if it has no date."""

    id: str
    ref: str
    words: str
    due: Cell | None
    leads: tuple[str, ...]
    details: tuple[Detail, ...]


def table_of(found: Sequence[Whole], caption: str) -> tuple[Table, ...]:
    """The table, or nothing if there are no such actions."""
    columns = [
        Cells("Ref", [cell(each.ref) for each in found]),
        Cells("Action", [_words(each) for each in found]),
        Cells("Due", [each.due for each in found], NOT_STATED),
        Cells("Lead", [several([*map(said, each.leads)]) for each in found], NOT_STATED),
        *(
            Cells(heading, [_told(each, labels) for each in found], NOT_STATED)
            for heading, labels in _COLUMNS.items()
        ),
    ]
    return grid("actions", caption, columns, [each.id for each in found])


def one_line(detail: Detail) -> Line:
    """A detail with its label: `Note: one; two`."""
    return (*said(f"{detail.label}: "), *_joined(detail.lines))


def _joined(lines: Iterable[Line]) -> Line:
    return tuple(
        run for number, line in enumerate(lines) for run in (*(said("; ") if number else ()), *line)
    )


def _words(whole: Whole) -> Cell:
    others = (one_line(each) for each in whole.details if each.label not in _IN_COLUMNS)
    return Cell((said(whole.words), *others))


def _told(whole: Whole, labels: tuple[str, ...]) -> Cell | None:
    lines = [line for each in whole.details if each.label in labels for line in each.lines]
    return several(lines)
