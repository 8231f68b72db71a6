"""Grow a tree from events, in reading order; what plan files do not need becomes a fault."""

import re
import sys
from typing import Any

from csplan.source.fault import Fault, Span
from csplan.source.mends import Twins
from csplan.source.refusals import (
    Event,
    extras,
    given_twice,
    half_read,
    may_be_half_read,
    span_of,
    without_value,
)
from csplan.source.syntax import BACKSLASH
from csplan.source.text import UNSEEN
from csplan.source.tree import Tree, Value

MOST_LEVELS = 32
MOST_FAULTS = 200
# A finding in a text that fits on a part of a line needs no place of its own within it.
_SHORT = 40

_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(f"\r|{UNSEEN.pattern}")

Values = dict[str, Value] | list[Value]


class StopError(Exception):
    """The text cannot be read on; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class Builder:
    """Takes events in reading order and grows the tree; what it must refuse becomes a fault."""

    __slots__ = (
        "_begun",
        "_into",
        "_key",
        "_node",
        "_parents",
        "_suspect",
        "_text",
        "_twins",
        "faults",
        "tree",
    )

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self.faults: list[Fault] = []
        self._text = text
        self._twins = Twins(text)
        self._suspect = may_be_half_read(text)
        self._parents: list[tuple[int, Values | None, str | None]] = []
        self._node = 0
        self._into: Values | None = None
        self._key: str | None = None
        self._begun = False

    def scalar(self, event: Event) -> None:
        """Take a text: a key, the value of one or an entry of a list."""
        value: Value = event.value
        plain = not event.style
        if not plain or self._suspect or event.anchor is not None or event.tag is not None:
            value = self._checked(event)
        into, key = self._into, self._key
        if key is None and into.__class__ is dict:
            self._take_key(event, str(value))
            return
        if into is not None or value or not plain:
            self.tree.add(event.start_mark)
            if len(event.value) > _SHORT:
                self.tree.keep(self._text[event.start_mark.index : event.end_mark.index])
        self._put(value if value or not plain else None)

    def _checked(self, event: Event) -> str:
        """The text of a scalar that is quoted, anchored, tagged or may lose its end."""
        self._note(*extras(event))
        if not event.style:
            self._note(*half_read(event, self._text))
        value: str = event.value
        if event.style == '"' and _HALF.search(value):
            raise StopError(Fault(span_of(event.start_mark), "yaml-syntax", BACKSLASH))
        if event.style == '"' and _CONTROL.search(value):
            words = "this text holds an invisible character, written with a backslash; take it out"
            self._fault(event, "invisible-character", words)
            value = _CONTROL.sub(" ", value)
        return value

    def _take_key(self, event: Event, key: str) -> None:
        assert self._into is not None
        if not key.strip():
            self._fault(event, "yaml-syntax", "a key is missing before the colon")
        elif key in self._into:
            self._twin(span_of(event.start_mark), key, self._into)
        self._key = sys.intern(key)
        self.tree.add(event.start_mark, self._key)

    def _twin(self, here: Span, key: str, into: Any) -> None:
        first = self.tree.key_span(self._node, key)
        ways = self._twins.ways(first, here)
        self._note(Fault(here, "duplicate-key", given_twice(key, first), ways=ways))
        if into[key] is None:
            # The first counts as not there, so that the next one is kept.
            del into[key]

    def _put(self, value: Value) -> None:
        into = self._into
        if isinstance(into, dict):
            assert self._key is not None
            # The first of two values under one key is kept; an empty one counts as none.
            into.setdefault(self._key, value)
            self._key = None
        elif into is None:
            self.tree.value = value
        else:
            into.append(value)

    def open(self, event: Event, values: Values) -> None:
        """Take the start of a list or a mapping, whose values are to go there."""
        if self._key is None and self._into.__class__ is dict:
            words = (
                "a bracket starts a list or a mapping here; put quotes round text that holds one"
            )
            raise StopError(Fault(span_of(event.start_mark), "yaml-syntax", words))
        if event.anchor is not None or event.tag is not None:
            self._note(*extras(event))
        if len(self._parents) == MOST_LEVELS:
            words = (
                f"this is nested more than {MOST_LEVELS} levels deep; a plan needs fewer than 10"
            )
            raise StopError(Fault(span_of(event.start_mark), "too-deep", words))
        self._put(values)
        self._parents.append((self._node, self._into, self._key))
        self._node = self.tree.add(event.start_mark)
        self._into, self._key = values, None

    def close(self, event: Event) -> None:
        """Take the end of a list or a mapping."""
        self.tree.close(self._node)
        if isinstance(self._into, dict) and None in self._into.values():
            # Only the end of a mapping in braces is a sign of its own.
            if event.start_mark.index != event.end_mark.index:
                for key, words in without_value(self._into):
                    span = self.tree.key_span(self._node, key)
                    self._note(Fault(span, "empty-value", words))
            for key in [key for key, value in self._into.items() if value is None]:
                del self._into[key]
        self._node, self._into, self._key = self._parents.pop()

    def alias(self, event: Event) -> None:
        """Take what refers to an anchor: its name stands for it."""
        words = "text starting with `*` needs quotes (aliases are not used in plan files)"
        self._fault(event, "anchor", words)
        if self._key is None and isinstance(self._into, dict):
            self._take_key(event, f"*{event.anchor}")
        else:
            self.tree.add(event.start_mark)
            self._put(f"*{event.anchor}")

    def document(self, event: Event) -> None:
        """Take the start of a document, which must be the only one."""
        if event.version or event.tags:
            words = "lines starting with `%` are not used in plan files; delete this line"
            self._fault(event, "yaml-syntax", words)
        if self._begun:
            words = "a second document starts here; keep one plan file to a file"
            raise StopError(Fault(span_of(event.start_mark), "yaml-syntax", words))
        self._begun = True

    def _fault(self, event: Event, rule: str, words: str) -> None:
        self._note(Fault(span_of(event.start_mark), rule, words))

    def _note(self, *faults: Fault) -> None:
        for fault in faults:
            self.faults.append(fault)
            if len(self.faults) == MOST_FAULTS:
                words = "there is more wrong with this file; mend what was found so far first"
                raise StopError(fault._replace(words=words))
