"""What comes up between a day and another."""

from dataclasses import dataclass, replace
from datetime import date

from csplan.load import LoadedPlan, Workspace
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.owed import dated
from csplan.query.reports import next_due
from csplan.query.until import Until, read_until
from csplan.query.work import Owed, open_work


@dataclass(frozen=True, slots=True)
class Coming:
    """What is due on a day or after it and by another, soonest first.

    `looks` is ongoing work to be reviewed by then, and work that a date is to be set for.
    `overdue` is what was due before, and so is not among it; recurring work is, with its next
    report.
    """

    as_at: date
    asked: Filter
    plans: tuple[tuple[LoadedPlan, Until], ...]
    due: tuple[Owed, ...]
    looks: tuple[Owed, ...]
    overdue: tuple[Owed, ...]


def due(
    workspace: Workspace, as_at: date, until: str | None = None, asked: Filter = EVERYTHING
) -> Coming:
    """What comes up: by a day or the end of a quarter, by the next `meeting`, or in three months.

    Raises `CannotRunError` if `until` cannot be read, or if no meeting is to come.
    """
    ends = {plan.path: read_until(plan, until, as_at) for plan in workspace.plans}
    every = list(open_work(workspace, as_at, asked))
    coming = [
        replace(work, by=by, missed=dated(work, as_at).missed)
        for work in every
        if (by := _wanted_by(work, as_at)) and as_at <= by <= ends[work.plan.path].day
    ]
    coming.sort(key=lambda work: work.by or date.max)
    return Coming(
        as_at,
        asked,
        tuple((plan, ends[plan.path]) for plan in workspace.plans),
        tuple(work for work in coming if not _is_look(work)),
        tuple(work for work in coming if _is_look(work)),
        tuple(late for work in every if (late := dated(work, as_at)).days_overdue),
    )


def _wanted_by(work: Owed, as_at: date) -> date | None:
    """The day by which something is next due of open work, or by which it is to be looked at."""
    found = work.position.due
    return next_due(work, as_at) or (found.look_by if found else None)


def _is_look(work: Owed) -> bool:
    return work.position.due is not None and work.position.due.look_by is not None
