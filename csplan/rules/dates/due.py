"""Rules about when things are due."""

from collections.abc import Iterator

from csplan.dates import NotADate, read_day
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.completeness.actions import is_bare
from csplan.rules.dates.exact import exact_days
from csplan.rules.rule import Finding, error, warning


@error
def unreadable_date(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A date is written in a way that csplan cannot read.

    A due date may be a day, a month, a quarter, a half, a season, a year, a recurrence
    (`Quarterly`), `Ongoing` or `TBC`, as people write them. A progress entry, a meeting and the
    `on` of a figure need an exact day.

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
    del plan
    for route, due in file.boxes:
        if due.kind == "unreadable":
            yield Finding(route, due.doubt)
    for route, text in exact_days(file):
        try:
            read_day(text)
        except NotADate as problem:
            yield Finding(route, str(problem))


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
    for route, due in file.boxes:
        if due.kind != "unreadable" and due.doubt:
            yield Finding(route, due.doubt)


@warning
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
        if item.due is None and not is_bare(item.action):
            words = "no date is given; add `due`, such as `July 2010`, `Quarter 2` or `TBC` and why"
            yield Finding(item.route, words)


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
    for route, due in file.boxes:
        if due.clash:
            yield Finding(route, due.clash)
