"""The rule about times that depend on when somebody reads of them."""

import re
from collections.abc import Iterator
from itertools import islice

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.rules.language.reading import is_read
from csplan.rules.language.sentences import sentence_at
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_PARTS = ("quarter", "month", "spring", "summer", "autumn", "winter")
_PERIOD = "|".join(("year", *_PARTS))
# What is fast to search for, and how a word ends that stands before a period which may be meant.
_SIGNS = ("ently", "t present", "e moment", "o date")
_BEFORE = frozenset(
    ("xt", "st", "is", "ng", "nt", "al", "ar", "an", "wo", "ee", "ur", "ve", "ix", "ew")
)
# "People who left prison in the last 12 months" says for how long, not when: hence "over", or that
# somebody was counted. "Has been there for the last three years" says since when.
_RELATIVE = late(
    rf"""\b(?<!\btheir\s)(?<!\bhis\s)(?<!\bher\s)(?:
    (?:last|next|this|coming|past|current)\s+(?:(?:financial|calendar|plan|rolling)\s+)?
        (?P<period>{_PERIOD})\b(?!\s+(?:of|in\s+which|for\s+which|reported)\b)
    |(?:(?P<counted>(?:with)?in\s+the\s+last)|over\s+the\s+last|next|coming|past)\s+
        (?:\d+|two|three|four|five|six|few)\s+(?:{_PERIOD})s
    |(?P<since>for\s+the\s+(?:last|past)\s+(?:\d+|two|three|four|five|six|ten|few)\s+(?:{_PERIOD})s)
    |this\s+rolling\s+(?:12|twelve)[\s-]+months?(?:\s+period)?
    |(?:recently|currently)(?!\s+(?:arrived|bereaved|homeless|released|serving|unemployed)\b)
    |presently|at\s+present|at\s+the\s+moment(?!\s+(?:of|that|when)\b)
    |(?<!\bup\s)(?<!\bof\s)to\s+date
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DATED = late(r"(?<![\d/-])(?:19|20)\d\d(?!\d)(?!\s?[-–]\s?(?:19|20)?\d\d)")
_COUNTED = late(r"(?<![\w/])\d[\d,]*(?:%|\b(?!(?:st|nd|rd|th)?\s+(?:year|month|day)))")
_HAS_BEEN = late(
    r"\bhas\b|(?<!\bmust\s)(?<!\bshould\s)(?<!\bmay\s)(?<!\bwill\s)(?<!\bto\s)(?<!\bif\s)\bhave\b"
)
# It tells which people are meant, whenever that is read.
_WHO = late(r"\bwho(?:se)?\b[^,.;:]{0,60}$")
# Nobody may change what somebody else has said.
_QUOTED = late(r'“[^”]*$|^[^"]*"[^"]*(?:"[^"]*"[^"]*)*$')
_ENTRIES = frozenset({"progress", "values", "target", "baseline", "expectation", "quotation"})
_FAR = 30
# A line that goes on in a list begins with some spaces.
_APART = 8
_AROUND = 3
# More than a file has that people write.
_MOST = 1000


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
    del plan
    if isinstance(file.model, Meetings):
        return
    written = file.written
    for time in sorted(islice(_times(written.words), _MOST), key=re.Match.start):
        text, begins = written.text_at(time.start())
        is_asked = is_read(text, file) and _ENTRIES.isdisjoint(text.route)
        if is_asked and (shown := _undated(time, text.words, begins)):
            words = f"{quoted(shown)} says a time that changes with the day on which it is read"
            words += "; write the year, the quarter or the day"
            yield Finding(text.route, words, at=time.start() - begins)


def _times(words: str) -> Iterator[re.Match[str]]:
    """Every such time, found by a search for fixed words, which is fast."""
    for sign in (*_SIGNS, "year", *_PARTS):
        place = words.find(sign)
        while place >= 0:
            ending = words[max(0, place - _APART) : place].rstrip(" \n-")[-2:]
            if sign in _SIGNS or ending in _BEFORE or ending[-1:].isdigit():
                near = _RELATIVE.finditer(words, max(0, place - _FAR), place + _FAR)
                yield from (each for each in near if each.start() <= place < each.end())
            place = words.find(sign, place + len(sign))


def _undated(time: re.Match[str], text: str, begins: int) -> str:
    """The time with the words around it; empty if a year is near.

    That is in the same sentence; for a part of a year, anywhere in the text.
    """
    start, end = sentence_at(text, time.start() - begins)
    near = text if (time["period"] or "").lower() in _PARTS else text[start:end]
    if _DATED.search(near) or _WHO.search(text[start : time.start() - begins]):
        return ""
    if _QUOTED.search(text[: time.start() - begins].rpartition("\n\n")[2]):
        return ""
    needed = _COUNTED if time["counted"] else _HAS_BEEN if time["since"] else None
    if needed and not needed.search(text, start, time.start() - begins):
        return ""
    ahead = text[start : time.start() - begins].split(" ")[-_AROUND - 1 :]
    behind = text[time.end() - begins : end].split(" ")[: _AROUND + 1]
    return " ".join(ahead) + time[0] + " ".join(behind)
