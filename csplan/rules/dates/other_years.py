"""Rules about the years of something other than the plan."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from csplan.dates import Term
from csplan.dates.term import plan_year
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Theme
from csplan.rules.late import late
from csplan.rules.rule import Finding, information, warning
from csplan.source import Route

_YEAR_NUMBER = late(
    r"\b(?:year|yr)s?\.?\s*(?P<number>[0-9]{1,2}|one|two|three|four|five)\b(?!\s*/)", re.IGNORECASE
)
_IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_FEWEST_ALIKE = 3


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
