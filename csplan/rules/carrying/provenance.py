"""Rules about work that comes from one plan or goes into another, and where the other is named."""

import re
from collections.abc import Iterator

from csplan.dates import read_due
from csplan.dates.days import MONTHS
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Work
from csplan.model import Action, Milestone
from csplan.rules.dates.terms import begins
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning
from csplan.source import Route

# To bring work forward to a day is to do it sooner.
_CARRIED = r"(?:(?:carried|rolled)\s+(?:forward|over)|brought\s+(?:forward|over)(?!\s+(?:to|by)\b))"
_SAID = late(
    rf"""^\W*(?:{_CARRIED}|[cb]/f(?:wd)?)\b
       | \(\s*(?:{_CARRIED}|[cb]/f(?:wd)?)\b
       | \b(?:carried|rolled)\s+(?:forward|over)\s+(?:from|into|to)\s+(?:the\s+)?
         (?:last|next|previous|plan|agreement|action\s+plan|20[0-9]{{2}})""",
    re.IGNORECASE | re.VERBOSE,
)
_SUMS = r"\b(?:underspends?|money|fund(?:s|ing)?|budgets?|grants?|balances?)\b|£"
_MONEY = late(_SUMS, re.IGNORECASE)
# What is carried is money, or goes to another quarter of the same plan.
_NOT_WORK = late(
    rf"[\s:]*(?:\w+\s+)?(?:{_SUMS})|\s+to\s+(?:\w+\s+){{0,3}}(?:{'|'.join(MONTHS)}|Q[1-4]|quarter)\b",
    re.IGNORECASE,
)
_CLOSES = "carried forward"


@warning
def carried_without_provenance(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work is said to be carried forward, and the other plan is not named where csplan looks.

    `carried_from` names the earlier plan and the reference there, `carried_to` the later one; with
    an entry of `progress` whose state is `carried forward` they tie the two plans together, and
    the work is owed in one of them only.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            note: Carried forward from last year's plan.
            due: June 2010
            lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: A1
            action: Train officers
            carried_from: A4 of the agreement for 2009/10
            due: June 2010
            lead: Chief Inspector, Sussex Police
    """
    del plan
    for work in file.works:
        if work.action.carried_to:
            continue
        for number, entry in enumerate(_entries(work)):
            closing = _closing(entry) if entry.progress else None
            if closing is not None and not entry.carried_to:
                words = "the state `carried forward` does not say into which plan; add `carried_to`"
                yield Finding((*_route(work, number), "progress", closing, "state"), words)
            elif not (entry.carried_to or entry.carried_from or work.action.carried_from):
                for key, said, at in _only_in_words(entry):
                    yield Finding((*_route(work, number), key), said, at=at)


def _entries(work: Work) -> tuple[Action | Milestone, ...]:
    return (work.action, *work.action.milestones)


def _route(work: Work, number: int) -> Route:
    """Where an action stands (0), or its milestone of that number."""
    return (*work.route, "milestones", number - 1) if number else work.route


def _closing(entry: Action | Milestone) -> int | None:
    """The number of the first entry of `progress` by which it is carried forward."""
    for number, each in enumerate(entry.progress):
        if each.state == _CLOSES:
            return number
    return None


def _only_in_words(entry: Action | Milestone) -> Iterator[tuple[str, str, int]]:
    is_step = isinstance(entry, Milestone)
    words = entry.milestone if isinstance(entry, Milestone) else entry.action
    for key, text in (("milestone" if is_step else "action", words), ("note", entry.note or "")):
        is_worth = "arried" in text or "olled" in text or "rought" in text or "/f" in text
        found = _SAID.search(text) if is_worth else None
        is_other = found and (
            _MONEY.search(text, 0, found.start()) or _NOT_WORK.match(text, found.end())
        )
        if found and not is_other:
            said = quoted(found[0].strip(" (\n"))
            words = f"{said} says that it is carried, but no key does; add `carried_from` or "
            yield key, f"{words}`carried_to` with the other plan", found.start()
            return


@warning
def carried_to_without_state(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work says into which plan it goes, and no progress entry says that it is carried forward.

    Until an entry of `progress` has the state `carried forward`, the work is owed in both plans.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            due: June 2010
            lead: Chief Inspector, Sussex Police
            carried_to: The agreement for 2011/12

    Good:
        actions:
          - ref: A1
            action: Train officers
            due: June 2010
            lead: Chief Inspector, Sussex Police
            carried_to: The agreement for 2011/12
            progress:
              - on: 30 June 2010
                state: carried forward
                reason: The trainer was ill
    """
    del plan
    for work in file.works:
        for number, entry in enumerate(_entries(work)):
            if entry.carried_to and _closing(work.action) is None and _closing(entry) is None:
                words = f"{quoted(entry.carried_to)} is where it goes, but no entry of `progress` "
                words += "has the state `carried forward`; add one with its day"
                yield Finding((*_route(work, number), "carried_to"), words)


@warning
def started_before_plan(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work started before the plan began, and does not say from which plan it comes.

    Either it was carried forward, and `carried_from` says from where, or the date is mistyped.

    Bad:
        actions:
          - ref: A1
            action: Sign off the group's plan
            start: 12-Mar-2009
            due: 31-Mar-2011
            lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: A1
            action: Sign off the group's plan
            start: 12-Mar-2009
            due: 31-Mar-2011
            carried_from: The agreement for 2008/09
            lead: Chief Inspector, Sussex Police
    """
    if plan.term is None:
        return
    for work in file.works:
        first = begins(file, plan, plan.term, work.route)
        for number, entry in enumerate(_entries(work)):
            if not entry.start or entry.carried_from or work.action.carried_from:
                continue
            days = read_due(entry.start, plan.term).days
            if days and days.last < first:
                words = f"{quoted(entry.start)} is before the plan began ({plan.term.days}); add "
                words += "`carried_from` if it was carried forward, or correct the date"
                yield Finding((*_route(work, number), "start"), words)
