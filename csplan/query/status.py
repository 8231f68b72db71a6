"""A plan at a glance: how much of it stands how, and what changed since a day."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.load import Item, LoadedFile, LoadedPlan, Workspace
from csplan.query.begun import is_to_come
from csplan.query.changes import Change, changes
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.groups import Due, Group, Tally, actions, by_agency, by_theme, group, tally
from csplan.query.indicators import indicators
from csplan.query.owed import overdue_by, undone
from csplan.query.position import position
from csplan.query.rated import Rated, rated
from csplan.query.since import Since, since_when


class PlanStatus(NamedTuple):
    """A plan at a glance, as at a day.

    `actions` counts whole actions, each by what it holds or its own later entry. `newly_overdue`
    counts those of the overdue that were not so on the day of `since`. Work of several agencies
    is counted in the row of each, so that the rows make more than the whole.
    """

    plan: LoadedPlan
    as_at: date
    since: Since
    whole: Group
    actions: Tally
    themes: tuple[Group, ...]
    agencies: tuple[Group, ...]
    newly_overdue: int
    changes: tuple[Change, ...]
    indicators: Rated


class _Question(NamedTuple):
    """What is asked; `late` gives something true for what is late on a day."""

    as_at: date
    asked: Filter
    late: Callable[[LoadedPlan, LoadedFile, Item, date], object]


def status(
    workspace: Workspace,
    as_at: date,
    since: date | None = None,
    asked: Filter = EVERYTHING,
    *,
    is_final: bool = False,
) -> tuple[PlanStatus, ...]:
    """Each plan at a glance; without `since`, changes are those since the board last met.

    Actions of meetings still to come are left out. If it is final, the day is over, and what was
    due on it and is not done counts as overdue. Raises `CannotRunError` if `since` is not
    before `as_at`.
    """
    readings = indicators(workspace, as_at, asked)
    return tuple(
        _of_plan(
            plan,
            since_when(plan, as_at, since),
            _Question(as_at, asked, undone if is_final else overdue_by),
            rated([reading for reading in readings if reading.plan is plan]),
        )
        for plan in workspace.plans
    )


def _of_plan(plan: LoadedPlan, since: Since, question: _Question, indicators: Rated) -> PlanStatus:
    as_at, asked, _ = question
    every = list(_due(plan, since.day, question))
    return PlanStatus(
        plan=plan,
        as_at=as_at,
        since=since,
        whole=group(plan, plan.title, every, as_at),
        actions=tally(actions(plan, every, as_at)),
        themes=tuple(group(plan, name, held, as_at) for name, held in by_theme(every).items()),
        agencies=tuple(
            group(plan, name, held, as_at) for name, held in by_agency(every, asked).items()
        ),
        newly_overdue=sum(each.is_overdue and not each.was_overdue for each in every),
        changes=changes(plan, since.day, as_at, asked),
        indicators=indicators,
    )


def _due(plan: LoadedPlan, since: date, question: _Question) -> Iterator[Due]:
    as_at, asked, late = question
    for file in plan.chosen_parts:
        for item in file.items:
            if asked.allows(file, item) and not is_to_come(file, item, as_at):
                yield Due(
                    file,
                    item,
                    position(plan, item, as_at),
                    bool(late(plan, file, item, as_at)),
                    bool(late(plan, file, item, since)),
                )
