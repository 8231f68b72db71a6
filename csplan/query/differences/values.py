"""What differs in plain keys of the same thing in two plans."""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from csplan.escape import one_line
from csplan.model import Lead, Part
from csplan.query.differences.shapes import Changed

Value = TypeVar("Value")
_OF_NO_PLAN = frozenset({"to_review"})
"""What a file has for those who work on it."""


def compare_keys(
    old: Part, new: Part, told_apart: Container[str] = (), what: str = ""
) -> Iterator[Changed]:
    """The keys that hold text, yes or no, or a list of texts, and differ; `what` stands before."""
    for key in type(new).model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if key not in told_apart and key not in _OF_NO_PLAN and before != after:
            texts = _text(before), _text(after)
            if texts[0] != texts[1]:
                yield Changed(f"{what}{key.replace('_', ' ')}", *texts)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    return one_line(value) if isinstance(value, str) else ""


def say_leads(leads: tuple[Lead, ...]) -> str:
    """Posts and agencies as written; never a person."""
    lines = (each.line or ", ".join(filter(None, (each.post, each.agency))) for each in leads)
    return "; ".join(map(one_line, lines))


def compare_names(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Changed]:
    """What stands under names of the plan's own, such as a glossary."""
    yield from listed(
        what,
        [one_line(name) for name in old if name not in new],
        [one_line(name) for name in new if name not in old],
    )
    for name, before in old.items():
        texts = one_line(before), one_line(new.get(name, before))
        if texts[0] != texts[1]:
            yield Changed(f"{what}: {one_line(name)}", *texts)


def listed(what: str, gone: Sequence[str], more: Sequence[str]) -> Iterator[Changed]:
    """What was taken out of a list, and what was added to it."""
    if gone:
        yield Changed(f"{what} taken out", "; ".join(gone), "", is_list=True)
    if more:
        yield Changed(f"{what} added", "", "; ".join(more), is_list=True)


def numbered(every: Iterable[tuple[Hashable, Value]]) -> dict[tuple[Hashable, int], Value]:
    """Things by their keys; of those with the same key each counts, in their order from 1."""
    seen = Counter[Hashable]()
    found: dict[tuple[Hashable, int], Value] = {}
    for key, each in every:
        seen[key] += 1
        found[key, seen[key]] = each
    return found
