"""The rule about a column of a table that has figures of several kinds."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from csplan.diagnostic import listed
from csplan.escape import quoted
from csplan.figures import Figure, says_unit
from csplan.load import LoadedFile, LoadedPlan, Tabled
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_SAYS_OWN = late(
    r"£|\b(?:number|numbers|respon\w+|base|sample|cost|costs|spend|amount)\b", re.IGNORECASE
)
_KINDS: Mapping[str, str] = {"number": "plain numbers", "percent": "percentages", "money": "money"}


class _Mixed(NamedTuple):
    """A row whose figure is of another kind than the first one of its column, and the two."""

    row: int
    pair: tuple[Figure, Figure]


@warning
def mixed_units(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The figures of one column of a table are of different kinds.

    A percentage among numbers, or days of work among sums of money, cannot be added up or compared
    with the others. Give what is of another kind a column, or a table, of its own. A row whose name
    says what its figures are, such as `Number of replies`, may be of another kind.

    Bad:
        tables:
          - table: Young people in treatment
            columns: [District, 2010/11]
            rows:
              - [Hastings, 120]
              - [Rother, 45%]

    Good:
        tables:
          - table: Young people in treatment
            columns: [District, 2010/11]
            rows:
              - [Hastings, 120]
              - [Rother, 45]
    """
    del plan
    for tabled in file.tables:
        for number, heading in enumerate(tabled.table.columns[1:]):
            if found := _mixed(tabled, number):
                kinds = " and ".join(_KINDS[cell.kind] for cell in found.pair)
                words = f"{quoted(heading)} mixes {kinds}, such as"
                words += f" {listed([cell.text for cell in found.pair], 'and')}"
                place = (*tabled.route, "rows", found.row, number + 1)
                told = f"{quoted(tabled.table.table)}: {words}"
                yield Finding(place, f"{told}; give each kind a column of its own")


def _mixed(tabled: Tabled, number: int) -> _Mixed | None:
    """The first figure of a column that is of another kind than those above."""
    first = None
    for row, line in enumerate(tabled.lines):
        cell = line.cells[number]
        if cell.counts and not _says_own(line.name):
            first = first or cell
            if cell.kind != first.kind:
                return _Mixed(row, (first, cell))
    return None


def _says_own(name: str) -> bool:
    return says_unit(name) or bool(_SAYS_OWN.search(name))
