"""Which period a report on recurring work is for."""

from datetime import date
from typing import NamedTuple

from csplan.dates import Occurrence, occurrences, read_due
from csplan.diagnostic import listed
from csplan.edit.wording import flat
from csplan.escape import quoted
from csplan.load import LoadedPlan
from csplan.query import Position

STOPS = ("stopped", "carried forward", "on hold", "not started")
"""The states of recurring work of which no period is reported on."""
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
    if state in STOPS:
        return Cover()
    open_ = [each for each in _unreported(plan, every, before) if each.days.first <= on]
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


def _unreported(
    plan: LoadedPlan, every: tuple[Occurrence, ...], before: Position
) -> list[Occurrence]:
    """The periods without a report, counted as `csplan.query.overdue` does.

    An entry answers for the period that it covers, or else for the oldest one that had begun.
    """
    left = list(every)
    for day, entry in sorted(before.entries, key=lambda pair: not pair[1].covers):
        covered = read_due(entry.covers, plan.term).days if entry.covers else None
        answers = (
            each for each in left if (covered == each.days if covered else each.days.first <= day)
        )
        if answered := next(answers, None):
            left.remove(answered)
    return left
