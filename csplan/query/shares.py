"""Counts with their shares of a whole."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

_HUNDRED = 100


class Share(NamedTuple):
    """How many of a whole are something, and how many per cent of it that is."""

    word: str
    number: int
    percent: int


Shares = tuple[Share, ...]


def shares(words: Iterable[str], counts: Mapping[str, int]) -> Shares:
    """A share for each word, in their order; the words name all that was counted.

    Per cents are rounded to the nearest whole one, a half up, each by itself: anybody can check
    one, but together they may make 99 or 101.
    """
    named = tuple(words)
    whole = sum(counts[word] for word in named)
    return tuple(Share(word, counts[word], _percent(counts[word], whole)) for word in named)


def _percent(part: int, whole: int) -> int:
    return (2 * _HUNDRED * part + whole) // (2 * whole) if whole else 0


def number_of(found: Shares, word: str) -> int:
    """How many are counted under a word; 0 if it is not among them."""
    return next((share.number for share in found if share.word == word), 0)
