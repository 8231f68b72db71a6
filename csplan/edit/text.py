"""A text with changes made to it, or a refusal if anything else would differ."""

from collections.abc import Iterable

from csplan.edit.changes import Change, applied
from csplan.edit.splice import spliced
from csplan.source import parse
from csplan.source.tree import Value


class UnsafeChangeError(Exception):
    """A change cannot be made without touching what it was not asked to touch."""


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made in order; nothing but their lines differs.

    The text is one in which `parse` finds no error. What was made is read again and compared
    with what was meant. Raises `UnsafeChangeError`.
    """
    tree, known = parse(text)
    assert tree is not None
    wanted = tree.value
    for change in changes:
        wanted = applied(wanted, change)
        try:
            text = spliced(text, change)
        except ValueError:
            # Half-way through, the text could not be read.
            raise UnsafeChangeError from None
    made, faults = parse(text)
    if made is None or len(faults) > len(known) or _plain(made.value) != _plain(wanted):
        raise UnsafeChangeError
    return text


def _plain(value: Value) -> Value:
    """A value without the line ends that a text may end with, which mean nothing in a plan."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.rstrip("\n") if isinstance(value, str) else value
