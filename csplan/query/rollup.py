"""Where an action or a theme stands, by what it holds."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from csplan.dates import read_due
from csplan.load import Item, LoadedPlan
from csplan.query.position import CLOSED, entries_up_to, position

STATES = ("complete", "in progress", "on hold", "not started", "carried forward", "stopped")
"""Every state, in the order in which they are counted."""
RATINGS = ("red", "amber", "green", "blue", "grey", "not rated")
"""Every rating that can be given to work in progress, worst first."""
UNRATED = ""
"""The rating of work in progress that was given none."""
_WORST_END = ("carried forward", "stopped", "complete")


class Standing(NamedTuple):
    """A state, and the rating if it is one of work in progress."""

    state: str
    rating: str = UNRATED


class Known(NamedTuple):
    """How much of what is open is rated, and how much is open."""

    rated: int
    open: int


def worst(held: Iterable[Standing]) -> Standing:
    """What stands for all of them: where the whole is, and the worst rating in it.

    The whole is in progress from the first that has begun until all have ended. It is on hold if
    some of it is and nothing is in progress. Of what has ended, carried forward counts before
    stopped and stopped before complete. Nothing at all has not started.
    """
    every = tuple(held)
    states = {each.state for each in every}
    ratings = {each.rating for each in every}
    rating = next((each for each in RATINGS if each in ratings), UNRATED)
    if "in progress" in states:
        return Standing("in progress", rating)
    if "on hold" in states:
        return Standing("on hold")
    if states and states <= CLOSED:
        return Standing(next(each for each in _WORST_END if each in states))
    return Standing("in progress" if states & CLOSED else "not started")


def standing(plan: LoadedPlan, items: Sequence[Item], as_at: date) -> Standing:
    """Where an action stands that has these items: the worst of them, or its own later entry.

    Its own entry counts if it gives a state or a rating and is later than all of its milestones'.
    Where it is due itself beside milestones, an older entry still says whether it is open.
    """
    if own := _own(plan, items, as_at):
        return own
    if len(items) == 1:
        return standing_of(plan, items[0], as_at)
    held = ((item, standing_of(plan, item, as_at)) for item in items)
    return worst(each if item.milestone else Standing(each.state) for item, each in held)


def known(plan: LoadedPlan, items: Sequence[Item], as_at: date) -> Known:
    """How much of an action that has these items is rated, by the same rule as `standing`."""
    own = _own(plan, items, as_at)
    every = [standing_of(plan, item, as_at) for item in items]
    still = [own or each for each in every if each.state not in CLOSED]
    return Known(sum(each.rating not in ("", "not rated") for each in still), len(still))


def _own(plan: LoadedPlan, items: Sequence[Item], as_at: date) -> Standing | None:
    """Where an action stands by its own entry, if that is later than all of its milestones'."""
    action = items[0].action
    own = [day for day, each in entries_up_to(action.progress, as_at) if each.state or each.rating]
    below = [
        day
        for item in items
        if item.milestone
        for day, _ in entries_up_to(item.milestone.progress, as_at)
    ]
    if not own or own[-1] <= max(below, default=date.min):
        return None
    due = read_due(action.due, plan.term) if action.due else None
    whole = items[0]._replace(milestone=None, due=due)
    return standing_of(plan, whole, as_at)


def standing_of(plan: LoadedPlan, item: Item, as_at: date) -> Standing:
    """Where one item stands."""
    now = position(plan, item, as_at)
    return Standing(now.state, now.rating)
