"""What the community is asked, told and given.

Regulation 12 of SI 2007/1830 (views of the community, public meetings) was read on
legislation.gov.uk as it was made; the regulation on the published summary could not be read.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from csplan.dates.days import MONTHS
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.texts import Text
from csplan.model import Meetings
from csplan.query.statutory.shape import Evidence, Item

_CONSULT = r"\bconsult(?:s|ed|ing|ations?|ative)?\b"
_WHO = (
    r"\b(?:communit(?:y|ies)\b(?! safety)|public\b(?! health| sector| bod)|residents?|people|"
    r"citizens?|neighbourhoods?|tenants?|households?|victims?|users?|young|pupils|businesses)\b"
)
_CONSULTED = re.compile(
    rf"{_CONSULT}|\b(?<!Crime )surveys?\b|\bsurvey(?:ed|ing)\b|\bviews of (?:the )?{_WHO}|"
    rf"\bpeople (?:said|say|told)|\bengag(?:e|es|ing|ement)\b.{{0,40}}{_WHO}|"
    r"\bcommunity engagement\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_WHOM = re.compile(_WHO, re.IGNORECASE)
# "How we consult", "Consultation and engagement", and not those of somebody else on their plans.
_TITLE = re.compile(rf"(?:\w+\s+){{0,2}}{_CONSULT}(?:\s+(?:and|with)\b.*)?", re.IGNORECASE)
_PUBLIC = re.compile(
    r"\bpublic meetings?\b|\bface[- ]the[- ]public\b|"
    r"\bmeet(?:ings?|s)?\b[^.]{0,40}\b(?:in|open to the|with the|face the) public\b",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join(MONTHS)})\b"
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?|in|by|of|each|every)\s+{_MONTH}|{_MONTH}\s+(?:19|20)\d\d\b|"
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n")
_SUMMARY = re.compile(
    r"\b(?:published|public|short|plain)\s+(?:summary\b|version\s+of\s+(?:the|this|our)\s+"
    r"(?:plan|agreement|strategy)\b)",
    re.IGNORECASE,
)
_SHORT = 60
_TITLES = frozenset({"heading", "theme", "sub_theme"})
_WORK = frozenset({"action", "actions", "milestone"})
_NOT_SAID = frozenset({"glossary", "agencies", "expectation"})


def _said(
    files: Iterable[LoadedFile], wanted: re.Pattern[str], is_full: Callable[[Text], bool]
) -> Iterator[Evidence]:
    """The first text of each file that speaks of it, or the first that does so in full."""
    for file in files:
        found = [
            Evidence(
                file, each.route, _title(file, each.words), "full" if is_full(each) else "part"
            )
            for each in file.texts
            if _NOT_SAID.isdisjoint(each.route) and wanted.search(each.words)
        ]
        yield from sorted(found, key=lambda each: each.strength)[:1]


def _title(file: LoadedFile, words: str) -> str:
    """A short text itself, and for a long one what it stands in."""
    if len(words) <= _SHORT:
        return words
    return getattr(file.model, "theme", "") or getattr(file.model, "title", "") or file.stem


def _consulted(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if a heading or a theme is on consultation, or work is to consult the community.

    Such work is an action or a milestone that names whom: residents, communities, young people.
    Thin if only other text speaks of consultation, surveys or the views of residents. What others
    expect of the partnership does not count.
    """
    yield from _said(plan.files, _CONSULTED, _is_consulting)


def _is_consulting(text: Text) -> bool:
    if text.key in _TITLES:
        return bool(_TITLE.fullmatch(text.words) or _OF_WHOM.search(text.words))
    return text.key in _WORK and bool(_OF_WHOM.search(text.words))


def _public_meeting(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if a public meeting has a day or a month; thin if it has none.

    It may stand among `meetings`, as work with a due date, or in text.
    """
    for file in plan.boards:
        held = file.model.meetings if isinstance(file.model, Meetings) else ()
        for number, meeting in enumerate(held):
            if _PUBLIC.search(f"{meeting.meeting} {meeting.note or ''}"):
                yield Evidence(file, ("meetings", number), meeting.meeting, "full")
    for file in plan.parts:
        for item in file.items:
            if item.due and item.due.by and _PUBLIC.search(item.words):
                yield Evidence(file, item.route, item.address, "full")
    yield from _said((plan.file, *plan.themes), _PUBLIC, _says_when)


def _says_when(text: Text) -> bool:
    sentences = _SENTENCE_END.split(text.words)
    return any(_PUBLIC.search(each) and _DAY.search(each) for each in sentences)


def _summary(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if `plan.yaml` has a `summary`, which the documents publish.

    Thin if only a text speaks of one.
    """
    if plan.plan and plan.plan.summary:
        yield Evidence(plan.file, ("summary",), plan.plan.title, "full")
    yield from _said(plan.files, _SUMMARY, lambda _: False)


CONSULTED = Item(
    _consulted,
    "how the community is consulted",
    "SI 2007/1830, regulation 12(1) to (3)",
    seen=True,
    wanted="a heading on consultation, or an action to consult residents or others",
)
PUBLIC_MEETING = Item(
    _public_meeting,
    "when the public meeting is",
    "SI 2007/1830, regulation 12(4)",
    seen=True,
    wanted="a meeting with `public meeting` in its name, under `meetings`",
)
SUMMARY = Item(
    _summary,
    "a summary that is published",
    "SI 2007/1830, on the published summary of the partnership plan",
    seen=False,
    wanted="`summary` in plan.yaml",
)
