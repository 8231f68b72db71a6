"""What is late on a day, what has no date, and what is ongoing."""

from dataclasses import dataclass, replace
from datetime import date

from csplan.dates import NotADate, Quarter, quarter_of
from csplan.dates import read_quarter as _read_quarter
from csplan.dates.days import ONE_DAY
from csplan.errors import CannotRunError
from csplan.escape import quoted, quoted_path
from csplan.load import Item, LoadedFile, LoadedPlan, Workspace
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.reports import NEVER_OVERDUE, next_due, unreported
from csplan.query.work import Owed, if_open, open_work


@dataclass(frozen=True, slots=True)
class Answer:
    """What is overdue, longest first, and what is open without a date, in the plan's order."""

    as_at: date
    asked: Filter
    plans: tuple[tuple[LoadedPlan, Quarter | None], ...]
    overdue: tuple[Owed, ...]
    undated: tuple[Owed, ...]
    ongoing: tuple[Owed, ...]


def overdue(
    workspace: Workspace, as_at: date, quarter: str | None = None, asked: Filter = EVERYTHING
) -> Answer:
    """What is overdue on a day, and what is open without a date.

    With a quarter, only what was due on or before its last day: what slipped from an earlier
    quarter is still owed, and is marked. Raises `CannotRunError` if the quarter cannot be read.
    """
    quarters = {plan.path: read_quarter(plan, quarter, as_at) for plan in workspace.plans}
    every = [
        found
        for work in open_work(workspace, as_at, asked)
        if (found := _owing(work, as_at, quarters[work.plan.path]))
    ]
    late = sorted((row for row in every if row.days_overdue), key=lambda row: -row.days_overdue)
    open_ended = [row for row in every if not row.days_overdue]
    return Answer(
        as_at,
        asked,
        tuple((plan, quarters[plan.path]) for plan in workspace.plans),
        tuple(late),
        tuple(row for row in open_ended if not _is_ongoing(row)),
        tuple(row for row in open_ended if _is_ongoing(row)),
    )


def read_quarter(plan: LoadedPlan, text: str | None, as_at: date) -> Quarter | None:
    """The quarter that a text means in a plan; None if no quarter is asked for."""
    if text is None:
        return None
    if plan.term is None:
        raise CannotRunError(
            f"{quoted(text)} cannot be placed in {quoted_path(plan.path)}, whose period cannot "
            "be read; run `csplan validate` to see why"
        )
    try:
        return _read_quarter(text, plan.term, as_at)
    except NotADate as problem:
        raise CannotRunError(str(problem)) from None


def owed(plan: LoadedPlan, file: LoadedFile, item: Item, as_at: date) -> Owed | None:
    """What an item owes on a day; None if nothing is owed yet."""
    work = if_open(plan, file, item, as_at)
    return _owing(work, as_at, None) if work else None


def overdue_by(plan: LoadedPlan, file: LoadedFile, item: Item, as_at: date) -> int:
    """How many days something is overdue; 0 if it is not."""
    late = owed(plan, file, item, as_at)
    return late.days_overdue if late else 0


def undone(plan: LoadedPlan, file: LoadedFile, item: Item, as_at: date) -> Owed | None:
    """What an item owes that was due on a day or before it; None if it was done, or was not due.

    Unlike what is overdue it may be due that very day, which is then over; it is 0 days late.
    """
    work = if_open(plan, file, item, as_at)
    found = _owing(work, as_at + ONE_DAY, None) if work else None
    late = found.days_overdue if found else 0
    return replace(found, days_overdue=late - 1) if found and late else None


def _owing(work: Owed, as_at: date, quarter: Quarter | None) -> Owed | None:
    """Open work with how late it is, or as it is if it has no date; None if it is not late."""
    due = work.position.due
    if due is None or due.days is None or due.kind in NEVER_OVERDUE:
        return work
    missed = [each for each in unreported(work) if each.days.last < as_at]
    by = missed[0].days.last if missed else due.days.last
    if by >= as_at or (due.every and not missed) or (quarter and by > quarter.days.last):
        return None
    in_time = [each for each in missed if not quarter or each.days.last <= quarter.days.last]
    return replace(
        work,
        by=by,
        days_overdue=(as_at - by).days,
        missed=len(in_time),
        slipped_from=_slipped(work.plan, by, quarter),
    )


def dated(work: Owed, as_at: date) -> Owed:
    """Open work with the day that it is due by, or next due by if it recurs, and how late it is."""
    late = _owing(work, as_at, None)
    return late if late and late.by else replace(work, by=next_due(work, as_at))


def _slipped(plan: LoadedPlan, by: date, quarter: Quarter | None) -> str:
    if quarter is None or plan.term is None or by >= quarter.days.first:
        return ""
    if by < plan.term.days.first:
        return "before the plan"
    earlier = quarter_of(by, plan.term.starts_month)
    if earlier.year == quarter.year:
        return f"Q{earlier.number}"
    year = (
        f"{earlier.year}/{(earlier.year + 1) % 100:02}"
        if earlier.starts_month > 1
        else earlier.year
    )
    return f"Q{earlier.number} {year}"


def _is_ongoing(row: Owed) -> bool:
    return row.position.due is not None and row.position.due.kind == "ongoing"
