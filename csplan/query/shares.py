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

    Per cents are whole and make 100 together, unless nothing was counted: each is rounded down,
    and what is left of the hundred goes, one each, to those that lost most by it (of equals, to
    the first).
    """
    named = tuple(words)
    whole = sum(counts[word] for word in named)
    parts = [divmod(_HUNDRED * counts[word], whole) if whole else (0, 0) for word in named]
    left = _HUNDRED - sum(percent for percent, _ in parts) if whole else 0
    raised = sorted(range(len(parts)), key=lambda at: -parts[at][1])[:left]
    return tuple(
        Share(word, counts[word], parts[at][0] + (at in raised)) for at, word in enumerate(named)
    )


def number_of(found: Shares, word: str) -> int:
    """How many are counted under a word; 0 if it is not among them."""
    return next((share.number for share in found if share.word == word), 0)
