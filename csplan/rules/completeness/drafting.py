"""Rules about what was left over from drafting."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.texts import Text
from csplan.rules.rule import Finding, warning

_PLACEHOLDER = re.compile(
    r"\[(?!\^)(?:add|insert|delete|remove|check|confirm|update|complete|expand|include|replace|"
    r"need|needs|name|date|date tbc|figure|figures|number|link|ref|reference|source|title|text|"
    r"to (?:add|be|follow|come|check|confirm)|tb[acd]|x+|\.\.\.|…|\?+|blank|placeholder|sic)\b[^\]\n]*\]"
    r"|\[(?:\.{2,}|…|\?+|_+|\s*)\](?![(\[])"
    r"|\(\s*\w[\w '-]{0,40}\?+\s*\)|\(\?+\)|\?{2,}"
    r"|<(?:add|insert|name|date|title|enter)\b[^>\n]*>"
    r"|\b[xX]{3,}\b(?!\.)|£x+\b|\bxx/xx|\blorem ipsum\b",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"\b(?:insert|add|enter|type) (?:text|name|date|figure|details?) here\b"
    r"|\b(?:click|tap) (?:here|or tap here) to (?:enter|add|insert) \w+"
    r"|\bdescription automatically generated\b|\ba (?:picture|close-?up|screen ?shot) (?:containing|of) \w+"
    r"|\berror! (?:reference source|bookmark)[\w ]*|#(?:REF|N/A|NAME|VALUE|DIV/0)[!?]?"
    r"|\b(?:comment|commented) \[\w+\]|\b(?:deleted|formatted|inserted): "
    r"|(?<![\w/])[A-Z]:\\[\w .$&-]*(?:\\[\w .$&-]*)*|(?<![\w\\:])\\\\\w+\\[\w$ .-]+"
    r"|\bprevious action was\b|\bsuggested new (?:action|milestone|wording)\b"
    r"|\b(?:note|nb) to (?:self|editor|author)\b|\bdelete as (?:appropriate|applicable)\b"
    r"|\b(?:first|initial|working) draft only\b|\bdraft text\b",
    re.IGNORECASE,
)
# What one of the two patterns cannot do without; to look for these is much quicker.
_SIGNS = ("[", "?)", "??", "<", "xxx", "£x", "xx/xx", "lorem", " here", "automatically", "a picture ")
_SIGNS += ("a close", "a screen", "error!", "#ref", "#n/a", "#name", "#value", "#div", "deleted:")
_SIGNS += ("formatted:", "inserted:", ":\\", "\\\\", "previous ", "suggested new", "note to", "nb to")
_SIGNS += ("delete as", "draft only", "draft text")
_UNSETTLED = re.compile(
    r"\bTB[ACD]\b|\b(?:tbc|tba|tbd)\b|\((?:[\w ]{0,40} )?(?:still |yet )?to be (?:agreed|confirmed|"
    r"decided|determined|finalised|advised|added)\b[^)\n]{0,80}\)"
    r"|\b(?:still|yet|remains?) to be (?:agreed|confirmed|decided|determined|finalised|written|drafted)\b"
    r"|^to be (?:added|agreed|completed|confirmed|decided|determined|drafted|finalised|written)\W*$"
    r"|^\W*(?:details? )?to follow\W*$|^under development\b"
    r"|\b(?:a?waiting|waits|awaits|subject to|pending) (?:for )?(?:approval|sign-off|agreement)\b",
    re.IGNORECASE,
)
_UNSETTLED_SIGNS = ("tbc", "tba", "tbd", "to be ", "to follow", "under development", "approval")
_UNSETTLED_SIGNS += ("sign-off", "agreement")
# Other rules speak of these; reports and minutes may say what was open when they were written.
_ELSEWHERE = frozenset({"due", "start", "lead", "cost", "covers", "to_review", "person", "post"})
_REPORTS = frozenset({"progress", "meetings", "glossary", "ratings", "agencies", "corrective_action"})
_MOST_LETTERS = 20_000
_MOST_SHOWN = 70


@lru_cache(1)
def _all_words(file: LoadedFile) -> str:
    return _evened("\0".join([text.words for text in file.texts]))


def _evened(words: str) -> str:
    return words.lower().replace("\n", " ")


def _suspects(file: LoadedFile, signs: tuple[str, ...]) -> Iterator[Text]:
    """The texts that have one of the signs; none at all in most files."""
    every = _all_words(file)
    present = [sign for sign in signs if sign in every]
    for text in file.texts if present else ():
        words = _evened(text.words)
        if any(sign in words for sign in present):
            yield text


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
    for text in _suspects(file, _SIGNS):
        words = " ".join(text.words[:_MOST_LETTERS].split())
        if found := _PLACEHOLDER.search(words) or _LEFT_OVER.search(words):
            left = quoted(" ".join(found[0].split()))
            words = f"{left} is left over from drafting; put in what belongs there, or take it out"
            yield Finding(text.route, words)


@warning
def unsettled_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text says that something is still to be confirmed, agreed or approved.

    A plan that is adopted tells partners what will be done. Settle it; or add a milestone that
    says by when it will be settled and by whom. What a progress entry or minutes say is of their
    day, and no matter of this rule.

    Bad:
        plans: We will report to a group still to be agreed.

    Good:
        plans: We will report to the Safer Communities Board.
    """
    del plan
    for text in _suspects(file, _UNSETTLED_SIGNS):
        if text.key not in _ELSEWHERE and _REPORTS.isdisjoint(text.route):
            words = " ".join(text.words[:_MOST_LETTERS].split())
            if found := _UNSETTLED.search(words):
                open_matter = quoted(_sentence_up_to(words[: found.end()], found.start()))
                said = f"{open_matter} is not settled; settle it, or add a milestone that says"
                yield Finding(text.route, f"{said} who does so by when")


def _sentence_up_to(words: str, place: int) -> str:
    """The sentence at the end of some words from where it starts, or its last words."""
    start = max(words.rfind(". ", 0, place) + 2, 0) if ". " in words[:place] else 0
    sentence = words[start:]
    return sentence if len(sentence) <= _MOST_SHOWN else f"…{sentence[-_MOST_SHOWN:]}"
