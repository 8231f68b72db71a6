"""The rule about numbers that a numbering leaves out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.rules.late import late
from csplan.rules.references.forms import called
from csplan.rules.rule import Finding, information
from csplan.rules.whole import Found, of_plan
from csplan.source import Route

_LETTERED = late(r"(?P<head>\S*\d)(?P<letter>[a-z])")
_TELLS_TWO = 2


class _Numbered(NamedTuple):
    """What has a number or letter in a numbering, and where it stands."""

    file: LoadedFile
    route: Route
    ref: str
    number: int
    is_lettered: bool


@information
def gap_in_numbering(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The numbers of a plan's references, of its expectations or of an agenda leave some out.

    What was numbered there may have been dropped without a word, or be missing by mistake. If it
    was dropped, say so where people will look for it. References with the same letters are one
    numbering, in all themes together. Each gap is told where the numbering goes on.

    Bad:
        actions:
          - {ref: VC1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: VC2, action: Train, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: VC4, action: Report, due: July 2010, lead: "Analyst, Sussex Police"}

    Good:
        actions:
          - {ref: VC1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: VC2, action: Train, due: July 2010, lead: "Analyst, Sussex Police"}
          - {ref: VC3, action: Report, due: July 2010, lead: "Analyst, Sussex Police"}
    """
    yield from _gaps(file, plan)


@of_plan
def _gaps(plan: LoadedPlan) -> Found:
    # What cannot be read may hold what is missing.
    if any(part.model is None for part in plan.files):
        return ()
    return tuple(
        (after.file, Finding(after.route, words))
        for numbering in (*_references(plan), _expectations(plan), *_agendas(plan))
        for after, words in _left_out(numbering)
    )


Numbering = Mapping[int, _Numbered]
"""A numbering: the first of each number."""


def _numberings(pairs: Iterable[tuple[object, _Numbered]]) -> Iterable[Numbering]:
    """Each numbering of several, told apart by what its numbers stand behind."""
    held: dict[object, dict[int, _Numbered]] = {}
    for head, each in pairs:
        held.setdefault(head, {}).setdefault(each.number, each)
    return held.values()


def _references(plan: LoadedPlan) -> Iterable[Numbering]:
    return _numberings(
        (each.head, _Numbered(each.file, each.route, each.ref, each.number, each.is_lettered))
        for each in called(plan)
        if each.number
    )


def _expectations(plan: LoadedPlan) -> Numbering:
    return {
        int(ref): _Numbered(file, (*asked.route, "ref"), ref, int(ref), is_lettered=False)
        for file in plan.files
        for asked in file.asked
        if (ref := asked.expectation.ref).isdecimal()
    }


def _agendas(plan: LoadedPlan) -> Iterator[Numbering]:
    """The lettered items of each meeting, such as `6a` and `6b`."""
    for file in plan.boards:
        for at, meeting in enumerate(
            file.model.meetings if isinstance(file.model, Meetings) else ()
        ):
            lettered = (
                (
                    found["head"],
                    _Numbered(
                        file,
                        ("meetings", at, "items", number, "ref"),
                        item.ref,
                        ord(found["letter"]) - ord("a") + 1,
                        is_lettered=True,
                    ),
                )
                for number, item in enumerate(meeting.items)
                if item.ref and (found := _LETTERED.fullmatch(item.ref))
            )
            yield from _numberings(lettered)


def _left_out(numbering: Numbering) -> Iterator[tuple[_Numbered, str]]:
    """Where a numbering goes on after a gap, and what is left out, if most numbers are there."""
    numbers = sorted(numbering)
    if not numbers or max(numbers) - _first(numbers) >= 2 * len(numbers):
        return
    if numbers[0] > _first(numbers):
        after = numbering[numbers[0]]
        words = f"the numbering begins with {quoted(after.ref)} and leaves out"
        yield after, f"{words} {_said(range(1, numbers[0]), after)}"
    for one, other in pairwise(numbers):
        if other > one + 1:
            before, after = numbering[one], numbering[other]
            words = f"the numbering goes from {quoted(before.ref)} to {quoted(after.ref)}"
            yield after, f"{words} and leaves out {_said(range(one + 1, other), after)}"


def _first(numbers: list[int]) -> int:
    """Where a numbering should begin: at 1, unless it begins far from it, such as at 101."""
    return 1 if numbers[0] <= len(numbers) else numbers[0]


def _said(missing: range, after: _Numbered) -> str:
    shown = [
        chr(ord("a") + number - 1) if after.is_lettered else str(number)
        for number in (missing[0], missing[-1])
    ]
    if len(missing) > _TELLS_TWO:
        return f"{shown[0]} to {shown[1]}; if they were dropped, say so"
    if len(missing) == _TELLS_TWO:
        return f"{shown[0]} and {shown[1]}; if they were dropped, say so"
    return f"{shown[0]}; if it was dropped, say so"
