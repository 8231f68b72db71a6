"""Texts of a file put in other words, each where it stands and no byte around it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from csplan.diagnostic import Mend
from csplan.edit.changes import Replace, applied
from csplan.edit.splice import node_at
from csplan.edit.text import UnsafeChangeError, as_meant
from csplan.source import Route, parse
from csplan.source.emit import emit_flow
from csplan.source.fault import Piece
from csplan.source.mends import spread
from csplan.source.outline import Node, outline
from csplan.source.tree import Value

_GAP = re.compile(r"\s+")
# In plain text these would end it or begin something else.
_ENDS_PLAIN, _ENDS_IN_BRACKETS = re.compile(r":(?:\s|$)|\s#"), re.compile(r"[,\[\]{}]")


def reworded(text: str, mends: Iterable[Mend]) -> str:
    """A text in which `parse` finds no error, with what stands at some routes put in other words.

    What was made is read again and compared with what was meant. Raises `UnsafeChangeError`.
    """
    tree, known = parse(text)
    assert tree is not None
    # Two rules may speak of one text; the second is mended when the first is done.
    asked = list({mend.route: mend for mend in reversed(list(mends))}.values())
    wanted = tree.value
    for route, new in asked:
        wanted = applied(wanted, Replace(route, new))
    made = spread(sorted(_pieces(text, tree.value, asked)), text)
    if not as_meant(text, made, wanted, len(known)):
        raise UnsafeChangeError
    return made


def _pieces(text: str, value: Value, asked: Iterable[Mend]) -> Iterator[Piece]:
    top = outline(text)
    for route, new in asked:
        old = _value_at(value, route)
        yield _piece(text, node_at(top, route), old, new)


def _value_at(value: Value, route: Route) -> str:
    for step in route:
        if isinstance(value, dict):
            value = value.get(step, value)
        elif isinstance(value, list):
            assert isinstance(step, int)
            value = value[step]
    assert isinstance(value, str)
    return value


def _piece(text: str, node: Node, old: str, new: str) -> Piece:
    """The least that has to be written for a text to be another; UnsafeChangeError if unclear."""
    raw = text[node.start : node.end]
    mark = raw[:1] if raw[:1] in ("'", '"') else ""
    if raw[:1] in ("|", ">") or (mark == '"' and ("\\" in raw or "\\" in new or '"' in new)):
        raise UnsafeChangeError
    if not mark and (_ENDS_PLAIN.search(new) or (node.flow and _ENDS_IN_BRACKETS.search(new))):
        return Piece(node.start, node.end, emit_flow(new))
    if mark == "'":
        old, new = (each.replace("'", "''") for each in (old, new))
    if raw != f"{mark}{old}{mark}":
        return _folded(text, node, old, new)
    head, tail = _shared(old, new)
    start = node.start + len(mark)
    return Piece(start + head, start + len(old) - tail, new[head : len(new) - tail])


def _shared(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How much of two is the same at their beginning, and of the rest at their end."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    rest = most - head
    return head, next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)


def _folded(text: str, node: Node, old: str, new: str) -> Piece:
    """The words that differ of a text which goes over several lines."""
    before, after = old.split(" "), new.split(" ")
    head, tail = _shared(before, after)
    was, now = before[head : len(before) - tail], after[head : len(after) - tail]
    pattern = r"\s+".join(re.escape(word) for word in was)
    found = list(re.finditer(rf"(?<!\S){pattern}(?!\S)", text[node.start : node.end]))
    if not was or not now or len(found) != 1:
        raise UnsafeChangeError
    start, end = found[0].span()
    return Piece(node.start + start, node.start + end, " ".join(now))
