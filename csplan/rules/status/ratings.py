"""Rules about the colours that work is given."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.query.position import last_position
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_COLOURS = frozenset({"red", "amber", "green", "blue"})
_KEY_SPEAKS_OF = {
    "complete": late(r"\b(?:complete|done|achieved|delivered|finished|met)", re.IGNORECASE),
    "not started": late(r"\b(?:not (?:yet )?(?:started|begun|due)|to start)", re.IGNORECASE),
    "on hold": late(r"\b(?:hold|paused|suspended|deferred)", re.IGNORECASE),
    "stopped": late(r"\b(?:stopped|cancelled|abandoned|not achieved)", re.IGNORECASE),
    "carried forward": late(r"\b(?:carried|not achieved|moved)", re.IGNORECASE),
}


@warning
def rating_not_in_progress(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A colour is given to work that is not in progress.

    A colour tells whether work that goes on is on course. Of work that is complete, stopped or not
    begun the state says all; a green beside it hides whether it was done in time. If the plan's own
    key (`ratings` in plan.yaml) has a colour for that state, it may stand.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 31 March 2011, state: complete, rating: green}

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 31 March 2011, state: complete}
    """
    if plan.plan is None:
        return
    means: dict[str, str] = {key.rating: key.means for key in plan.plan.ratings}
    for route, _, entry in file.entries:
        pattern = _KEY_SPEAKS_OF.get(entry.state or "")
        given = entry.rating or ""
        if pattern and given in _COLOURS and not pattern.search(means.get(given, "")):
            words = f"{quoted(given)} is for work in progress, and this is {entry.state}"
            yield Finding((*route, "rating"), f"{words}; leave `rating` out")


@warning
def rating_missing(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work in progress has no rating, in a plan that rates the rest of it.

    A board looks at the colours first, and a blank may hide a red. Rate it; if it cannot be rated
    say `grey` or `not rated`, and why.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 30 June 2010, state: in progress, rating: green}
          - ref: A2
            action: Show the film
            due: March 2011
            lead: Sussex Police
            progress: {on: 30 June 2010, state: in progress, rating: amber}
          - ref: A3
            action: Train officers
            due: March 2011
            lead: Sussex Police
            progress: {on: 30 June 2010, state: in progress}

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 30 June 2010, state: in progress, rating: green}
    """
    rated, unrated = _rated(plan)
    if len(unrated) * 2 > rated:
        return
    known = {id(item) for item in unrated}
    for item in file.items:
        if id(item) in known:
            words = f"in progress without a rating, while {rated:,} others of the plan have one"
            yield Finding((*item.route, "progress"), f"{words}; add `rating`")


@lru_cache(1)
def _rated(plan: LoadedPlan) -> tuple[int, tuple[Item, ...]]:
    """How much work in progress has a rating, and the work that has none."""
    rated, unrated = 0, []
    for file in plan.parts:
        for item in file.items:
            if item.entry.progress:
                now = last_position(plan, item)
                is_rated = bool(now.rating)
                rated += is_rated
                if now.state == "in progress" and not is_rated:
                    unrated.append(item)
    return rated, tuple(unrated)
