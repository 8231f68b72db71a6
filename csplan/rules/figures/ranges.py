"""Rules about figures that are given as a range."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from csplan.escape import quoted
from csplan.figures import Figure, read_figure
from csplan.load import LoadedFile, LoadedPlan, Measured, Text
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_SHORT = late(
    r"£(?P<low>\d{1,3}(?:\.\d)?)\s?[-–]\s?£?(?P<high>\d{1,3}(?:,\d{3})+|\d{4,})(?![\d/%-]|\.\d)"
)
_THOUSAND = 1000
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_STAYS = late(
    r"\b(?:the|our)\s+(?:(?:county|city|borough|district|partnership|area)(?:['’]s)?\s+)?"
    r"(?:figures?|levels?|rates?|shares?|percentages?|numbers?|proportions?)\s+"
    r"(?:(?:has|have)\s+)?(?:stay(?:s|ed)?|remain(?:s|ed)?|keeps?|kept"
    r"|(?:is|are|was|were|been|being)\s+(?:always|consistently|steadily))\s+"
    rf"(?:consistently\s+|always\s+)?between\s+(?P<low>{_NUMBER})(?:\s?%|\s+per\s?cent)?"
    rf"\s+(?:and|to)\s+(?P<high>{_NUMBER}(?:\s?%|\s+per\s?cent)?)",
    re.IGNORECASE,
)
# A range per 1,000 people is not one of a count, and one until some year is not that of today.
_OTHERWISE = late(r"\s+(?:(?P<per>per|for\s+every)|until|up\s+to|before)\b")
_BESIDE = 300
_CLOSE = 100
_LAST = 2
# More than a file has that people write.
_MOST = 100


@warning
def unclear_range(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A range of money leaves the thousands out of its first amount: `£1-2000`.

    It may be read as from £1 to £2,000. Write both amounts in full.

    Bad:
        what: New sprinklers cost £1-2000 for a home.

    Good:
        what: New sprinklers cost £1,000 to £2,000 for a home.
    """
    del plan
    written = file.written
    for found in _SHORT.finditer(written.words) if "£" in written.words else ():
        low, high = (Decimal(found[end].replace(",", "")) for end in ("low", "high"))
        if low * _THOUSAND < high:
            text, begins = written.text_at(found.start())
            words = f"{quoted(found[0])} may be read as from £{low} to £{high:,}; write both"
            yield Finding(text.route, f"{words} amounts in full", at=found.start() - begins)


@warning
def range_contradicted(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text says between what an indicator's figure stays, and it was outside that.

    It is told of the two latest figures, in the indicator's own `explanation`, or where a text
    names the indicator by its code just before. Correct the one that is wrong.

    Bad:
        indicators:
          - indicator: Repeat referrals
            unit: "%"
            values: {2010/11: 24%, 2011/12: 19%}
            explanation: The county's figure stays between 20% and 25%.

    Good:
        indicators:
          - indicator: Repeat referrals
            unit: "%"
            values: {2010/11: 24%, 2011/12: 19%}
            explanation: The county's figure stays between 19% and 24%.
    """
    del plan
    for text, found in islice(_said(file), _MOST) if file.measures else ():
        about = (each for each in file.measures if _is_about(each, text, found.start()))
        each = next(about, None)
        if each and not _is_otherwise(each, found) and (words := _outside(each, found)):
            said = quoted(" ".join(found[0].split()))
            words = f"{quoted(each.name)}: {said} is said, but {words}"
            yield Finding(text.route, words, at=found.start())


def _said(file: LoadedFile) -> Iterator[tuple[Text, re.Match[str]]]:
    """Where a text says between what a figure stays."""
    for place in file.written.places(" between "):
        text, begins = file.written.text_at(place)
        start = max(0, place - begins - _CLOSE)
        if found := _STAYS.search(text.words, start, place - begins + _CLOSE):
            yield text, found


def _is_about(each: Measured, text: Text, at: int) -> bool:
    """Whether a place in a text is about the figures of an indicator."""
    if each.route == text.route[:-1]:
        return True
    code = "" if each.row else each.indicator.code
    before = text.words[max(0, at - _BESIDE) : at].rpartition("\n\n")[2]
    if not code or code not in before:
        return False
    return bool(re.search(rf"\b{re.escape(code)}\b", before))


def _is_otherwise(each: Measured, found: re.Match[str]) -> bool:
    """Whether a range is on another base than the figures of an indicator, or of another time."""
    after = _OTHERWISE.match(found.string, found.end())
    return bool(after and not (after["per"] and " per " in f" {each.unit} "))


def _outside(each: Measured, found: re.Match[str]) -> str:
    """The figures that are not within a range, each with its period."""
    high = read_figure(found["high"], each.unit)
    low = read_figure(found["low"], "%" if high.kind == "percent" else each.unit)
    placed = [(one.days.last, one) for one in each.values if one.days and one.last.figure.counts]
    latest = [one for _, one in sorted(placed, key=lambda one: one[0])[-_LAST:]]
    wrong = [one for one in latest if _is_outside(one.last.figure, low, high)]
    told = " and ".join(f"{quoted(one.last.typed.value)} for {one.text}" for one in wrong)
    return f"it was {told}; correct the one that is wrong" if wrong else ""


def _is_outside(figure: Figure, low: Figure, high: Figure) -> bool:
    if figure.number is None or low.number is None or high.number is None:
        return False
    is_within = low.number - figure.half <= figure.number <= high.number + figure.half
    return figure.kind == high.kind and not is_within
