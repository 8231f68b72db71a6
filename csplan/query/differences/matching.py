"""Which part of the new plan is which part of the old one: always one to one."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from csplan.query.differences.likeness import MOST_PAIRS, likest

Part = TypeVar("Part")


class Pair(NamedTuple, Generic[Part]):
    """The same thing in two plans; `by` says how it was known, empty if by reference or title."""

    old: Part
    new: Part
    by: str


class Matching(Generic[Part]):
    """The parts of two plans, matched step by step; what is matched once is left alone after."""

    def __init__(self, old: Iterable[Part], new: Iterable[Part]) -> None:
        self.pairs: list[Pair[Part]] = []
        self._old = {id(part): part for part in old}
        self._new = {id(part): part for part in new}

    @property
    def old(self) -> list[Part]:
        """What is left of the old plan, in its order."""
        return list(self._old.values())

    @property
    def new(self) -> list[Part]:
        """What is left of the new plan, in its order."""
        return list(self._new.values())

    def take(self, old: Part, new: Part, by: str = "") -> None:
        """Match two parts, unless one of them has been matched before."""
        if id(old) in self._old and id(new) in self._new:
            self.pairs.append(Pair(self._old.pop(id(old)), self._new.pop(id(new)), by))

    def by_key(
        self, key: Callable[[Part], Hashable], by: str = "", *, is_alone: bool = False
    ) -> None:
        """Match what has the same key, in order; if `is_alone`, only what no other part has.

        A part whose key is empty is left alone.
        """
        theirs = _grouped(self.new, key)
        for name, mine in _grouped(self.old, key).items():
            others = theirs.get(name, [])
            if not is_alone or (len(mine) == 1 and len(others) == 1):
                for old, new in zip(mine, others, strict=False):
                    self.take(old, new, by)

    def by_likeness(self, words: Callable[[Part], str], by: str) -> bool:
        """Match what is alike in words, the likest first; False if there is too much of it."""
        old, new = self.old, self.new
        if len(old) * len(new) > MOST_PAIRS:
            return False
        for here, there in likest([words(part) for part in old], [words(part) for part in new]):
            self.take(old[here], new[there], by)
        return True


def _grouped(parts: Sequence[Part], key: Callable[[Part], Hashable]) -> dict[Hashable, list[Part]]:
    found: dict[Hashable, list[Part]] = {}
    for part in parts:
        if name := key(part):
            found.setdefault(name, []).append(part)
    return found


def out_of_order(pairs: Sequence[Pair[Part]], new: Sequence[Part]) -> list[Pair[Part]]:
    """The fewest pairs without which the others stand in the same order in both plans.

    `pairs` are in the order of the old plan, `new` holds the parts in that of the new one.
    """
    places = {id(part): number for number, part in enumerate(new)}
    ranks = [places[id(pair.new)] for pair in pairs]
    kept = set(_rising(ranks))
    return [pair for pair, rank in zip(pairs, ranks, strict=True) if rank not in kept]


def _rising(ranks: Sequence[int]) -> list[int]:
    """The longest run of numbers, each greater than the one before, with gaps."""
    best: list[list[int]] = []
    for rank in ranks:
        before = [run for run in best if run[-1] < rank]
        best.append([*max(before, key=len, default=[]), rank])
    return max(best, key=len, default=[])
