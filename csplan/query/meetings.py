"""What boards are going to meet about, and what is still open of what they asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from csplan.load import Item, LoadedFile, LoadedPlan, Workspace
from csplan.model import Meeting, Meetings
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.owed import owed
from csplan.query.position import Position, position
from csplan.query.since import sittings


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting, held or to come, its day and its number in its file."""

    plan: LoadedPlan
    file: LoadedFile
    meeting: Meeting
    day: date
    number: int

    @property
    def line(self) -> int:
        """The line of the meeting in its file."""
        return self.file.tree.locate(("meetings", self.number)).line


@dataclass(frozen=True, slots=True)
class Arising:
    """Something that a meeting asked for and that is not done.

    `age` is the days since the meeting; `days_overdue` those since the last day that its date
    could mean, or 0.
    """

    held: Held
    item: Item
    position: Position
    age: int
    days_overdue: int


@dataclass(frozen=True, slots=True)
class Diary:
    """Meetings on the day of the question or later, soonest first, and what is open, oldest first.

    `held` counts the meetings before that day.
    """

    as_at: date
    coming: tuple[Held, ...]
    open: tuple[Arising, ...]
    held: int


def meetings(workspace: Workspace, as_at: date, asked: Filter = EVERYTHING) -> Diary:
    """The diary of the boards as at a day; a meeting whose day cannot be read is left out."""
    every = sorted(_held(workspace), key=lambda held: held.day)
    items: dict[tuple[str, int], list[Item]] = {}
    for _, file, item in workspace.items:
        if isinstance(file.model, Meetings):
            items.setdefault((file.path, int(item.route[1])), []).append(item)
    return Diary(
        as_at=as_at,
        coming=tuple(held for held in every if held.day >= as_at),
        open=tuple(
            found
            for held in every
            if held.day <= as_at
            for item in items.get((held.file.path, held.number), ())
            for found in _open(held, item, as_at, asked)
        ),
        held=sum(1 for held in every if held.day < as_at),
    )


def _held(workspace: Workspace) -> Iterator[Held]:
    for plan in workspace.plans:
        for each in sittings(plan):
            if plan.is_chosen(each.file):
                yield Held(plan, each.file, each.meeting, each.day, each.number)


def _open(held: Held, item: Item, as_at: date, asked: Filter) -> Iterator[Arising]:
    now = position(held.plan, item, as_at)
    if now.is_open and asked.allows(held.file, item):
        late = owed(held.plan, held.file, item, as_at)
        days = late.days_overdue if late else 0
        yield Arising(held, item, now, (as_at - held.day).days, days)
