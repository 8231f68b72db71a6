"""The rule about dates that nobody chose."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from csplan.dates import Days, say_day
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Plan, Theme
from csplan.rules.dates.order import DATED
from csplan.rules.rule import Finding, warning

_FEWEST = 8


@warning
def due_on_last_day(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """More than half of a plan's or a theme's dates are the last day of the plan.

    Nobody chose these dates: nothing comes up at a meeting all year, and in the last week all of
    it is late at once. Give each piece of work the month in which it can be done. Said once for a
    plan or a theme, if at least eight dates are there to compare.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            lead: Chief Inspector, Sussex Police
            milestones:
              - {milestone: Needs assessed, due: March 2011}
              - {milestone: Trainer found, due: March 2011}
              - {milestone: Course written, due: March 2011}
              - {milestone: Course tried out, due: March 2011}
              - {milestone: Officers invited, due: March 2011}
              - {milestone: First course held, due: March 2011}
              - {milestone: Second course held, due: March 2011}
              - {milestone: Course reviewed, due: March 2011}

    Good:
        actions:
          - ref: A1
            action: Train officers
            lead: Chief Inspector, Sussex Police
            milestones:
              - {milestone: Needs assessed, due: April 2010}
              - {milestone: Trainer found, due: May 2010}
              - {milestone: Course written, due: July 2010}
              - {milestone: Course tried out, due: September 2010}
              - {milestone: Officers invited, due: October 2010}
              - {milestone: First course held, due: December 2010}
              - {milestone: Second course held, due: March 2011}
              - {milestone: Course reviewed, due: March 2011}
    """
    if plan.term is None:
        return
    of_plan = _last_days(plan)
    if isinstance(file.model, Plan) and _is_most(*of_plan):
        yield Finding(("period",), _most(*of_plan, file.model.title, plan.term.days))
    elif isinstance(file.model, Theme) and not _is_most(*of_plan):
        of_theme = _counted(file.items, plan.term.days)
        if _is_most(*of_theme):
            yield Finding(("theme",), _most(*of_theme, file.model.theme, plan.term.days))


@lru_cache(1)
def _last_days(plan: LoadedPlan) -> tuple[int, int]:
    assert plan.term
    return _counted((item for theme in plan.themes for item in theme.items), plan.term.days)


def _counted(items: Iterable[Item], term: Days) -> tuple[int, int]:
    """How many dates end on the plan's last day, and how many dates there are."""
    ends = [i.due.days.last for i in items if i.due and i.due.days and i.due.kind in DATED]
    return ends.count(term.last), len(ends)


def _is_most(count: int, dates: int) -> bool:
    return dates >= _FEWEST and 2 * count > dates


def _most(count: int, dates: int, title: str, term: Days) -> str:
    return (
        f"{quoted(title)} has {count} of its {dates} dates on {say_day(term.last)}, the plan's "
        "last day; give each piece of work the month in which it can be done"
    )
