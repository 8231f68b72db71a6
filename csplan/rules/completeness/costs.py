"""Rules about what an action costs and who pays."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Work
from csplan.model import Meetings
from csplan.rules.completeness.actions import is_bare
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_UNSETTLED = late(
    r"\btb[acd]\b|\bto be (?:\w+ )?(?:added|agreed|advised|confirmed|considered|costed|decided|"
    r"determined|finalised|identified|established)\b|\?|\bunknown\b|\bnot (?:yet )?known\b|"
    r"\[(?!\^)|£?\bx{2,}\b",
    re.IGNORECASE,
)
_NOTHING_MORE = late(
    r"\b(?:no|nil|none|free|neutral|existing|current|within|in[ -]kind|absorbed|core|zero|"
    r"mainstream(?:ed)?|business as usual|n/?a|not applicable|officers?|staff|staffing|"
    r"volunteers?|time)\b|\d",
    re.IGNORECASE,
)
_NO_AMOUNT = late(r"£(?!\s*[\d.])")


@warning
def unclear_cost(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A cost is still to be confirmed, or says what the money is for but not how much it is.

    A partnership cannot agree to what it cannot price. Give an amount, a range or `officer time`;
    if it is not known, say in a milestone by when it will be and who finds out.

    Bad:
        actions:
          - ref: CH1
            action: Advise households in hotspots
            cost: TBC
            lead: Safer Communities Team
            due: Quarter 3

    Good:
        actions:
          - ref: CH1
            action: Advise households in hotspots
            cost: £2,000 from the Area Based Grant
            lead: Safer Communities Team
            due: Quarter 3
    """
    del plan
    for route, entry in file.deliverables:
        if entry.cost and (problem := _problem(entry.cost)):
            words = f"the cost {quoted(entry.cost)} {problem}; give an amount"
            yield Finding((*route, "cost"), f"{words}, or `officer time` if that is all")


def _problem(cost: str) -> str:
    if _UNSETTLED.search(cost):
        return "is not settled"
    if _NO_AMOUNT.search(cost) or not _NOTHING_MORE.search(cost):
        return "does not say how much"
    return ""


@warning
def cost_missing(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An action says nothing of what it costs, in a plan whose other actions do.

    A blank may mean that it costs nothing, that nobody has asked or that nobody will pay. Write
    `£0`, `officer time` or the amount and who pays.

    Bad:
        actions:
          - ref: CH1
            action: Advise households in hotspots
            cost: £2,000
            lead: Safer Communities Team
            due: Quarter 3
          - ref: CH2
            action: Train wardens
            lead: Safer Communities Team
            due: Quarter 3

    Good:
        actions:
          - ref: CH1
            action: Advise households in hotspots
            cost: £2,000
            lead: Safer Communities Team
            due: Quarter 3
          - ref: CH2
            action: Train wardens
            cost: Officer time
            lead: Safer Communities Team
            due: Quarter 3
    """
    if isinstance(file.model, Meetings) or not gives_costs(plan):
        return
    for work in file.works:
        if is_bare(work.action):
            continue
        if not _has_cost(work):
            words = "no cost is given, as other actions of the plan give theirs; add `cost`, such"
            yield Finding(work.route, f"{words} as `£0` or `officer time`")
        elif not work.action.cost:
            yield from _steps_without(work)


def _steps_without(work: Work) -> Iterator[Finding]:
    """Where an action gives its costs by milestone, those that give none."""
    for number, milestone in enumerate(work.action.milestones):
        if not milestone.cost:
            words = "no cost is given, as other milestones of the action give theirs; add `cost`,"
            place = (*work.route, "milestones", number)
            yield Finding(place, f"{words} such as `£0` or `officer time`")


@lru_cache(1)
def gives_costs(plan: LoadedPlan) -> bool:
    """Whether any action of a plan says what it costs."""
    return any(_has_cost(work) for theme in plan.themes for work in theme.works)


def _has_cost(work: Work) -> bool:
    return bool(work.action.cost) or any(each.cost for each in work.action.milestones)
