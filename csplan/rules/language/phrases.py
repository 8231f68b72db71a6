"""Names of several words that a text writes in two ways: their words, capitals and order."""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from csplan.rules.late import late

_PHRASE = late(rb"A[Aa]++(?:[ \n]A[Aa]++)+")
# What ends many names of services as a word of its own or as a part of one.
_ENDINGS = frozenset(
    (
        *("Aid", "Base", "Call", "Care", "Force", "Guard", "House", "Light", "Line", "Link"),
        *("Mark", "Net", "Place", "Point", "Reach", "Safe", "Shop", "Space", "Start", "Stop"),
        *("Stoppers", "Watch", "Wise", "Work", "Workers", "Works", "Zone"),
    )
)
# `Out Reach` in a heading and `Outreach` in a sentence are no names.
_NO_NAMES = frozenset(("Any", "Every", "Some", "In", "On", "Out", "Over", "Under", "Up", "The"))
_FEWEST_LETTERS = 4
_IN_ORDER = 4
# More than a plan has that people write.
_MOST, _MOST_ENDED = 20_000, 500

Words = tuple[str, ...]


class Pair(NamedTuple):
    """A name as it is typed, and another way of writing it that may be typed as well."""

    typed: str
    other: str


def pairs(every: str, kinds: bytes) -> Iterator[Pair]:
    """The names of a text that may stand there in two ways.

    Such as `Key Work` and `Keywork`, `Project ADDER` and `Project Adder`, or with two words that
    have changed places. `kinds` are those of its characters.
    """
    spans = (found.span() for found in islice(_PHRASE.finditer(kinds), _MOST))
    typed = dict.fromkeys([every[start:end] for start, end in spans])
    phrases = [tuple(each.split()) for each in typed]
    twos = dict.fromkeys(two for words in phrases for two in pairwise(words))
    yield from _joined(twos, every)
    yield from _loud(twos)
    yield from _swapped(phrases)


def _joined(twos: Iterable[tuple[str, str]], every: str) -> Iterator[Pair]:
    """Two words that are written as one elsewhere."""
    ended = (two for two in twos if two[1] in _ENDINGS)
    for one, other in islice(ended, _MOST_ENDED):
        word = one + other.lower()
        is_name = one.istitle() and one not in _NO_NAMES
        if is_name and (f" {word}" in every or f"\n{word}" in every):
            yield Pair(f"{one} {other}", word)


def _loud(twos: dict[tuple[str, str], None]) -> Iterator[Pair]:
    """A word after the same one that is elsewhere in capitals."""
    for one, other in twos:
        if other.isupper() and len(other) >= _FEWEST_LETTERS and one.istitle():
            calm = other.title()
            if (one, calm) in twos:
                yield Pair(f"{one} {other}", f"{one} {calm}")


def _swapped(phrases: Iterable[Words]) -> Iterator[Pair]:
    """Four words, of which two that stand side by side have changed places."""
    fours = dict.fromkeys(
        words[at : at + _IN_ORDER] for words in phrases for at in range(len(words) - _IN_ORDER + 1)
    )
    for words in fours:
        one, two, three, last = words
        for other in ((two, one, three, last), (one, three, two, last)):
            if other in fours and other != words:
                yield Pair(" ".join(words), " ".join(other))
