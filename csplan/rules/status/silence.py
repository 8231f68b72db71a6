"""Rules about work that nobody speaks of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from csplan.dates import months_after, say_day
from csplan.diagnostic import counted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Progress
from csplan.query.begun import first_day
from csplan.query.position import CLOSED, Entries, entries_up_to
from csplan.query.since import sittings
from csplan.query.work import if_open
from csplan.rules.rule import Finding, warning, warning_as_at
from csplan.rules.status.closing import is_over
from csplan.rules.status.entries import places_of

_MONTHS = MappingProxyType({"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12})
_MOST_SKIPPED = 1


@warning_as_at
def nothing_said(file: LoadedFile, plan: LoadedPlan, as_at: date) -> Iterator[Finding]:
    """Nothing was said of open work for longer than the plan's own reporting period.

    It is asked only as at a day: `csplan validate --as-at "30 September 2010"`. How often work is
    reported is `reporting` in plan.yaml: `monthly`, `quarterly` (if nothing is said), `half-yearly`
    or `yearly`. What is said of an action speaks of its milestones. Work that gives no start begins
    with its plan. `csplan quiet` lists the same for a meeting, by agency.

    Bad:
        actions:
          - ref: VC1
            action: Review support for victims
            due: March 2011
            lead: Harm Reduction Officer, Sussex Police
            progress:
              - {on: 30 April 2010, state: in progress}

    Good:
        actions:
          - ref: VC1
            action: Review support for victims
            due: March 2011
            lead: Harm Reduction Officer, Sussex Police
            progress:
              - {on: 30 April 2010, state: in progress}
              - {on: 20 September 2010, note: Half of the interviews are done}
    """
    # Of a closed plan another rule says that work in it is open.
    if plan.plan is None or is_over(file, plan):
        return
    for item in file.items:
        work = if_open(plan, file, item, as_at)
        since = work and (work.heard.day if work.heard else first_day(plan, file, item))
        if since and months_after(since, _MONTHS[plan.plan.reporting]) < as_at:
            heard = f"since {say_day(since)}" if work and work.heard else "yet"
            words = f"nothing is said of this {heard}, and the plan is reported on"
            remedy = f"say how it stands with `csplan update {item.address}`"
            yield Finding(item.route, f"{words} {plan.plan.reporting}; {remedy}")


@warning
def long_silence(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Nothing was said of open work while a board met twice or more.

    A board that meets to hear how work stands should hear of all that is open. `csplan quiet`
    lists before a meeting what was not heard of; this finds the gap between two entries.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              - {on: 30 April 2010, state: in progress}
              - {on: 31 March 2011, state: complete}
        # boards.yaml
        meetings:
          - {meeting: Safer Communities Board, on: 1 July 2010}
          - {meeting: Safer Communities Board, on: 1 October 2010}

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              - {on: 30 April 2010, state: in progress}
              - {on: 30 September 2010, note: Filming has begun.}
              - {on: 31 March 2011, state: complete}
        # boards.yaml
        meetings:
          - {meeting: Safer Communities Board, on: 1 July 2010}
          - {meeting: Safer Communities Board, on: 1 October 2010}
    """
    reported = [(route, entry) for route, entry in file.deliverables if entry.progress]
    met = sorted({sitting.day for sitting in sittings(plan)}) if reported else []
    for route, entry in reported if len(met) > _MOST_SKIPPED else ():
        places = places_of(entry.progress)
        for before, (day, after) in _silences(entries_up_to(entry.progress, date.max)):
            skipped = bisect_left(met, day) - bisect_right(met, before)
            if skipped > _MOST_SKIPPED:
                said = f"nothing was said from {say_day(before)} to {say_day(day)}, while"
                times = counted(skipped, "meeting")
                place = (*route, "progress", places[id(after)], "on")
                yield Finding(place, f"{said} there were {times} of the board; report to each")


def _silences(entries: Entries) -> Iterator[tuple[date, tuple[date, Progress]]]:
    """Each entry after another with the day of that, while the work was open."""
    state = ""
    for (day, before), after in pairwise(entries):
        state = before.state or state
        if state not in CLOSED:
            yield day, after
