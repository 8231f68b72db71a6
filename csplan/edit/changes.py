"""What can be done to a file: the smallest changes, of which all others are made."""

from collections.abc import Callable
from typing import NamedTuple

from csplan.source import Route
from csplan.source.tree import Value


class Put(NamedTuple):
    """Give a key of the mapping at a route a value, whether or not it has one already.

    A new one stands before the key of that number, or else at the end. A text that stands where
    the mapping is to be becomes the value of `line_key` in it.
    """

    route: Route
    key: str
    value: Value
    at: int | None = None
    line_key: str = ""


class Insert(NamedTuple):
    """Put an entry into the list at a route, before the one of that number or else at its end.

    A single value that stands where a list could becomes the first entry. A list that is not there
    yet is made. A text that stands where the list's mapping is to be becomes the value of
    `line_key` in it.
    """

    route: Route
    entry: Value
    at: int | None = None
    line_key: str = ""


class Remove(NamedTuple):
    """Take out a key with its value, or an entry of a list; its last entry takes the list along."""

    route: Route


class Replace(NamedTuple):
    """Put another value where one stands, such as a mapping for an entry that is plain text."""

    route: Route
    value: Value


Change = Put | Insert | Remove | Replace


def applied(value: Value, change: Change) -> Value:
    """A plain value with a change made to it; what was given stays as it was."""
    if isinstance(change, Put):
        put = change
        return _at(value, put.route, lambda held: _with(_mapping(held, put), put.key, put.value))
    if isinstance(change, Replace):
        new = change.value
        return _at(value, change.route, lambda _: new)
    *above, last = change.route
    if isinstance(change, Insert):
        insert = change
        return _at(value, tuple(above), lambda held: _grown(held, str(last), insert))
    return _at(value, tuple(above), lambda held: _without(held, last))


def _at(value: Value, route: Route, make: Callable[[Value], Value]) -> Value:
    """The value with what stands at a route made anew; what is made as None goes with its key."""
    if not route:
        return make(value)
    step, rest = route[0], route[1:]
    if isinstance(value, list) and isinstance(step, int):
        made = _at(value[step], rest, make)
        return [*value[:step], *([] if made is None else [made]), *value[step + 1 :]] or None
    if isinstance(step, int):
        # A single value may stand where a list could.
        return _at(value, rest, make)
    assert isinstance(value, dict)
    return _with(value, str(step), _at(value[step], rest, make))


def _mapping(held: Value, change: Put | Insert) -> Value:
    return {change.line_key: held} if isinstance(held, str) else held


def _with(held: Value, key: str, new: Value) -> dict[str, Value]:
    assert isinstance(held, dict)
    return {name: each for name, each in {**held, key: new}.items() if each is not None}


def _grown(held: Value, key: str, insert: Insert) -> Value:
    held = _mapping(held, insert)
    assert isinstance(held, dict)
    now = held.get(key)
    entries = now if isinstance(now, list) else [] if now is None else [now]
    place = len(entries) if insert.at is None else insert.at
    return _with(held, key, [*entries[:place], insert.entry, *entries[place:]])


def _without(held: Value, last: str | int) -> Value:
    if isinstance(held, dict) and isinstance(last, str):
        return {name: each for name, each in held.items() if name != last}
    if isinstance(held, list) and isinstance(last, int):
        return [*held[:last], *held[last + 1 :]] or None
    return None
