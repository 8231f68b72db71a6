"""The rule about references in running text to what does not exist."""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_uppercase
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, expectation_key, reference_key
from csplan.model import Meetings
from csplan.rules.late import late
from csplan.rules.references.forms import called, form
from csplan.rules.references.prose import ELSEWHERE, Prose
from csplan.rules.rule import Finding, warning

_MAY_BE_CODE = late(rb"A(?: ?[-/] ?| )?(?:9|\(a\))")
# Its last letter only: the letters before it are looked for when the rest is there.
_CODE = late(r"[A-Z](?: ?[-/] ?| )?(?:\d{1,3}(?:/\d\d)?\b(?![%\d])|\([a-z]\))")
_LETTERS = late(r"(?<![\w/-])[A-Z]*$")
_ITEM = late(r"(?:item|expectation)s?\s(\d[\w.]*(?:\([a-z]+\))?)")
# Words that send a reader to what follows.
_SENDS = late(
    r"\b(?:see|refer|actions?|agenda|against|under)(?:\salso)?(?:\sto)?\W{1,2}"
    r"(?:the\s)?(?:agenda\s)?$",
    re.IGNORECASE,
)
# What stands before a reference that was another plan's, or that an action no longer has.
_FORMER = late(r"\b(?:formerly|previously|originally|last year['’]s)\s$", re.IGNORECASE)
# Letters of codes that are not of this plan: national and local indicators, agreements, roads.
_FOREIGN = frozenset({"NI", "LI", "PI", "BV", "BVPI", "PSA", "LAA", "SPI"})
_SIGNS = str.maketrans("", "", " ()/-\n")
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
    running = Prose(file)
    if known.shapes:
        yield from _codes(running, known)
    if known.items:
        yield from _items(running, known)


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
    references = {_bare(ref) for part in plan.parts for ref in part.references}
    # `RS3` is what `RS3a` and `RS3b` are parts of.
    whole = {ref[:-1] for ref in references if _PART.search(ref)}
    return _Known(
        frozenset(references | whole),
        shapes,
        frozenset(plan.plan.glossary if plan.plan else ()),
        frozenset((*items, *plan.by_expectation)),
    )


def _bare(ref: str) -> str:
    return ref.translate(_SIGNS).casefold()


def _shape(ref: str) -> str:
    return _JOIN.sub("A", form(" ".join(ref.split())))


def _codes(running: Prose, known: _Known) -> Iterator[Finding]:
    for match in running.like(_MAY_BE_CODE, _CODE):
        before, after = running.around(match)
        start = _LETTERS.search(before)
        sides = before[: start.start()] if start else "", after
        if start and not (ELSEWHERE.match(after) or _FORMER.search(sides[0])):
            code = start[0] + match[0]
            if _bare(code) not in known.references and _is_meant(code, sides, known):
                words = f"{quoted(code)} is no action of this plan; correct it, or say whose it is"
                yield running.finding(match, words, start[0])


def _is_meant(code: str, sides: tuple[str, str], known: _Known) -> bool:
    """Whether a code can only be a reference to an action of this plan."""
    before, after = sides
    letters = code[: len(code) - len(code.lstrip(ascii_uppercase))]
    shape = _shape(code)
    is_sent = bool(_SENDS.search(before))
    if shape in known.shapes.get(letters.casefold(), ()):
        is_held = before.endswith("(") and after.startswith(")")
        is_plain = len(letters) > 1 and (" " not in code or "/" in code)
        return is_sent or is_held or is_plain
    is_other = letters not in _FOREIGN and letters not in known.acronyms and len(letters) > 1
    return is_sent and is_other and any(shape in shapes for shapes in known.shapes.values())


def _items(running: Prose, known: _Known) -> Iterator[Finding]:
    for match in running.after("item", "expectation", pattern=_ITEM):
        before, after = running.around(match)
        number = match[1].rstrip(".")
        is_sent = _SENDS.search(before) and not ELSEWHERE.match(after)
        if is_sent and not _is_held(expectation_key(number), known):
            words = f"there is no item {quoted(number)} in this plan; correct the number, or say "
            yield running.finding(match, f"{words}whose item it is")


def _is_held(key: str, known: _Known) -> bool:
    """Whether an item, a part of it or what it is a part of exists."""
    return any(
        (item.startswith(key) and not item[len(key) :][:1].isdigit())
        or (key.startswith(item) and key[len(item)].isalpha())
        for item in known.items
    )
