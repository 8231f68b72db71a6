"""What the last column of a table says of the columns before it: their total, or a change."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csplan.figures import (
    Line,
    change,
    change_agrees,
    is_exact,
    say_number,
    say_rounded,
    total,
)
from csplan.load import Tabled
from csplan.rules.late import late

_TOTAL = late(r"(?:(?:grand|overall) )?total", re.IGNORECASE)
_CHANGE = late(
    r"(?:% |per ?cent(?:age)? )?(?:change|difference|variance)(?: \(?(?:%|per ?cent)\)?)?",
    re.IGNORECASE,
)
_FEWEST = 3


class Stated(NamedTuple):
    """A cell that states what others of its row make: its row, its text, and what they make."""

    row: int
    name: str
    text: str
    made: str
    agrees: bool


def wrong_totals(tabled: Tabled) -> Iterator[Stated]:
    """The cells of a last column headed `Total` that are not the total of their row."""
    if _is_headed(tabled, _TOTAL):
        found = [_total(row, line) for row, line in enumerate(tabled.lines)]
        yield from _wrong([each for each in found if each])


def wrong_changes(tabled: Tabled) -> Iterator[Stated]:
    """The cells of a last column headed `Change` that are not the change before them."""
    if _is_headed(tabled, _CHANGE):
        found = [_change(row, line) for row, line in enumerate(tabled.lines)]
        yield from _wrong([each for each in found if each])


def _is_headed(tabled: Tabled, heading: re.Pattern[str]) -> bool:
    columns = tabled.table.columns
    return len(columns) > _FEWEST and bool(heading.fullmatch(columns[-1].strip()))


def _wrong(found: Sequence[Stated]) -> Iterator[Stated]:
    """Those that do not agree, if most do: the column is then what its heading says."""
    wrong = [each for each in found if not each.agrees]
    if len(wrong) * 2 <= len(found):
        yield from wrong


def _total(row: int, line: Line) -> Stated | None:
    *parts, stated = line.cells
    made = total(parts)
    if not made or not is_exact(stated) or {each.kind for each in parts} != {stated.kind}:
        return None
    assert stated.number is not None
    agrees = abs(stated.number - made.total) <= made.slack + stated.half
    return Stated(row, line.name, stated.text, say_number(made.total, stated.kind), agrees)


def _change(row: int, line: Line) -> Stated | None:
    first, last, stated = line.cells[-3:]
    made = change(first, last)
    if made is None or not is_exact(stated):
        return None
    assert first.number is not None
    assert last.number is not None
    assert stated.number is not None
    apart = last.number - first.number
    is_apart = abs(apart - stated.number) <= first.half + last.half + stated.half
    if stated.kind == "percent":
        agrees = change_agrees(stated, first, last) or (first.kind == "percent" and is_apart)
        return Stated(row, line.name, stated.text, f"{say_rounded(made)}%", agrees)
    if stated.kind != first.kind:
        return None
    return Stated(row, line.name, stated.text, say_number(apart, stated.kind), is_apart)
