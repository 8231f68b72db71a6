"""The plain value of a file, and the place of every key and value in it.

Places are kept in flat arrays, so that a large plan costs some twenty bytes a value; of the text
itself there is left how the longer values were typed, since their lines end elsewhere.
"""

from array import array
from typing import Any

from csplan.source.fault import Route, Span
from csplan.source.spot import spot

_SHIFT = 32
_COLUMN = (1 << _SHIFT) - 1

Value = object
"""A text, a list of values, a mapping of texts to values, or None for an empty list entry."""


class Tree:
    """The plain value of a file, and the places of everything in it."""

    __slots__ = ("_children", "_keys", "_marks", "_sizes", "_typed", "value")

    def __init__(self) -> None:
        self.value: Value = None
        self._marks = array("Q")
        self._sizes = array("I")
        self._keys: list[str | None] = []
        self._children: dict[int, _Children] = {}
        self._typed: dict[int, str] = {}

    def add(self, mark: Any, key: str | None = None) -> int:
        """Note the place of the next key or value in reading order; return its number."""
        keys = self._keys
        self._marks.append(mark.line << _SHIFT | mark.column)
        self._sizes.append(1)
        keys.append(key)
        return len(keys) - 1

    def keep(self, typed: str) -> None:
        """Note how the text that was added last stands in the file."""
        self._typed[len(self._keys) - 1] = typed

    def close(self, node: int) -> None:
        """Note that the list or mapping of that number ends with the last value added."""
        self._sizes[node] = len(self._marks) - node

    def locate(self, route: Route, *, key: bool = False) -> Span:
        """The place of a value, or of its key; of the nearest parent if the value is missing.

        A single value may stand where a list could, so an entry 0 that is not there is the value.
        """
        node, key_node = self._nodes(route)
        return self._span(key_node if key else node)

    def within(self, route: Route, before: str) -> Span:
        """The place within a text of what follows some words of it; where a short text begins."""
        node, _ = self._nodes(route)
        typed = self._typed.get(node, "")
        return spot(typed, before, self._span(node)) if typed else self._span(node)

    def _nodes(self, route: Route) -> tuple[int, int]:
        """The number of a value and of its key; of the nearest parent if the value is missing."""
        node = key_node = 0
        if not self._marks:
            return 0, 0
        passed = self._children
        for step in route:
            known = passed[node].found.get(step) if node in passed else None
            found = known or self._child(node, step)
            if found is not None:
                key_node, node = found
            elif step != 0:
                return node, node
        return node, key_node

    def holds(self, route: Route) -> bool:
        """Whether the file has a value, even an empty one, at exactly this route."""
        if not self._marks:
            return False
        node = 0
        for step in route:
            found = self._child(node, step)
            if found is not None:
                node = found[1]
            elif step != 0:
                return False
        return True

    def key_span(self, node: int, key: str) -> Span:
        """The place of a key that the mapping of that number, the last one, already holds."""
        found = self._child(node, key, len(self._marks))
        assert found is not None
        return self._span(found[0])

    def _span(self, node: int) -> Span:
        mark = self._marks[node] if self._marks else 0
        return Span((mark >> _SHIFT) + 1, (mark & _COLUMN) + 1)

    def _child(self, node: int, step: str | int, end: int = 0) -> tuple[int, int] | None:
        """The key's and the value's number of a child; each child is passed once, ever."""
        if node not in self._children:
            self._children[node] = _Children(node + 1)
        children = self._children[node]
        end = end or node + self._sizes[node]
        while step not in children.found and children.following < end:
            number = children.following
            key = self._keys[number]
            value = number if key is None else number + 1
            children.found.setdefault(len(children.found) if key is None else key, (number, value))
            children.following = value + self._sizes[value]
        return children.found.get(step)


class _Children:
    """The children of a list or mapping that have been passed so far, by index or key."""

    __slots__ = ("following", "found")

    def __init__(self, first: int) -> None:
        self.found: dict[str | int, tuple[int, int]] = {}
        self.following = first
