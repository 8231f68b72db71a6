"""The rule about times that depend on when somebody reads of them."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.model import Meetings
from csplan.rules.language.reading import Reading, readings_of
from csplan.rules.language.sentences import sentences
from csplan.rules.rule import Finding, warning

_PERIODS = ("year", "quarter", "month", "spring", "summer", "autumn", "winter")
_WORDS = ("recently", "currently", "at present", "at the moment", "to date")
_BEFORE = frozenset({"last", "next", "this", "coming", "past", "current"})
_BETWEEN = frozenset({"financial", "calendar", "plan", "two", "three", "four", "five", "six", "few"})
_ANY_PERIOD = "|".join(_PERIODS)
_RELATIVE = re.compile(
    rf"""\b(?:
    (?:{"|".join(sorted(_BEFORE))})\s+(?:financial\s+|calendar\s+|plan\s+)?(?:{_ANY_PERIOD})\b
        (?!\s+(?:of|in\s+which|for\s+which|reported)\b)
    |(?:last|next|coming|past)\s+(?:\d+|two|three|four|five|six|few)\s+(?:{_ANY_PERIOD})s
    |currently|recently|at\s+present|at\s+the\s+moment
    |(?<!\bup\s)(?<!\bof\s)to\s+date
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DATED = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?!\d)(?!\s?[-–]\s?(?:19|20)?\d\d)")
_ENTRIES = frozenset({"progress", "values", "target", "baseline", "expectation", "quotation"})
_NEAR = 24
_WORDS_AROUND = 3


@warning
def relative_time(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A time depends on when somebody reads of it, such as `next year` or `to date`.

    A plan is read for years, quoted in others and copied into the next one. "Last year" then means
    another year, and nobody can tell which was meant. Write the year, the quarter or the day. A
    year in the same sentence is enough; entries with a day of their own and the minutes of a
    meeting are not asked about.

    Bad:
        achievements: Burglary was made a priority last year.

    Good:
        achievements: Burglary was made a priority in 2009/10.
    """
    if isinstance(file.model, Meetings):
        return
    for text in _may_be_relative(readings_of(plan)[file]):
        if _ENTRIES.isdisjoint(text.route) and (found := list(_relative(text.words))):
            yield Finding(text.route, _words(found))


def _may_be_relative(reading: Reading) -> Iterator[Text]:
    """Each text with a time in it that may be one, found by searching for fixed words."""
    words = reading.words
    places = {place for sign in _WORDS for place in _places(words, sign[1:])}
    for period in _PERIODS:
        for place in _places(words, period):
            before = words[max(0, place - _NEAR) : place].lower().split()[-2:]
            if _BEFORE.intersection(before):
                places.add(place)
    yield from dict.fromkeys(reading.text_at(place) for place in sorted(places))


def _places(words: str, sign: str) -> Iterator[int]:
    place = words.find(sign)
    while place >= 0:
        yield place
        place = words.find(sign, place + len(sign))


def _relative(text: str) -> Iterator[str]:
    """The times of the sentences that have no year, each with the words around it."""
    for sentence in sentences(text):
        for found in _RELATIVE.finditer(sentence):
            if not _DATED.search(sentence):
                ahead = sentence[: found.start()].split(" ")[-_WORDS_AROUND - 1 :]
                behind = sentence[found.end() :].split(" ")[: _WORDS_AROUND + 1]
                yield " ".join(ahead) + found[0] + " ".join(behind)


def _words(found: list[str]) -> str:
    others = f" (as do another {len(found) - 1} here)" if len(found) > 1 else ""
    words = f"{quoted(found[0])} says a time{others} that changes with the day on which it is read"
    return f"{words}; write the year, the quarter or the day"
