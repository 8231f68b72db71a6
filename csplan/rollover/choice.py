"""What goes into the next plan, what stays open in this one, and what is closed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import LoadedPlan, reference_key
from csplan.query import Position, position
from csplan.query.tasks import Task, tasks


class Standing(NamedTuple):
    """An action or milestone and where it stands; `arises` tells what a meeting asked for."""

    task: Task
    position: Position
    arises: bool = False

    @property
    def is_open(self) -> bool:
        """Whether anything is still owed."""
        return self.position.is_open


@dataclass(frozen=True, eq=False)
class Deed:
    """An action as at the day: itself if it is due itself, and its milestones.

    `own` is None if only its milestones are due.
    """

    task: Task
    own: Standing | None
    steps: tuple[Standing, ...]

    @property
    def parts(self) -> tuple[Standing, ...]:
        """Everything that is due in it."""
        return (*((self.own,) if self.own else ()), *self.steps)

    @cached_property
    def open(self) -> tuple[Standing, ...]:
        """What is due in it and still owed."""
        return tuple(part for part in self.parts if part.is_open)


@dataclass(frozen=True, eq=False)
class Carried:
    """An action that is carried forward, and what of it."""

    deed: Deed
    parts: tuple[Standing, ...]

    @property
    def steps(self) -> tuple[Standing, ...]:
        """The milestones that are carried with it."""
        return tuple(part for part in self.parts if part.task is not self.deed.task)

    @property
    def is_whole(self) -> bool:
        """Whether all that is open of it is carried."""
        return len(self.parts) == len(self.deed.open)


class Choice(NamedTuple):
    """Every action and milestone once: carried, open and left behind, or closed.

    The parts of `carried`, `left` and `closed` together are everything that is due in a plan.
    """

    carried: tuple[Carried, ...]
    left: tuple[Standing, ...]
    closed: tuple[Standing, ...]


def deeds(plan: LoadedPlan, day: date) -> tuple[Deed, ...]:
    """Every action of a plan's themes as at a day, in the order of the plan."""
    return tuple(_deed(plan, task, day) for task in tasks(plan, plan.themes))


def _deed(plan: LoadedPlan, task: Task, day: date) -> Deed:
    is_due = task.entry.due or not task.milestones
    own = Standing(task, position(plan, task.item, day)) if is_due else None
    steps = (Standing(step, position(plan, step.item, day)) for step in task.milestones)
    return Deed(task, own, tuple(steps))


def choose(
    plan: LoadedPlan, day: date, take: Iterable[str] = (), leave: Iterable[str] = ()
) -> Choice:
    """What is open on a day, divided by the references to take, or to leave; all of it if none.

    The reference of an action stands for all that is open in it. What arises of a meeting stays
    with the meeting's minutes. Raises `CannotRunError` if a reference names nothing that is open.
    """
    every = deeds(plan, day)
    arising = tuple(_arising(plan, day))
    taken, left = (_keys(refs, every, arising) for refs in (take, leave))
    if taken and left:
        raise CannotRunError("give what to take or what to leave, not both")
    carried = tuple(Carried(deed, _chosen(deed, taken, left)) for deed in every)
    kept = {id(part) for each in carried for part in each.parts}
    rest = [part for deed in every for part in deed.parts if id(part) not in kept] + list(arising)
    return Choice(
        tuple(each for each in carried if each.parts),
        tuple(part for part in rest if part.is_open),
        tuple(part for part in rest if not part.is_open),
    )


def _arising(plan: LoadedPlan, day: date) -> Iterator[Standing]:
    for task in tasks(plan, plan.boards):
        found = _deed(plan, task, day)
        for part in found.parts:
            yield part._replace(arises=True)


def _chosen(deed: Deed, taken: frozenset[str], left: frozenset[str]) -> tuple[Standing, ...]:
    whole = reference_key(deed.task.ref)
    keys = [(part, {whole, reference_key(part.task.ref)}) for part in deed.open]
    found = [part for part, names in keys if (names & taken or not taken) and not (names & left)]
    # An action cannot go, and close, while a milestone of it stays.
    is_whole = len(found) == len(deed.open)
    return tuple(part for part in found if is_whole or part is not deed.own)


def _keys(
    references: Iterable[str], every: tuple[Deed, ...], arising: tuple[Standing, ...]
) -> frozenset[str]:
    open_ = {reference_key(deed.task.ref) for deed in every if deed.open}
    open_ |= {reference_key(part.task.ref) for deed in every for part in deed.open}
    found = {reference: reference_key(reference) for reference in references}
    for reference, key in found.items():
        if key not in open_:
            raise CannotRunError(_refusal(reference, key, every, arising))
    return frozenset(found.values())


def _refusal(
    reference: str, key: str, every: tuple[Deed, ...], arising: tuple[Standing, ...]
) -> str:
    for deed in every:
        for part in (*deed.parts, *deed.steps):
            if key in (reference_key(part.task.ref), reference_key(deed.task.ref)):
                return f"{quoted(reference)} is {part.position.state} and is not carried forward"
    if any(reference_key(part.task.ref) == key for part in arising):
        return (
            f"{quoted(reference)} arises from a meeting and stays with its minutes; write an "
            "action for it into a theme of the new plan"
        )
    known = [part.task.ref for deed in every for part in deed.parts]
    return (
        f"the plan has no action or milestone {quoted(reference)}{did_you_mean(reference, known)}"
    )
