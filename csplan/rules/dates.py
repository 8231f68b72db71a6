"""Rules about when things are due."""

from collections.abc import Iterator

from csplan.dates import NotADate, read_day, read_due, read_month, read_term
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Plan
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
        starts = read_month(file.model.year_starts)
    except NotADate as problem:
        yield Finding(("year_starts",), str(problem))
        return
    try:
        read_term(file.model.period, starts)
    except NotADate as problem:
        yield Finding(("period",), str(problem))


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
    for item in file.items:
        if item.due and item.due.kind == "unreadable":
            yield Finding((*item.route, "due"), item.due.doubt)
        start = read_due(item.entry.start, plan.term) if item.entry.start else None
        if start and start.kind == "unreadable":
            yield Finding((*item.route, "start"), start.doubt)
        yield from _progress(item, plan)


def _progress(item: Item, plan: LoadedPlan) -> Iterator[Finding]:
    for number, entry in enumerate(item.entry.progress):
        route: Route = (*item.route, "progress", number)
        try:
            read_day(entry.on)
        except NotADate as problem:
            yield Finding((*route, "on"), str(problem))
        agreed = read_due(entry.due, plan.term) if entry.due else None
        if agreed and agreed.kind == "unreadable":
            yield Finding((*route, "due"), agreed.doubt)


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
    del plan
    for item in file.items:
        if item.due and item.due.kind != "unreadable" and item.due.doubt:
            yield Finding((*item.route, "due"), item.due.doubt)


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
    term = plan.term.days
    for item in file.items:
        days = item.due.days if item.due else None
        if days is None or item.entry.carried_from or item.action.carried_from:
            continue
        if days.last < term.first:
            yield Finding((*item.route, "due"), _outside(item, plan, "before"))
        elif days.last > term.last:
            yield Finding((*item.route, "due"), _outside(item, plan, "after"))


def _outside(item: Item, plan: LoadedPlan, side: str) -> str:
    assert item.due
    assert item.due.days
    assert plan.term
    read = quoted(item.due.text)
    if str(item.due.days).casefold() != item.due.text.casefold():
        read += f", read as {item.due.days},"
    words = f"{read} is {side} the plan's {_years(plan)} ({plan.term.days})"
    if side == "after":
        return f"{words}; correct the date, or say in `note` why it is later"
    again = item.due.days.first.replace(day=1, year=plan.term.days.last.year)
    if plan.term.days.first <= again <= plan.term.days.last:
        words += f"; if it should be {again:%B %Y}, write that"
    return f"{words}; if it was carried forward, add `carried_from`"


def _years(plan: LoadedPlan) -> str:
    assert plan.term
    return "year" if len(plan.term.quarters()) <= 4 else "years"


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
    del plan
    for item in file.items:
        if item.due and item.due.clash:
            yield Finding((*item.route, "due"), item.due.clash)
