"""The rule about work that nobody speaks of; asked only as at a day."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from csplan.dates import months_after, say_day
from csplan.load import LoadedFile, LoadedPlan
from csplan.query.begun import first_day
from csplan.query.work import if_open
from csplan.rules.rule import Finding, warning_as_at

_MONTHS = MappingProxyType({"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12})


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
    if plan.plan is None:
        return
    for item in file.items:
        work = if_open(plan, file, item, as_at)
        since = work and (work.heard.day if work.heard else first_day(plan, file, item))
        if since and months_after(since, _MONTHS[plan.plan.reporting]) < as_at:
            heard = f"since {say_day(since)}" if work and work.heard else "yet"
            words = f"nothing is said of this {heard}, and the plan is reported on"
            remedy = f"say how it stands with `csplan update {item.address}`"
            yield Finding(item.route, f"{words} {plan.plan.reporting}; {remedy}")
