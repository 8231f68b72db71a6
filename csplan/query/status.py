"""A plan at a glance: how much of it stands how, and what changed since a day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from csplan.escape import one_line
from csplan.load import Item, LoadedFile, LoadedPlan, Workspace
from csplan.model import Meetings
from csplan.query.begun import is_to_come
from csplan.query.changes import Change, changes
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.indicators import indicators
from csplan.query.owed import overdue_by, undone
from csplan.query.position import Position, position
from csplan.query.rated import Rated, rated
from csplan.query.redated import Redated, redated
from csplan.query.rollup import RATINGS, STATES, UNRATED, Known, Standing, known, standing, worst
from csplan.query.shares import Shares, shares
from csplan.query.since import Since, since_when

NO_AGENCY = "No agency named"
"""What work stands under whose lead names no registered agency."""


class Tally(NamedTuple):
    """How many there are, how many in each state, and of those in progress in each rating.

    Every state and rating is there, if with 0. Per cents of `states` are of the total, those of
    `ratings` of what is in progress, `""` being what was given none.
    """

    total: int
    states: Shares
    ratings: Shares


class Group(NamedTuple):
    """What is due in a theme, of an agency or in all: milestones, and actions due themselves.

    `standing` is the worst of the actions in it, and `known` of how much of it a rating is known.
    `overdue` counts what is open and late.
    """

    name: str
    tally: Tally
    overdue: int
    redated: Redated
    standing: Standing
    known: Known


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


class _Due(NamedTuple):
    """One thing that is due, and where it stands."""

    file: LoadedFile
    item: Item
    now: Position
    is_overdue: bool
    was_overdue: bool


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
        whole=_group(plan, plan.title, every, as_at),
        actions=_tally(_actions(plan, every, as_at)),
        themes=tuple(_group(plan, name, held, as_at) for name, held in _by_theme(every).items()),
        agencies=tuple(
            _group(plan, name, held, as_at) for name, held in _by_agency(every, asked).items()
        ),
        newly_overdue=sum(each.is_overdue and not each.was_overdue for each in every),
        changes=changes(plan, since.day, as_at, asked),
        indicators=indicators,
    )


def _due(plan: LoadedPlan, since: date, question: _Question) -> Iterator[_Due]:
    as_at, asked, late = question
    for file in plan.chosen_parts:
        for item in file.items:
            if asked.allows(file, item) and not is_to_come(file, item, as_at):
                yield _Due(
                    file,
                    item,
                    position(plan, item, as_at),
                    bool(late(plan, file, item, as_at)),
                    bool(late(plan, file, item, since)),
                )


def _group(plan: LoadedPlan, name: str, held: list[_Due], as_at: date) -> Group:
    return Group(
        name=name,
        tally=_tally(Standing(each.now.state, each.now.rating) for each in held),
        overdue=sum(each.is_overdue for each in held),
        redated=redated(each.now for each in held),
        standing=worst(_actions(plan, held, as_at)),
        known=_known(plan, held, as_at),
    )


def _actions(plan: LoadedPlan, held: list[_Due], as_at: date) -> Iterator[Standing]:
    """Where each action stands of which something is among what is held."""
    for items in _by_action(held):
        yield standing(plan, items, as_at)


def _known(plan: LoadedPlan, held: list[_Due], as_at: date) -> Known:
    every = [known(plan, items, as_at) for items in _by_action(held)]
    return Known(sum(each.rated for each in every), sum(each.open for each in every))


def _by_action(held: list[_Due]) -> Iterator[list[Item]]:
    for _, group in groupby(held, key=lambda each: id(each.item.work)):
        yield [each.item for each in group]


def _tally(held: Iterable[Standing]) -> Tally:
    every = tuple(held)
    states = Counter(each.state for each in every)
    ratings = Counter(each.rating for each in every if each.state == "in progress")
    return Tally(len(every), shares(STATES, states), shares((*RATINGS, UNRATED), ratings))


def _by_theme(every: list[_Due]) -> dict[str, list[_Due]]:
    """By theme in the plan's order; what arises of meetings is under the name of its board."""
    found: dict[str, list[_Due]] = {}
    for each in every:
        found.setdefault(_theme(each), []).append(each)
    return found


def _theme(each: _Due) -> str:
    model = each.file.model
    if isinstance(model, Meetings):
        return f"Arising from {one_line(model.meetings[int(each.item.route[1])].meeting)}"
    return one_line(each.item.work.theme)


def _by_agency(every: list[_Due], asked: Filter) -> dict[str, list[_Due]]:
    """By each agency that leads, of those asked about; what has none comes last."""
    found: dict[str, list[_Due]] = {}
    for each in every:
        names = dict.fromkeys(owner.agency for owner in each.item.owners) or {"": None}
        for name in names:
            if asked.agencies is None or name in asked.agencies:
                found.setdefault(name or NO_AGENCY, []).append(each)
    if NO_AGENCY in found:
        found[NO_AGENCY] = found.pop(NO_AGENCY)
    return found
