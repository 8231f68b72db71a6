"""A located tree to a strict model, with each refusal put in an officer's words."""

from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from csplan.diagnostic import did_you_mean, listed
from csplan.escape import quoted
from csplan.model.figures import EVERY_PERIOD
from csplan.model.keys import NAMES, keys_of, part_at
from csplan.model.meetings import AgendaItem, Decision
from csplan.model.parts import Part
from csplan.model.plan import Agency
from csplan.model.said import KEYS_SAID_FOR, unknown_word
from csplan.model.work import Action
from csplan.source import Fault, Route, Tree

ModelT = TypeVar("ModelT", bound=Part)

MOST_REFUSALS = 200

# What may be a line of text, which reads as a key and its value if it holds a colon.
_LINES = (Action, AgendaItem, Decision, Agency)

# The refusals whose words `csplan.model` gives itself, and their rules.
_OWN_WORDS = {
    "value_error": "empty-value",
    "unknown_key": "unknown-key",
    "unknown_word": "unknown-word",
}


class _Refusal(NamedTuple):
    route: Route
    rule: str
    words: str
    at_key: bool = False


def read_model(cls: type[ModelT], tree: Tree) -> tuple[ModelT | None, list[Fault]]:
    """The model of a file, or None and everything that keeps the file from being one."""
    if not isinstance(tree.value, dict):
        return None, [Fault(tree.locate(()), *_no_mapping(cls, tree.value))]
    try:
        return cls.model_validate(tree.value), []
    except ValidationError as error:
        found = error.errors(include_url=False)
        misspelt = {_meant(each) for each in found if each["type"] == "extra_forbidden"}
        found = [each for each in found if each["type"] != "missing" or each["loc"] not in misspelt]
        refusals = [_refusal(cls, tree, each) for each in found[:MOST_REFUSALS]]
        faults = [
            Fault(tree.locate(refusal.route, key=refusal.at_key), refusal.rule, refusal.words)
            for refusal in refusals
        ]
        if more := len(found) - len(refusals):
            words = f"there are {more:,} more complaints about this file; mend the first ones first"
            faults.append(Fault(faults[-1].span, faults[-1].rule, words))
        return None, faults


def _no_mapping(cls: type[Part], value: object) -> tuple[str, str]:
    wanted = f"{NAMES[cls]} is written as `key: value` lines"
    if value is None:
        return "empty-file", f"this file is empty; {wanted}"
    what = "a list" if isinstance(value, list) else "plain text"
    return "wrong-shape", f"this file holds {what}; {wanted}"


def _refusal(cls: type[Part], tree: Tree, error: Any) -> _Refusal:
    # A figure that holds for every period stands under no period in the file.
    route: Route = tuple(step for step in error["loc"] if step != EVERY_PERIOD)
    kind, given = error["type"], error["input"]
    if kind == "missing":
        return _missing(cls, tree, route)
    if kind == "extra_forbidden":
        return _Refusal(route, "unknown-key", _unknown_key(cls, tree, route), at_key=True)
    if given is None:
        return _Refusal(route, "empty-value", "this entry of the list is empty")
    if kind == "literal_error":
        words = unknown_word(part_at(cls, route), _field(route), given)
        return _Refusal(route, "unknown-word", words)
    if kind in _OWN_WORDS:
        words = f"{quoted(_field(route))} {error['msg'].removeprefix('Value error, ')}"
        return _Refusal(route, _OWN_WORDS[kind], words)
    return _Refusal(route, "wrong-shape", _wrong_shape(kind, route, given))


def _meant(error: Any) -> Route:
    """The key that an unknown one stands for but for capitals and hyphens."""
    return (*error["loc"][:-1], _as_key(str(error["loc"][-1])))


def _missing(cls: type[Part], tree: Tree, route: Route) -> _Refusal:
    name = str(route[-1])
    if tree.holds(route):
        return _Refusal(route, "empty-value", f"`{name}` has no value", at_key=True)
    return _Refusal(route, "missing-key", f"`{name}` is missing from {_owner(cls, route)}")


def _field(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str) and step != "line"), "")


def _owner(cls: type[Part], route: Route) -> str:
    return NAMES.get(part_at(cls, route), "this entry")


def _unknown_key(cls: type[Part], tree: Tree, route: Route) -> str:
    key = str(route[-1])
    part = part_at(cls, route)
    words = f"{quoted(key)} is not a key of {NAMES.get(part, 'this entry')}"
    known = [name for name in keys_of(part) if name != "line"]
    meant = KEYS_SAID_FOR.get(_as_key(key), ())
    if found := [name for name in meant if name in known]:
        return f"{words}; did you mean {listed(found)}?"
    homes = [name for home, name in NAMES.items() if key in home.model_fields]
    if homes:
        return f"{words}; it belongs to {' or '.join(homes)}"
    if hint := did_you_mean(_as_key(key), known):
        return words + hint
    if part in _LINES and _is_a_line(tree.value, route[:-1]):
        return f"{words}; put quotes round the whole line if it is text that holds a colon"
    return f"{words}; its keys are {listed(known, 'and')}"


def _is_a_line(value: object, route: Route) -> bool:
    """Whether an entry of a list has a single key: text with a colon reads as one."""
    found: Any = value
    for step in route:
        # A single entry may stand where a list could.
        found = found if step == 0 and isinstance(found, dict) else found[step]
    is_entry = bool(route) and isinstance(route[-1], int)
    return is_entry and isinstance(found, dict) and len(found) == 1


def _as_key(typed: str) -> str:
    return typed.lower().replace("-", "_").replace(" ", "_")


def _wrong_shape(kind: str, route: Route, given: object) -> str:
    held = {"list": "a list", "dict": "a mapping of keys to values", "str": "plain text"}
    said = f"{quoted(_field(route))} holds {held[type(given).__name__]}"
    if kind == "string_type":
        hint = "; put quotes round text that starts with a bracket or holds `: `"
        return f"{said} where text belongs{hint}"
    if kind in {"tuple_type", "list_type"}:
        if _field(route) == "rows" and isinstance(route[-1], int):
            return f"{said} where a row of cells belongs; write a row as `[Door, 800, 700]`"
        return f"{said} where a list belongs; start each entry with `- `"
    return f"{said} where `key: value` lines belong"
