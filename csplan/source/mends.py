"""How a text that cannot be read as it stands could be mended, where that needs no decision."""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property

from csplan.source.fault import Piece, Span, Way

INDENT = re.compile(r"^[ \xa0]*(\t)[ \t\xa0]*(?=\S)", re.MULTILINE)
"""What stands before a line that a tab indents; its group is the tab."""

_WIDTHS = (2, 4, 8)
_MOST_PIECES = 20_000
# What is seen as a gap; all else that can be mended is not seen at all. What turns text round and
# what stands for a letter that was garbled on its way is for a person to look at.
_GAPS = frozenset("\t\xa0\x0b\x0c\u2028\u2029")
_NOTHING = frozenset("\xad\u200b\u200e\u200f\u2060\ufeff")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_KEY = re.compile(r""""[^"]*"|'[^']*'|[^"'#][^#]*""")
_BLANK_LINES = re.compile(r"(?: *(?:\r\n|\r|\n))*")
_WHAT_FOLLOWS = re.compile(
    r"(?:^ *(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(?:^( *)(-(?=\s)|\S)| *\Z)", re.MULTILINE
)


def spread(pieces: Iterable[Piece], text: str) -> str:
    """A text with pieces of it made anew."""
    kept: list[str] = []
    at = 0
    for start, end, made in pieces:
        kept += (text[at:start], made)
        at = end
    return "".join((*kept, text[at:]))


def tab_ways(text: str) -> tuple[Way, ...]:
    """Spaces for tabs that indent lines, for each distance between stops that editors have."""
    found = list(INDENT.finditer(text))
    if len(found) > _MOST_PIECES:
        return ()
    indents = [(*match.span(), match[0].replace("\xa0", " ")) for match in found]
    return tuple(
        tuple(Piece(start, end, before.expandtabs(width)) for start, end, before in indents)
        for width in _WIDTHS
    )


def unseen_ways(text: str, character: str) -> tuple[Way, ...]:
    """A space or nothing for a character that looks like that, wherever it stands in a text."""
    if character not in _GAPS | _NOTHING:
        return ()
    made = " " if character in _GAPS else ""
    pieces = tuple(
        Piece(at, at + 1, made) for at in _occurrences(text, character) if _is_plain(text, at)
    )
    return (pieces,) if 0 < len(pieces) <= _MOST_PIECES else ()


def _occurrences(text: str, character: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _is_plain(text: str, at: int) -> bool:
    """Whether what follows is the same after a space: a sign of a comment would not be."""
    return text[at] == "\t" or text[at + 1 : at + 2] != "#"


class Twins:
    """How equal keys of one text could be mended; what is sought for one serves the next too."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Span, Way] = {}

    def ways(self, first: Span, second: Span) -> tuple[Way, ...]:
        """The line of the one that has no value taken out; the second for choice."""
        found = (self._way(span) for span in (second, first))
        return next(((way,) for way in found if way), ())

    def _way(self, key: Span) -> Way:
        if key not in self._known:
            start, end = self._starts[key.line - 1 : key.line + 1]
            self._known[key] = _without(self._text, start, start + key.column - 1, end)
        return self._known[key]

    @cached_property
    def _starts(self) -> "array[int]":
        """Where each line starts, and where the text ends."""
        return array("I", (match.start() for match in _LINE.finditer(self._text)))


def _without(text: str, line: int, at: int, end: int) -> Way:
    """A text without the key at a place; nothing if that has a value or shares its line.

    `line` and `end` are where the line of the key starts and where the next one does.
    """
    following = _WHAT_FOLLOWS.match(text, end) if _is_alone(text[at:end]) else None
    if not following or _is_value(following, at - line):
        return ()
    if not text[line:at].strip(" "):
        return (Piece(line, end, ""),)
    # The first key of an entry leaves the dash before it to the next one.
    blank = _BLANK_LINES.match(text, end)
    assert blank
    is_next = following.start(2) == blank.end() + at - line
    return (Piece(at, following.start(2), ""),) if is_next else ()


def _is_alone(rest: str) -> bool:
    """Whether the rest of a line is a key and its colon."""
    typed = rest.rstrip(" \r\n")
    return typed.endswith(":") and bool(_KEY.fullmatch(typed[:-1].rstrip(" ")))


def _is_value(following: re.Match[str], column: int) -> bool:
    """Whether what follows a key that stands alone on its line is the value of it."""
    further = len(following[1] or "") - column
    return bool(following[2]) and (further > 0 or (further == 0 and following[2] == "-"))
