"""All that is written in a file as one text, put together once: to search it takes one search."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import AnyStr

from csplan.load.texts import Text

_BETWEEN = "\n\n\n"
_KINDS = bytes(
    ord("A")
    if chr(code).isupper()
    else ord("a")
    if chr(code).islower()
    else ord("9")
    if 48 <= code < 58
    else code
    for code in range(256)
)
_SMALL = bytes(
    ord(" ") if chr(code) == "\n" else ord(chr(code).lower()) if code < 128 else code
    for code in range(256)
)


class Written:
    """The texts of a file; in `words` there are blank lines between one and the next.

    To search one long text is many times faster than to search each. `plain` has a byte for each
    character of `words`, in small letters and on one line, with `?` for what is not ASCII: that is
    what fixed words are looked for in. A place in the one is the same place in the other.
    """

    def __init__(self, texts: tuple[Text, ...]) -> None:
        self.texts = texts
        self.words = _BETWEEN.join([text.words for text in texts])
        self.plain = self.words.encode("ascii", "replace").translate(_SMALL)

    @cached_property
    def kinds(self) -> bytes:
        """The same with A for every capital, a for every small letter and 9 for every figure."""
        return kinds_of(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(text.words) + len(_BETWEEN) for text in self.texts)
        return list(accumulate(lengths, initial=0))

    def number_at(self, place: int) -> int:
        """Which text holds a place."""
        return bisect_right(self._starts, place) - 1

    def text_at(self, place: int) -> tuple[Text, int]:
        """The text that holds a place, and the place where it begins."""
        number = self.number_at(place)
        return self.texts[number], self._starts[number]

    def places(self, sign: str) -> Iterator[int]:
        """Where some small letters stand, whatever their capitals, or a sign."""
        return _places(self.plain, sign.encode()) if len(sign) > 1 else _places(self.words, sign)


def kinds_of(text: str) -> bytes:
    """A byte for each character: A for a capital, a for a small letter, 9 for a figure."""
    return text.encode("latin-1", "replace").translate(_KINDS)


def _places(every: AnyStr, sign: AnyStr) -> Iterator[int]:
    place = every.find(sign)
    while place >= 0:
        yield place
        place = every.find(sign, place + len(sign))
