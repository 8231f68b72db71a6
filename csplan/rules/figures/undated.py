"""The rule about percentages in prose that are of no time."""

import re
from collections.abc import Iterator

from csplan.dates.days import MONTHS
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.rules.late import late
from csplan.rules.rule import Finding, information

_PROSE = frozenset({"why", "what", "hotspots", "achievements"})
_SHARE = late(r"(?<![\w.,])[0-9]+(?:\.[0-9]+)?\s?(?:%|per\s?cent\b)", re.IGNORECASE)
# What says of which time a figure is, or where that can be looked up.
_YEAR = late(r"(?:20|19)[0-9]{2}(?![0-9])")
_SHORT_YEAR = late(r"\b[0-9]{1,2}/[0-9]{2}\b")
_WHEN = frozenset(
    (
        *map(str.lower, MONTHS),
        *("annual", "annually", "quarter", "census", "survey", "surveys"),
    )
)
_WHICH_YEAR = tuple(
    f" {word} year" for word in ("last", "this", "past", "each", "every", "a", "per")
)
_SOURCES = ("[^", "http://", "https://", "www.")
_WORD = late(r"[a-z]+")
# A percentage that is aimed at, or paid, is no finding about a time.
_AIM = late(
    r"\b(?:target|targets|aim|aims|will|want|must|should|least|goal|reduce|increase|contribut\w+|"
    r"funds?|funded|pays?|paid|grant|budget|costs?|always|discount|vat)\b",
    re.IGNORECASE,
)
_SENTENCE = late(r"[.;:]\s|\n\s*\n|\n\s*- ")


@information
def share_without_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text gives a percentage, and names no time anywhere.

    In a year nobody knows whether the figure is still of use, and it cannot be compared with the
    next one. Say of which year it is, or add a note with its source. The first one of a text is
    told. What is aimed at or paid is not complained of.

    Bad:
        why: Fewer than 12% of hate crimes are solved.

    Good:
        why: In 2020/21 fewer than 12% of hate crimes were solved.
    """
    del plan
    written = file.written
    places = sorted(place for sign in ("%", "per cent") for place in written.places(sign))
    for text in dict.fromkeys(written.text_at(place)[0] for place in places):
        found = next(_found(text), None) if text.key in _PROSE and not _is_dated(text) else None
        if found:
            words = f"{quoted(found[0])} is of no year, and nothing in this text says when"
            write = "it was so; add the year, or a note with the source"
            yield Finding(text.route, f"{words} {write}", at=found.start())


def _is_dated(text: Text) -> bool:
    # Most texts have a year, and to look for that alone is quicker.
    if _YEAR.search(text.words) or _SHORT_YEAR.search(text.words):
        return True
    words = f" {' '.join(text.words.lower().split())}"
    if any(sign in words for sign in (*_SOURCES, *_WHICH_YEAR)):
        return True
    return not _WHEN.isdisjoint(_WORD.findall(words))


def _found(text: Text) -> Iterator[re.Match[str]]:
    """The percentages of a text that tell how something is."""
    for found in _SHARE.finditer(text.words):
        starts = [each.end() for each in _SENTENCE.finditer(text.words, 0, found.start())]
        after = _SENTENCE.search(text.words, found.end())
        end = after.start() if after else len(text.words)
        if not _AIM.search(text.words, starts[-1] if starts else 0, end):
            yield found
