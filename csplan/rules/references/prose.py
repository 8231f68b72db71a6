"""The running text of a file, and the rule about pages that it names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.load.mentions import NOTED
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_READ = NOTED | {"action"}
_NOT_TEXT = frozenset({"notes", "glossary", "headings"})
_PAGE = re.compile(r"p(?:ages?|p?\.) ?\d+")
_SENDS = re.compile(
    r"\b(?:see|on|at|to|from|under|section|chapter|overleaf)\W{1,3}$", re.IGNORECASE
)
ELSEWHERE = re.compile(r"[a-z.)]* (?:of|in|to) (?:the|its|that|our|their|[A-Z])")
"""What follows the number of a place in another document."""
_AROUND = 30
_BETWEEN = "\n\n\n"


class Prose(NamedTuple):
    """The running text of a file as one, which costs less to search than each text by itself."""

    texts: tuple[Text, ...]
    joined: str

    def route(self, match: re.Match[str]) -> Route:
        """Where the text stands in which something was found."""
        ends = accumulate(len(text.words) + len(_BETWEEN) for text in self.texts)
        places = zip(self.texts, ends, strict=True)
        return next(text.route for text, end in places if match.start() < end)

    def around(self, match: re.Match[str]) -> tuple[str, str]:
        """What stands before and after what was found, as far as it matters."""
        start, end = match.span()
        return self.joined[max(0, start - _AROUND) : start], self.joined[end : end + _AROUND]


@lru_cache(1)
def prose(file: LoadedFile) -> Prose:
    """The running text of a file; notes are left out, since they say where other texts are."""
    texts = tuple(
        text for text in file.texts if text.key in _READ and text.route[0] not in _NOT_TEXT
    )
    return Prose(texts, _BETWEEN.join([text.words for text in texts]))


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
    running = prose(file)
    for match in _PAGE.finditer(running.joined):
        before, after = running.around(match)
        if _SENDS.search(before) and not ELSEWHERE.match(after):
            words = f"{quoted(match[0])} is a page that a published plan may not have; name the"
            yield Finding(running.route(match), f"{words} action, or the theme, that is meant")
