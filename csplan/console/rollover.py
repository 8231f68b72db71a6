"""A plan rolled over, for the people who have to finish the new one."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from csplan.console.changed import show_written
from csplan.console.grid import Column, show_grid
from csplan.console.terminal import say, write
from csplan.dates import Days
from csplan.diagnostic import counted
from csplan.escape import argument, one_line
from csplan.query.tasks import Task
from csplan.rollover import Carried, Deed, Rollover, Standing

_CARRIED = (
    Column("Ref"),
    Column("What", 6),
    Column("New ref", 3),
    Column("Due", 3),
    Column("Lead", 4),
)
_LEFT = (Column("Ref"), Column("What", 7), Column("State", 3), Column("Due", 3))


def show_deed(deed: Deed, number: int, of: int) -> None:
    """An open action to be asked about: what it is, and where all that is open of it stands."""
    say()
    say(f"{number} of {of}: {deed.task.ref}: {one_line(deed.task.words)}", "bold")
    for part in deed.open:
        words = f": {one_line(part.task.words)}" if part.task is not deed.task else ""
        state, due = part.position.state, _due(part)
        say(f"  {part.task.ref}{words} ({state}{f', due {due}' if due else ''})")


def show_text(found: Rollover, *, dry_run: bool) -> None:
    """What goes into the new plan, what does not, what is left to do, and what was written."""
    choice = found.choice
    day = Days(found.wanted.on, found.wanted.on)
    say(f"{found.plan.title}, rolled over on {day}", "bold")
    say(f"New plan: {found.after.title}")
    rows = [row for carried in choice.carried for row in _carried(found, carried)]
    _show(f"Carried forward ({counted(len(choice.carried), 'action')})", _CARRIED, rows)
    _show_closed(choice.closed)
    ours = [part for part in choice.left if not part.arises]
    _show(f"Still open and not carried forward ({len(ours)})", _LEFT, [*map(_left, ours)])
    arising = [part for part in choice.left if part.arises]
    heading = f"Still open from meetings, and left with their minutes ({len(arising)})"
    _show(heading, _LEFT, [*map(_left, arising)])
    _show_review(found)
    _show_files(found)
    how = f"csplan undo {argument(found.plan.path)}"
    show_written(f"Written; `{how}` takes all of it back", dry_run=dry_run)


def _show(heading: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        say()
        say(heading, "bold")
        show_grid(columns, rows)


def _carried(found: Rollover, carried: Carried) -> Iterator[tuple[str, ...]]:
    task = carried.deed.task
    if task is not carried.parts[0].task:
        yield _row(found, task, "")
    for part in carried.parts:
        yield _row(found, part.task, _due(part))


def _row(found: Rollover, task: Task, due: str) -> tuple[str, ...]:
    leads = "; ".join(owner.text for owner in task.item.owners)
    return task.ref, one_line(task.words), _new_ref(found, task), due, leads


def _new_ref(found: Rollover, task: Task) -> str:
    return found.names.by_spot[task.spot]


def _due(part: Standing) -> str:
    return one_line(part.position.due.text) if part.position.due else ""


def _left(part: Standing) -> tuple[str, ...]:
    return part.task.ref, one_line(part.task.words), part.position.state, _due(part)


def _show_closed(closed: Sequence[Standing]) -> None:
    """What is not carried because it is closed, by how it was closed."""
    if not closed:
        return
    say()
    say(f"Closed, and not in the new plan ({len(closed)})", "bold")
    states = dict.fromkeys(part.position.state for part in closed)
    for state in states:
        refs = [part.task.ref for part in closed if part.position.state == state]
        say(f"  {state} ({len(refs)}): {', '.join(refs)}")


def _show_review(found: Rollover) -> None:
    if found.to_review:
        say()
        say(f"To be rewritten in the new plan ({sum(found.to_review.values())})", "bold")
        for title, number in found.to_review.items():
            say(f"  {title}: {number}")
        say("  Each stands under `to_review` in its file; `csplan validate` lists what is left")
    others = {rule: each for rule, each in found.warnings.items() if rule != "not-reviewed"}
    if others:
        say()
        said = ", ".join(f"{rule} ({number})" for rule, number in sorted(others.items()))
        say(f"New warnings in the new plan: {said}", "yellow")


def _show_files(found: Rollover) -> None:
    say()
    new = [Path(each.path).name for each in found.rewrites if each.before is None]
    say(f"New folder {found.folder.as_posix()}: {', '.join(new)}")
    old = [Path(each.path).name for each in found.rewrites if each.before is not None]
    if old:
        say(f"Marked in {Path(found.plan.path).as_posix()}: {', '.join(old)}")


def show_json(found: Rollover, *, dry_run: bool) -> None:
    """All of it as one object; days are ISO, and what is not there is null."""
    choice = found.choice
    carried = [
        {"old_ref": part.task.ref, "new_ref": _new_ref(found, part.task), **_record(part)}
        for each in choice.carried
        for part in each.parts
    ]
    whole = {
        "on": found.wanted.on.isoformat(),
        "written": not dry_run,
        "old": {"path": Path(found.plan.path).as_posix(), "title": found.plan.title},
        "new": {"path": found.folder.as_posix(), "title": found.after.title},
        "carried": carried,
        "left": [{"ref": part.task.ref, **_record(part)} for part in choice.left],
        "closed": [{"ref": part.task.ref, **_record(part)} for part in choice.closed],
        "to_review": dict(found.to_review),
        "warnings": dict(found.warnings),
        "files": [Path(each.path).as_posix() for each in found.rewrites],
    }
    write(json.dumps(whole, indent=2) + "\n")


def _record(part: Standing) -> dict[str, str | None]:
    task = part.task
    return {
        "action": one_line(task.item.action.action),
        "milestone": one_line(task.words) if task.item.milestone else None,
        "state": part.position.state,
        "due": _due(part) or None,
        "lead": "; ".join(owner.text for owner in task.item.owners) or None,
        "meeting": one_line(task.item.work.theme) if part.arises else None,
    }
