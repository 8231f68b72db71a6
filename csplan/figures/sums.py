"""Sums and changes of figures, and how far rounding can take them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from csplan.figures.figure import ZERO, Figure, is_exact

_HUNDRED = Decimal(100)


class Sum(NamedTuple):
    """A sum, and how far it can be off because its parts were rounded."""

    total: Decimal
    slack: Decimal


def total(figures: Iterable[Figure]) -> Sum | None:
    """The sum of figures; None if one is missing or only a bound, or there are none."""
    parts = tuple(figures)
    numbers = [each.number for each in parts if is_exact(each) and each.number is not None]
    if not parts or len(numbers) < len(parts):
        return None
    return Sum(sum(numbers, ZERO), sum((each.half for each in parts), ZERO))


def change(first: Figure, last: Figure) -> Decimal | None:
    """By how many per cent the last is more than the first.

    None from nothing or from 0, if one of them is only a bound, or if they are of two kinds.
    """
    if first.kind != last.kind:
        return None
    if not (is_exact(first) and is_exact(last)) or not first.number or last.number is None:
        return None
    return _per_cent(first.number, last.number)


def _per_cent(first: Decimal, last: Decimal) -> Decimal:
    return (last - first) / abs(first) * _HUNDRED


def change_agrees(stated: Figure, first: Figure, last: Figure) -> bool:
    """Whether a stated percentage change can be that of two figures, all three rounded.

    Nothing can be said against it if there is nothing to compare, or only bounds.
    """
    if not all(map(is_exact, (stated, first, last))) or change(first, last) is None:
        return True
    assert stated.number is not None
    starts, ends = _reach(first), _reach(last)
    if min(starts) <= 0 <= max(starts):
        return True
    possible = [_per_cent(start, end) for start in starts for end in ends]
    return min(possible) - stated.half <= stated.number <= max(possible) + stated.half


def _reach(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure can have been before it was rounded."""
    assert figure.number is not None
    return figure.number - figure.half, figure.number + figure.half
