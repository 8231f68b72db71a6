"""What the community is asked, told and given.

Regulation 12 of SI 2007/1830 (views of the community, public meetings) was read on
legislation.gov.uk as it was made; the regulation on the published summary could not be read.
"""

import re
from collections.abc import Iterable, Iterator

from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.query.statutory.shape import Evidence, Item

_CONSULTED = re.compile(
    r"\bconsult|\bsurvey|\bviews of (?:the )?(?:public|residents|people|community|communities)|"
    r"\bpeople (?:said|say|told)|\bengag(?:e|es|ing|ement)\b.{0,40}\b(?:communit|public|resident)",
    re.IGNORECASE | re.DOTALL,
)
_PUBLIC = re.compile(
    r"\b(?:public meeting|meeting in public|open to the public|face the public)", re.IGNORECASE
)
_SHORT = 60
_NEVER = re.compile(r"(?!)")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b(?:Jan|Febr)uary\b|\b\d{1,2} [A-Z][a-z]{2,8}\b")
_SUMMARY = re.compile(r"\b(?:published|public|short|plain) (?:summary|version)\b", re.IGNORECASE)
_FULL = frozenset({"heading", "action", "actions", "theme", "sub_theme", "milestone"})
_NOT_SAID = frozenset({"glossary", "agencies", "expectation"})


def _said(
    files: Iterable[LoadedFile], wanted: re.Pattern[str], full: re.Pattern[str] | None = None
) -> Iterator[Evidence]:
    """The first text of each file that speaks of it; in full under a heading or as work to do."""
    for file in files:
        found = [
            Evidence(file, text.route, _title(file, text.words), "full" if is_full else "part")
            for text in file.texts
            if _NOT_SAID.isdisjoint(text.route) and wanted.search(text.words)
            for is_full in [bool(full.search(text.words)) if full else text.key in _FULL]
        ]
        yield from sorted(found, key=lambda each: each.strength)[:1]


def _title(file: LoadedFile, words: str) -> str:
    """A short text itself, and for a long one what it stands in."""
    if len(words) <= _SHORT:
        return words
    return getattr(file.model, "theme", "") or getattr(file.model, "title", "") or file.stem


def _consulted(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if a heading, a theme, an action or a milestone is on consulting the community.

    Thin if only other text speaks of consultation, surveys or the views of residents. What others
    expect of the partnership does not count.
    """
    yield from _said(plan.files, _CONSULTED)


def _public_meeting(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if a public meeting has a day, among `meetings` or in text; thin if it has none."""
    for file in plan.boards:
        held = file.model.meetings if isinstance(file.model, Meetings) else ()
        for number, meeting in enumerate(held):
            if _PUBLIC.search(f"{meeting.meeting} {meeting.note or ''}"):
                yield Evidence(file, ("meetings", number), meeting.meeting, "full")
    yield from _said((plan.file, *plan.themes), _PUBLIC, _DAY)


def _summary(plan: LoadedPlan) -> Iterator[Evidence]:
    """Present if `plan.yaml` has a `summary`, which the documents publish.

    Thin if only a text speaks of one.
    """
    if plan.plan and plan.plan.summary:
        yield Evidence(plan.file, ("summary",), plan.plan.title, "full")
    yield from _said(plan.files, _SUMMARY, _NEVER)


CONSULTED = Item(
    _consulted,
    "how the community is consulted",
    "SI 2007/1830, regulation 12(1) to (3)",
    seen=True,
    wanted="a heading, or an action, on consulting the community",
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
