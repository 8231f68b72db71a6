"""Indicators as at a day: for a person or a document."""

import textwrap
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from csplan.console import measured
from csplan.console.grid import Column, markdown_grid
from csplan.console.terminal import is_window, say
from csplan.dates import Days
from csplan.escape import markdown
from csplan.load import LoadedPlan
from csplan.query import Reading

_COLUMNS = (
    Column("Indicator"),
    Column("Latest"),
    Column("Target"),
    Column("Rating"),
    Column("Direction of travel"),
)
_WIDTH = 80


def show_text(
    plans: Iterable[LoadedPlan], found: Iterable[Reading], as_at: date, warning: str
) -> None:
    """For each plan its key, then every indicator by theme, with counts at the end."""
    if warning:
        say(f"Warning: {warning}", "bold red")
        say()
    everything = tuple(found)
    for number, plan in enumerate(plans):
        if number:
            say()
        mine = [each for each in everything if each.plan is plan]
        say(plan.title, "bold")
        for line in (_question(as_at), *measured.key_of(plan)):
            _say("", line)
        for heading, group in groupby(mine, key=measured.heading):
            say()
            say(heading, "bold")
            for each in group:
                _show(each)
        say()
        for line in _lines("", measured.closing(mine)):
            say(line, "bold")


def _show(reading: Reading) -> None:
    indent = "    " if reading.row else "  "
    if not reading.row:
        say()
    target = measured.target(reading)
    latest = f"{measured.latest(reading)}{f'; target {target}' if target else ''}"
    if reading.row:
        _say(indent, f"{measured.title(reading)}: {latest}")
    else:
        for line in _lines("", measured.title(reading)):
            say(line, "bold")
        _say(indent, latest)
    for words in filter(None, (measured.rating(reading), measured.direction(reading))):
        _say(f"{indent}  " if reading.row else indent, words)


def _say(indent: str, words: str) -> None:
    for line in _lines(indent, words):
        say(line)


def _lines(indent: str, words: str) -> list[str]:
    """Words as lines of 80 columns; a window wraps its lines itself."""
    if is_window():
        return [f"{indent}{words}"]
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _question(as_at: date) -> str:
    return f"Indicators at {Days(as_at, as_at)}"


def as_markdown(
    plans: Iterable[LoadedPlan], found: Iterable[Reading], as_at: date, warning: str
) -> str:
    """The same as a Markdown document, with a table for each theme."""
    lines = [markdown(f"Warning: {warning}"), ""] if warning else []
    everything = tuple(found)
    for plan in plans:
        mine = [each for each in everything if each.plan is plan]
        lines += [f"# {markdown(plan.title)}", ""]
        for words in (_question(as_at), *measured.key_of(plan)):
            lines += [markdown(words), ""]
        for heading, group in groupby(mine, key=measured.heading):
            lines += [f"## {markdown(heading)}", ""]
            lines += markdown_grid(_COLUMNS, [_row(each) for each in group])
        lines += [markdown(measured.closing(mine)), ""]
    return "\n".join(lines)


def _row(reading: Reading) -> tuple[str, ...]:
    name = measured.title(reading)
    return (
        f"{reading.indicator.indicator}: {name}" if reading.row else name,
        measured.latest(reading),
        measured.target(reading),
        measured.rating(reading),
        measured.direction(reading),
    )
