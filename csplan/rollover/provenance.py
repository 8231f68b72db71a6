"""Where work went and where it came from, told on both sides."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, say_day
from csplan.edit import Change, Put, Report, Target, prepare
from csplan.edit.wording import flat
from csplan.errors import CannotRunError
from csplan.escape import one_line
from csplan.load import LoadedPlan
from csplan.load.mentions import NOTE
from csplan.query import Position, position
from csplan.query.tasks import Task
from csplan.rollover.choice import Carried
from csplan.rollover.references import References


class Record(NamedTuple):
    """What both plans say of what is carried forward."""

    plan: LoadedPlan
    new_title: str
    on: date
    today: date
    reason: str

    @property
    def why(self) -> str:
        """The reason that was given, or the one that there always is."""
        return flat(self.reason) or "Not finished, and still wanted"

    def came_from(self, task: Task, position: Position | None) -> str:
        """What the new plan says: reference, plan, day, reason, first date if it was moved.

        What the work says of a plan before the old one stays at the end.
        """
        first = position.moved_from if position else None
        when = f"carried forward on {say_day(self.on)} ({bare(self.why)})"
        said = [f"{one_line(task.ref)} of {bare(self.plan.title)}, {when}"]
        said += [f"first due {one_line(first.text)}"] if first else []
        before = task.entry.carried_from
        said += [f"before that {bare(before)}"] if before else []
        return "; ".join(said)

    def goes_to(self, task: Task, reference: str) -> str:
        """What the old plan says: the new reference and plan."""
        said = f"{one_line(reference)} of {bare(self.new_title)}"
        known = task.entry.carried_to
        return f"{said}; also {one_line(known)}" if known else said


def bare(title: str) -> str:
    """A title on one line without marks of notes, which another file does not hold."""
    return one_line(NOTE.sub("", title))


def marks(carried: Carried, names: References, record: Record) -> Iterator[Change]:
    """What is written into the old plan: an entry of progress, and where the work goes.

    If all that is open of an action goes, the action is marked and closes its milestones; each
    milestone is told apart if it has another number now. Else only what goes is marked.
    """
    task = carried.deed.task
    for each in (task, *(part.task for part in carried.parts)):
        _refuse_later(each, record)
    for step in carried.steps:
        if not carried.is_whole:
            yield from _mark(step.task, names, record)
        elif is_renamed(step.task, names):
            words = record.goes_to(step.task, names.by_spot[step.task.spot])
            yield Put(step.task.item.route, "carried_to", words)
    if carried.is_whole:
        yield from _mark(task, names, record)


def _refuse_later(task: Task, record: Record) -> None:
    """Stop if somebody reported after the day: that report would say where the work stands."""
    entries = position(record.plan, task.item, date.max).entries
    if entries and entries[-1][0] > record.on:
        last, on = (Days(day, day) for day in (entries[-1][0], record.on))
        raise CannotRunError(
            f"{task.ref} has a report of {last}, which is after {on}; give that day or a later one "
            "with `--on`, or leave it behind"
        )


def is_renamed(task: Task, names: References) -> bool:
    """Whether something has another reference in the new plan."""
    return names.by_spot[task.spot] != task.ref


def _mark(task: Task, names: References, record: Record) -> Iterator[Change]:
    report = Report(record.on, state="carried forward", reason=record.why)
    ready = prepare(Target(record.plan, task.file, task.item), report, record.today)
    if ready.change is None:
        raise CannotRunError(f"{task.ref}: {'; '.join(ready.problems)}")
    yield ready.change
    yield Put(task.item.route, "carried_to", record.goes_to(task, names.by_spot[task.spot]))
