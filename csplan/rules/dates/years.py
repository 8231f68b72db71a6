"""Rules about years: those that cannot be, and those of something else."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from csplan.dates import Term
from csplan.dates.term import plan_year
from csplan.escape import one_line, quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.due import Item
from csplan.model import Theme
from csplan.rules.dates.mentions import AROUND, Mention, mentions
from csplan.rules.late import late
from csplan.rules.rule import Finding, information, warning
from csplan.source import Route

_CENTURY = 100
# Strategies look furthest ahead: `A vision for 2010-2035`.
_MOST_YEARS, _MOST_AHEAD = 20, 40
_MONTHS_A_YEAR = 12
_FULL, _SHORT, _STRAY = 4, 2, 3
# What is numbered by the year: `SI 2007/12`, `minute 2012/12`.
_NUMBERED = frozenset(
    {
        "si",
        "ssi",
        "wsi",
        "s.i.",
        "no",
        "no.",
        "number",
        "ref",
        "ref.",
        "reference",
        "minute",
        "order",
        "circular",
    }
    | {"regulations", "report", "paper", "item", "section", "case", "decision", "minutes"}
)
_TOGETHER = late(r'"([0-9]{4})"')
_YEARS_BEFORE = 3
_YEAR_NUMBER = late(
    r"\b(?:year|yr)s?\.?\s*(?P<number>[0-9]{1,2}|one|two|three|four|five)\b(?!\s*/)", re.IGNORECASE
)
_IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_FEWEST_ALIKE = 3


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
            yield Finding(mention.text.route, _no_year(typed, mention.year, mention.text.words))
    if plan.term:
        yield from _run_together(file, plan.term)


def _run_together(file: LoadedFile, term: Term) -> Iterator[Finding]:
    """Each `1011` where 2010/11 is meant: between quotation marks."""
    around = range(term.years[0] - _YEARS_BEFORE, term.years[-1] + 2)
    joined = {f"{year % _CENTURY:02}{(year + 1) % _CENTURY:02}": year for year in around}
    joined.pop("2021", None)  # It is a year itself.
    for found in _TOGETHER.finditer(file.written.words):
        if year := joined.get(found[1]):
            text, _ = file.written.text_at(found.start())
            yield Finding(text.route, _no_year(found[1], year, text.words))


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


def _no_year(typed: str, year: int, words: str) -> str:
    at = words.find(typed)
    around = one_line(words[max(0, at - 30) : at + len(typed) + 15])
    before, this = f"{year - 1}/{year % _CENTURY:02}", f"{year}/{(year + 1) % _CENTURY:02}"
    write = f"`{this}`" if len(typed) == _FULL else f"`{before}` or `{this}`"
    return f"{quoted(typed)} in {quoted(around)} is no year; write {write}"


@warning
def year_of_other_plan(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date counts the years of something other than the plan: `July 2010, Quarter 2, Year 2`.

    The second year of a strategy is not the second year of the plan, and readers of the plan do
    not know when the strategy began. Take the number out, or name the year.

    Bad:
        actions:
          - ref: L13
            action: Develop a referral protocol
            milestones:
              - milestone: Protocol in place
                due: July 2010, Quarter 2, Year 2
                lead: Harm Reduction Officer, Safer Communities Team

    Good:
        actions:
          - ref: L13
            action: Develop a referral protocol
            milestones:
              - milestone: Protocol in place
                due: July 2010, Quarter 2
                lead: Harm Reduction Officer, Safer Communities Team
    """
    if plan.term is None:
        return
    for item in file.items:
        if item.due and not item.due.doubt and (found := _year_number(item.due.text)):
            number = found["number"].lower()
            if not _is_own(item, _IN_WORDS.get(number) or int(number), plan.term):
                route: Route = (*item.route, "due")
                yield Finding(route, _other_year(item.due.text, found[0], plan.term))


def _year_number(text: str) -> re.Match[str] | None:
    return _YEAR_NUMBER.search(text) if "ear" in text or "yr" in text.lower() else None


def _is_own(item: Item, number: int, term: Term) -> bool:
    """Whether it is the number of the plan's own year that holds the date."""
    if not 1 <= number <= len(term.years) or item.due is None or item.due.days is None:
        return False
    return plan_year(term.years[number - 1], term.starts_month).holds(item.due.days)


def _other_year(text: str, number: str, term: Term) -> str:
    count = len(term.years)
    has = "one year" if count == 1 else f"{count} years"
    return (
        f"{quoted(number)} in {quoted(text)} is no year of this plan that holds the date: the plan "
        f"has {has} ({term.days}); take it out, or name the year"
    )


@information
def theme_period_differs(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """One theme has other years than all the rest.

    A theme may have years of its own. If all the others share one period, this one may have been
    copied from an older plan.

    Bad:
        # theme.yaml
        theme: Drugs
        period: 2009/13
        # alcohol.yaml
        theme: Alcohol
        period: 2010/13
        # burglary.yaml
        theme: Burglary
        period: 2010/13
        # roads.yaml
        theme: Roads
        period: 2010/13

    Good:
        # theme.yaml
        theme: Drugs
        period: 2010/13
        # alcohol.yaml
        theme: Alcohol
        period: 2010/13
        # burglary.yaml
        theme: Burglary
        period: 2010/13
        # roads.yaml
        theme: Roads
        period: 2010/13
    """
    if not isinstance(file.model, Theme) or not file.model.period:
        return
    periods = _periods(plan)
    common = max(periods, key=lambda each: periods[each])
    if file.model.period != common and periods.total() - 1 == periods[common] >= _FEWEST_ALIKE:
        words = f"{quoted(file.model.period)} is the period of this theme, but {quoted(common)} "
        words += f"that of the {periods[common]} others that have one; check which is right"
        yield Finding(("period",), words)


@lru_cache(1)
def _periods(plan: LoadedPlan) -> Counter[str]:
    models = (theme.model for theme in plan.themes)
    return Counter(each.period for each in models if isinstance(each, Theme) and each.period)
