"""The life of an action, in words: the one shape that text and Markdown are written from."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from csplan.dates import Days, read_due, say_day, say_later
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load.changes import Recorded
from csplan.query import Position, position
from csplan.query.history import Life, Stage
from csplan.query.tasks import Spot, Task

Kept = Mapping[Spot, tuple[Recorded, ...]]
"""What git has of the entries in each plan; empty if it was not asked for."""

_LASTING = {
    "start": ("ran", "has been running since"),
    "meeting": ("was open", "has been open since"),
    "report": ("was reported on", "has been reported on since"),
    "plan": ("stood in the plan", "has stood in the plan since"),
}
"""What is said of work that has ended and of work that goes on, by what tells its beginning."""


class Chapter(NamedTuple):
    """What there is to say of its time in one plan: lines, then what was said, by day."""

    title: str
    lines: tuple[str, ...]
    said: tuple[str, ...]
    kept: tuple[str, ...]


def heading(life: Life) -> str:
    """What it is called now, and its words."""
    task = life.last.task
    return one_line(f"{task.ref}: {task.words}")


def chapters(life: Life, kept: Kept) -> Iterator[Chapter]:
    """One for each plan, oldest first."""
    for stage in life.stages:
        plan = stage.task.plan
        status = f" ({plan.plan.status})" if plan.plan and plan.plan.status != "adopted" else ""
        yield Chapter(
            one_line(f"{plan.title}{status}: {stage.task.ref}"),
            tuple(map(one_line, _lines(life, stage))),
            tuple(map(one_line, _said(stage))),
            tuple(_kept(kept.get(stage.task.spot, ()))),
        )


def _lines(life: Life, stage: Stage) -> Iterator[str]:
    task = stage.task
    if one_line(task.words) != one_line(life.last.task.words):
        yield f"words: {one_line(task.words)}"
    yield f"in: {task.within}"
    if text := task.entry.carried_from:
        yield f"carried forward from: {one_line(text)}{_unless(is_read=stage.from_here)}"
    yield from _dates(task, stage.position)
    if task.item.owners or not task.milestones:
        yield _lead(task)
    if task.entry.cost:
        yield f"cost: {one_line(task.entry.cost)}"
    for step in task.milestones:
        now = position(step.plan, step.item, life.as_at)
        told = (*_dates(step, now), _lead(step), standing(now))
        yield f"{step.ref}: {one_line(step.words)} ({'; '.join(told)})"
    if text := task.entry.carried_to:
        yield f"carried forward to: {one_line(text)}{_unless(is_read=stage.to_here)}"
    yield f"file: {task.file.path}:{task.line}"


def _lead(task: Task) -> str:
    return f"lead: {'; '.join(owner.text for owner in task.item.owners) or 'nobody is named'}"


def _unless(*, is_read: bool) -> str:
    return "" if is_read else " (not found among the plans that were read)"


def _dates(task: Task, now: Position) -> Iterator[str]:
    """The first date, and the one that the board agreed last."""
    if task.entry.due:
        yield f"due: {one_line(task.entry.due)}"
    elif not task.milestones:
        yield "due: no date is given"
    if now.moved_from and now.due:
        moved = filter(None, (one_line(now.due.text), say_later(now.days_moved)))
        yield f"now due: {', '.join(moved)}"


def standing(now: Position) -> str:
    """The state, the rating and the day on which it was said."""
    rating = f", {now.rating}" if now.rating else ""
    return f"{now.state}{rating}{f' on {say_day(now.day)}' if now.day else ''}"


def _said(stage: Stage) -> Iterator[str]:
    """Each progress entry in one line; that of a milestone with its reference."""
    for day, ref, entry in stage.said:
        own = "" if ref == stage.task.ref else f"{ref}, "
        parts = (
            f"for {one_line(entry.covers)}" if entry.covers else "",
            ", ".join(filter(None, (entry.state, entry.rating))),
            f"date moved to {one_line(entry.due)}" if entry.due else "",
            f"because: {one_line(entry.reason)}" if entry.reason else "",
            one_line(entry.note or ""),
            f"what is done about it: {one_line(entry.corrective_action)}"
            if entry.corrective_action
            else "",
            f"reported by {one_line(entry.by)}" if entry.by else "",
        )
        yield f"{own}{say_day(day)}: {'; '.join(filter(None, parts)) or 'reported'}"


def _kept(changes: tuple[Recorded, ...]) -> Iterator[str]:
    for day, subject, what in changes:
        if not day:
            yield f"{what}, and not committed yet"
        else:
            date_of = read_due(day, None).days
            yield f"{date_of}: {what}: {one_line(subject) or 'nothing was said why'}"


def closing(life: Life) -> str:
    """Where it stands on the day, and for how long that has been going on."""
    stands = f"At {say_day(life.as_at)}: {_stands(life)}"
    if life.began is None or (life.ended and life.days is None):
        return stands
    if life.days is None:
        return f"{stands}; it has not begun"
    ended, going_on = _LASTING[life.began.by]
    if life.began.by == "start" and life.last.standing.state == "not started":
        going_on = "should have been running since"
    first = say_day(life.began.day)
    since = (
        f"{ended} from {first} to {say_day(life.ended)}" if life.ended else f"{going_on} {first}"
    )
    return f"{stands}; it {since}: {lasted(life.days)}"


def _stands(life: Life) -> str:
    """Where it stands, with its milestones if it has any."""
    last = life.last
    if not last.task.milestones:
        return standing(last.position)
    every = (position(step.plan, step.item, life.as_at) for step in last.task.milestones)
    states = Counter(each.state for each in every)
    counts = ", ".join(f"{number} {state}" for state, number in states.items())
    return f"{', '.join(filter(None, last.standing))} (milestones: {counts})"


def lasted(days: Days) -> str:
    """How long in whole years and months, or in days if it is less than two months."""
    first, last = days.first, days.last + timedelta(days=1)
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    if months < 2:
        return counted((last - first).days, "day")
    years, rest = divmod(months, 12)
    parts = (counted(years, "year") if years else "", counted(rest, "month") if rest else "")
    return " and ".join(filter(None, parts))
