"""Which period a report on recurring work is for."""

from datetime import date
from typing import NamedTuple

from csplan.dates import Occurrence, occurrences, read_due, say_day
from csplan.diagnostic import and_more, listed
from csplan.edit.target import Target
from csplan.edit.wording import flat
from csplan.escape import quoted
from csplan.load import LoadedPlan
from csplan.query import Owed, position
from csplan.query.reports import unreported

STOPS = ("stopped", "carried forward", "on hold", "not started")
"""The states of recurring work of which no period is reported on."""
_MOST_LISTED = 12


class Cover(NamedTuple):
    """What a report covers, in the words of the plan; or nothing, and what is wrong or to know."""

    name: str = ""
    problem: str = ""
    remark: str = ""


def cover(target: Target, on: date, typed: str, state: str, *, is_told: bool = True) -> Cover:
    """The period that a report of recurring work on a day is for.

    If none is named it is the oldest one that has begun by the day and has no report; none if
    nothing is told of the work, as when it only has a new date.
    """
    plan, file, item = target
    work = Owed(plan, file, item, position(plan, item, date.max))
    due = work.position.due
    every = occurrences(due, plan.term) if due and plan.term else ()
    if not every:
        words = f"this is not recurring work, so a report of it is for no period ({quoted(typed)})"
        return Cover(problem=words if typed.strip() else "")
    if typed.strip():
        return _named(plan, every, flat(typed), on)
    if state in STOPS or not is_told:
        return Cover()
    days = next((each.days for each in unreported(work) if each.days.first <= on), None)
    if days is None:
        return Cover(remark="every period that has begun has its report; this one is for none")
    return Cover(str(days), remark=f"it is taken as the report for {days}")


def _named(plan: LoadedPlan, every: tuple[Occurrence, ...], typed: str, on: date) -> Cover:
    days = read_due(typed, plan.term).days
    if days and days.first > on and any(each.days == days for each in every):
        return Cover(
            problem=f"{quoted(typed)} begins on {say_day(days.first)}, and the report is "
            f"of {say_day(on)}; name a period that has begun, or correct the day"
        )
    if any(each.days == days for each in every):
        return Cover(typed)
    names = [str(each.days) for each in every]
    return Cover(
        problem=f"{quoted(typed)} is not a period that this work is reported for; there is "
        f"{listed(names[:_MOST_LISTED], 'and')}{and_more(names, _MOST_LISTED)}"
    )
