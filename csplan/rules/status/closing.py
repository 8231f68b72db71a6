"""Rules about how a year's work is closed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.query.position import day_of, last_position
from csplan.rules.rule import Finding, warning

_FEWEST = 5


def is_over(file: LoadedFile, plan: LoadedPlan) -> bool:
    """Whether the work of a file ended with its plan; what a meeting decided goes on."""
    is_closed = plan.plan is not None and plan.plan.status == "closed"
    return is_closed and not isinstance(file.model, Meetings)


@warning
def open_in_closed_plan(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A plan is closed while work in it is still open.

    Questions leave closed plans out, so nobody asks about it again. Say that it is complete or
    stopped, or carry it into the next plan with `carried_to`.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 31 March 2011, state: in progress}
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        status: closed
        agencies: [Sussex Police]

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 31 March 2011, state: carried forward}
            carried_to: 2011/12 A1
        # plan.yaml
        title: Anytown Community Safety Agreement 2010/11
        partnership: Anytown Safer Communities Partnership
        period: 2010/11
        status: closed
        agencies: [Sussex Police]
    """
    if not is_over(file, plan):
        return
    for item in file.items:
        if item.due and item.due.every:
            continue
        now = last_position(plan, item)
        if not now.is_open or item.entry.carried_to or item.action.carried_to:
            continue
        if now.entries:
            words = f"the plan is closed, and this is still {now.state}; say `complete`, `stopped`"
            yield Finding((*item.route, "progress"), f"{words} or `carried forward`")
        else:
            words = "the plan is closed, and nothing was said of this; say how it ended, or carry"
            yield Finding(item.route, f"{words} it forward")


@warning
def completion_day_missing(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work is complete on the same day as all else that is complete in the plan.

    That is the day of a report. When each thing was done, and so whether it was done in time, is
    lost. Give each entry the day on which the work was done.

    Bad:
        actions:
          - {ref: A1, action: Plan, due: May 2010, progress: {on: 31 March 2011, state: complete}}
          - {ref: A2, action: Film, due: May 2010, progress: {on: 31 March 2011, state: complete}}
          - {ref: A3, action: Cut, due: May 2010, progress: {on: 31 March 2011, state: complete}}
          - {ref: A4, action: Show, due: May 2010, progress: {on: 31 March 2011, state: complete}}
          - {ref: A5, action: Train, due: May 2010, progress: {on: 31 March 2011, state: complete}}

    Good:
        actions:
          - {ref: A1, action: Plan, due: May 2010, progress: {on: 4 May 2010, state: complete}}
          - {ref: A2, action: Film, due: May 2010, progress: {on: 20 May 2010, state: complete}}
          - {ref: A3, action: Cut, due: May 2010, progress: {on: 27 May 2010, state: complete}}
          - {ref: A4, action: Show, due: May 2010, progress: {on: 31 May 2010, state: complete}}
          - {ref: A5, action: Train, due: May 2010, progress: {on: 8 June 2010, state: complete}}
    """
    days = _completions(plan)
    if len(days) != 1 or max(days.values()) < _FEWEST:
        return
    for route, _, entry in file.entries:
        if entry.state == "complete":
            words = f"complete on {quoted(entry.on)}, like all else that is complete in the plan"
            yield Finding((*route, "on"), f"{words}; give the day on which this was done")


@lru_cache(1)
def _completions(plan: LoadedPlan) -> Mapping[date, int]:
    """How often each day is that of a completion."""
    return Counter(
        day
        for file in plan.parts
        for _, _, entry in file.entries
        if entry.state == "complete" and (day := day_of(entry))
    )
