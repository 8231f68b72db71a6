"""Where in a text a change is made, and what stands there then; nothing else is touched."""

import re
from typing import NamedTuple

from csplan.edit.brackets import in_brackets, out_of_brackets
from csplan.edit.changes import Change, Insert, Put, Remove, Replace
from csplan.edit.lines import Lines, shifted
from csplan.source import Route
from csplan.source.emit import emit_flow, emit_lines
from csplan.source.outline import Node, outline
from csplan.source.tree import Value

_DASH = 2  # a dash and a space stand before an entry
_BLANK_BEFORE, _BLANK_AFTER = re.compile(r"(?:\A|\n[ ]*\r?\n)\Z"), re.compile(r"(?:[ ]*\r?\n)+")
_ONLY_DASHES = re.compile(r"[ -]*")


def spliced(text: str, change: Change) -> str:
    """The text with the change made; its route leads to what is there."""
    while True:
        start, end, made, is_first_step = Splicer(text).find(change)
        text = text[:start] + made + text[end:]
        if not is_first_step:
            return text


def node_at(top: Node, route: Route) -> Node:
    """What stands at a route of a text."""
    node = top
    for step in route:
        # A single value may stand where a list could.
        node = node if step == 0 and node.kind != "list" else node.parts[step]
    return node


class Splice(NamedTuple):
    """What stands from one offset of a text to another is to be `made`.

    `is_first_step` tells that the change has then to be made once more.
    """

    start: int
    end: int
    made: str
    is_first_step: bool = False


class Splicer:
    """Finds the places of changes; every one is an offset into the text as it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._top = outline(text)
        self._lines = Lines(text)

    def find(self, change: Change) -> Splice:
        """The splice of a change whose route leads to what is there."""
        if isinstance(change, Put):
            return self._put(change)
        if isinstance(change, Insert):
            return self._insert(change)
        if isinstance(change, Remove):
            return self._remove(change.route)
        return self._replace(change)

    def _replace(self, change: Replace) -> Splice:
        node = self._node(change.route)
        if node.flow:
            return Splice(node.start, node.end, emit_flow(change.value))
        lines = self._emitted(change.value, self._lines.column(node.start))
        return Splice(node.start, node.end, lines.lstrip(" "))

    def _put(self, change: Put) -> Splice:
        into, key, value = self._node(change.route), change.key, change.value
        if into.kind == "text":
            return self._as_mapping(into, change.line_key)
        known = into.parts.get(key)
        if known and into.flow:
            return Splice(known.start, known.end, emit_flow(value))
        if known:
            lines = self._emitted({key: value}, self._lines.column(into.keys[key]))
            return Splice(into.keys[key], known.end, lines.lstrip(" "))
        at = len(into.parts) if change.at is None else change.at
        if into.flow:
            return Splice(*in_brackets(into, at, emit_flow({key: value})[1:-1]))
        column = self._lines.column(into.start)
        lines = self._emitted({key: value}, column)
        if at == 0 and self._lines.begins_at(into.start):
            return self._above(into.start, lines)
        above = list(into.parts.values())[at - 1].end if 0 < at < len(into.parts) else into.end
        return self._below(above, lines, column)

    def _insert(self, change: Insert) -> Splice:
        *above, key = change.route
        into = self._node(tuple(above))
        if into.kind == "text":
            return self._as_mapping(into, change.line_key)
        held = into.parts.get(key)
        if held is None or key in into.empty:
            return self._put(Put(tuple(above), str(key), [change.entry]))
        if held.kind != "list":
            return self._as_list(into.keys[str(key)], held, in_flow=into.flow)
        at = len(held.parts) if change.at is None else change.at
        if held.flow:
            return Splice(*in_brackets(held, at, emit_flow(change.entry)))
        column = self._lines.column(held.start)
        lines = self._emitted([change.entry], column)
        if at == 0:
            return self._above(held.start, lines)
        return self._below(held.parts[at - 1].end, lines, column)

    def _remove(self, route: Route) -> Splice:
        *above, last = route
        into = self._node(tuple(above))
        if (len(into.parts) < 2 and above and into.kind == "list") or last not in into.parts:
            return self._remove(tuple(above))
        if into.flow:
            return Splice(*out_of_brackets(self._text, into, last))
        start = into.keys[last] if isinstance(last, str) else self._dash(into, last)
        end = self._lines.with_comments_below(into.parts[last].end, self._lines.column(start))
        if not self._lines.begins_at(start):
            # The first key of an entry leaves the dash before it to what follows.
            following = len(self._text) - len(self._text[end:].lstrip())
            return Splice(start, following, "")
        return self._taken(self._lines.with_comments_above(start), self._lines.next(end))

    def _taken(self, start: int, end: int) -> Splice:
        """Without some lines; of the blank lines before and after them only those before stay."""
        is_open = _BLANK_BEFORE.search(self._text, 0, start)
        blank = _BLANK_AFTER.match(self._text, end) if is_open else None
        return Splice(start, blank.end() if blank else end, "")

    def _as_mapping(self, held: Node, key: str) -> Splice:
        """With a text as the value of a key in a mapping of its own."""
        start, end, written = held.start, held.end, self._text[held.start : held.end]
        if held.flow:
            return Splice(start, end, f"{{{key}: {written}}}", is_first_step=True)
        line = self._text[self._lines.start(start) : start]
        if _ONLY_DASHES.fullmatch(line):
            further = max(len(line) - line.rfind("-"), _DASH) if "-" in line else _DASH
            made = f"{key}: {shifted(written, further)}"
            return Splice(start, end, made, is_first_step=True)
        # Beside its key, which is the first thing on the line but for dashes.
        indent = " " * (len(line) - len(line.lstrip(" -")) + _DASH)
        made = f"{self._lines.ending}{indent}{key}: {shifted(written, _DASH)}"
        start += len(line.rstrip(" ")) - len(line)
        return Splice(start, end, made, is_first_step=True)

    def _node(self, route: Route) -> Node:
        return node_at(self._top, route)

    def _emitted(self, value: Value, indent: int) -> str:
        lines = (" " * indent + line if line else "" for line in emit_lines(value, indent))
        return self._lines.ending.join(lines)

    def _below(self, end: int, lines: str, column: int) -> Splice:
        """With lines that begin at a column below those of a value and of its comments."""
        at = self._lines.with_comments_below(end, column)
        return Splice(at, at, self._lines.ending + lines)

    def _above(self, start: int, lines: str) -> Splice:
        """With lines above the one on which the first entry starts, and above its comments."""
        at = self._lines.with_comments_above(start)
        return Splice(at, at, lines + self._lines.ending)

    def _as_list(self, key: int, held: Node, *, in_flow: bool) -> Splice:
        """With the single value at a key as the one entry of a list."""
        start, end, written = held.start, held.end, self._text[held.start : held.end]
        if in_flow or held.flow:
            made = f"[{written}]"
        elif held.kind == "mapping" or self._lines.begins_at(held.start):
            end = self._lines.with_comments_below(end, self._lines.column(key))
            made = f"- {shifted(self._text[start:end], _DASH)}"
        else:
            start = len(self._text[:start].rstrip(" "))
            dash = self._lines.ending + " " * (self._lines.column(key) + _DASH) + "- "
            made = dash + shifted(written, _DASH + _DASH)
        return Splice(start, end, made, is_first_step=True)

    def _dash(self, node: Node, number: int) -> int:
        """Where the dash of an entry is."""
        if number == 0:
            return node.start
        column, start = self._lines.column(node.start), node.parts[number].start
        dashes = re.compile(rf"^[ ]{{{column}}}-", re.MULTILINE)
        found = list(dashes.finditer(self._text, node.parts[number - 1].end, start))
        return found[-1].end() - 1
