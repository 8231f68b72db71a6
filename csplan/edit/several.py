"""Several reports that go into a plan in one run, each made ready as if those before it were in."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.edit.case import Report
from csplan.edit.progress import Prepared, prepare
from csplan.edit.target import Target
from csplan.load import Item
from csplan.model import Action, Milestone, Progress
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
            now.add(item, prepared.change.entry, prepared.change.at)
        standing = (position(plan, each, today) for each in (before, now.item(item)))
        yield Step(prepared, *standing)


class _Now:
    """What items hold once the reports so far are in."""

    def __init__(self) -> None:
        # By identity, which lasts as long as the plan that is changed.
        self._progress: dict[int, tuple[Progress, ...]] = {}

    def add(self, item: Item, entry: object, at: int | None) -> None:
        held = self._progress.get(id(item.entry), item.entry.progress)
        place = len(held) if at is None else at
        new = Progress.model_validate(entry)
        self._progress[id(item.entry)] = (*held[:place], new, *held[place:])

    def item(self, item: Item) -> Item:
        milestones = tuple(map(self._milestone, item.action.milestones))
        held = {"milestones": milestones, "progress": self._held(item.action)}
        action = item.action.model_copy(update=held)
        milestone = self._milestone(item.milestone) if item.milestone else None
        return item._replace(work=item.work._replace(action=action), milestone=milestone)

    def _milestone(self, milestone: Milestone) -> Milestone:
        return milestone.model_copy(update={"progress": self._held(milestone)})

    def _held(self, entry: Milestone | Action) -> tuple[Progress, ...]:
        return self._progress.get(id(entry), entry.progress)
