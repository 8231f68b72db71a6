"""The rule about rates and sums of money that a file gives on two bases."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_RATE = late(
    r"\b(?P<what>[a-z]{4,})\s+per\s+(?P<base>1(?:0{2,6}|0{0,2},000))\s+"
    r"(?:people|persons|population|residents|inhabitants|head)\b",
    re.IGNORECASE,
)
# A rate of one thing may have another base than that of another.
_ANYTHING = frozenset({"rate", "rates", "ratio", "level", "levels", "number", "numbers", "figures"})
_SUMS = ("prices", "costs")
_PRICES = late(rf"(?<![\w/])(?P<year>(?:19|20)\d\d)(?P<next>/\d\d?)?\s+(?:{'|'.join(_SUMS)})\b")
_BEFORE = 40
_AFTER = 40
_YEAR = len("2007/08")


class _Said(NamedTuple):
    """What a text gives on a base: where it stands, as typed, what it is of, and the base."""

    place: int
    typed: str
    what: str
    base: str


@warning
def mixed_bases(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The same thing is counted per 100 people in one place and per 1,000 in another.

    Nobody can hold the two against each other without working one of them out anew, and one of the
    two may be a slip. So it is with sums at the prices of `2007` and of `2007/08`. Use one base.

    Bad:
        what: The town has the most incidents per 100 people.
        why: The worst wards have 90 incidents per 1,000 people.

    Good:
        what: The town has the most incidents per 1,000 people.
        why: The worst wards have 90 incidents per 1,000 people.
    """
    del plan
    for said in (_rates(file), _prices(file)):
        first: dict[str, _Said] = {}
        for each in said:
            other = first.setdefault(each.what, each)
            if other.base != each.base:
                text, begins = file.written.text_at(each.place)
                words = f"{quoted(each.typed)} stands here and {quoted(other.typed)} before it in"
                words += " this file; give both on one base"
                yield Finding(text.route, words, at=each.place - begins)
                break


def _rates(file: LoadedFile) -> Iterator[_Said]:
    written = file.written
    for place in written.places(" per 1"):
        found = _RATE.search(written.words, max(0, place - _BEFORE), place + _AFTER)
        if found and found["what"].lower() not in _ANYTHING and found.end("what") == place:
            base = found["base"].replace(",", "")
            typed = " ".join(found[0].split())
            yield _Said(found.start(), typed, found["what"].lower(), base)


def _prices(file: LoadedFile) -> Iterator[_Said]:
    """Sums at the prices of a year: that of the calendar, or one that begins in it."""
    written = file.written
    places = sorted(place for sign in _SUMS for place in written.places(f" {sign}"))
    for place in places:
        if found := _PRICES.search(written.words, max(0, place - _YEAR), place + _AFTER):
            base = "financial" if found["next"] else "calendar"
            yield _Said(found.start(), " ".join(found[0].split()), found["year"], base)
