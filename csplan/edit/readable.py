"""What keeps a file from being read is mended in its text, where a reading proves it right."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from csplan.edit.halving import held
from csplan.edit.text import as_before, comments_of
from csplan.load import LoadedFile
from csplan.source import Fault, Tree, decode, parse
from csplan.source.fault import Piece, Way
from csplan.source.mends import spread
from csplan.source.tree import Value

_MOST_TRIALS = 30
Read = Callable[[bytes], LoadedFile]
"""Reads what a file could hold as the file of its plan."""


def mended_text(data: bytes, faults: Sequence[Fault], read: Read) -> tuple[bytes, int]:
    """What a file holds with as many faults mended as can be, and how many that are.

    `faults` are those that have ways to be mended.
    """
    for fault in faults:
        if len(fault.ways) > 1:
            made = _only_way(data, fault.ways, read)
            return (made, 1) if made else (data, 0)
    before = _reading(data)
    kept, _ = held(faults, lambda some: _is_same(before, _reading(_with(data, some))), _MOST_TRIALS)
    return (_with(data, kept), len(kept)) if kept else (data, 0)


def _with(data: bytes, faults: Iterable[Fault]) -> bytes:
    return _made(data, {piece for fault in faults for way in fault.ways for piece in way})


def _made(data: bytes, pieces: Iterable[Piece]) -> bytes:
    apart: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: (each.start, -each.end)):
        # A character that is to go may stand on a line that goes.
        if not apart or piece.start >= apart[-1].end:
            apart.append(piece)
    return as_before(data, spread(apart, data.decode("utf-8-sig")))


class _Reading(NamedTuple):
    """What a file is read as: None if it cannot be; its comments; and how much is wrong with it."""

    tree: Tree | None
    comments: Counter[str]
    faults: int


def _reading(data: bytes) -> _Reading:
    text, faults = decode(data)
    tree, more = parse(text) if text is not None else (None, [])
    comments = comments_of(text) if text is not None and tree else Counter[str]()
    return _Reading(tree, comments, len(faults) + len(more))


def _is_same(before: _Reading, after: _Reading) -> bool:
    """Whether a text reads as before but for gaps, or can now be read."""
    if after.tree is None or before.tree is None:
        return after.tree is not None
    return (
        after.faults <= before.faults
        and _plain(before.tree.value, "") == _plain(after.tree.value, "")
        and _without_gaps(before.comments) == _without_gaps(after.comments)
    )


def _without_gaps(comments: Counter[str]) -> Counter[str]:
    return Counter("".join(each.split()) for each in comments.elements())


def _plain(value: Value, gap: str) -> Value:
    """A value with every run of spaces in a line made one gap."""
    if isinstance(value, dict):
        return {gap.join(key.split()): _plain(each, gap) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, gap) for each in value]
    lines = value.rstrip("\n").split("\n") if isinstance(value, str) else ()
    return "\n".join(gap.join(line.split()) for line in lines) if lines else value


def _only_way(data: bytes, ways: Iterable[Way], read: Read) -> bytes | None:
    """What a file is to hold by the one way that fits, or by any if all come to the same."""
    fitting = [each for way in ways if (each := _fitted(_made(data, way), read))]
    # A line that could be part of the text above it, or a key, was not meant for text.
    rank = min(((each.errors, -each.size) for each in fitting), default=None)
    best = [each for each in fitting if (each.errors, -each.size) == rank]
    if not best or any(each.value != best[0].value for each in best):
        return None
    # One way alone may be the wrong one, if what it gives is no part of a plan.
    is_sure = best[0].is_model or len(best) == len(fitting) > 1
    return best[0].data if is_sure else None


class _Fitted(NamedTuple):
    """A file that can be read: what it holds, how, and whether as a part of a plan.

    `size` is how many keys and entries it has, `errors` how many keep it from being read.
    """

    data: bytes
    value: Value
    size: int
    errors: int
    is_model: bool


def _fitted(data: bytes, read: Read) -> _Fitted | None:
    tree = _reading(data).tree
    if tree is None:
        return None
    file = read(data)
    errors = sum(fault.severity == "error" for fault in file.faults)
    value = _plain(tree.value, " ")
    return _Fitted(data, value, _size(value), errors, file.model is not None)


def _size(value: Value) -> int:
    if not isinstance(value, dict | list):
        return 0
    inner = value.values() if isinstance(value, dict) else value
    return len(value) + sum(map(_size, inner))
