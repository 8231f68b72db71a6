"""What words say of how work stands, held against the state that is typed beside them."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from csplan.rules.late import late

_BE = r"(?:is|are|was|were|being|be|been)"
_UNFINISHED = late(
    r"\b(?:(?:nearly|almost|not(?: yet| fully)?|once|partly|partially) "
    r"(?:complete|completed|finished|done|ready|achieved|begun|started)|"
    r"still (?:being|to be|awaited|awaiting|outstanding|under ?way|in progress|on-?going|at work|"
    r"not|waiting|working|drafting|developing)|"
    r"(?:is|are) (?:about|yet) to \w+|about to (?:be|take|start|begin|launch)|yet to be \w+|"
    r"(?:is|are) due to (?:be|start|begin|open|launch|finish|end|report|meet|take place)|"
    rf"(?:{_BE} |, |and )to be (?:finalised|agreed|signed|issued|completed|confirmed|approved|"
    r"commissioned|appointed|recruited|developed|drafted|published|launched)|"
    r"await(?:ed|ing|s)|(?:work|this|project|it|discussions?|talks|investigations?) (?:is|are) "
    r"(?:still |currently )?(?:on-?going|under ?way|in progress)|"
    r"not yet\b(?! (?:needed|required|necessary|due|known))|"
    r"being (?:resolved|put right|developed|reviewed|drafted|finalised|set up|scoped|considered)|"
    r"will (?:then |first |now |also |next )?(?:be (?:commissioned|completed|finished|delivered|"
    r"launched|finalised|signed|agreed|recruited|appointed|drafted|started|begun|implemented|"
    r"carried out)|(?:first |hold |have )?(?:its |it's |their )?(?:first )?(?:meet|meeting|begin|"
    r"start|launch)|take place)|"
    r"(?:is|are) (?:scheduled|planned|arranged) (?:for|to|on|in)|further work (?:is|will)|"
    r"continues? to work on|"
    r"(?:has|have) not (?:been )?(?:started|begun|completed|finished|happened)|"
    r"(?:must|needs? to) be (?:looked at|reviewed|revisited|done|considered) (?:again|anew)|"
    r"no [a-z]+ (?:has|have) (?:come|been (?:made|received)) (?:so far|yet)|"
    r"to date,? no [a-z]+ (?:has been |have been )?(?:made|received))\b",
)
_SILENT = late(
    r"\b(?:no further updates?|nothing (?:further|more|new) to report|no updates?)\b"
    r"(?! (?:is |are )?(?:needed|required|necessary))"
)
_CLOSING = late(r"\b(?:to be|is being|will be|be) (?:archived|closed|removed)\b", re.IGNORECASE)
_FINISHED = late(
    r"^(?:now |fully |all )?(?:complete|completed|achieved|done|finished|closed)\b"
    r"(?= ?(?:[-.;:!–—]|$))"
    r"|\b(?:action|milestone|task|work|project|strategy|plan) (?:is|has been|was|now) (?:now )?"
    r"(?:fully )?(?:complete|completed|finished|achieved|closed)\b(?! (?:for|in|by|on|to) )"
    r"|\bfully (?:complete|completed|achieved|implemented)\b|\bbusiness as usual\b",
)
_NOT_BEGUN = late(
    r"\b(?:not (?:yet )?(?:been )?(?:started|begun|commenced)|yet to (?:start|begin|commence)|"
    r"no (?:further )?(?:progress|updates?|action)\b(?! (?:is|are) needed)|"
    r"nothing (?:has|further|more|new) (?:moved|happened|been done|to report)|no work has|"
    r"(?:is|are|been|put|now) (?:on hold|paused|suspended|cancelled|abandoned)|"
    r"to be archived)\b",
)
_BEGUN = late(
    r"(?<!not )(?<!not yet )(?<!not been )(?<!yet to )(?<!once )(?<!when )(?<!be )"
    r"(?<!nothing is )(?<!nothing )\b(?:has begun|"
    r"has started|have begun|have started|under ?way|in progress|nearly (?:finished|complete)|"
    r"(?:is|has been|was|now) (?:completed?|achieved|finished|drafted)|well advanced)\b",
)
_GOING_WRONG = late(
    r"(?<!no )(?<!not )(?<!without )(?<!without any )(?<!any )(?<!no longer )(?<!had been )\b"
    r"(?:delays?\b(?! (?:(?:was|were|has been|have been) )?(?:avoided|overcome|recovered|made up))|"
    r"delayed(?! (?!as\b|is\b|was\b|works\b)[a-z-]+s\b)|slipped|slippage|"
    r"behind (?:schedule|target|plan)|overdue(?! (?!as\b|is\b|was\b|works\b)[a-z-]+s\b)|"
    r"white paper (?:is )?(?:still )?awaited|(?<!the )(?<!long-)awaited|awaiting|off track|"
    r"stalled|held up|at risk of (?:missing|not)|will not be met|"
    r"(?:has|have) not yet|no (?:further )?(?:progress|updates?))\b",
)
_GOING_WELL = late(
    r"(?<!not )(?<!no longer )(?<!back )\b(?:on (?:track|target|schedule)|ahead of schedule|"
    r"no (?:issues|concerns|problems)|progressing well)\b",
)
# "It begins once the script is finished" says nothing of today, nor does "a further round will be
# held" of what is complete.
_ON_CONDITION = late(r"\b(?:once|when|until|till|after|before|unless|if|as soon as)\b")
# "People awaiting trial" and "those who are not yet 18" are what the work is about.
_PEOPLE = late(
    r"\b(?:people|those|anyone|everyone|victims|survivors|offenders|children|women|men|families|"
    r"residents|tenants|prisoners|patients|applicants|defendants|cases)"
    r"(?P<who> (?:who|that|which|whose [a-z]+) (?:is|are|was|were))? $"
)
_MADE_GOOD = late(r"[^.;]*\b(?:back on (?:track|target|schedule)|caught up|made up|recovered)\b")
_AFTERWARDS = late(r" ?(?:a|the|one|our) (?:further|next|second|third|follow-?up|annual)\b")
_MOST_LETTERS = 5000
SIGNS: Mapping[re.Pattern[str], tuple[str, ...]] = MappingProxyType(
    {
        _SILENT: ("update", "to report"),
        _UNFINISHED: (
            *("complet", "finish", "done", "ready", "achieved", "begun", "started", "still "),
            *("about to", "yet to", "due to", "to be ", "await", "ongoing", "on-going", "under"),
            *("in progress", "not yet", "being ", "will ", "scheduled", "planned", "arranged"),
            *("further work", "to work on", " not ", "again", "anew", "so far", " yet", "to date"),
        ),
        _CLOSING: ("archived", "closed", "removed"),
        _FINISHED: ("complet", "achieved", "done", "finished", "closed", "implem", "business as"),
        _NOT_BEGUN: (
            *("not ", "yet to", "no ", "nothing ", "on hold", "paused", "suspended", "cancelled"),
            *("abandoned", "archived"),
        ),
        _BEGUN: (
            *("begun", "started", "under", "in progress", "finished", "complete", "achieved"),
            *("drafted", "advanced"),
        ),
        _GOING_WRONG: (
            *("delay", "slip", "behind ", "overdue", "await", "off track", "stalled", "held up"),
            *("at risk", "not be met", "not yet", "progress", "update"),
        ),
        _GOING_WELL: (
            *("on track", "on target", "on schedule", "ahead of", "no issues", "no concerns"),
            *("no problems", "progressing well"),
        ),
    }
)
"""Of what each pattern finds, one of these is a part: to look for them first is much quicker."""


class Contradiction(NamedTuple):
    """The words that say otherwise, and what to do."""

    words: str
    remedy: str


_REMEDIES = {
    "complete": "say `in progress` until it is done, or write what was done",
    "in progress": "give the state that it has, or write what goes on",
    "finished": "say `complete` if it is, or write what is left to do",
    "not started": "say `in progress` if it has begun",
    "green": "give the rating that fits, or write why it is on course all the same",
    "red": "give the rating that fits, or write what is wrong",
    "over": "say what is going on, or `in progress` if it goes on",
}


def contradiction(state: str, rating: str, note: str) -> Contradiction | None:
    """What in a note says the contrary of the state or of the rating; None if nothing does."""
    text = " ".join(note[:_MOST_LETTERS].lower().split())
    for pattern, remedy in _patterns(state, rating):
        is_worth = any(sign in text for sign in SIGNS[pattern])
        for found in pattern.finditer(text) if is_worth else ():
            if not _is_of_another_time(text, found, pattern):
                return Contradiction(found[0].strip(" ,"), _REMEDIES[remedy])
    return None


def _is_of_another_time(text: str, found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether what was found is said on a condition, or of what comes when the work is done."""
    place = found.start()
    if pattern is _SILENT:
        return bool(_FINISHED.search(text[:place]))
    before = text[max(text.rfind(stop, 0, place) for stop in ".;!?") + 1 : place]
    people = _PEOPLE.search(before)
    is_about = people and (people["who"] or found[0].startswith("await"))
    is_good = pattern is _GOING_WRONG and _MADE_GOOD.match(text, found.end())
    is_next = pattern is _UNFINISHED and _AFTERWARDS.match(before)
    return bool(is_about or is_good or is_next or _ON_CONDITION.search(before))


def _patterns(state: str, rating: str) -> list[tuple[re.Pattern[str], str]]:
    found = {
        "complete": [(_SILENT, "complete"), (_UNFINISHED, "complete"), (_CLOSING, "complete")],
        "in progress": [(_FINISHED, "finished"), (_NOT_BEGUN, "in progress")],
        "not started": [(_BEGUN, "not started"), (_FINISHED, "not started")],
    }.get(state, [(_GOING_WELL, "over")])
    if state == "in progress" and rating == "green":
        found.append((_GOING_WRONG, "green"))
    if state == "in progress" and rating == "red":
        found.append((_GOING_WELL, "red"))
    return found
