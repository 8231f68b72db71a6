"""Rules about dates that have passed and that nobody has renewed."""

from collections.abc import Iterator

from csplan.dates import Days, say_day
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.query.position import CLOSED, Position, last_position
from csplan.rules.dates.order import DATED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

# `A4 of the plan for 2011/12`, or `the plan for 2011/12, action A4`.
_REFERENCE = late(r"[^\W\d_][\w.-]*\d|\d\S*\sof\b")


@warning
def open_after_due(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The last report, on the day it was due or later, leaves work open and gives no new date.

    The work goes on, and its date is silently carried along: nobody has agreed by when it will be
    done. Write the date that the board agreed as `due` of an entry of `progress`, or end the work:
    `complete`, `stopped`, or `carried forward` with the plan that takes it over.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            due: 30 June 2010
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 30 June 2010
                state: in progress
                rating: amber

    Good:
        actions:
          - ref: A1
            action: Train officers
            due: 30 June 2010
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 30 June 2010
                state: in progress
                rating: amber
                due: 30 September 2010
                reason: The trainer was ill
    """
    # Of a closed plan another rule says that work in it is open.
    if plan.plan and plan.plan.status == "closed" and not isinstance(file.model, Meetings):
        return
    for item, now, days in _dated(file, plan):
        said = [day for day, entry in now.entries if entry.state]
        if now.due and now.is_open and said and said[-1] >= days.last:
            words = f"{quoted(now.due.text)} is its date, and the last report, of "
            words += (
                f"{say_day(said[-1])}, has it {now.state}; add the new date that was agreed as "
            )
            words += "`due` of an entry of `progress`, or say how it ended"
            yield Finding((*item.route, "due"), words)


@warning
def stale_due(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work that was carried forward still has only its old date, from before the plan began.

    The old date stays where it is, so that everybody sees how far the work has slipped; the new
    one that was agreed belongs in an entry of `progress`.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            due: January 2010
            carried_from: A4 of the agreement for 2009/10
            lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: A1
            action: Train officers
            due: January 2010
            carried_from: A4 of the agreement for 2009/10
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 1 April 2010
                due: September 2010
                reason: The trainer was ill
    """
    if plan.term is None:
        return
    first = plan.term.days.first
    for item in file.items:
        is_carried = item.entry.carried_from or item.action.carried_from
        # What is still to be reviewed is complained of as that.
        is_told = item.entry.to_review or item.action.to_review
        if is_carried and not is_told and item.due and item.due.kind in DATED:
            now = last_position(plan, item)
            if now.is_open and now.due and now.due.days and now.due.days.last < first:
                words = (
                    f"{quoted(now.due.text)} was over before the plan began ({plan.term.days}); "
                )
                words += "add the new date that was agreed as `due` of an entry of `progress`"
                yield Finding((*item.route, "due"), words)


@warning
def carried_without_date(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work is carried forward, and neither a new date nor its reference in the later plan is given.

    Then nobody can look up by when it will be done. Write `carried_to` as `A4 of` the later plan,
    which has the date; or the date that was agreed as `due` of the entry that carries it forward.

    Bad:
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

    Good:
        actions:
          - ref: A1
            action: Train officers
            due: June 2010
            lead: Chief Inspector, Sussex Police
            carried_to: A4 of the agreement for 2011/12
            progress:
              - on: 30 June 2010
                state: carried forward
                reason: The trainer was ill
    """
    del plan
    for route, entry in file.deliverables:
        last = next((each for each in reversed(entry.progress) if each.state), None)
        is_carried = last and last.state == "carried forward" and not last.due
        if is_carried and entry.carried_to and not _REFERENCE.search(entry.carried_to):
            words = f"it is carried into {quoted(entry.carried_to)}, with no reference there and no"
            words += " new date; write its reference before the plan, such as `A4 of`, or add the"
            yield Finding((*route, "carried_to"), f"{words} date as `due` to the last entry")


def _dated(file: LoadedFile, plan: LoadedPlan) -> Iterator[tuple[Item, Position, Days]]:
    """Everything with one date of which something was reported, and how it stands at the end."""
    for item in file.items:
        states = [each.state for each in item.entry.progress if each.state]
        is_open = bool(states) and states[-1] not in CLOSED
        if is_open and item.due and item.due.kind in DATED:
            now = last_position(plan, item)
            if now.due and now.due.days and now.due.kind in DATED:
                yield item, now, now.due.days
