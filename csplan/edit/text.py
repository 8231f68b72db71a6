"""A text with changes made to it, or a refusal if anything else would differ."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from csplan.edit.changes import Change, Remove, applied
from csplan.edit.splice import spliced
from csplan.source import parse
from csplan.source.outline import Node, outline
from csplan.source.tree import Value

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


class UnsafeChangeError(Exception):
    """A change cannot be made without touching what it was not asked to touch."""


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made in order; nothing but their lines differs.

    The text is one in which `parse` finds no error. What was made is read again and compared
    with what was meant; only what is removed takes its comments along. Raises `UnsafeChangeError`.
    """
    original = text
    tree, known = parse(text)
    assert tree is not None
    wanted = tree.value
    removes = False
    for change in changes:
        removes = removes or isinstance(change, Remove)
        wanted = applied(wanted, change)
        try:
            text = spliced(text, change)
        except ValueError:
            # Half-way through, the text could not be read.
            raise UnsafeChangeError from None
    if not as_meant(original, text, wanted, len(known), keeps_comments=not removes):
        raise UnsafeChangeError
    return text


def as_before(data: bytes, text: str) -> bytes:
    """A text as the new bytes of a file, with the byte order mark that those of before had."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()


def as_meant(
    original: str, text: str, wanted: Value, known: int, *, keeps_comments: bool = True
) -> bool:
    """Whether a text that was made of another reads as was wanted, with at most as many faults."""
    made, faults = parse(text)
    if made is None or len(faults) > known or _plain(made.value) != _plain(wanted):
        return False
    return not keeps_comments or not comments_of(original) - comments_of(text)


def comments_of(text: str) -> Counter[str]:
    """What stands in a text for its readers alone, each with the times that it is there."""
    kept, at = [], 0
    for start, end in _texts(text, outline(text)):
        kept += [text[at:start], "x"]
        at = end
    return Counter(_COMMENT.findall("".join((*kept, text[at:]))))


def _texts(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Where each text of a plan begins and ends; a comment beside a bar is not part of it."""
    for part in node.parts.values():
        yield from _texts(text, part)
    if node.kind == "text":
        is_block = text[node.start : node.start + 1] in ("|", ">")
        first = text.find("\n", node.start, node.end) if is_block else node.start
        yield max(first, node.start), node.end


def _plain(value: Value) -> Value:
    """A value without the line ends that a text may end with, which mean nothing in a plan."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.rstrip("\n") if isinstance(value, str) else value
