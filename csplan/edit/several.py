"""Several reports that go into a plan in one run, each made ready as if those before it were in."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.edit.case import Report, with_entry
from csplan.edit.progress import Prepared, prepare
from csplan.edit.target import Target
from csplan.load import Item
from csplan.model import Action
from csplan.query import Position, position


class Step(NamedTuple):
    """A report made ready, and where its work stands before and after it, as at today."""

    prepared: Prepared
    before: Position
    after: Position


def steps(asked: Iterable[tuple[Target, Report]], today: date) -> Iterator[Step]:
    """Reports on items of a plan; the changes are for one draft, file by file in this order."""
    now = _Now()
    for target, report in asked:
        plan, file, item = target
        before = now.item(item)
        prepared = prepare(Target(plan, file, before), report, today)
        if prepared.change:
            now.keep(item, with_entry(before, prepared.change.entry, prepared.change.at))
        standing = (position(plan, each, today) for each in (before, now.item(item)))
        yield Step(prepared, *standing)


class _Now:
    """What items hold once the reports so far are in."""

    def __init__(self) -> None:
        # By identity, which lasts as long as the plan that is changed.
        self._actions: dict[int, Action] = {}

    def keep(self, item: Item, made: Item) -> None:
        action = made.action
        if made.milestone:
            milestones = list(action.milestones)
            milestones[int(item.route[-1])] = made.milestone
            action = action.model_copy(update={"milestones": tuple(milestones)})
        self._actions[id(item.action)] = action

    def item(self, item: Item) -> Item:
        action = self._actions.get(id(item.action), item.action)
        milestone = action.milestones[int(item.route[-1])] if item.milestone else None
        return item._replace(work=item.work._replace(action=action), milestone=milestone)
