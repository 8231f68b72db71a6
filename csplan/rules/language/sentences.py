"""The rule about sentences that are too long for the public."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.load.mentions import PROSE
from csplan.rules.rule import Finding, warning

MOST_WORDS = 40
"""The longest sentence that nothing is said of."""

_READ = frozenset(
    (
        *PROSE,
        *("summary", "text", "means", "explanation", "corrective_action", "outcomes", "note"),
        *("action", "actions", "milestone", "milestones", "measure", "reason", "response"),
        *("not_applicable", "decision", "decisions", "item", "items"),
    )
)
"""The keys of what the partnership itself says in sentences."""
_PARTS = re.compile(r"\n[ \t]*\n|\n\s*(?=(?:[-•*]|\d{1,3}[.)]|#+) )")
_MARK = re.compile(r"\[\^[^\[\]\s]+\]|^\s*(?:[-•*]|\d{1,3}[.)]|#+) ")
_END = re.compile(r"(?<=[.?!])[\"'”’)\]]*\s+")
_WORD = re.compile(r"\S*\w\S*")


@warning
def long_sentence(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A sentence is longer than 40 words.

    GOV.UK writes no sentence of more than 25 words, because longer ones are hard for everybody and
    shut some readers out. It cites research that readers who understood nine tenths of what they
    read at 14 words a sentence understood less than a tenth at 43 ("Sentence length: why 25 words
    is our limit", Inside GOV.UK, 4 August 2014). The Oxford Guide to Plain English puts the point
    at which readers are wearied at 40. Part such a sentence in two, or make it a list.

    Bad:
        why: |
          Under Integrated Offender Management, agencies that work to reduce crime by adults in the
          county deal first with those who do the most harm where they live, on the principle that
          offenders are punished but must also have the chance to reform and to leave crime behind.

    Good:
        why: |
          Under Integrated Offender Management, agencies that work to reduce crime by adults in the
          county deal first with those who do the most harm where they live. Offenders are punished.
          They must also have the chance to reform and to leave crime behind.
    """
    del plan
    for text in file.texts:
        if len(text.words) > 2 * MOST_WORDS and text.key in _READ and _may_be_long(text):
            found = map(_WORD.findall, sentences(text.words))
            if long := [words for words in found if len(words) > MOST_WORDS]:
                yield Finding(text.route, _words(long))


def _may_be_long(text: Text) -> bool:
    """Whether so many words stand between two full stops; that is soon known."""
    return any(
        part.count(" ") + part.count("\n") >= MOST_WORDS for part in text.words.split(". ")
    )


def sentences(text: str) -> Iterator[str]:
    """Each sentence of a text; an entry of a list is one or several of its own."""
    for part in _PARTS.split(text):
        yield from _END.split(_MARK.sub("", part))


def _words(long: list[list[str]]) -> str:
    worst = max(long, key=len)
    begins = quoted(" ".join(worst[:8]) + " ...")
    others = f" (another {len(long) - 1} here are too long)" if len(long) > 1 else ""
    words = f"{begins} is a sentence of {len(worst)} words{others}, of which few readers can follow"
    return f"{words} more than {MOST_WORDS}; part it in two, or make it a list"
