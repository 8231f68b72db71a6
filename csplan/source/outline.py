"""Where everything of a text begins and ends, for whoever changes a file without rewriting it.

`Tree` holds only what reading needs. What changes a file needs the end of each value too, and
reads the few files that it changes a second time.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from csplan.source.events import LOADER

Kind = Literal["text", "list", "mapping"]


@dataclass(slots=True)
class Node:
    """A value in a text: the offsets of its first character and of the one after its last.

    Blank lines and comments after a value are not part of it. `flow` tells what stands in brackets
    or braces. A list holds its entries by their numbers, a mapping its values by their keys; `keys`
    has the offset at which each key begins, and `empty` those that have no value.
    """

    kind: Kind
    start: int
    end: int
    flow: bool = False
    parts: dict[str | int, "Node"] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)


def outline(text: str) -> Node:
    """The places of a text that `parse` finds nothing wrong with; ValueError if it is no YAML."""
    loader: Any = LOADER(text)
    try:
        return _Outline(text).read(loader)
    except yaml.YAMLError as error:
        raise ValueError("this is no YAML") from error
    finally:
        loader.dispose()


class _Outline:
    """Takes events in reading order and keeps the places of each value."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[Node, str | None]] = []
        self._key: str | None = None
        self._top: Node | None = None

    def read(self, loader: Any) -> Node:
        while (event := loader.get_event()) is not None:
            match event:
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent():
                    self._begin("mapping", event)
                case yaml.SequenceStartEvent():
                    self._begin("list", event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end(event)
                case _:
                    pass  # a document and a stream have no text of their own
        assert self._top
        return self._top

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        into = self._open[-1][0] if self._open else None
        if into and into.kind == "mapping" and self._key is None:
            self._key = event.value
            into.keys.setdefault(event.value, start)
            return
        if into and self._key is not None and start == end:
            into.empty.add(self._key)
        if event.style in ("|", ">"):
            end = start + len(self._text[start:end].rstrip())
        self._add(Node("text", start, end, flow=bool(into and into.flow)))

    def _begin(self, kind: Kind, event: Any) -> None:
        node = Node(kind, event.start_mark.index, event.end_mark.index, flow=event.flow_style)
        self._add(node)
        self._open.append((node, self._key))
        self._key = None

    def _end(self, event: Any) -> None:
        node, _ = self._open.pop()
        last = max((part.end for part in node.parts.values()), default=node.end)
        node.end = event.end_mark.index if node.flow else last

    def _add(self, node: Node) -> None:
        if not self._open:
            self._top = node
            return
        into = self._open[-1][0]
        step = len(into.parts) if self._key is None else self._key
        into.parts.setdefault(step, node)
        self._key = None
