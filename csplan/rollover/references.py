"""What an action or milestone is called in the next plan."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from csplan.dates import Term
from csplan.load import reference_key
from csplan.query.tasks import Spot
from csplan.rollover.choice import Carried, Choice

Numbering = Literal["keep", "new"]
_NUMBERED = re.compile(r"(.*?)(\d+)(?:/(\d\d))?")
_CENTURY = 100


class References(NamedTuple):
    """New references: by where a thing stands in the old plan, and by the key it had there."""

    by_spot: Mapping[Spot, str]
    by_key: Mapping[str, str]
    typed: Mapping[Spot, str]
    """Those of actions whose reference is to be typed anew."""


def references(choice: Choice, numbering: Numbering, old: Term, new: Term) -> References:
    """The references of all that is carried forward.

    Milestones are counted anew, because those that are closed are not carried. A new numbering
    begins at 1 for each beginning that references have (`VC`), and keeps those without a number.
    """
    typed = dict(_renumbered(choice, old, new)) if numbering == "new" else {}
    by_spot: dict[Spot, str] = {}
    by_key: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for carried in choice.carried:
        task = carried.deed.task
        counts[task.file.path] += 1
        made = f"{task.file.stem}.{counts[task.file.path]}"
        reference = typed.get(task.spot) or task.item.action.ref or made
        names = [(task, reference)]
        names += [
            (step.task, f"{reference}.{place + 1}") for place, step in enumerate(carried.steps)
        ]
        for each, name in names:
            by_spot[each.spot] = name
            by_key.setdefault(reference_key(each.ref), name)
    return References(by_spot, by_key, typed)


def _renumbered(choice: Choice, old: Term, new: Term) -> Iterator[tuple[Spot, str]]:
    counts: Counter[str] = Counter()
    for carried in choice.carried:
        if found := _parts(carried):
            beginning, year = found[1], found[3]
            # `CE - 2/11` has the year behind its number.
            was = old.days.first.year % _CENTURY
            is_year = year is not None and int(year) in (was, was + 1)
            late = new.days.first.year + int(year) - was if is_year else 0
            ending = f"/{late % _CENTURY:02}" if is_year else f"/{year}" if year else ""
            # A reference that keeps its name has no number, so that a new one cannot be the same.
            made = _next(beginning, ending, counts)
            if made != carried.deed.task.ref:
                yield carried.deed.task.spot, made


def _next(beginning: str, ending: str, counts: Counter[str]) -> str:
    counts[reference_key(beginning) + ending] += 1
    return f"{beginning}{counts[reference_key(beginning) + ending]}{ending}"


def _parts(carried: Carried) -> re.Match[str] | None:
    """The parts of a reference that was typed and holds a number; None for all others."""
    reference = carried.deed.task.item.action.ref
    return _NUMBERED.fullmatch(reference) if reference else None
