"""Where everything stands at the end of a plan, and what was reported after it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.load import Item, LoadedPlan
from csplan.query import Position, position, readings, starts_month
from csplan.query.position import entries_up_to
from csplan.query.published import is_published
from csplan.report.desk import Desk
from csplan.report.history import history
from csplan.report.opened import Opened
from csplan.report.runs import Line, said


class Ended(NamedTuple):
    """Something due, and where it stands on the day of the paper."""

    desk: Desk
    item: Item
    now: Position


def every_end(opened: Opened) -> Iterator[Ended]:
    """All that is published of what is due, in the plan's order."""
    for desk in opened.desks:
        for item in desk.file.items:
            if is_published(desk.file, item.work):
                yield Ended(desk, item, position(desk.plan, item, desk.as_at))


def not_ended(opened: Opened) -> Iterator[Line]:
    """That the plan still runs on the day of the paper."""
    last = opened.last_day
    if last and opened.day < last:
        yield said(
            f"This plan runs until {say_day(last)}. The report says how it stood on "
            f"{say_day(opened.day)}, before its end."
        )


def told_later(loaded: LoadedPlan, opened: Opened, every: Sequence[Ended]) -> Iterator[Line]:
    """How many reports and figures came after the day of the paper, and how to count them.

    `loaded` is the plan with all that was ever known.
    """
    reports = [day for day in _reported(every) if day > opened.day]
    figures = [day for day in _known(loaded) if day > opened.day]
    days = (*reports, *figures)
    if days:
        told = (
            f"{counted(len(reports), 'report')} on progress" if reports else "",
            counted(len(figures), "figure") if figures else "",
        )
        verb, those = ("are", "them") if len(days) > 1 else ("is", "it")
        yield said(
            f"{' and '.join(filter(None, told))} from after {say_day(opened.day)} {verb} not "
            f'counted. To count {those}, make this paper with --as-at "{say_day(max(days))}".'
        )


def _reported(every: Sequence[Ended]) -> Iterator[date]:
    """The day of each report on progress."""
    told = {id(part): part for each in every for part in (each.item.action, each.item.entry)}
    for part in told.values():
        for day, _ in entries_up_to(part.progress, date.max):
            yield day


def _known(plan: LoadedPlan) -> Iterator[date]:
    """The day from which each figure counts that says when it became known."""
    month = starts_month(plan)
    for file in (plan.file, *plan.chosen_parts):
        for reading in readings(plan, file, date.max):
            found = history(reading.measure, reading.indicator.unit or "", month)
            for series in (found.values, found.target, found.baseline):
                for revision in chain.from_iterable(series.values()):
                    if revision.on:
                        yield revision.known


def not_yet_carried(every: Sequence[Ended]) -> list[Ended]:
    """What was carried forward after the day of the paper, as it stood then."""
    later = (
        each._replace(now=position(each.desk.plan, each.item, date.max))
        for each in every
        if each.now.is_open
    )
    return [each for each in later if each.now.state == "carried forward"]
