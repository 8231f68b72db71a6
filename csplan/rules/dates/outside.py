"""The rule about dates outside the plan's years."""

from collections.abc import Iterator

from csplan.dates import Days, Due, Term
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.rules.dates.terms import own_days
from csplan.rules.rule import Finding, warning


@warning
def due_outside_plan_year(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date lies before the plan begins or after it ends.

    Often the year was mistyped in January to March, or a line was copied from last year's plan.
    If an action was carried forward, say so with `carried_from` and it is not complained of. The
    years of a theme with a `period` of its own count as the plan's.

    Bad:
        actions:
          - ref: VC3
            action: Involve service users
            milestones:
              - milestone: Service users consulted
                due: January 2010
                lead: Strategy and Partnership Officer, Safer Communities Team

    Good:
        actions:
          - ref: VC3
            action: Involve service users
            milestones:
              - milestone: Service users consulted
                due: January 2011
                lead: Strategy and Partnership Officer, Safer Communities Team
    """
    # What arises of a meeting is often due in the next plan's years.
    if plan.term is None or isinstance(file.model, Meetings):
        return
    longer = own_days(file, plan)
    for item in file.items:
        due = item.due
        if due and due.days and not (item.entry.carried_from or item.action.carried_from):
            own = longer.get(item.work.route[:-2], plan.term.days)
            if due.days.last < min(plan.term.days.first, own.first):
                yield Finding((*item.route, "due"), _before(due, due.days, plan.term))
            elif due.days.last > max(plan.term.days.last, own.last):
                yield Finding((*item.route, "due"), _after(due, due.days, plan.term))


def _before(due: Due, days: Days, term: Term) -> str:
    words = f"{due.shown} is before the plan's {_years(term)} ({term.days})"
    moved = (_in_year(days, year) for year in range(days.first.year + 1, term.days.last.year + 1))
    if inside := next((each for each in moved if each and term.days.holds(each)), None):
        words += f"; if it should be {inside}, write that"
    return f"{words}; if it was carried forward, add `carried_from`"


def _after(due: Due, days: Days, term: Term) -> str:
    lies = "is" if days.first > term.days.last else "ends"
    words = f"{due.shown} {lies} after the plan's {_years(term)} ({term.days})"
    return f"{words}; correct it, or leave it if the work is to outlast the plan"


def _in_year(days: Days, year: int) -> Days | None:
    """The same days of another year; None if they lie in two years or it lacks one of them."""
    if days.first.year != days.last.year:
        return None
    try:
        return Days(days.first.replace(year=year), days.last.replace(year=year))
    except ValueError:
        return None


def _years(term: Term) -> str:
    return "year" if len(term.years) == 1 else "years"
