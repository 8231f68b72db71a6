"""The rule about an indicator whose figures are kept in two places."""

from collections.abc import Iterator
from pathlib import Path

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Measured
from csplan.rules.ownership.alike import Words, words_of
from csplan.rules.rule import Finding, warning
from csplan.rules.whole import Found, of_plan

_STATED = ("unit", "polarity", "rating", "direction")


@warning
def figures_kept_twice(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The figures of one indicator are kept in two themes of a plan.

    One of them is updated and the other forgotten: then two chapters of one document disagree. Keep
    the figures in the theme that answers for them, and let the other name it, without `values`.

    Bad:
        indicators:
          - indicator: Referrals of people at risk
            unit: referrals
            values: {2011/12: 796}
        # adults.yaml
        theme: Safeguarding adults
        indicators:
          - indicator: Referrals of people at risk
            unit: referrals
            values: {2011/12: 796}

    Good:
        indicators:
          - indicator: Referrals of people at risk
            unit: referrals
            values: {2011/12: 796}
        # adults.yaml
        theme: Safeguarding adults
        what: Adults at risk. How many were referred stands under anti-social behaviour.
    """
    yield from _twice(file, plan)


@of_plan
def _twice(plan: LoadedPlan) -> Found:
    first: dict[Words, tuple[LoadedFile, Measured]] = {}
    found = []
    for file in plan.files:
        for each in file.measures:
            if each.row is None and each.values:
                held, other = first.setdefault(words_of(each.name), (file, each))
                if other is not each and _shares_period(other, each):
                    where = "before in this file" if held is file else quoted(Path(held.path).name)
                    words = f"{quoted(each.name)} has its figures here and in {where}"
                    words = words.replace(" in before", " before")
                    words += f"{_apart(other, each)}; keep them in one theme, and name it in the"
                    found.append((file, Finding(each.route, f"{words} other")))
    return tuple(found)


def _shares_period(one: Measured, other: Measured) -> bool:
    return not {each.text for each in one.values}.isdisjoint(each.text for each in other.values)


def _apart(one: Measured, other: Measured) -> str:
    """How the two differ already."""
    known = {each.text: each.last.typed.value for each in one.values}
    for each in other.values:
        value = each.last.typed.value
        if known.get(each.text, value) != value:
            return f", and they differ: {quoted(value)} and {quoted(known[each.text])}"
    for key in _STATED:
        mine, theirs = getattr(other.indicator, key), getattr(one.indicator, key)
        if mine != theirs:
            return (
                f", and they differ: `{key}` is {quoted(mine or 'not stated')} here and"
                f" {quoted(theirs or 'not stated')} there"
            )
    return ""
