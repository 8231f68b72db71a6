"""What a command changes in a user's files: the lines, and what comes of them."""

import difflib
from collections.abc import Iterable, Iterator
from itertools import takewhile
from operator import eq
from pathlib import Path

from csplan.console.terminal import say, say_wrapped
from csplan.diagnostic import Complaint, counted
from csplan.edit import Rewrite, Update
from csplan.escape import argument, one_line
from csplan.query import Position

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def show_rewrites(rewrites: Iterable[Rewrite]) -> None:
    """Every line that differs, file by file, with its number in the file as it will be.

    Of a file that is new or goes, only how many lines it has.
    """
    for each in rewrites:
        say(Path(each.path).as_posix(), "bold")
        if each.before is None or each.after is None:
            done = "new" if each.before is None else "taken away"
            say(f"  {done}, {counted(len(_lines(each.before or each.after)), 'line')}")
            continue
        for line in _differing(each):
            say(f"  {line}", _STYLES.get(line[:1], ""))


def _differing(rewrite: Rewrite) -> Iterator[str]:
    before, after = (_lines(data) for data in (rewrite.before, rewrite.after))
    # Most lines are the same, and to match them all would take minutes in a large file.
    above = _alike(before, after)
    before, after = before[above:], after[above:]
    below = _alike(reversed(before), reversed(after))
    before, after = before[: len(before) - below], after[: len(after) - below]
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield f"@ line {above + first + 1}"
            yield from (f"- {line}" for line in before[start:end])
            yield from (f"+ {line}" for line in after[first:last])


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many lines are the same before the first that differs."""
    return sum(takewhile(bool, map(eq, one, other)))


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8").splitlines()


def show_update(update: Update) -> None:
    """A report of progress: what it is of, where that stood and stands, and the lines for it."""
    item = update.target.item
    say_wrapped(f"{item.address}: {one_line(item.words)}", style="bold")
    say_wrapped(f"before: {standing(update.before)}", "  ")
    say_wrapped(f"now: {standing(update.after)}", "  ")
    for remark in update.remarks:
        say_wrapped(f"note: {remark}", "  ")
    show_rewrites(update.draft.rewrites)
    show_warnings(update.draft.warnings)


def standing(position: Position) -> str:
    """Where work stands: `in progress, amber, due January 2011 (first December 2010)`."""
    due = one_line(position.due.text) if position.due else ""
    moved = f" (first {one_line(position.moved_from.text)})" if position.moved_from else ""
    parts = (position.state, position.rating, f"due {due}{moved}" if due else "")
    return ", ".join(filter(None, parts))


def written(folder: str) -> str:
    """That all was written, and how to take it back; `folder` is that of the plan."""
    return f"Written; `csplan undo {argument(folder)}` takes it back"


def show_written(done: str, *, dry_run: bool) -> None:
    """What was done, or that nothing was."""
    say()
    say("Nothing was written (--dry-run)" if dry_run else done, "bold")


def show_warnings(warnings: Iterable[Complaint]) -> None:
    """What the plan is complained of for the first time because of a change."""
    for each in warnings:
        place = f"{Path(each.path).as_posix()}:{each.span.line}"
        say(f"new warning[{each.rule}] {place}: {each.message}", "yellow")
