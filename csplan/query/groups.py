"""What is due, counted: in all, and by theme and agency."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from csplan.escape import one_line
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.query.filters import Filter
from csplan.query.position import Position
from csplan.query.redated import Redated, redated
from csplan.query.rollup import RATINGS, STATES, UNRATED, Known, Standing, known, standing, worst
from csplan.query.shares import Shares, shares

NO_AGENCY = "No agency named"
"""What work stands under whose lead names no registered agency."""


class Due(NamedTuple):
    """One thing that is due, and where it stands."""

    file: LoadedFile
    item: Item
    now: Position
    is_overdue: bool
    was_overdue: bool


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


def group(plan: LoadedPlan, name: str, held: list[Due], as_at: date) -> Group:
    """What is held, under a name."""
    return Group(
        name=name,
        tally=tally(Standing(each.now.state, each.now.rating) for each in held),
        overdue=sum(each.is_overdue for each in held),
        redated=redated(each.now for each in held),
        standing=worst(actions(plan, held, as_at)),
        known=_known(plan, held, as_at),
    )


def actions(plan: LoadedPlan, held: list[Due], as_at: date) -> Iterator[Standing]:
    """Where each action stands of which something is among what is held."""
    for items in _by_action(held):
        yield standing(plan, items, as_at)


def _known(plan: LoadedPlan, held: list[Due], as_at: date) -> Known:
    every = [known(plan, items, as_at) for items in _by_action(held)]
    return Known(sum(each.rated for each in every), sum(each.open for each in every))


def _by_action(held: list[Due]) -> Iterator[list[Item]]:
    for _, of_action in groupby(held, key=lambda each: id(each.item.work)):
        yield [each.item for each in of_action]


def tally(held: Iterable[Standing]) -> Tally:
    """How many stand how."""
    every = tuple(held)
    states = Counter(each.state for each in every)
    ratings = Counter(each.rating for each in every if each.state == "in progress")
    return Tally(len(every), shares(STATES, states), shares((*RATINGS, UNRATED), ratings))


def by_theme(every: list[Due]) -> dict[str, list[Due]]:
    """By theme in the plan's order; what arises of meetings is under the name of its board."""
    found: dict[str, list[Due]] = {}
    for each in every:
        found.setdefault(_theme(each), []).append(each)
    return found


def _theme(each: Due) -> str:
    model = each.file.model
    if isinstance(model, Meetings):
        return f"Arising from {one_line(model.meetings[int(each.item.route[1])].meeting)}"
    return one_line(each.item.work.theme)


def by_agency(every: list[Due], asked: Filter) -> dict[str, list[Due]]:
    """By each agency that leads, of those asked about; what has none comes last."""
    found: dict[str, list[Due]] = {}
    for each in every:
        names = dict.fromkeys(owner.agency for owner in each.item.owners) or {"": None}
        for name in names:
            if asked.agencies is None or name in asked.agencies:
                found.setdefault(name or NO_AGENCY, []).append(each)
    if NO_AGENCY in found:
        found[NO_AGENCY] = found.pop(NO_AGENCY)
    return found
