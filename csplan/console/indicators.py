"""Indicators as at a day: for a person or a document."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from csplan.console import measured
from csplan.console.grid import Column, markdown_grid
from csplan.console.narrowed import in_words
from csplan.console.paper import (
    markdown_opening,
    markdown_warning,
    show_opening,
    show_warning,
)
from csplan.console.terminal import say, say_wrapped
from csplan.dates import say_day
from csplan.escape import markdown
from csplan.load import LoadedPlan
from csplan.query import Filter, Reading

_COLUMNS = (
    Column("Indicator"),
    Column("Latest"),
    Column("Target"),
    Column("Rating"),
    Column("Direction of travel"),
)


def show_text(
    plans: Iterable[LoadedPlan], found: Iterable[Reading], question: str, warning: str
) -> None:
    """For each plan its key, then every indicator by theme, with counts at the end."""
    show_warning(warning)
    everything = tuple(found)
    for number, plan in enumerate(plans):
        mine = [each for each in everything if each.plan is plan]
        opening = (question, *measured.key_of(plan))
        show_opening(number, plan.title, opening)
        for heading, group in groupby(mine, key=measured.heading):
            say()
            say(heading, "bold")
            for each in group:
                _show(each)
        say()
        say_wrapped(measured.closing(mine), style="bold")


def _show(reading: Reading) -> None:
    indent = "    " if reading.row else "  "
    if not reading.row:
        say()
    target = measured.target(reading)
    latest = f"{measured.latest(reading)}{f'; target {target}' if target else ''}"
    if reading.row:
        say_wrapped(f"{measured.title(reading)}: {latest}", indent)
    else:
        say_wrapped(measured.title(reading), style="bold")
        say_wrapped(latest, indent)
    for words in filter(None, (measured.rating(reading), measured.direction(reading))):
        say_wrapped(words, f"{indent}  " if reading.row else indent)


def question(as_at: date, asked: Filter) -> str:
    """`Indicators at 30 September 2010`, with what was narrowed."""
    return f"Indicators at {say_day(as_at)}{in_words(asked)}"


def as_markdown(
    plans: Iterable[LoadedPlan], found: Iterable[Reading], question: str, warning: str
) -> str:
    """The same as a Markdown document, with a table for each theme."""
    lines = markdown_warning(warning)
    everything = tuple(found)
    for plan in plans:
        mine = [each for each in everything if each.plan is plan]
        lines += markdown_opening(plan.title, (question, *measured.key_of(plan)))
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
