"""The action or milestone that a reference names."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan, Work, Workspace, reference_key
from csplan.query.closed import Closed
from csplan.query.unread import but_unread


@dataclass(frozen=True, slots=True)
class Found:
    """An action that a reference names, with everything due in it that was asked for."""

    plan: LoadedPlan
    file: LoadedFile
    work: Work
    line: int
    items: tuple[Item, ...]


def find(workspace: Workspace, reference: str) -> tuple[Found, ...]:
    """The action, or the one milestone, of that reference in each plan.

    Raises `CannotRunError` if no plan has it; if one has that was left out as closed, or a file
    could not be read, it says so.
    """
    key = reference_key(reference)
    found = tuple(_all(workspace, key))
    if not found:
        if where := Closed(workspace.closed).holds(reference, lambda each: any(_all(each, key))):
            raise CannotRunError(where)
        known = [item.address for _, _, item in workspace.items]
        known += [ref for plan in workspace.plans for file in plan.parts for ref in file.references]
        # What a file that could not be read names is no other name to try.
        hint = did_you_mean(reference, (each for each in known if reference_key(each) != key))
        raise CannotRunError(f"no plan has {quoted(reference)}{but_unread(workspace)}{hint}")
    return found


def _all(workspace: Workspace, key: str) -> Iterator[Found]:
    for plan in workspace.plans:
        for file in plan.chosen_parts:
            yield from _find_in(plan, file, key)


def _find_in(plan: LoadedPlan, file: LoadedFile, key: str) -> Iterator[Found]:
    for _, group in groupby(file.items, key=lambda item: id(item.work)):
        of_action = tuple(group)
        work = of_action[0].work
        if reference_key(work.ref) != key:
            of_action = tuple(item for item in of_action if reference_key(item.address) == key)
        if of_action:
            yield Found(plan, file, work, file.tree.locate(work.route).line, of_action)
