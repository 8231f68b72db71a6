"""What is late on a day, what has no date, and what is ongoing."""

from dataclasses import dataclass
from datetime import date

from csplan.dates import (
    Due,
    NotADate,
    Occurrence,
    Quarter,
    occurrences,
    quarter_of,
    read_due,
)
from csplan.dates import read_quarter as _read_quarter
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan, Workspace
from csplan.query.begun import begins, is_to_come
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.position import Position, position

NEVER_OVERDUE = frozenset({"undecided", "elsewhere", "unreadable", "ongoing"})


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is overdue, or open without a date, on the day of the question.

    `by` is the last day that it could mean, or None if there is none; `missed` counts the
    reports of recurring work that are owed; `slipped_from` is the earlier quarter that it was due
    in, when a quarter was asked for.
    """

    plan: LoadedPlan
    file: LoadedFile
    item: Item
    position: Position
    by: date | None = None
    days_overdue: int = 0
    missed: int = 0
    slipped_from: str = ""

    @property
    def line(self) -> int:
        """The line of the item in its file."""
        return self.file.tree.locate(self.item.route).line


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
        for plan, file, item in workspace.items
        if asked.allows(file, item)
        and (found := owed(plan, file, item, as_at, quarters[plan.path]))
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
            f"{quoted(text)} cannot be placed in {quoted(plan.path)}, whose period cannot be read; "
            "run `csplan validate` to see why"
        )
    try:
        return _read_quarter(text, plan.term, as_at)
    except NotADate as problem:
        raise CannotRunError(str(problem)) from None


def owed(
    plan: LoadedPlan,
    file: LoadedFile,
    item: Item,
    as_at: date,
    quarter: Quarter | None = None,
) -> Owed | None:
    """What an item owes on a day, or by the end of a quarter; None if nothing is owed yet."""
    now = position(plan, item, as_at)
    if not now.is_open or is_to_come(file, item, as_at):
        return None
    due = now.due
    if due is None or due.days is None or due.kind in NEVER_OVERDUE:
        return Owed(plan, file, item, now)
    missed = _missed(plan, due, now, as_at, begins(plan, file, item))
    by = missed[0].days.last if missed else due.days.last
    if by >= as_at or (due.every and not missed) or (quarter and by > quarter.days.last):
        return None
    in_time = [each for each in missed if not quarter or each.days.last <= quarter.days.last]
    slipped = _slipped(plan, by, quarter)
    return Owed(plan, file, item, now, by, (as_at - by).days, len(in_time), slipped)


def _missed(
    plan: LoadedPlan, due: Due, now: Position, as_at: date, begins: date | None
) -> tuple[Occurrence, ...]:
    """The past occurrences of recurring work that no progress entry answers for.

    An entry answers for the period that it `covers`, or else for the oldest period begun by its
    day that is still without one.
    """
    if not due.every or plan.term is None:
        return ()
    every = occurrences(due, plan.term)
    owed = [each for each in every if begins is None or each.days.last >= begins]
    for day, entry in sorted(now.entries, key=lambda pair: not pair[1].covers):
        covered = read_due(entry.covers, plan.term).days if entry.covers else None
        for each in owed:
            answers = covered == each.days if covered else each.days.first <= day
            if answers:
                owed.remove(each)
                break
    return tuple(each for each in owed if each.days.last < as_at)


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
