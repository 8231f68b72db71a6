"""What a key of a plan file takes, in an officer's words, read from its annotation."""

from collections.abc import Callable, Iterable
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from format_examples import part_in
from pydantic import TypeAdapter, ValidationError

from csplan.diagnostic import listed
from csplan.model import Part
from csplan.model.figures import Series
from csplan.model.keys import NAMES
from csplan.model.words import ByName, Reference, Words, YesOrNo, one_as_list

_WORDS = (
    (Words, "text"),
    (Reference, "a short text"),
    (YesOrNo, "`true` or `false`"),
    (ByName, "`name: text` lines"),
)
Anchor = Callable[[type[Part]], str]


def takes(hint: object, anchor: Anchor) -> str:
    """Such as `one of the words ...` or `a list, each entry [an action](#action)`."""
    hint = _wanted(hint)
    words = next((words for known, words in _WORDS if known == hint), "")
    if words:
        return words
    if hint == Series:
        figure = _part(part_in(hint), anchor)
        several = "or a list of what it was, the oldest first"
        return f"{figure} for each period, or one for all of them; plain text will do, {several}"
    base, *metadata = get_args(hint) if get_origin(hint) is Annotated else [hint]
    if get_origin(base) is Literal:
        return f"one of the words {listed(get_args(base))}"
    if get_origin(base) is tuple:
        return _several(hint, get_args(base)[0], metadata, anchor)
    return _part(part_in(base), anchor)


def _wanted(hint: object) -> object:
    wanted = [each for each in get_args(hint) if each is not NoneType]
    return wanted[0] if NoneType in get_args(hint) else hint


def _several(hint: object, entry: object, metadata: Iterable[object], anchor: Anchor) -> str:
    each = takes(entry, anchor)
    plain = "; plain text will do" if part_in(hint) and _accepts(hint, ["some text"]) else ""
    if any(getattr(known, "func", None) is one_as_list for known in metadata):
        return f"{each}, or several in a list{plain}"
    if each == "text":
        return "a list of texts"
    return f"a list, each entry {each}{plain}"


def _accepts(hint: Any, value: object) -> bool:
    try:
        TypeAdapter[object](hint).validate_python(value)
    except ValidationError:
        return False
    return True


def _part(part: type[Part] | None, anchor: Anchor) -> str:
    assert part
    return f"[{NAMES[part]}](#{anchor(part)})"
