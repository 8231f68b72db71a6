"""What was mended without a decision: the lines, how much it was, and what was left and why."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from csplan.console.terminal import say
from csplan.diagnostic import counted
from csplan.edit import Left, Rewrite
from csplan.source.text import LINE_END, UNSEEN

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(rewrites: Iterable[Rewrite], margin: str = "") -> None:
    """Files before and after as a unified diff, in which what is not seen is spelt out.

    `margin` stands before each line.
    """
    for each in rewrites:
        for line in _diff(each):
            is_head = line.startswith(("---", "+++"))
            say(margin + line, "bold" if is_head else _STYLES.get(line[:1], ""))


def _diff(rewrite: Rewrite) -> Iterator[str]:
    path = Path(rewrite.path).as_posix()
    before, after = (_lines(data or b"") for data in rewrite[1:])
    lines = difflib.unified_diff(before, after, path, path, lineterm="")
    return (UNSEEN.sub(lambda found: repr(found[0])[1:-1], line) for line in lines)


def _lines(data: bytes) -> list[str]:
    *lines, last = LINE_END.split(data.decode("utf-8-sig"))
    return [*lines, last] if last else lines


def show_left(left: Iterable[Left]) -> None:
    """Where something was left as it is, and why."""
    for each in left:
        line, column = each.span
        say(f"{Path(each.path).as_posix()}:{line}:{column}: left as it is: {each.words}", "yellow")


def tally(count: int, files: int, *, done: bool) -> str:
    """How much was mended or would be: `Mended 3 things in 2 files`."""
    if not count:
        return "Nothing was found that could be mended without a decision"
    where = f"{counted(count, 'thing')} in {counted(files, 'file')}"
    return f"Mended {where}" if done else f"Would mend {where}; `--fix` does"
