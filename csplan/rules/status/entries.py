"""Rules about how one progress entry follows another, and why work stopped."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from csplan.dates import say_day
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Action, Milestone, Progress
from csplan.query.position import CLOSED, day_of, entries_up_to
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_BEGUN = {"not started": 0, "in progress": 1, "on hold": 1}


def places_of(progress: tuple[Progress, ...]) -> dict[int, int]:
    """Where each entry stands, by identity: to compare what they say would take long."""
    return {id(each): number for number, each in enumerate(progress)}


def _with_several(file: LoadedFile) -> list[tuple[Route, Action | Milestone]]:
    """The actions and milestones that have more than one entry of progress."""
    return [each for each in file.deliverables if len(each[1].progress) > 1]


@warning
def progress_out_of_order(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Progress entries are not in the order of their days, or two of one day disagree.

    csplan sorts them by day, but people read them from the top and take the last for the latest.
    Often one of the days has a wrong month or year.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              - {on: 31 December 2010, state: in progress}
              - {on: 30 September 2010, state: complete}

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              - {on: 30 September 2010, state: in progress}
              - {on: 31 December 2010, state: complete}
    """
    del plan
    for route, entry in _with_several(file):
        dated = [(number, day_of(each), each) for number, each in enumerate(entry.progress)]
        for (_, before, first), (number, day, second) in pairwise(dated):
            if before is None or day is None:
                continue
            place = (*route, "progress", number, "on")
            if day < before:
                words = f"the entry of {say_day(day)} comes after that of {say_day(before)}"
                yield Finding(place, f"{words}; correct the day, or put the entries in order")
            elif day == before and _disagree(first, second):
                words = f"two entries of {say_day(day)} give {_state_of(first)} and"
                yield Finding(place, f"{words} {_state_of(second)}; keep one of them")


def _disagree(first: Progress, second: Progress) -> bool:
    is_one_thing = first.covers == second.covers
    states = {first.state, second.state} - {None}
    ratings = {first.rating, second.rating} - {None}
    return is_one_thing and (len(states) > 1 or (len(ratings) > 1 and not states & CLOSED))


def _state_of(entry: Progress) -> str:
    return quoted(", ".join(filter(None, (entry.state, entry.rating))))


@warning
def state_goes_back(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work that was closed is open again, or work that had begun is not, and nothing says why.

    A board that was told it is complete wants to know what happened. Say so in a `note` of the
    later entry, or correct the one that is wrong.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              - {on: 30 September 2010, state: complete}
              - {on: 31 December 2010, state: in progress}

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              - {on: 30 September 2010, state: complete}
              - on: 31 December 2010
                state: in progress
                note: The sound has to be recorded again.
    """
    del plan
    for route, entry in _with_several(file):
        said = [each for _, each in entries_up_to(entry.progress, date.max) if each.state]
        places = places_of(entry.progress)
        for before, after in pairwise(said):
            if _goes_back(before, after):
                number = places[id(after)]
                words = f"{after.state} on {quoted(after.on)}, after {before.state} on"
                place = (*route, "progress", number, "state")
                yield Finding(place, f"{words} {quoted(before.on)}; say why in a `note`")


def _goes_back(before: Progress, after: Progress) -> bool:
    if after.note or after.reason or before.covers or after.covers:
        return False
    reopened = before.state in CLOSED and after.state not in CLOSED
    unbegun = _BEGUN.get(before.state or "", 0) > _BEGUN.get(after.state or "", 1)
    return reopened or unbegun


@warning
def stopped_without_reason(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work was stopped or put on hold, and nothing says why.

    Those who read the plan were promised it. Give the `reason`.

    Bad:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress: {on: 30 September 2010, state: stopped}

    Good:
        actions:
          - ref: A1
            action: Make a training film
            due: March 2011
            lead: Sussex Police
            progress:
              on: 30 September 2010
              state: stopped
              reason: The force now has a film of its own.
    """
    del plan
    for route, _, entry in file.entries:
        if entry.state in {"stopped", "on hold"} and not (entry.reason or entry.note):
            words = f"{entry.state} on {quoted(entry.on)}, and nothing says why; add `reason`"
            yield Finding((*route, "state"), words)
