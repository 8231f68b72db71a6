"""Rules about the periods of which a text tells: their length, and what they are held against."""

from collections.abc import Iterator
from itertools import pairwise

from csplan.dates import Days
from csplan.dates.words import cut
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.dates.mentions import Run, runs
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_LENGTHS = {"year": 12, "quarter": 3}
_WHOLE = frozenset({"rolling", "the", "financial", "calendar", "previous", "plan", "full", "whole"})
_OPENS = frozenset({"from", "between", "of"})
# `The second half of the year from October 2009 to March 2010` is right.
_PARTS = frozenset({"half", "part", "quarter", "quarters", "months", "weeks", "end", "rest"})
_FEW = 5
_AGAINST = late(r"\b(?:than|compared|against|comparison|versus|with)\b")
_MOST_APART = 200


@warning
def period_length_mismatch(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text calls a period a year, or 12 months, and gives it other ends.

    `The rolling year from September 2008 to October 2009` is 14 months, so the figures in it cannot
    be held against those of a year.

    Bad:
        achievements: |
          Burglary fell by 7% in the rolling year from September 2008 to October 2009.

    Good:
        achievements: |
          Burglary fell by 7% in the rolling year from November 2008 to October 2009.
    """
    del plan
    for run in runs(file):
        said, months = _length(run.before), run.days.months
        if run.is_of_months and said and months != said[1]:
            words = f"{quoted(said[0])} is {said[1]} months, but {run.days} is {months}"
            words += "; correct the dates, or say how long it is"
            yield Finding(run.end.text.route, words, at=run.end.at)


def _length(before: list[str]) -> tuple[str, int] | None:
    """What the words before a run of days call it, and how many months that is."""
    is_open = bool(before) and before[-1].casefold() in _OPENS
    words = before[:-1] if is_open else before
    is_aside = bool(words) and words[-1] == "("
    words = words[:-1] if is_aside else words
    if not words:
        return None
    last, first = words[-1].casefold(), words[-2].casefold() if words[1:] else ""
    if last == "months" and (number := cut(first).number(0)):
        return f"{words[-2]} months", number
    named = _LENGTHS.get(last) if _PARTS.isdisjoint(words[-_FEW:-1]) else None
    is_whole = first == "rolling" or (is_open and first in _WHOLE)
    return (" ".join(words[-2:]), named) if named and is_whole else None


@warning
def overlapping_comparison(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text holds two periods against each other that share some months.

    What happened in the months that both have counts on both sides, so the change is not what it
    seems. Hold a period against the same months of another year.

    Bad:
        achievements: |
          Between April 2009 and March 2010 there were 24% fewer offences than between June 2008
          and May 2009.

    Good:
        achievements: |
          Between April 2009 and March 2010 there were 24% fewer offences than between April 2008
          and March 2009.
    """
    del plan
    for one, other in pairwise(runs(file)):
        if one.end.text is other.end.text and (shared := _shared(one, other)):
            words = f"{quoted(str(one.days))} is held against {quoted(str(other.days))}"
            words += f", and both have {shared}; compare the same months of two years"
            yield Finding(other.end.text.route, words, at=other.end.at)


def _shared(one: Run, other: Run) -> Days | None:
    """The days in both of two periods that are compared; None if one lies within the other."""
    shared = one.days.shared(other.days)
    between = one.end.text.words[one.end.end : other.end.at]
    is_near = len(between) <= _MOST_APART and ". " not in between
    if not shared or shared in (one.days, other.days) or not is_near:
        return None
    return shared if _AGAINST.search(between) else None
