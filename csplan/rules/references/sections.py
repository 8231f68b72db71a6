"""The rule about sections and appendices to which a text sends its reader."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.rules.language.sentences import sentence_at
from csplan.rules.late import late
from csplan.rules.references.prose import ELSEWHERE, Prose
from csplan.rules.rule import Finding, warning

_KINDS = ("section", "chapter", "appendix", "annex")
_KIND = rf"(?i:{'|'.join(_KINDS)})"
_FIGURES = r"\d{1,2}(?:\.\d{1,2})*"
_NUMBER = rf"(?:{_FIGURES}|[A-Za-z]|(?i:[ivx]{{1,4}}))"
_PLACE = late(rf"{_KIND}\s+(?!I\s)(?P<number>{_NUMBER})\b(?!['’-])")
_SENDS = late(
    r"\b(?:see|refer\s+to|detail(?:ed|s)?\s+(?:(?:is|are)\s+)?(?:in|at)|set\s+out\s+in|attached\s+(?:at|as|in))"
    r"(?:\s+(?:also|the))?\W{1,2}$",
    re.IGNORECASE,
)
# A section of an Act or of another document, which is named beside it.
_NAMED = late(r"\b(?:Act|Regulations?|Order|guidance|strategy|report|national)\b")
_NOT_OWN = frozenset({"expectation", "quotation", "source", "other_documents", "paper"})
# `Section 4: Performance`, alone on its line too; or `4. Performance`.
_HEAD = late(
    rf"^ *(?:#+ +)?(?:{_KIND} +(?P<named>{_NUMBER})(?= *(?:[:.–-]|$))"
    rf"|(?P<bare>{_FIGURES})[.:)]? +[A-Z])",
    re.MULTILINE,
)
# Section 17 and others are known in the field by their numbers alone.
_MOST_SECTIONS = 12


@warning
def unknown_section_in_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text sends its reader to a section or appendix by a number that nothing in the plan has.

    `See section 4` was copied from another document, or is left from a draft that had one. Name the
    chapter that is meant, or the document whose section it is. A heading that begins with the
    number, such as `4. Performance`, is enough. Sections of an Act are not looked for.

    Bad:
        why: How well we do is measured every quarter (see section 4).

    Good:
        why: How well we do is measured every quarter (see section 4 of the national plan).
    """
    # What cannot be read may hold it.
    if isinstance(file.model, Meetings) or any(part.model is None for part in plan.files):
        return
    running = Prose(file)
    for found in running.after(*_KINDS, pattern=_PLACE):
        before, after = running.around(found)
        is_sent = _SENDS.search(before) and not ELSEWHERE.match(after)
        if is_sent and _is_own(found, file) and found["number"].casefold() not in _heads(plan):
            words = f"nothing in this plan is {quoted(' '.join(found[0].split()))}; name the "
            yield running.finding(found, f"{words}chapter that is meant, or say whose it is")


def _is_own(found: re.Match[str], file: LoadedFile) -> bool:
    """Whether a section can only be the plan's own: neither an Act's nor a named document's."""
    text, begins = file.written.text_at(found.start())
    start, end = sentence_at(text.words, found.start() - begins)
    number = found["number"].partition(".")[0]
    is_law = number.isdigit() and int(number) > _MOST_SECTIONS
    is_others = not _NOT_OWN.isdisjoint(text.route) or _NAMED.search(text.words, start, end)
    return not is_law and not is_others


@lru_cache(1)
def _heads(plan: LoadedPlan) -> frozenset[str]:
    """The numbers that lines of a plan begin with, be they headings or entries of a list."""
    found = (head for file in plan.files for head in _HEAD.finditer(file.written.words))
    numbers = [(head["named"] or head["bare"]).casefold() for head in found]
    # What has a section 4.1 has a section 4.
    return frozenset((*numbers, *(number.partition(".")[0] for number in numbers)))
