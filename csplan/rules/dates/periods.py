"""Rules about the plan's years, and the periods within them."""

from collections.abc import Iterator

from csplan.dates import (
    NotADate,
    Occurrence,
    occurrences,
    read_due,
    read_month,
    read_term,
)
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, first_month
from csplan.load.index import chapters
from csplan.model import Plan, Theme
from csplan.rules.dates.terms import own_term
from csplan.rules.rule import Finding, error
from csplan.source import Route


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
