"""What became of actions and milestones from one plan to another."""

from collections.abc import Iterator
from datetime import date

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.query.differences.deeds import changes_of
from csplan.query.differences.matching import Pair
from csplan.query.differences.pairing import CARRIED, Paired
from csplan.query.differences.priorities import Priorities
from csplan.query.differences.shapes import Entry, Kind, place
from csplan.query.position import CLOSED, position
from csplan.query.rollup import standing
from csplan.query.tasks import Task


def compare_actions(
    paired: Paired, priorities: Priorities, as_at: date, *, years_apart: bool
) -> Iterator[Entry]:
    """An entry for each action and milestone that is new, dropped, carried forward or changed.

    What is new or dropped stands in the order of its plan, the rest in that of the new one.
    """
    dropped_refs = {old.key for old in paired.dropped}
    for new in sorted(paired.new, key=_order):
        yield _entry("new", None, new, note=_origin(new, dropped_refs))
    for old in sorted(paired.dropped, key=_order):
        yield _entry("dropped", old, None, note=_ending(old, as_at))
    for pair in sorted(paired.pairs, key=lambda each: _order(each.new)):
        is_carried = years_apart and _is_carried(pair, as_at)
        starts_anew = is_carried or (years_apart and pair.new.item.milestone is not None)
        told = changes_of(pair, priorities, paired, as_at, is_carried=starts_anew)
        changes = tuple(told)
        if changes or is_carried:
            kind: Kind = "carried forward" if is_carried else "changed"
            by = pair.by if pair.by != CARRIED else ""
            note = _standing(pair.old, as_at) if is_carried else ""
            found = _entry(kind, pair.old, pair.new, note=note)
            yield found._replace(matched_by=by, changes=changes)


def _is_carried(pair: Pair[Task], as_at: date) -> bool:
    """Whether either plan says that it goes on in the other, and not only its action."""
    says = pair.old.entry.carried_to or pair.new.entry.carried_from
    now = position(pair.old.plan, pair.old.item, as_at)
    is_own = now.day in {day for day, _ in now.entries}
    return pair.by == CARRIED or bool(says) or (is_own and now.state == "carried forward")


def _entry(kind: Kind, old: Task | None, new: Task | None, note: str) -> Entry:
    task = new or old
    assert task
    return Entry(
        "actions",
        kind,
        "milestone" if task.item.milestone else "action",
        one_line(task.words),
        task.within,
        old.ref if old else "",
        new.ref if new else "",
        note=note,
        old_place=place(old.file, old.item.route) if old else None,
        new_place=place(new.file, new.item.route) if new else None,
    )


def _order(task: Task) -> tuple[int, tuple[int, ...]]:
    """By the order of the themes, then of what stands in them."""
    files = [theme.path for theme in task.plan.themes]
    numbers = tuple(step for step in task.item.route if isinstance(step, int))
    # What stands in the theme itself comes before what stands in its parts.
    return files.index(task.file.path), ("sub_themes" in task.item.route, *numbers)


def _origin(new: Task, dropped_refs: set[str]) -> str:
    """Where something new says it comes from, and what it holds."""
    found = []
    if new.milestones:
        found.append(f"with {counted(len(new.milestones), 'milestone')}")
    if new.key and new.key in dropped_refs:
        found.append(f"the old plan had another action {new.ref}, which is dropped")
    if new.entry.carried_from:
        found.append(f"it says that it is carried forward from: {one_line(new.entry.carried_from)}")
    return "; ".join(found)


def _ending(old: Task, as_at: date) -> str:
    """How something that is dropped ended, as far as its progress tells."""
    found = [_standing(old, as_at)]
    if old.milestones:
        ended = [position(old.plan, step.item, as_at).state for step in old.milestones]
        states = [f"{ended.count(state)} {state}" for state in dict.fromkeys(ended)]
        found.append(f"{counted(len(old.milestones), 'milestone')}: {', '.join(states)}")
    if old.entry.carried_to:
        found.append(f"it says that it is carried forward to: {one_line(old.entry.carried_to)}")
    return "; ".join(found)


def _standing(old: Task, as_at: date) -> str:
    """Where it stood in the end, with its milestones; the day if it was said of itself."""
    own = position(old.plan, old.item, as_at)
    now = standing(old.plan, old.items, as_at)
    day = f" on {say_day(own.day)}" if own.day and own.state == now.state else ""
    stood = "ended" if now.state in CLOSED else "stood at"
    return f"it {stood} {', '.join(filter(None, now))}{day}"
