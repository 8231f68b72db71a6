"""Where a word of a text stands in the file, whose lines end elsewhere than those of the text."""

import re
from itertools import accumulate

from csplan.source.fault import Span
from csplan.source.text import LINE_END

_WORD = re.compile(r"\S+")
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
    words = list(_WORD.finditer(typed, opens.end()))
    counts = list(accumulate((len(word[0]) for word in words), initial=0))
    left = len("".join(before.split()))
    for word, passed in zip(words, counts, strict=False):
        if left < passed + len(word[0]):
            return _after(typed[: word.start() + left - passed], begins)
    return begins


def _after(typed: str, begins: Span) -> Span:
    lines = LINE_END.split(typed)
    column = len(lines[-1]) + (1 if len(lines) > 1 else begins.column)
    return Span(begins.line + len(lines) - 1, column)
