"""The rule about years that cannot be."""

from collections.abc import Iterator

from csplan.dates import Term
from csplan.escape import one_line, quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.texts import Text
from csplan.rules.dates.mentions import AROUND, Mention, mentions
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_CENTURY = 100
# Strategies look furthest ahead: `A vision for 2010-2035`.
_MOST_YEARS, _MOST_AHEAD = 20, 40
_MONTHS_A_YEAR = 12
_FULL, _SHORT, _STRAY = 4, 2, 3
# What is numbered by the year: `SI 2007/12`, `minute 2012/12`.
_NUMBERED = frozenset(
    (
        *("si", "ssi", "wsi", "s.i.", "no", "no.", "number", "ref", "ref.", "reference"),
        *("minute", "minutes", "order", "circular", "regulations", "report", "paper", "item"),
        *("section", "case", "decision"),
    )
)
_TOGETHER = late(r'"([0-9]{4})"')
_YEARS_BEFORE = 3


@warning
def malformed_year(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names a financial year that cannot be, such as `2012/12` or `2012-123`.

    A reader cannot tell which year is meant, and figures are set against the wrong one. Write the
    year in which it begins and the two figures of the next: `2012/13`.

    Bad:
        achievements: |
          Detections rose to 64.5% in the first half of 2012/12.

    Good:
        achievements: |
          Detections rose to 64.5% in the first half of 2012/13.
    """
    for mention in mentions(file):
        if mention.tail and _cannot_be(mention):
            typed = f"{mention.year}{mention.sign}{mention.tail}"
            words = _no_year(typed, mention.year, mention.text, mention.at)
            yield Finding(mention.text.route, words, at=mention.at)
    if plan.term:
        yield from _run_together(file, plan.term)


def _run_together(file: LoadedFile, term: Term) -> Iterator[Finding]:
    """Each `1011` where 2010/11 is meant: between quotation marks."""
    around = range(term.years[0] - _YEARS_BEFORE, term.years[-1] + 2)
    joined = {f"{year % _CENTURY:02}{(year + 1) % _CENTURY:02}": year for year in around}
    joined.pop("2021", None)  # It is a year itself.
    for found in _TOGETHER.finditer(file.written.words):
        if year := joined.get(found[1]):
            text, begins = file.written.text_at(found.start())
            words = _no_year(found[1], year, text, found.start(1) - begins)
            yield Finding(text.route, words, at=found.start(1) - begins)


def _cannot_be(mention: Mention) -> bool:
    if mention.before and mention.before[-1].strip(AROUND).casefold() in _NUMBERED:
        return False
    tail, sign = mention.tail, mention.sign
    short = mention.year % _CENTURY
    most = _MOST_YEARS if sign == "/" else _MOST_AHEAD
    if len(tail) == _FULL:
        return tail.startswith(("19", "20")) and not 0 < int(tail) - mention.year <= most
    if len(tail) == _SHORT:
        is_month = sign != "/" and 1 <= int(tail) <= _MONTHS_A_YEAR
        return not 0 < (int(tail) - short) % _CENTURY <= most and not is_month
    is_stray = tail.startswith((f"{short:02}", f"{(short + 1) % _CENTURY:02}"))
    return len(tail) == _STRAY and sign != "/" and is_stray


def _no_year(typed: str, year: int, text: Text, at: int) -> str:
    around = one_line(text.words[max(0, at - 30) : at + len(typed) + 15])
    before, this = f"{year - 1}/{year % _CENTURY:02}", f"{year}/{(year + 1) % _CENTURY:02}"
    write = f"`{this}`" if len(typed) == _FULL else f"`{before}` or `{this}`"
    return f"{quoted(typed)} in {quoted(around)} is no year; write {write}"
