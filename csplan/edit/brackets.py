"""Where an entry goes in a list or mapping that stands in brackets, and how one is taken out."""

import re

from csplan.source.fault import Piece
from csplan.source.outline import Node

_COMMA_AFTER, _COMMA_BEFORE = re.compile(r"\s*,\s*"), re.compile(r"\s*,\s*\Z")


def in_brackets(node: Node, at: int, made: str) -> Piece:
    """With what was made as the entry of a number, and the comma that it needs."""
    parts = list(node.parts.values())
    if not parts:
        return Piece(node.start + 1, node.start + 1, made)
    if at == 0:
        return Piece(node.start + 1, node.start + 1, f"{made}, ")
    end = parts[at - 1].end
    return Piece(end, end, f", {made}")


def out_of_brackets(text: str, node: Node, last: str | int) -> Piece:
    """Without an entry, by its key or number, and without one of the commas beside it."""
    part = node.parts[last]
    start = node.keys[last] if isinstance(last, str) else part.start
    after = _COMMA_AFTER.match(text, part.end)
    if after and text[after.end()] not in "]}":
        return Piece(start, after.end(), "")
    before = _COMMA_BEFORE.search(text, node.start, start)
    return Piece(before.start() if before else start, part.end, "")
