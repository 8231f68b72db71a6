"""How a text that cannot be read as it stands could be mended, where that needs no decision."""

import re
from collections.abc import Iterable, Iterator

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
_KEY_ALONE = re.compile(
    r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[^"'#\r\n][^#\r\n]*?) *: *(?:\r\n|\r|\n|\Z)"""
)
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


def twin_ways(text: str, first: Span, second: Span) -> tuple[Way, ...]:
    """The line of the one of two equal keys that has no value taken out; the second for choice."""
    ways = (_without(text, _offset(text, span)) for span in (second, first))
    return next(((way,) for way in ways if way), ())


def _offset(text: str, span: Span) -> int:
    at = 0
    for _ in range(span.line - 1):
        found = _LINE.match(text, at)
        assert found
        at = found.end()
    return at + span.column - 1


def _without(text: str, at: int) -> Way:
    """A text without the key at a place; nothing if that has a value or shares its line."""
    line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    alone, column = _KEY_ALONE.match(text, at), at - line
    following = _WHAT_FOLLOWS.match(text, alone.end()) if alone else None
    if not alone or not following or _is_value(following, column):
        return ()
    if not text[line:at].strip(" "):
        return (Piece(line, alone.end(), ""),)
    # The first key of an entry leaves the dash before it to the next one.
    blank = _BLANK_LINES.match(text, alone.end())
    assert blank
    is_next = following.start(2) == blank.end() + column
    return (Piece(at, following.start(2), ""),) if is_next else ()


def _is_value(following: re.Match[str], column: int) -> bool:
    """Whether what follows a key that stands alone on its line is the value of it."""
    further = len(following[1] or "") - column
    return bool(following[2]) and (further > 0 or (further == 0 and following[2] == "-"))
