"""Rules about when things are due."""

from collections.abc import Iterator

from csplan.dates import (
    Days,
    Due,
    NotADate,
    Occurrence,
    Term,
    occurrences,
    read_day,
    read_due,
    read_month,
    read_term,
)
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, first_month
from csplan.load.index import boxes, deliverables
from csplan.model import Plan, Theme
from csplan.rules.rule import Finding, error, warning
from csplan.source import Route


@error
def unreadable_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The plan's period, or the month in which its years start, cannot be read.

    Every bare quarter and half-year is read by the plan's period, so nothing dated can be
    trusted without it.

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
    del plan
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
def unreadable_date(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A date is written in a way that csplan cannot read.

    A due date may be a day, a month, a quarter, a half, a season, a year, a recurrence
    (`Quarterly`), `Ongoing` or `TBC`, as people write them. A progress entry needs an exact day.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            milestones:
              - milestone: Training finished
                due: 31 June 2010
                lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: A1
            action: Train officers
            milestones:
              - milestone: Training finished
                due: 30 June 2010
                lead: Chief Inspector, Sussex Police
    """
    if not isinstance(file.model, Theme):
        return
    for route, due in boxes(file.model, plan.term):
        if due.kind == "unreadable":
            yield Finding(route, due.doubt)
    for route, entry in deliverables(file.model):
        for number, progress in enumerate(entry.progress):
            try:
                read_day(progress.on)
            except NotADate as problem:
                yield Finding((*route, "progress", number, "on"), str(problem))


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
def ambiguous_due(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date can be understood in more than one way.

    `Bi-monthly` is twice a month to some and every second month to others; `1st January` and
    `September` leave the year open; `Year 2` depends on whose years are counted.

    Bad:
        actions:
          - ref: VC4
            action: Train frontline staff
            milestones:
              - milestone: Training events held
                due: Bi-monthly
                lead: Harm Reduction Officer, Safer Communities Team

    Good:
        actions:
          - ref: VC4
            action: Train frontline staff
            milestones:
              - milestone: Training events held
                due: Every two months
                lead: Harm Reduction Officer, Safer Communities Team
    """
    if isinstance(file.model, Theme):
        for route, due in boxes(file.model, plan.term):
            if due.kind != "unreadable" and due.doubt:
                yield Finding(route, due.doubt)


@error
def due_missing(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A milestone, or an action without milestones, has no due date.

    What has no date is never overdue and never comes up at a meeting. If the date is not settled
    write `TBC` and why; if the work has no end write `Ongoing` and when it is looked at.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            milestones:
              - milestone: Training finished
                lead: Chief Inspector, Sussex Police

    Good:
        actions:
          - ref: A1
            action: Train officers
            milestones:
              - milestone: Training finished
                due: TBC until the budget is agreed in June 2010
                lead: Chief Inspector, Sussex Police
    """
    del plan
    for item in file.items:
        if item.due is None:
            words = "no date is given; add `due`, such as `July 2010`, `Quarter 2` or `TBC` and why"
            yield Finding(item.route, words)


@warning
def due_outside_plan_year(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date lies before the plan begins or after it ends.

    Often the year was mistyped in January to March, or a line was copied from last year's plan.
    If an action was carried forward, say so with `carried_from` and it is not complained of.

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
    if plan.term is None:
        return
    for item in file.items:
        due = item.due
        if due and due.days and not (item.entry.carried_from or item.action.carried_from):
            if due.days.last < plan.term.days.first:
                yield Finding((*item.route, "due"), _before(due, due.days, plan.term))
            elif due.days.last > plan.term.days.last:
                yield Finding((*item.route, "due"), _after(due, due.days, plan.term))


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


@warning
def quarter_month_mismatch(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A due date names a quarter and a month that lies in another quarter, or a wrong weekday.

    Quarters are those of the plan's year: if it starts in April, quarter 1 is April to June. The
    later of the two is used until the date is corrected.

    Bad:
        actions:
          - ref: CC3
            action: Run campaigns
            milestones:
              - milestone: Campaigns chosen
                due: Quarter 1, July 2010
                lead: Communications Officer, Safer Communities Team

    Good:
        actions:
          - ref: CC3
            action: Run campaigns
            milestones:
              - milestone: Campaigns chosen
                due: Quarter 2, July 2010
                lead: Communications Officer, Safer Communities Team
    """
    if isinstance(file.model, Theme):
        for route, due in boxes(file.model, plan.term):
            if due.clash:
                yield Finding(route, due.clash)
