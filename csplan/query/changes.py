"""What became of a plan's work between two days."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, NamedTuple, get_args

from csplan.dates import say_later
from csplan.escape import one_line
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.query.begun import is_to_come
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.position import Entries, Position, entries_up_to, position
from csplan.query.wholes import is_whole, with_wholes

ChangeKind = Literal[
    "complete", "stopped", "carried forward", "red", "on hold", "reopened", "started", "re-dated"
]
CHANGES: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""The kinds of change, in the order in which a board is told of them."""
_OF_WHOLES: tuple[ChangeKind, ...] = ("red", "on hold")


class Change(NamedTuple):
    """One way in which an item is not as it was on an earlier day.

    `day` is that of the entry which made it so for good. `words` say what it was before, such as
    `was amber` (nothing if it had not started), and of a new date `July 2010 to October 2010, 92
    days later`. `note` is what the entry says besides, as it was typed. `now` is where the item
    stands on the later day.
    """

    file: LoadedFile
    item: Item
    day: date
    kind: ChangeKind
    words: str
    note: str
    now: Position

    @property
    def line(self) -> int:
        """The line of the item in its file."""
        return self.file.tree.locate(self.item.route).line


def changes(
    plan: LoadedPlan, since: date, as_at: date, asked: Filter = EVERYTHING
) -> tuple[Change, ...]:
    """What changed after a day and up to another, by kind and then in the plan's order.

    Only what still holds at the later day: work that was red for a week between is not named. An
    action that is due by its milestones alone is named if it is red or on hold itself; the rest
    is told of its milestones.
    """
    found = [
        change
        for file in plan.chosen_parts
        for item in with_wholes(each for each in file.items if asked.allows(file, each))
        if not is_to_come(file, item, as_at)
        for change in _of_item(plan, file, item, since, as_at)
    ]
    return tuple(sorted(found, key=lambda change: CHANGES.index(change.kind)))


def _of_item(
    plan: LoadedPlan, file: LoadedFile, item: Item, since: date, as_at: date
) -> Iterator[Change]:
    said = _said(item, as_at)
    days = sorted({day for day, _ in said if day > since})
    then, now = position(plan, item, since), position(plan, item, as_at)
    after = [position(plan, item, day) for day in days]
    for kind in _OF_WHOLES if is_whole(item) else CHANGES:
        holds = _HOLDS[kind]
        is_so = [holds(each, then) for each in after]
        if is_so and is_so[-1] and not holds(then, then):
            # The day from which on it was so: the first after the last on which it was not.
            day = days[len(days) - [*reversed(is_so), False].index(False)]
            yield Change(file, item, day, kind, _words(kind, then, now), _note(said, day), now)


def _said(item: Item, as_at: date) -> Entries:
    """What was said of an item, and before it what was said of its action."""
    own = entries_up_to(item.entry.progress, as_at)
    return (*entries_up_to(item.action.progress, as_at), *own) if item.milestone else own


_HOLDS: dict[ChangeKind, Callable[[Position, Position], bool]] = {
    "complete": lambda now, _: now.state == "complete",
    "stopped": lambda now, _: now.state == "stopped",
    "carried forward": lambda now, _: now.state == "carried forward",
    "red": lambda now, _: now.rating == "red",
    "on hold": lambda now, _: now.state == "on hold",
    "reopened": lambda now, then: now.is_open and not then.is_open,
    "started": lambda now, then: now.state == "in progress" and then.state == "not started",
    "re-dated": lambda now, then: _due_text(now) != _due_text(then),
}
"""Whether a change holds on a later day, held against the position on the earlier one."""


def _due_text(at: Position) -> str:
    return one_line(at.due.text) if at.due else ""


def _words(kind: ChangeKind, then: Position, now: Position) -> str:
    if kind != "re-dated":
        was = then.rating or then.state
        return "" if was == "not started" else f"was {was}"
    words = f"{_due_text(then) or 'no date'} to {_due_text(now)}"
    if not (then.due and then.due.days and now.due and now.due.days):
        return words
    moved = (now.due.days.last - then.due.days.last).days
    return ", ".join(filter(None, (words, say_later(moved))))


def _note(said: Entries, day: date) -> str:
    """The last note of a day; what is said of an item itself comes after what is of its action."""
    return next((entry.note for on, entry in reversed(said) if on == day and entry.note), "")
