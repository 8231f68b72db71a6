"""The running text of a file, and the rule about pages that it names."""

import re
from collections.abc import Iterable, Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.mentions import NOTED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_READ = NOTED | {"action"}
_NOT_TEXT = frozenset({"notes", "glossary", "headings"})
_PAGE = late(r"p(?:ages?|p?\.)\s?\d+")
_SENDS = late(r"\b(?:see|on|at|to|from|under|section|chapter|overleaf)\W{1,3}$", re.IGNORECASE)
ELSEWHERE = late(
    r"[a-z.)]*(?:(?:,|\s?[-–]|\s(?:and|or|to))\s?\d+)*"
    r"\s(?:of|in|to)\s(?:the|its|that|our|their|last|another|[A-Z]|\d{4}/\d\d)"
)
"""What follows the number of a place, or the numbers, in another document."""
_AROUND = 30


class Prose:
    """The running text of a file; notes are left out, since they say where other texts are."""

    def __init__(self, file: LoadedFile) -> None:
        self._written = file.written

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds in running text."""
        return filter(self._is_read, pattern.finditer(self._written.words))

    def _is_read(self, match: re.Match[str]) -> bool:
        text, _ = self._written.text_at(match.start())
        return text.key in _READ and text.route[0] not in _NOT_TEXT

    def after(self, *words: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds in running text that begins with one of some words."""
        places = sorted(place for word in words for place in self._written.places(word))
        return self._at(places, pattern)

    def like(self, kinds: re.Pattern[bytes], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds in running text where there are some kinds of characters."""
        return self._at((each.start() for each in kinds.finditer(self._written.kinds)), pattern)

    def _at(self, places: Iterable[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        found = (pattern.match(self._written.words, place) for place in places)
        return filter(self._is_read, filter(None, found))

    def finding(self, match: re.Match[str], words: str, ahead: str = "") -> Finding:
        """What is to be said of what was found, with the letters `ahead` of it."""
        text, begins = self._written.text_at(match.start())
        return Finding(text.route, words, at=match.start() - begins - len(ahead))

    def around(self, match: re.Match[str]) -> tuple[str, str]:
        """What stands before and after what was found, as far as it matters."""
        start, end = match.span()
        words = self._written.words
        return words[max(0, start - _AROUND) : start], words[end : end + _AROUND]


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
    running = Prose(file)
    for match in running.found(_PAGE):
        before, after = running.around(match)
        if _SENDS.search(before) and not ELSEWHERE.match(after):
            words = f"{quoted(match[0])} is a page that a published plan may not have; name the"
            yield running.finding(match, f"{words} action, or the theme, that is meant")
