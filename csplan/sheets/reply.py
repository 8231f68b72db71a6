"""A row that came back with something filled in, and the report that it makes."""

import re
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, NotADate, read_day, read_due, say_day
from csplan.edit import STOPS, Insert, Report, Step, Target, prepare
from csplan.escape import one_line, quoted
from csplan.model import Progress, read_word
from csplan.query import position
from csplan.sheets.match import Cells, Places, not_theirs

_HOUR = re.compile(r"[ T]\d{1,2}:\d\d(?::\d\d)?$")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
_MONTHS = 12


class Reply(NamedTuple):
    """A row of a sheet; `number` is the one that a spreadsheet shows beside it."""

    path: str
    number: int
    cells: Cells


class Reported(NamedTuple):
    """What a row is about and what it reports, and what to know of how it was read."""

    target: Target
    report: Report
    remarks: tuple[str, ...]


class Row(NamedTuple):
    """A row that says something, and what comes of it: a step, or what is wrong.

    `is_twin` tells that an earlier row says the same; nothing comes of this one then.
    """

    reply: Reply
    reported: Reported | None = None
    step: Step | None = None
    is_twin: bool = False
    problems: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the plan holds it already."""
        return self.step is not None and self.step.prepared.is_there

    @property
    def change(self) -> Insert | None:
        """What it changes in the plan, if anything."""
        return self.step.prepared.change if self.step else None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What whoever takes it in should know."""
        read = self.reported.remarks if self.reported else ()
        return (*read, *(self.step.prepared.remarks if self.step else ()))


def read_reply(reply: Reply, places: Places, on: date, today: date) -> Row:
    """A reply matched to the plan, as a row without a step; `on` is the day if it names none."""
    target, said = places.find(reply.cells)
    if target is None:
        return Row(reply, problems=(said,))
    typed = _HOUR.sub("", reply.cells.get("reported on", ""))
    try:
        day = read_day(typed) if typed else on
    except NotADate as unread:
        return Row(reply, problems=(f"reported on: {unread}",))
    if on < day <= today:
        return Row(reply, problems=(_too_late(typed, on),))
    if problem := not_theirs(target, reply.cells["agency"]):
        return Row(reply, problems=(problem,))
    report = _report(reply.cells, target, day)
    if not typed:
        report = report._replace(on=_taken_in(reply.cells, target, report, today))
    remarks = (said, *_readings(typed, report, target), _moved(reply.cells, target, today))
    return Row(reply, Reported(target, report, tuple(filter(None, remarks))))


def _too_late(typed: str, on: date) -> str:
    return (
        f"reported on: {quoted(typed)} is after {say_day(on)}, the day on which the sheets are "
        "taken in; correct it, or give a later day with --on"
    )


def _report(cells: Cells, target: Target, day: date) -> Report:
    agencies = target.plan.agencies
    state = cells.get("new state", "")
    period = cells.get("period", "")
    if read_word(Progress, "state", one_line(state))[0] in STOPS:
        # The period was suggested to those who have something to report for it.
        period = ""
    return Report(
        on=day,
        state=state,
        rating=cells.get("new rating", ""),
        note=cells.get("note", ""),
        corrective_action=cells.get("corrective action", ""),
        due=_HOUR.sub("", cells.get("new due date", "")),
        reason=cells.get("reason", ""),
        covers=period,
        by=agencies.official(cells["agency"]) if agencies else "",
    )


def _taken_in(cells: Cells, target: Target, report: Report, today: date) -> date:
    """The day on which a report without one was taken in, if that was done since it was asked for.

    So a sheet that is taken in again on another day says nothing twice.
    """
    asked = _day(cells.get("last report", ""))
    for entry in target.item.entry.progress:
        day = _day(entry.on)
        if day and (asked is None or day > asked):
            again = prepare(target, report._replace(on=day), today)
            if again.is_there:
                return day
    return report.on


def _day(text: str) -> date | None:
    try:
        return read_day(text)
    except NotADate:
        return None


def _readings(typed: str, report: Report, target: Target) -> tuple[str, ...]:
    """How dates were read that could be taken for another day where months come first."""
    due = read_due(report.due, target.plan.term).days if report.due else None
    found = ((typed, Days(report.on, report.on)), (report.due, due))
    return tuple(
        f"{quoted(text)} was read as {days}" for text, days in found if days and _is_unclear(text)
    )


def _is_unclear(text: str) -> bool:
    figures = _FIGURES.fullmatch(text)
    numbers = {int(each) for each in figures.groups()} if figures else set()
    return len(numbers) > 1 and max(numbers) <= _MONTHS


def _moved(cells: Cells, target: Target, today: date) -> str:
    then, now = one_line(cells.get("state", "")), position(target.plan, target.item, today).state
    if not then or then.casefold() == now:
        return ""
    return f"it was {then} when the sheet went out, and was {now} before this"
