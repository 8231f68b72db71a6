"""Where a word of a text stands in the file, whose lines end elsewhere than those of the text."""

import re

from csplan.source.fault import Span
from csplan.source.text import place

_OPENS = re.compile(r"[|>][^\r\n]*|[\"']?")
_BETWEEN = " \r\n"


def spot(typed: str, before: str, begins: Span) -> Span:
    """The place of what follows the words `before` in a value.

    `typed` is how the value stands in the file, from its first character, which is at `begins`.
    What the parser took of it is the same but for its spaces, so that counting letters finds the
    place; if letters were written with a backslash, it is the place where the value begins.
    """
    if typed.startswith('"') and "\\" in typed:
        return begins
    opens = _OPENS.match(typed)
    assert opens
    if typed.startswith("'"):
        # The second of two such signs is none of the text.
        typed = typed.replace("''", "' ")
    start, number = opens.end(), _letters(before, 0, len(before))
    if number >= _letters(typed, start, len(typed)):
        return begins
    line, column = place(typed, _letter(typed, start, number))
    return Span(begins.line + line - 1, column if line > 1 else begins.column + column - 1)


def _letters(text: str, start: int, end: int) -> int:
    """How many signs between two places are neither spaces nor line ends."""
    return end - start - sum(text.count(sign, start, end) for sign in _BETWEEN)


def _letter(text: str, start: int, number: int) -> int:
    """Where the letter of a number after the start stands, found by halves: texts may be long."""
    end = len(text)
    while end - start > 1:
        middle = (start + end) // 2
        passed = _letters(text, start, middle)
        if passed > number:
            end = middle
        else:
            start, number = middle, number - passed
    return start
