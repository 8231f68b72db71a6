"""A report on work: what was typed, how its words were read, and where the work stood before."""

from datetime import date
from typing import NamedTuple

from csplan.edit.recurring import Cover
from csplan.edit.target import Target
from csplan.load import Item
from csplan.model import Progress
from csplan.query import Position
from csplan.query.position import day_of


class Report(NamedTuple):
    """What is reported of work on a day; each text as it was typed, empty if nothing was said."""

    on: date
    state: str = ""
    rating: str = ""
    note: str = ""
    corrective_action: str = ""
    due: str = ""
    reason: str = ""
    covers: str = ""
    by: str = ""


class Case(NamedTuple):
    """A report with its words read, and where the work stood on its day, before it."""

    target: Target
    report: Report
    today: date
    before: Position
    state: str
    rating: str
    cover: Cover


def place(item: Item, on: date) -> int | None:
    """Before which entry a new one stands: the first of a later day, if there is one."""
    days = enumerate(map(day_of, item.entry.progress))
    return next((number for number, day in days if day and day > on), None)


def with_entry(item: Item, entry: object, at: int | None) -> Item:
    """An item with an entry of progress put in, before the one of that number or at the end."""
    held = item.entry.progress
    number = len(held) if at is None else at
    progress = (*held[:number], Progress.model_validate(entry), *held[number:])
    if item.milestone is None:
        return action_with(item, progress)
    return item._replace(milestone=item.milestone.model_copy(update={"progress": progress}))


def action_with(item: Item, progress: tuple[Progress, ...]) -> Item:
    """An item whose action has other entries of progress."""
    action = item.action.model_copy(update={"progress": progress})
    return item._replace(work=item.work._replace(action=action))
