"""Which period a report on recurring work is for."""

from datetime import date
from typing import NamedTuple

from csplan.dates import Occurrence, occurrences, read_due
from csplan.diagnostic import listed
from csplan.edit.wording import flat
from csplan.escape import quoted
from csplan.load import LoadedPlan
from csplan.query import Position

_STOPS = ("stopped", "carried forward", "on hold", "not started")
_MOST_LISTED = 12


class Cover(NamedTuple):
    """What a report covers, in the words of the plan; or nothing, and what is wrong or to know."""

    name: str = ""
    problem: str = ""
    remark: str = ""


def cover(plan: LoadedPlan, before: Position, on: date, typed: str, state: str) -> Cover:
    """The period that a report of recurring work on a day is for.

    If none is named it is the oldest one that has begun by the day and has no report.
    """
    due = before.due
    every = occurrences(due, plan.term) if due and plan.term else ()
    if not every:
        words = f"this is not recurring work, so a report of it is for no period ({quoted(typed)})"
        return Cover(problem=words if typed.strip() else "")
    if typed.strip():
        return _named(plan, every, flat(typed))
    if state in _STOPS:
        return Cover()
    open_ = [
        each for each in every if each.days.first <= on and not _is_reported(plan, each, before)
    ]
    if not open_:
        return Cover(remark="every period that has begun has its report; this one is for none")
    days = str(open_[0].days)
    return Cover(days, remark=f"it is taken as the report for {days}")


def _named(plan: LoadedPlan, every: tuple[Occurrence, ...], typed: str) -> Cover:
    days = read_due(typed, plan.term).days
    if any(each.days == days for each in every):
        return Cover(typed)
    names = [str(each.days) for each in every]
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return Cover(
        problem=f"{quoted(typed)} is not a period that this work is reported for; there is "
        f"{listed(names[:_MOST_LISTED], 'and')}{more}"
    )


def _is_reported(plan: LoadedPlan, each: Occurrence, before: Position) -> bool:
    covers = (entry.covers for _, entry in before.entries if entry.covers)
    return any(read_due(text, plan.term).days == each.days for text in covers)
