"""What has begun and was not heard of since a day."""

from dataclasses import dataclass
from datetime import date

from csplan.load import LoadedPlan, Workspace
from csplan.query.begun import first_day
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.owed import dated
from csplan.query.since import Since, since_when
from csplan.query.work import Owed, open_work


@dataclass(frozen=True, slots=True)
class Quiet:
    """Open work that has begun, without a progress entry after a day.

    What was never heard of comes first, then what was heard of longest ago. `begun` counts, for
    each plan, all open work that has begun.
    """

    as_at: date
    asked: Filter
    plans: tuple[tuple[LoadedPlan, Since, int], ...]
    quiet: tuple[Owed, ...]


def quiet(
    workspace: Workspace, as_at: date, since: date | None = None, asked: Filter = EVERYTHING
) -> Quiet:
    """What nothing was said of since a day; without one, since a plan's board last met.

    Raises `CannotRunError` if `since` is not before `as_at`.
    """
    days = {plan.path: since_when(plan, as_at, since) for plan in workspace.plans}
    begun = [work for work in open_work(workspace, as_at, asked) if _has_begun(work, as_at)]
    silent = [
        dated(work, as_at)
        for work in begun
        if work.heard is None or work.heard.day <= days[work.plan.path].day
    ]
    silent.sort(key=lambda work: work.heard.day if work.heard else date.min)
    return Quiet(
        as_at,
        asked,
        tuple(
            (plan, days[plan.path], sum(work.plan is plan for work in begun))
            for plan in workspace.plans
        ),
        tuple(silent),
    )


def _has_begun(work: Owed, as_at: date) -> bool:
    starts = first_day(work.plan, work.file, work.item)
    return starts is None or starts <= as_at
