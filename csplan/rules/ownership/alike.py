"""When two names of posts or agencies are the same but for how they are written."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from csplan.rules.late import late

Words = tuple[str, ...]
Hole = tuple[int, Words]
Holed = Mapping[Hole, list[Words]]

_SIGNS = late(r"[^\w\s]|_")
# `Co-ordinator` and `Multi Agency` are also written as one word.
_PREFIX = late(r"\b(anti|co|inter|multi|non|pre|re|sub|well)[ -](?=\w)")
_SHORTEST = 5
# One would otherwise compare everything with everything in a file that is made to be slow.
_MOST_ALIKE = 30


# The same few names are compared by several rules.
@lru_cache(1000)
def words_of(name: str, *, keeps_last: bool = False) -> Words:
    """The words of a name without what people vary: capitals, signs, hyphens, `&`, `the`, plurals.

    The last word of a post says whether one or several hold it, so it can be kept as it is.
    """
    found = [word for word in plain_words(name) if word != "the"]
    last = found[-1:] if keeps_last else [_singular(word) for word in found[-1:]]
    return (*(_singular(word) for word in found[:-1]), *last)


def plain_words(name: str) -> Words:
    """The words of a name without capitals, signs and hyphens, and with `and` for `&`."""
    folded = name.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return tuple(_SIGNS.sub(" ", _PREFIX.sub(r"\1", folded)).split())


def _singular(word: str) -> str:
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def with_holes(names: Iterable[Words]) -> Holed:
    """Names by what is left of each without one of its long words."""
    found: dict[Hole, list[Words]] = {}
    for words in dict.fromkeys(names):
        for hole in _holes(words):
            found.setdefault(hole, []).append(words)
    return found


def _holes(words: Words) -> Iterator[Hole]:
    for number, word in enumerate(words):
        if len(word) >= _SHORTEST and word.isalpha():
            yield number, (*words[:number], *words[number + 1 :])


def slip_of(words: Words, holed: Holed) -> Words:
    """The first of the names that differs by one letter of one long word; empty if none does."""
    return next(slips_of(words, holed, _MOST_ALIKE), ())


def slips_of(words: Words, holed: Holed, most: int | None = None) -> Iterator[Words]:
    """The names that differ by one letter of one long word, of the first `most` with that hole."""
    for hole in _holes(words):
        for other in holed.get(hole, ())[:most]:
            if _is_slip(words[hole[0]], other[hole[0]]):
                yield other


def _is_slip(first: str, second: str) -> bool:
    """Whether one letter of a word is wrong, missing or too many, or two have changed places.

    One and several, such as `officer` and `officers`, are no slip.
    """
    if first.rstrip("s") == second.rstrip("s") or abs(len(first) - len(second)) > 1:
        return False
    start = next(
        (n for n, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]),
        min(len(first), len(second)),
    )
    one, other = first[start:], second[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[1::-1] == other[:2] and one[2:] == other[2:])
    )
