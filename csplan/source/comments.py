"""The comments of a text, for what is said to csplan in them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from csplan.source.fault import Span
from csplan.source.outline import Node, outline
from csplan.source.text import LINE_END

_HASH = re.compile(r"(?:^|(?<=[ \t]))#([^\r\n]*)", re.MULTILINE)


class Comment(NamedTuple):
    """A comment: where its sign stands, its words, and the line that it speaks of.

    That is its own line, or the next one that holds anything if it has a line for itself; 0 if
    nothing follows.
    """

    span: Span
    words: str
    line: int


def comments(text: str) -> Iterator[Comment]:
    """The comments of a text that `parse` finds nothing wrong with, in the order of the file."""
    lines = LINE_END.split(text)
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    written = sorted(_written(outline(text), text))
    after = [end for _, end in written]
    for match in _HASH.finditer(text):
        at = bisect_right(after, match.start())
        if at < len(written) and written[at][0] <= match.start():
            continue
        number = bisect_right(starts, match.start())
        column = match.start() - starts[number - 1]
        alone = not lines[number - 1][:column].strip()
        line = _next(lines, number) if alone else number
        yield Comment(Span(number, column + 1), match[1].strip(), line)


def _written(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """From where to where a text stands; that of a block begins on the line after its sign."""
    if node.kind == "text" and node.start < node.end:
        is_block = text[node.start] in "|>"
        end_of_line = LINE_END.search(text, node.start, node.end) if is_block else None
        yield (end_of_line.end() if end_of_line else node.start), node.end
    for part in node.parts.values():
        yield from _written(part, text)


def _next(lines: list[str], number: int) -> int:
    """The number of the first line after one that holds anything but a comment, or 0."""
    following = range(number, len(lines))
    held = (at for at in following if lines[at].strip() and not lines[at].lstrip().startswith("#"))
    return next(held, -1) + 1
