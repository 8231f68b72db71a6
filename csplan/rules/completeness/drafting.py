"""Rules about what was left over from drafting."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.texts import Text
from csplan.load.written import Written
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_ASKED = (
    r"(?:add|insert|delete|remove|check|confirm|update|complete|expand|include|replace|needs?|name|"
    r"date|figures?|number|link|ref|reference|source|title|text|to (?:add|be|follow|come|check|"
    r"confirm)|x+|blank|placeholder)"
)
_MARKS = {
    "[": rf"\[{_ASKED}\b[^\]\n]*\]|\[(?:[.…?_]+|\s*)\](?![(\[])|\bcomment(?:ed)? \[\w+\]",
    "<": r"<(?:add|insert|name|date|title|enter)\b[^>\n]*>",
    "?": r"(?<=\w )\((?:who|when|which|what|where|how (?:many|much)|"
    r"(?!(?:and|or|but|so|if|why|is|are|do|does|did|can|would|should|will|who|what|how|when|where)\b)"
    r"\w[\w'-]*(?: [\w'-]+){0,2})\?+\)|\(\?+\)|\?{2,}|#name\?",
    "!": r"\berror! (?:reference source|bookmark)[\w ]*|#(?:ref|value|div/0)!",
    "xx": r"\bx{3,}\b(?!\.)|£x{2,}\b|\bxx/xx",
    "\\": r"(?<![\w/])[a-z]:\\[\w .$&\\-]*|(?<![\w\\:])\\\\\w+\\[\w$ .-]+",
    "click here": r"\bclick here to (?:enter|add|insert) \w+",
    "picture con": r"\b(?:a )?picture containing \w+",
    "automatically": r"\bdescription automatically generated\b",
    "previous action": r"\bprevious action was:|\([\w ,–-]{0,60}previous action was\b",
    "suggested new": r"\bsuggested new (?:action|milestone|wording)\b",
}
# To look for a sign first is much quicker than to look for its pattern.
_SIGNS = {sign: late(pattern, re.IGNORECASE) for sign, pattern in _MARKS.items()}
_SETTLED = "(?:agreed|confirmed|decided|determined|finalised)"
_TO_BE = (
    rf"\((?:[\w ]{{0,40}} )?(?:still |yet )?to be {_SETTLED}\b[^)\n]{{0,80}}\)"
    rf"|\b(?:still|yet|remains?) to be {_SETTLED}\b|^to be {_SETTLED}\W*$"
)
_OPEN = {
    "tb": r"[(\[]?\btb[acd]\b[)\]]?",
    "to follow": r"^\W*(?:(?:the |a )?(?:details?|figures|minutes|papers?|reports?) )?(?:is |are )?"
    r"to follow\W*$",
    **dict.fromkeys(
        ("to be brought", "to be tabled"),
        r"^\W*(?:(?:the |a )?(?:details?|figures|minutes|papers?|reports?) )?(?:(?:is|are|will) )?"
        r"to be (?:brought|tabled)\b[^.;\n]{0,60}\W*$",
    ),
    # What stands in place of a figure or a name, with or without why.
    "clear": r"^(?:not (?:yet )?clear|unclear)(?=[:;,.]|$)",
    "under development": r"^under development\b",
    "approval": r"\b(?:a?waiting|awaits|subject to|pending) (?:for )?approval\b",
    **dict.fromkeys(
        ("may be added", "may be included"),
        r"\bmay be (?:added|included) (?:[\w ]{0,60} )?(?:later|in due course)\b",
    ),
    **dict.fromkeys(("be agreed", "be confirmed", "be decided", "be determined"), _TO_BE),
}
_UNSETTLED = {sign: late(pattern, re.IGNORECASE) for sign, pattern in _OPEN.items()}
# Other rules speak of these, whatever was left in them.
_READ_ELSEWHERE = frozenset({"due", "start", "cost"})
# And of these; reports and minutes may say what was open when they were written.
_SETTLED_ELSEWHERE = _READ_ELSEWHERE | {
    *("lead", "covers", "to_review", "person", "post", "agency")
}
_REPORTS = frozenset(
    {"progress", "meetings", "glossary", "ratings", "agencies", "corrective_action"}
)
_AROUND = 120
_MOST_PLACES = 1000
_MOST_SHOWN = 70


class _Mark(NamedTuple):
    """What was found in a text with what stands around it, on one line, and its place there."""

    text: Text
    found: re.Match[str]
    at: int


def _marks(file: LoadedFile, signs: Mapping[str, re.Pattern[str]]) -> Iterator[_Mark]:
    """Where the pattern of a sign is found; in most files that is nowhere."""
    written = file.written
    hits = sorted((place, sign) for sign in signs for place in _places(written, sign))
    for place, sign in hits:
        text, start = written.text_at(place)
        if found := signs[sign].search(_around(text.words, place - start)):
            yield _Mark(text, found, place - start)


def _around(words: str, place: int) -> str:
    start, end = max(place - _AROUND, 0), place + _AROUND
    near = " ".join(words[start:end].split())
    return f"{'… ' if start else ''}{near}{' …' if end < len(words) else ''}"


def _places(written: Written, sign: str) -> Iterator[int]:
    return islice(written.places(sign), _MOST_PLACES)


@warning
def drafting_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    r"""A note of whoever drafted the text was left in it, or what a program put there.

    Such are `[add figures]`, `(offender?)`, `xxx`, "previous action was", drive paths such as
    `S:\Community Safety`, broken references and descriptions of pictures that a machine made. Do
    what the note asks, then take it out.

    Bad:
        why: Reports fell by [insert figure] over the year.

    Good:
        why: Reports fell by 9% over the year.
    """
    del plan
    for text, found, at in _marks(file, _SIGNS):
        if text.key not in _READ_ELSEWHERE:
            words = f"{quoted(found[0].strip())} is left over from drafting; put in what belongs"
            yield Finding(text.route, f"{words} there, or take it out", at=at)


@warning
def unsettled_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text says that something is still to be confirmed, agreed or approved.

    A plan that is adopted tells partners what will be done. Settle it; or add a milestone that
    says by when it will be settled and by whom. What a progress entry or minutes say is of their
    day, and no matter of this rule; but a `paper` that was to follow is one that nobody can find.

    Bad:
        plans: We will report to a group still to be agreed.

    Good:
        plans: We will report to the Safer Communities Board.
    """
    del plan
    for text, found, at in _marks(file, _UNSETTLED):
        if text.key == "paper":
            words = f"{quoted(found[0])} names no paper; say where it is, or leave `paper` out"
            yield Finding(text.route, words, at=at)
        elif text.key not in _SETTLED_ELSEWHERE and _REPORTS.isdisjoint(text.route):
            words = quoted(_sentence_up_to(found.string[: found.end()], found.start()))
            said = f"{words} is not settled; settle it, or add a milestone that says who does"
            yield Finding(text.route, f"{said} so by when", at=at)


def _sentence_up_to(words: str, place: int) -> str:
    """The sentence at the end of some words from where it starts, or its last words."""
    start = words.rfind(". ", 0, place)
    sentence = words[start + 2 :] if start >= 0 else words
    return sentence if len(sentence) <= _MOST_SHOWN else f"…{sentence[-_MOST_SHOWN:]}"
