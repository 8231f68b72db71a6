"""Rules about dates that do not fit together with other dates of the plan."""

from collections.abc import Iterator
from datetime import date

from csplan.dates import Days, Due, NotADate, read_day, read_due, say_day
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.rules.rule import Finding, information, warning
from csplan.source import Route

DATED = frozenset({"day", "month", "quarter", "part", "year"})
"""The kinds of due date that say one time by which something is done."""


@warning
def due_before_start(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work is due before it starts, or before the meeting that it arose from.

    One of the two dates is mistyped, often its year.

    Bad:
        actions:
          - ref: CE2
            action: Reach parents with a campaign
            start: 1-Apr-2011
            due: 31-Mar-2011
            lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: CE2
            action: Reach parents with a campaign
            start: 1-Apr-2010
            due: 31-Mar-2011
            lead: Chief Inspector, Sussex Police
    """
    for item in file.items:
        if item.due is None or item.due.days is None:
            continue
        began = item.entry.start or item.action.start
        start = read_due(began, plan.term).days if began else None
        route: Route = (*item.route, "due")
        if began and start and item.due.days.last < start.first:
            words = f"{item.due.shown} is before the day on which the work starts, "
            words += f"{quoted(began)}; correct the one that is wrong"
            yield Finding(route, words)
        elif isinstance(file.model, Meetings):
            yield from _before_meeting(file.model, item, item.due, item.due.days)


def _before_meeting(board: Meetings, item: Item, due: Due, days: Days) -> Iterator[Finding]:
    try:
        met = read_day(board.meetings[int(item.route[1])].on)
    except NotADate:
        return
    if days.last < met:
        words = f"{due.shown} is before the meeting that it arose from ({say_day(met)})"
        yield Finding((*item.route, "due"), f"{words}; correct the date or its year")


@warning
def new_date_passed(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A new date that was agreed had passed on the day of the entry that gives it.

    Nobody agrees to a date in the past: the day of the entry or the year of the new date is wrong.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            due: June 2010
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 2 July 2010
                due: January 2010
                reason: The trainer was ill

    Good:
        actions:
          - ref: A1
            action: Train officers
            due: June 2010
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 2 July 2010
                due: January 2011
                reason: The trainer was ill
    """
    for route, _, progress in file.entries:
        agreed = read_due(progress.due, plan.term) if progress.due else None
        if agreed and agreed.days and agreed.days.last < _day(progress.on, agreed.days):
            words = f"{agreed.shown} had passed on the day of this entry, "
            words += f"{quoted(progress.on)}; correct the one that is wrong"
            yield Finding((*route, "due"), words)


def _day(text: str, otherwise: Days) -> date:
    try:
        return read_day(text)
    except NotADate:
        return otherwise.last


@information
def milestones_out_of_order(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A milestone stands after one that is due later.

    The milestones of an action are its steps in the order in which they are due. One that is out
    of order may have the wrong month or year, or only be in the wrong place.

    Bad:
        actions:
          - ref: VC2
            action: Improve the conferences
            lead: Chief Inspector, Sussex Police
            milestones:
              - milestone: Plan drawn up
                due: October 2010
              - milestone: Champions trained
                due: August 2010

    Good:
        actions:
          - ref: VC2
            action: Improve the conferences
            lead: Chief Inspector, Sussex Police
            milestones:
              - milestone: Champions trained
                due: August 2010
              - milestone: Plan drawn up
                due: October 2010
    """
    latest: Item | None = None
    said: Route | None = None
    for item in file.items:
        days = item.due.days if item.due and item.due.kind in DATED else None
        if not item.milestone or not days or not plan.term or not plan.term.days.shared(days):
            continue
        if latest is None or latest.work is not item.work:
            latest = item
        elif latest.due and latest.due.days and days.last < latest.due.days.first:
            if said != item.work.route and item.due:
                words = f"{item.due.shown} is before {quoted(latest.due.text)} of "
                words += f"{latest.address}, which stands before it; check the dates, or put them "
                words += "in order"
                yield Finding((*item.route, "due"), words)
            said = item.work.route
        else:
            latest = item
