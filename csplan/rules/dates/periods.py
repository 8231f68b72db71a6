"""Rules about the plan's years, and the periods within them."""

from collections.abc import Iterator

from csplan.dates import (
    Days,
    Due,
    NotADate,
    Occurrence,
    Term,
    occurrences,
    read_due,
    read_month,
    read_term,
)
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, first_month
from csplan.load.index import chapters
from csplan.model import Chapter, Meetings, Plan, Theme
from csplan.rules.rule import Finding, error, warning
from csplan.source import Route

_APRIL = 4


@error
def unreadable_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A plan's or a theme's period, or the month in which its years start, cannot be read.

    Every bare quarter and half-year is read by the plan's period, so nothing dated can be
    trusted without it. A theme, and a part of one, may have a period of its own.

    Bad:
        # plan.yaml
        title: Community Safety Agreement
        partnership: Anytown Safer Communities Partnership
        period: 2012/12

    Good:
        # plan.yaml
        title: Community Safety Agreement
        partnership: Anytown Safer Communities Partnership
        period: 2011/12
    """
    if isinstance(file.model, Theme):
        for route, chapter in chapters(file.model):
            if chapter.period and isinstance(found := own_term(chapter, plan), NotADate):
                yield Finding((*route, "period"), str(found))
    if not isinstance(file.model, Plan):
        return
    try:
        starts = read_month(first_month(file.model))
    except NotADate as problem:
        yield Finding(("year_starts",), str(problem))
        return
    try:
        read_term(file.model.period, starts)
    except NotADate as problem:
        yield Finding(("period",), str(problem))
    if starts == 1 and "/" in file.model.period:
        words = f"{quoted(file.model.period)} spans two calendar years, but `year_starts` says "
        yield Finding(("period",), f"{words}January; write one year, or take `year_starts` out")


@error
def period_not_covered(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A progress entry covers a period in which its recurring work is not due.

    `covers` says which report an entry is for, when it was written later or earlier: for work
    that is due quarterly it is a quarter. What is written there must be one of the work's own
    periods, or the report counts for nothing.

    Bad:
        actions:
          - ref: A1
            action: Hold the forum
            due: Quarterly
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 5 August 2010
                covers: May 2010
                note: Forum held

    Good:
        actions:
          - ref: A1
            action: Hold the forum
            due: Quarterly
            lead: Chief Inspector, Sussex Police
            progress:
              - on: 5 August 2010
                covers: Quarter 1
                note: Forum held
    """
    if plan.term is None:
        return
    for item in file.items:
        covers = [(n, each.covers) for n, each in enumerate(item.entry.progress) if each.covers]
        for number, text in covers:
            periods = occurrences(item.due, plan.term) if item.due else ()
            days = read_due(text, plan.term).days
            if not any(each.days == days for each in periods):
                route: Route = (*item.route, "progress", number, "covers")
                yield Finding(route, _no_period(text, periods))


def _no_period(text: str, periods: tuple[Occurrence, ...]) -> str:
    if not periods:
        return f"{quoted(text)} covers a period, but this work does not recur; take `covers` out"
    last = f" to {periods[-1].name}" if len(periods) > 1 else ""
    words = f"{quoted(text)} is no period in which this work is due"
    return f"{words}; write one of {periods[0].name}{last}"


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
    longer = _own_days(file, plan)
    for item in file.items:
        due = item.due
        if due and due.days and not (item.entry.carried_from or item.action.carried_from):
            own = longer.get(item.work.route[:-2], plan.term.days)
            if due.days.last < min(plan.term.days.first, own.first):
                yield Finding((*item.route, "due"), _before(due, due.days, plan.term))
            elif due.days.last > max(plan.term.days.last, own.last):
                yield Finding((*item.route, "due"), _after(due, due.days, plan.term))


def _own_days(file: LoadedFile, plan: LoadedPlan) -> dict[Route, Days]:
    """The days of the chapters that have a period of their own, or whose theme has."""
    found: dict[Route, Days] = {}
    if isinstance(file.model, Theme):
        for route, chapter in chapters(file.model):
            own = own_term(chapter if chapter.period else file.model, plan)
            if isinstance(own, Term):
                found[route] = own.days
    return found


def own_term(chapter: Chapter, plan: LoadedPlan) -> Term | NotADate | None:
    """The years of a chapter that has its own; or why they cannot be read."""
    if chapter.period is None:
        return None
    try:
        return read_term(chapter.period, plan.term.starts_month if plan.term else _APRIL)
    except NotADate as problem:
        return problem


def _before(due: Due, days: Days, term: Term) -> str:
    words = f"{_read(due, days)} is before the plan's {_years(term)} ({term.days})"
    moved = (_in_year(days, year) for year in range(days.first.year + 1, term.days.last.year + 1))
    if inside := next((each for each in moved if each and term.days.holds(each)), None):
        words += f"; if it should be {inside}, write that"
    return f"{words}; if it was carried forward, add `carried_from`"


def _after(due: Due, days: Days, term: Term) -> str:
    words = f"{_read(due, days)} is after the plan's {_years(term)} ({term.days})"
    return f"{words}; correct it, or leave it if the work is to outlast the plan"


def _read(due: Due, days: Days) -> str:
    is_same = str(days).casefold() == due.text.casefold()
    return quoted(due.text) if is_same else f"{quoted(due.text)}, read as {days},"


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
