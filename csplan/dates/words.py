"""What was typed, cut into words: spellings of dashes, quotes and spaces no longer differ."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from csplan.dates.days import MONTHS, NotADate
from csplan.escape import quoted

T = TypeVar("T")

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, '\u2018\u2019\u201b\u2032\u00b4`"\u201c\u201d'), "'")
_BULLETS = dict.fromkeys(map(ord, "\u00b7\u2022\u25aa\u25e6\u2023\u25cf\uf0b7*"), " ")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_SAME = {
    **_DASHES,
    **_QUOTES,
    **_BULLETS,
    **_ZERO_WIDTH,
    ord("&"): " and ",
    ord("\u00bd"): " half ",
}

_CLOCK = r"t?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]m)?|[0-9]{1,2}\s?[ap]m\b"
_WORD = re.compile(
    rf"(?P<clock>{_CLOCK})|[0-9]+|(?<=[0-9])(?:st|nd|rd|th)|[^\W\d_]+|\S", re.IGNORECASE
)
_LINKS = ("-", "/", "'")
_LONGEST_PHRASE = 5
_LONGEST = 200

_NUMBERS = {word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)}
_NUMBERS |= {"nine": 9, "twelve": 12, "eighteen": 18}
MONTH_NUMBERS = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name.lower()[:3]: n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}


class Word(NamedTuple):
    """One word, number or sign: lower case, with its place in the line.

    `fresh` is true for what follows a line break or a full stop.
    """

    text: str
    start: int
    end: int
    fresh: bool


class Line(NamedTuple):
    """Some typed text, made even, and its words; past the last one there is only `""`."""

    text: str
    words: tuple[Word, ...]
    phrases: tuple[tuple[tuple[str, int], ...], ...]
    """For each place the phrases that start there, longest first, and where they end."""

    def at(self, place: int) -> str:
        """The word at `place`, in lower case."""
        return self.words[place].text if place < len(self.words) else ""

    def digits(self, place: int) -> str:
        """The figures at `place`, or `""` if something else stands there."""
        word = self.at(place)
        return word if word.isascii() and word.isdigit() else ""

    def number(self, place: int) -> int:
        """The number at `place`, in figures or words, or 0."""
        return int(self.digits(place) or _NUMBERS.get(self.at(place), 0))

    def typed(self, start: int, end: int) -> str:
        """Words `start` to before `end`, as they were typed."""
        return self.text[self.words[start].start : self.words[end - 1].end]

    def skip(self, place: int, *words: str) -> int:
        """`place`, or the place after it if one of `words` stands there."""
        return place + 1 if self.at(place) in words else place

    def skip_all(self, place: int, *words: str) -> int:
        """The first place from `place` on at which none of `words` stands."""
        while self.at(place) in words:
            place += 1
        return place

    def find(self, place: int, phrases: Mapping[str, T]) -> tuple[T, int] | None:
        """The longest of `phrases` that stands at `place`, and where it ends.

        The words of a phrase may be joined: `half yearly` also stands for `Half-yearly`.
        """
        for phrase, end in self.phrases[place] if place < len(self.phrases) else ():
            if phrase in phrases:
                return phrases[phrase], end
        return None


def evened(text: str) -> str:
    """`text` with one spelling for each dash, quote and letter."""
    return unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)


def cut(text: str) -> Line:
    """`text` as a line of words; NotADate if it is too long to be a date."""
    if len(text) > _LONGEST:
        raise NotADate(
            f"{quoted(text)} is too long for a date; keep the date here, and the rest apart"
        )
    even = evened(text)
    words = tuple(_words(even))
    texts = [word.text for word in words]
    phrases = tuple(tuple(_phrases(texts, place))[::-1] for place in range(len(texts)))
    return Line(even, words, phrases)


def _words(even: str) -> Iterator[Word]:
    end = 0
    fresh = False
    for match in _WORD.finditer(even):
        word = match.group().lower()
        fresh = fresh or "\n" in even[end : match.start()] or "\r" in even[end : match.start()]
        end = match.end()
        if match["clock"]:
            continue
        if word == "." and not _between_digits(even, match.start()):
            fresh = True
            continue
        yield Word(word, match.start(), end, fresh)
        fresh = False


def _phrases(texts: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
    phrase = ""
    for _ in range(_LONGEST_PHRASE):
        if place >= len(texts):
            return
        phrase += texts[place]
        place += 1
        yield phrase, place
        place += place < len(texts) and texts[place] in _LINKS
        phrase += " "


def _between_digits(text: str, place: int) -> bool:
    before, after = text[:place].rstrip()[-1:], text[place + 1 :].lstrip()[:1]
    return before.isdigit() and after.isdigit()


def number_word(number: int) -> str:
    """`two`, or figures for a number that has no word here."""
    return next((word for word, value in _NUMBERS.items() if value == number), str(number))


def listed(texts: list[str], last: str = "or") -> str:
    """`a, b or c`."""
    return f" {last} ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))
