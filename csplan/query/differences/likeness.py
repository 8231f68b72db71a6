"""How alike two texts are, by their words; what it may cost is bounded."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest

ALIKE = 0.6
"""From how alike two texts are taken for the same thing in other words; 1 is the same."""
MOST_PAIRS = 250_000
"""How many pairs of texts are held against each other; beyond, none is."""
_MOST_WORDS = 60
_MOST_NEAR = 5
_WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without capitals and punctuation."""
    return tuple(_WORD.findall(text.casefold()))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, by the order of their first sixty words."""
    return _ratio(words_of(one)[:_MOST_WORDS], words_of(other)[:_MOST_WORDS])


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def likest(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of texts that are alike, by their numbers, the likest first; each text once.

    The words that two texts share are counted for every pair. Only the five nearest of each old
    text by that count are then compared word by word. Of equals those nearest in order come first.
    """
    one = [words_of(text)[:_MOST_WORDS] for text in old]
    other = [words_of(text)[:_MOST_WORDS] for text in new]
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, _, here, there in sorted(_near(one, other)):
        if here not in used_old and there not in used_new:
            used_old.add(here)
            used_new.add(there)
            yield here, there


def _near(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]]
) -> Iterator[tuple[float, int, int, int]]:
    """How unlike two texts are, how far apart they stand, and their numbers."""
    sets = [frozenset(words) for words in new]
    for here, words in enumerate(old):
        mine = frozenset(words)
        shared = (
            (-2 * len(mine & theirs) / ((len(mine) + len(theirs)) or 1), abs(here - there), there)
            for there, theirs in enumerate(sets)
        )
        # Words that come twice make the count of distinct ones smaller than the likeness.
        for share, apart, there in nsmallest(_MOST_NEAR, shared):
            if -share >= ALIKE / 2 and (ratio := _ratio(words, new[there])) >= ALIKE:
                yield -ratio, apart, here, there


def words_changed(old: str, new: str) -> tuple[int, int]:
    """How many words were put in and how many taken out, whatever their order."""
    before, after = Counter(words_of(old)), Counter(words_of(new))
    return (after - before).total(), (before - after).total()
