"""Rules about work that comes from one plan or goes into another, and where the other is named."""

import re
from collections.abc import Iterator

from csplan.dates import Term, read_due
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import deliverables
from csplan.model import Action, Milestone, Theme
from csplan.rules.dates.periods import own_term
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_CARRIED = r"(?:carried|rolled|brought)\s+(?:forward|over)"
_SAID = re.compile(
    rf"""^\W*(?:{_CARRIED}|[cb]/f(?:wd)?)\b
       | \(\s*(?:{_CARRIED}|[cb]/f(?:wd)?)\b
       | \b(?:carried|rolled)\s+(?:forward|over)\s+(?:from|into|to)\s+(?:the\s+)?
         (?:last|next|previous|plan|agreement|action\s+plan|20[0-9]{{2}})""",
    re.IGNORECASE | re.VERBOSE,
)
_HINTS = ("orward", " over", "arried", "/f")
_MONEY = re.compile(r"\b(?:underspends?|money|fund(?:s|ing)?|budgets?|grants?)\b|£", re.IGNORECASE)
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
        is_closed = _closing(work.action) is not None
        for route, entry in deliverables((work,)):
            key, words = _missing(entry, work.action, is_action_closed=is_closed)
            if words:
                yield Finding((*route, *key), words)


def _closing(entry: Action | Milestone) -> int | None:
    """The number of the first entry of `progress` by which it is carried forward."""
    states = (number for number, each in enumerate(entry.progress) if each.state == _CLOSES)
    return next(states, None)


def _missing(
    entry: Action | Milestone, action: Action, *, is_action_closed: bool
) -> tuple[Route, str]:
    """What is missing of where an entry comes from or goes to, and the key that tells of it."""
    carried_to = entry.carried_to or action.carried_to
    closing = _closing(entry)
    if not carried_to and closing is not None:
        words = "the state `carried forward` does not say into which plan; add `carried_to`"
        return ("progress", closing, "state"), words
    if entry.carried_to and not is_action_closed and closing is None:
        words = f"{quoted(entry.carried_to)} is where it goes, but no entry of `progress` has the"
        return ("carried_to",), f"{words} state `carried forward`; add one with its day"
    if carried_to or entry.carried_from or action.carried_from:
        return (), ""
    said = _said(entry)
    words = f"{quoted(said)} says that it is carried, but not where csplan looks; add"
    return (), f"{words} `carried_from` or `carried_to` with the other plan" if said else ""


def _said(entry: Action | Milestone) -> str:
    words = entry.milestone if isinstance(entry, Milestone) else entry.action
    for text in (words, entry.note or ""):
        found = _SAID.search(text) if any(hint in text for hint in _HINTS) else None
        if found and not _MONEY.search(text[: found.start()]):
            return found[0].strip(" (\n")
    return ""


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
    own = own_term(file.model, plan) if isinstance(file.model, Theme) else None
    begins = own.days.first if isinstance(own, Term) else plan.term.days.first
    begins = min(begins, plan.term.days.first)
    for work in file.works:
        for route, entry in deliverables((work,)):
            days = read_due(entry.start, plan.term).days if entry.start else None
            is_carried = entry.carried_from or work.action.carried_from
            if entry.start and days and days.last < begins and not is_carried:
                words = f"{quoted(entry.start)} is before the plan began ({plan.term.days}); add "
                words += "`carried_from` if it was carried forward, or correct the date"
                yield Finding((*route, "start"), words)
