"""One action's whole life: the plans that it went through, and all that was said of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from csplan.dates import Days
from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import Workspace, reference_key
from csplan.model import Progress
from csplan.query.begun import begins, held_on
from csplan.query.links import Links, first_day, links_of
from csplan.query.position import CLOSED, Position, position
from csplan.query.rollup import Standing, standing
from csplan.query.tasks import Task, places, tasks


class Said(NamedTuple):
    """What was said of it, or of one of its milestones, and on which day."""

    day: date
    ref: str
    entry: Progress


class Stage(NamedTuple):
    """Its time in one plan.

    `position` is where it stood by itself on the day that was asked about, `standing` where it
    stood with its milestones; `said` holds what was said up to then, of its milestones too, oldest
    first. `from_here` and `to_here` tell whether the plans that `carried_from` and `carried_to`
    name are among those that were read.
    """

    task: Task
    position: Position
    standing: Standing
    said: tuple[Said, ...]
    from_here: bool
    to_here: bool


class Beginning(NamedTuple):
    """The first day that is known of it, and what tells.

    That is its own start, the meeting that it arises from, the first report, or its plan.
    """

    day: date
    by: Literal["start", "meeting", "report", "plan"]


class Life(NamedTuple):
    """An action or milestone through every plan that it was in, oldest first.

    It ran from `began` to `ended`, or until the day that was asked about if `ended` is None.
    """

    as_at: date
    stages: tuple[Stage, ...]
    began: Beginning | None
    ended: date | None

    @property
    def last(self) -> Stage:
        """Its latest plan."""
        return self.stages[-1]

    @property
    def days(self) -> Days | None:
        """The days that it has been running; None if it has not begun."""
        until = self.ended or self.as_at
        began = self.began.day if self.began else date.max
        return Days(began, until) if began <= until else None


def history(
    workspace: Workspace, reference: str, as_at: date, within: Workspace | None = None
) -> tuple[Life, ...]:
    """The life of each action or milestone of that reference; several if it became several.

    It is looked for in `within`, or in all plans; its ways through all plans of the workspace are
    followed by what `carried_from` and `carried_to` name, both ways. Raises `CannotRunError` if
    no plan has the reference.
    """
    every = {plan.path: tuple(tasks(plan, plan.parts)) for plan in workspace.plans}
    where = {path: places(some) for path, some in every.items()}
    links = links_of(workspace.plans, where)
    asked = within or workspace
    chosen = {file.path for plan in asked.plans for file in plan.chosen_parts}
    key = reference_key(reference)
    lives: list[tuple[Task, ...]] = []
    known = [task for some in where.values() for task in some.values() if task.file.path in chosen]
    # From the oldest one, because from there every way can be seen.
    for task in sorted(known, key=lambda each: first_day(each.plan)):
        if reference_key(task.ref) == key and not any(task in life for life in lives):
            lives += _lines(task, links)
    if not lives:
        hint = did_you_mean(reference, (task.ref for task in known))
        raise CannotRunError(f"no plan has {quoted(reference)}{hint}")
    return tuple(_life(life, links, as_at) for life in lives)


def _lines(task: Task, links: Links) -> Iterator[tuple[Task, ...]]:
    """For each that a task became in the end, all that it came from and went through on the way.

    Each is there once, the oldest plan first.
    """
    before, after = _along(task, links.earlier), _along(task, links.later)
    ends = [each for each in after if each not in links.later] or after[-1:]
    for end in ends:
        way = _along(end, links.earlier)
        found = dict.fromkeys((*reversed(before), *(each for each in after if each in way)))
        yield tuple(sorted(found, key=lambda each: first_day(each.plan)))


def _along(task: Task, way: Mapping[Task, list[Task]]) -> list[Task]:
    found: dict[Task, None] = {}
    waiting = [task]
    while waiting:
        here = waiting.pop(0)
        if here not in found:
            found[here] = None
            waiting += way.get(here, ())
    return list(found)


def _life(line: tuple[Task, ...], links: Links, as_at: date) -> Life:
    stages = tuple(_stage(task, links, as_at) for task in line)
    begun = [each for stage in stages if (each := _beginning(stage, as_at))]
    terms = (stage.task.plan.term for stage in stages)
    in_plans = (Beginning(term.days.first, "plan") for term in terms if term)
    return Life(as_at, stages, min(begun or in_plans, default=None), _ended(stages[-1], as_at))


def _stage(task: Task, links: Links, as_at: date) -> Stage:
    every = [
        Said(day, each.ref, entry)
        for each in (task, *task.milestones)
        for day, entry in position(each.plan, each.item, as_at).entries
    ]
    return Stage(
        task,
        position(task.plan, task.item, as_at),
        standing(task.plan, task.items, as_at),
        tuple(sorted(every, key=lambda said: said.day)),
        task in links.earlier,
        task in links.later,
    )


def _beginning(stage: Stage, as_at: date) -> Beginning | None:
    """When it began by what is said of it: on its start, or else with the first report.

    What only ends it, or comes after its end, tells nothing of its beginning.
    """
    task, ended = stage.task, _ended(stage, as_at)
    start = begins(task.plan, task.file, task.item)
    reported = [said.day for said in stage.said if ended is None or said.day < ended]
    if start and (start <= (ended or as_at) or not (reported or ended)):
        return Beginning(start, "meeting" if start == held_on(task.file, task.item) else "start")
    return Beginning(reported[0], "report") if reported else None


def _ended(stage: Stage, as_at: date) -> date | None:
    """When it, or the last of its milestones, was closed; None if it is open."""
    if stage.standing.state not in CLOSED:
        return None
    every = (stage.task, *stage.task.milestones)
    return max(day for each in every if (day := position(each.plan, each.item, as_at).day))
