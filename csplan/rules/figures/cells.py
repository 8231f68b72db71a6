"""Cells of a table as they were typed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from csplan.escape import quoted
from csplan.load import LoadedFile
from csplan.rules.late import late
from csplan.rules.rule import Finding
from csplan.source import Route

_HEAD = late(r"-?£?[1-9][0-9]{0,2}")
_TAIL = late(r"[0-9]{3}(?![0-9])")


def split_cells(
    file: LoadedFile, route: Route, row: Sequence[str], title: str
) -> Iterator[Finding]:
    """Pairs of cells in a row of a table that are one number, parted by its comma."""
    found = [
        number
        for number, pair in enumerate(pairwise(row))
        if _HEAD.fullmatch(pair[0]) and _TAIL.match(pair[1])
    ]
    together = [number for number in found if _touch(file, route, row, number)]
    if together and not all(_touch(file, route, row, each) for each in range(len(row) - 1)):
        for number in together:
            typed = f"{row[number]},{row[number + 1]}"
            words = f"{quoted(typed)} was read as two cells, because a comma parts cells"
            write = f"write `{typed.replace(',', '')}`, or a space after the comma"
            yield Finding((*route, number), f"{quoted(title)}: {words}; {write}")


def _touch(file: LoadedFile, route: Route, row: Sequence[str], number: int) -> bool:
    """Whether nothing but a comma stands between a cell and the next one."""
    first, second = (file.tree.locate((*route, each)) for each in (number, number + 1))
    return first.line == second.line and first.column + len(row[number]) + 1 == second.column
