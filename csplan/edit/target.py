"""The one action or milestone that somebody reports on."""

from typing import NamedTuple

from csplan.diagnostic import listed
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import Agencies, Item, LoadedFile, LoadedPlan, Workspace, reference_key
from csplan.query import Found, find


class Target(NamedTuple):
    """Where a report goes: an item, or an action as the item that it would be itself."""

    plan: LoadedPlan
    file: LoadedFile
    item: Item


def target(workspace: Workspace, reference: str, milestone: str = "") -> Target:
    """The action or milestone of a reference; `milestone` is its number in the action, if given.

    Raises `CannotRunError` if there is none or are several, or if the reference is one that csplan
    made of a file's name and a number, which names something else once a line is inserted.
    """
    whole = f"{reference}.{milestone.strip()}" if milestone else reference
    found = find(workspace, whole)
    if len(found) > 1:
        raise CannotRunError(_several(whole, found))
    plan, file, work = found[0].plan, found[0].file, found[0].work
    if work.action.ref is None and work.ref.startswith(f"{file.stem}."):
        line = file.tree.locate(work.route).line
        raise CannotRunError(
            f"{quoted(work.ref)} is only the action's number in its file, and may be another's "
            f"tomorrow; give the action a `ref` of its own at {file.path}:{line}, then use that"
        )
    return Target(plan, file, _item(found[0], whole))


def _several(reference: str, found: tuple[Found, ...]) -> str:
    plans = dict.fromkeys(each.plan.path for each in found)
    if len(plans) > 1:
        named = listed(plans, whole=True)
        return f"several plans have {quoted(reference)}; name one after it: {named}"
    lines = ", ".join(f"{each.file.path}:{each.line}" for each in found)
    return f"{quoted(reference)} is there {len(found)} times ({lines}); give one another `ref`"


def _item(found: Found, reference: str) -> Item:
    """What is reported on: a milestone, or an action even if only its milestones are due."""
    work = found.work
    if reference_key(reference) != reference_key(work.ref):
        return found.items[0]
    own = [item for item in found.items if item.milestone is None]
    agencies = found.plan.agencies or Agencies(())
    owners = tuple(agencies.owner(lead) for lead in work.action.lead)
    whole = Item(work.ref, work, None, work.route, None, owners, (*work.route, "lead"))
    return own[0] if own else whole
