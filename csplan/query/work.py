"""What is open on a day, and when it was last heard of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from csplan.load import Item, LoadedFile, LoadedPlan, Workspace
from csplan.model import Progress
from csplan.query.begun import is_to_come
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.position import Position, entries_up_to, position


class Heard(NamedTuple):
    """A day on which something was said of a piece of work, and the entry that said it."""

    day: date
    entry: Progress


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is open on the day of a question: overdue, coming up or without a date.

    `heard` is the last that was said of it. `by` is the last day that its date could mean, or None
    if there is none; of recurring work it is that of the report in question. `missed` counts the
    reports of recurring work that are overdue; `slipped_from` is the earlier quarter that it was
    due in, when a quarter was asked for.
    """

    plan: LoadedPlan
    file: LoadedFile
    item: Item
    position: Position
    heard: Heard | None = None
    by: date | None = None
    days_overdue: int = 0
    missed: int = 0
    slipped_from: str = ""

    @property
    def line(self) -> int:
        """The line of the item in its file."""
        return self.file.tree.locate(self.item.route).line


def open_work(workspace: Workspace, as_at: date, asked: Filter = EVERYTHING) -> Iterator[Owed]:
    """Everything asked about that is open on a day, in the plan's order."""
    for plan, file, item in workspace.items:
        if asked.allows(file, item) and (found := if_open(plan, file, item, as_at)):
            yield found


def if_open(plan: LoadedPlan, file: LoadedFile, item: Item, as_at: date) -> Owed | None:
    """An item as it stands on a day, or None if it is closed.

    What arises of a meeting that is still to be held is not open yet.
    """
    now = position(plan, item, as_at)
    if not now.is_open or is_to_come(file, item, as_at):
        return None
    return Owed(plan, file, item, now, last_heard(item, as_at))


def last_heard(item: Item, as_at: date) -> Heard | None:
    """The last entry up to a day that speaks of an item; None if nothing was said.

    What is said of an action speaks of its milestones, and what is said of a milestone of an
    action that is due itself. Of one day, what is said of the item itself comes last.
    """
    others = (item.action,) if item.milestone else item.action.milestones
    said = [
        Heard(*entry)
        for each in (*others, item.entry)
        for entry in entries_up_to(each.progress, as_at)
    ]
    return max(reversed(said), key=lambda heard: heard.day, default=None)
