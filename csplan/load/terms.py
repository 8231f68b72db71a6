"""Terms found in a text, in a time that hardly grows with how many terms there are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_RUN = r"[\w-]+"
_HEAD = re.compile(rf"{_RUN}|.", re.DOTALL)
_END = re.compile(r"(?P<ending>)(?![\w-])")
_END_OR_ENDING = re.compile(r"(?P<ending>s|['’]s)?(?![\w-])")


class Found(NamedTuple):
    """A term at a place of a text; `end` is after its ending, an `s` or `'s`."""

    start: int
    end: int
    term: str
    ending: str


class Terms:
    """Finds whole words that are terms, the longest first and none within another.

    What is one of `names` is passed over, together with the terms in it.
    """

    def __init__(self, terms: Iterable[str], names: Iterable[str] = ()) -> None:
        self._names = frozenset(filter(None, names))
        self._terms = frozenset(filter(None, terms))
        self._lengths = _lengths(self._names | self._terms)
        others = sorted(head for head in self._lengths if not re.match(_RUN, head))
        heads = "|".join((_RUN, *map(re.escape, others)))
        self._heads = re.compile(rf"(?<![\w-])(?:{heads})")

    def within(self, text: str) -> Iterator[Found]:
        """The terms in a text, from its start to its end."""
        place = 0
        while head := self._heads.search(text, place):
            found = self._at(head, text)
            place = found.end if found else head.end()
            if found and found.term:
                yield found

    def _at(self, head: re.Match[str], text: str) -> Found | None:
        """What begins with a head, a name being one without a term."""
        start = head.start()
        lengths = self._lengths.get(head[0], ())
        for wanted, closing in ((self._names, _END), (self._terms, _END_OR_ENDING)):
            for length in lengths:
                typed = text[start : start + length]
                closed = closing.match(text, start + length) if typed in wanted else None
                if closed:
                    term = typed if wanted is self._terms else ""
                    return Found(start, closed.end(), term, closed["ending"] or "")
        return None


def _lengths(texts: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """How long the texts are, the longest first, by what they begin with: a word or one sign."""
    found: dict[str, set[int]] = {}
    for text in texts:
        head = _HEAD.match(text)
        assert head
        # A term of one word may stand with an `s` joined to it.
        for typed in (head[0], f"{head[0]}s"):
            found.setdefault(typed, set()).add(len(text))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}
