"""Of many changes, those that can be made together, found by halving."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def held(
    things: Sequence[T], holds: Callable[[Sequence[T]], bool], most: int
) -> tuple[list[T], list[T]]:
    """The things that hold together, and those that do not hold with them.

    `holds` is asked at most so many times; what could not be asked about is in neither.
    """
    kept: list[T] = []
    refused: list[T] = []
    parts = [list(things)] if things else []
    while parts and most:
        part, most = parts.pop(), most - 1
        if holds([*kept, *part]):
            kept += part
        elif len(part) == 1:
            refused += part
        else:
            half = len(part) // 2
            parts += [part[half:], part[:half]]
    return kept, refused
