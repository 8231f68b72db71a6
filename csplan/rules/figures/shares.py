"""Rules about the columns of a table: stated averages, and parts of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from csplan.escape import quoted
from csplan.figures import Figure, is_exact, is_rate, say_number, say_rounded
from csplan.load import LoadedFile, LoadedPlan, Tabled
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_AVERAGE = late(
    r"(?:(?:the )?(?:overall|regional|county|district) )?(?:average|mean)", re.IGNORECASE
)
_PARTS = late(r"\b(?:breakdown|split|distribution|make-?up|composition|shares?)\b", re.IGNORECASE)
# What can be ticked twice, or is not all there is, makes another sum.
_SEVERAL = late(
    r"\b(?:multiple|more than one|up to (?:two|three|five|[0-9]+)|(?:all|any) that apply|main"
    r"|top|most (?:common|frequent)|selected)\b",
    re.IGNORECASE,
)
_SUMMARY = late(
    r"(?:(?:grand|overall|sub)[ -]?)?total|sum|all|max(?:imum)?|min(?:imum)?|median|mode|range"
    r"|highest|lowest",
    re.IGNORECASE,
)
_WHOLE = Decimal(100)
_NEAR = Decimal(10)
_FEWEST = 3


class _Column(NamedTuple):
    """A column of figures: its place, its heading, and the names and cells of its rows."""

    number: int
    heading: str
    names: tuple[str, ...]
    cells: tuple[Figure, ...]


def _columns(tabled: Tabled) -> Iterator[_Column]:
    names = tuple(line.name for line in tabled.lines)
    for number, heading in enumerate(tabled.table.columns[1:]):
        cells = tuple(line.cells[number] for line in tabled.lines)
        yield _Column(number, heading, names, cells)


@warning
def average_mismatch(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A row that calls itself the average is not that of the other rows.

    Rounding is allowed for. That of rates and percentages depends on how many each row is of, so
    one of these is only complained of if it lies outside all that it is the average of.

    Bad:
        tables:
          - table: Calls
            columns: [District, 2010/11]
            rows:
              - [Hastings, 120]
              - [Rother, 80]
              - [Average, 110]

    Good:
        tables:
          - table: Calls
            columns: [District, 2010/11]
            rows:
              - [Hastings, 120]
              - [Rother, 80]
              - [Average, 100]
    """
    del plan
    for tabled in file.tables:
        rows = [at for at, line in enumerate(tabled.lines) if _AVERAGE.fullmatch(line.name.strip())]
        for column in _columns(tabled) if len(rows) == 1 else ():
            others = [
                cell
                for at, cell in enumerate(column.cells)
                if at != rows[0] and not _SUMMARY.fullmatch(column.names[at].strip())
            ]
            unit = tabled.sheet.units[column.number]
            if words := _unlike(column.cells[rows[0]], others, is_share=is_rate(unit)):
                place = (*tabled.route, "rows", rows[0], column.number + 1)
                words = f"{quoted(tabled.table.table)}: {words} of {quoted(column.heading)}"
                yield Finding(place, f"{words}; correct it")


def _unlike(stated: Figure, others: list[Figure], *, is_share: bool) -> str:
    numbers = [each.number for each in others if is_exact(each) and each.number is not None]
    kinds = {each.kind for each in (stated, *others)}
    if len(numbers) < len(others) or len(kinds) > 1 or not numbers or not is_exact(stated):
        return ""
    assert stated.number is not None
    slack = stated.half + max(each.half for each in others)
    if is_share or stated.kind == "percent":
        low, high = min(numbers), max(numbers)
        ends = f"from {say_number(low, stated.kind)} to {say_number(high, stated.kind)}"
        is_within = low - slack <= stated.number <= high + slack
        return (
            "" if is_within else f"{quoted(stated.text)} cannot be the average of what goes {ends}"
        )
    mean = sum(numbers, Decimal(0)) / len(numbers)
    # A whole number may have been rounded.
    slack += Decimal("0.5") if not stated.half else 0
    words = f"{quoted(stated.text)} is not the average, {say_rounded(mean, 2)},"
    return "" if abs(mean - stated.number) <= slack else words


@warning
def shares_not_whole(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The percentages of the parts of a whole do not make 100.

    It is told of a table whose title or heading speaks of shares, of a breakdown or the like, if
    its percentages come near 100 and rounding does not explain the rest. One that says that several
    answers could be given, or that these are the main ones, is not complained of.

    Bad:
        tables:
          - table: Breakdown of offences
            unit: "%"
            columns: [Offence, 2010/11]
            rows:
              - [Theft, 45]
              - [Violence, 30]
              - [Damage, 20]

    Good:
        tables:
          - table: Breakdown of offences
            unit: "%"
            columns: [Offence, 2010/11]
            rows:
              - [Theft, 45]
              - [Violence, 30]
              - [Damage, 20]
              - [Other, 5]
    """
    del plan
    for tabled in file.tables:
        for column in _columns(tabled) if not tabled.table.total else ():
            title = f"{tabled.table.table} {column.heading}"
            if not _PARTS.search(title) or _SEVERAL.search(f"{title} {tabled.table.note or ''}"):
                continue
            made = _made(column.cells)
            if made is not None:
                words = f"{quoted(tabled.table.table)}: the percentages of {quoted(column.heading)}"
                words = f"{words} make {say_rounded(made, 2)}%, and not 100%"
                place = (*tabled.route, "columns", column.number + 1)
                yield Finding(place, f"{words}; correct the one that is wrong, or add what is left")


def _made(cells: tuple[Figure, ...]) -> Decimal | None:
    """What percentages make, if that is near 100 and is not it."""
    numbers = [cell.number for cell in cells if cell.kind == "percent" and is_exact(cell)]
    if len(numbers) < max(_FEWEST, len(cells)):
        return None
    made = sum((number for number in numbers if number is not None), Decimal(0))
    apart = abs(made - _WHOLE)
    return made if sum(cell.half for cell in cells) < apart <= _NEAR else None
