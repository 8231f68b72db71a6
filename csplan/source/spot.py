"""Where a word of a text stands in the file, whose lines end elsewhere than those of the text."""

import re

from csplan.source.fault import Span
from csplan.source.text import LINE_END

_OPENS = re.compile(r"[|>][^\r\n]*|[\"']?")


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
    left, start = _letters(before), opens.end()
    for line in typed[start:].splitlines(keepends=True):
        letters = _letters(line)
        if left < letters:
            return _after(typed[: start + _at(line, left)], begins)
        left, start = left - letters, start + len(line)
    return begins


def _letters(words: str) -> int:
    return len("".join(words.split()))


def _at(line: str, number: int) -> int:
    """Where in a line that letter stands."""
    return [place for place, sign in enumerate(line) if not sign.isspace()][number]


def _after(typed: str, begins: Span) -> Span:
    lines = LINE_END.split(typed)
    column = len(lines[-1]) + (1 if len(lines) > 1 else begins.column)
    return Span(begins.line + len(lines) - 1, column)
