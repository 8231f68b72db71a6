"""The running text of a file, and the rule about pages that it names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.load.mentions import NOTED
from csplan.rules.rule import Finding, warning

_READ = NOTED | {"action"}
_NOT_TEXT = frozenset({"notes", "glossary", "stated", "headings"})
_PAGE = re.compile(r"pages? ?(\d+)|pp?\. ?(\d+)")
_SENDS_TO_PAGE = re.compile(
    r"\b(?:see|on|at|to|from|under|section|chapter|overleaf)\W{1,3}$", re.IGNORECASE
)
ELSEWHERE = re.compile(r"[a-z.)]* (?:of|in|to) (?:the|its|that|our|their|[A-Z])")
"""What follows the number of a place in another document."""
_BEFORE = 30


class Prose(NamedTuple):
    """The running text of a file, and the same joined, so that most files are searched once."""

    texts: tuple[Text, ...]
    joined: str

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """Every match, with its text."""
        if pattern.search(self.joined):
            for text in self.texts:
                for match in pattern.finditer(text.words):
                    yield text, match


@lru_cache(1)
def prose(file: LoadedFile) -> Prose:
    """The running text of a file; notes are left out, since they say where other texts are."""
    texts = tuple(
        text for text in file.texts if text.key in _READ and _NOT_TEXT.isdisjoint(text.route)
    )
    return Prose(texts, "\n".join([text.words for text in texts]))


def around(text: Text, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after a match, as far as it matters."""
    start = max(0, match.start() - _BEFORE)
    return text.words[start : match.start()], text.words[match.end() : match.end() + _BEFORE]


@warning
def page_reference(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text sends its reader to a page of the plan by its number.

    The plan is published as a web page too, which has no page 64, and in print a number is wrong
    as soon as a line is added. Name the action, or the theme. Pages of other documents, in notes
    and sources, are not complained of.

    Bad:
        what: Work with young offenders is in the section on page 64.

    Good:
        what: Work with young offenders is in the chapter on youth crime.
    """
    del plan
    for text, match in prose(file).found(_PAGE):
        before, after = around(text, match)
        if _SENDS_TO_PAGE.search(before) and not ELSEWHERE.match(after):
            words = f"{quoted(match[0])} is a page that a published plan may not have; name the"
            yield Finding(text.route, f"{words} action, or the theme, that is meant")
