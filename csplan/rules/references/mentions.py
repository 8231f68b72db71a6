"""The rule about references in running text to what does not exist."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, expectation_key, reference_key
from csplan.model import Meetings
from csplan.rules.late import late
from csplan.rules.references.cited import SENDS, Cited, bare, cited
from csplan.rules.references.forms import called, form
from csplan.rules.references.prose import ELSEWHERE, Prose
from csplan.rules.rule import Finding, warning

_ITEM = late(r"(?P<word>item|expectation|report|paper)s?\s(?P<number>\d[\w.]*(?:\([a-z]+\))?)")
# A number such as `5.2c` after one of these is that of a paper of this plan, if it has such items.
_PAPERS = frozenset({"report", "paper"})
_WORDS = ("item", "expectation", *_PAPERS)
_OF_OTHERS = late(r"\b(?:cabinet|committee|council|executive|panel)\W+$", re.IGNORECASE)
_LETTERED = late(r"\d+\.\d+[a-z]")
# Letters of codes that are not of this plan: national and local indicators, agreements, roads.
_FOREIGN = frozenset({"NI", "LI", "PI", "BV", "BVPI", "PSA", "LAA", "SPI"})
_PART = late(r"\d[a-z]$")
_JOIN = late(r"^A[\s/-]*")


@warning
def unknown_ref_in_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names an action, an expectation or an agenda item that the plan does not hold.

    It was dropped or renumbered, or belongs to another plan. What looks like the plan's own
    references is looked up, and what `see`, `refer to` or `action` stands before. Name
    what is meant, with its plan if it is another one.

    Bad:
        actions:
          - {ref: VC1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - ref: VC2
            action: Train officers (see also VC7)
            due: July 2010
            lead: Analyst, Sussex Police

    Good:
        actions:
          - {ref: VC1, action: Meet, due: July 2010, lead: "Analyst, Sussex Police"}
          - ref: VC2
            action: Train officers (see also VC1)
            due: July 2010
            lead: Analyst, Sussex Police
    """
    # What cannot be read may hold it.
    if any(part.model is None for part in plan.files):
        return
    known = _known(plan)
    if known.shapes:
        yield from _codes(file, known)
    if known.items:
        yield from _items(Prose(file), known)


class _Known(NamedTuple):
    """What the plan holds: its references without signs, the shapes that go with their letters."""

    references: frozenset[str]
    shapes: dict[str, set[str]]
    acronyms: frozenset[str]
    items: frozenset[str]


@lru_cache(1)
def _known(plan: LoadedPlan) -> _Known:
    shapes: dict[str, set[str]] = {}
    for each in called(plan):
        if each.letters:
            shapes.setdefault(each.letters, set()).add(_JOIN.sub("A", each.form))
    items = {
        reference_key(item.ref)
        for board in plan.boards
        if isinstance(board.model, Meetings)
        for meeting in board.model.meetings
        for item in meeting.items
        if item.ref
    }
    references = {bare(ref) for part in plan.parts for ref in part.references}
    # `RS3` is what `RS3a` and `RS3b` are parts of.
    whole = {ref[:-1] for ref in references if _PART.search(ref)}
    return _Known(
        frozenset(references | whole),
        shapes,
        frozenset(plan.plan.glossary if plan.plan else ()),
        frozenset((*items, *plan.by_expectation)),
    )


def _shape(ref: str) -> str:
    return _JOIN.sub("A", form(" ".join(ref.split())))


def _codes(file: LoadedFile, known: _Known) -> Iterator[Finding]:
    for each in cited(file):
        if bare(each.code) not in known.references and _is_meant(each, known):
            words = f"{quoted(each.code)} is no action of this plan; correct it, or say whose it is"
            yield each.finding(words)


def _is_meant(each: Cited, known: _Known) -> bool:
    """Whether a code can only be a reference to an action of this plan."""
    letters, shape = each.letters, _shape(each.code)
    if shape in known.shapes.get(letters.casefold(), ()):
        return each.is_meant
    is_other = letters not in _FOREIGN and letters not in known.acronyms and len(letters) > 1
    return each.is_sent and is_other and any(shape in shapes for shapes in known.shapes.values())


def _items(running: Prose, known: _Known) -> Iterator[Finding]:
    for match in running.after(*_WORDS, pattern=_ITEM):
        before, after = running.around(match)
        number = match["number"].rstrip(".")
        is_paper = match["word"] in _PAPERS
        is_sent = _is_paper(number, known) if is_paper else SENDS.search(before)
        is_other = (
            ELSEWHERE.match(after)
            or _OF_OTHERS.search(before)
            or _is_held(expectation_key(number), known)
        )
        if is_sent and not is_other:
            words = f"there is no item {quoted(number)} in this plan; correct the number, or say "
            yield running.finding(match, f"{words}whose item it is")


def _is_paper(number: str, known: _Known) -> bool:
    """Whether a number has a form that only the plan's agenda items have, such as `5.2c`."""
    return bool(_LETTERED.fullmatch(number)) and any(map(_LETTERED.fullmatch, known.items))


def _is_held(key: str, known: _Known) -> bool:
    """Whether an item, a part of it or what it is a part of exists."""
    return any(
        (item.startswith(key) and not item[len(key) :][:1].isdigit())
        or (key.startswith(item) and key[len(item)].isalpha())
        for item in known.items
    )
