"""The facts of the East Sussex agreement 2010/11, taken from its text: references and dates.

    python tests/sources/east_sussex.py PATH-TO-SOURCE

writes them to `east-sussex-2010-11.json` beside this file. No sentence of the source is kept.

A line that starts with a tab starts a table cell, and the lines up to the next tab belong to it.
A table has one row of column headings, then rows as long as that one; a row whose first cell is
neither a reference nor empty is a heading that stands alone. A row without a reference continues
the action above it.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

FROZEN = Path(__file__).with_name("east-sussex-2010-11.json")
THEMES = (
    "crime-hotspots",
    "alcohol",
    "violent-crime",
    "road-safety",
    "adult-reoffending",
    "drugs",
    "acquisitive-crime",
    "anti-social-behaviour",
    "youth-crime",
    "communication",
)
"""The files of the plan, in the order of the chapters."""

FOOTNOTE = "\N{REPLACEMENT CHARACTER}"
A_REFERENCE = re.compile(r"[A-Z]{1,3} ?(\d+|\([a-z] ?\))")

Cell = list[str]


@dataclass(frozen=True)
class Action:
    """A numbered action; `rows` has the date lines of each of its table rows."""

    ref: str
    strand: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Table:
    """One action-plan table."""

    chapter: str
    theme: str
    heading: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Chapter:
    """One theme's chapter: its title and the lines up to the next title."""

    title: str
    theme: str
    lines: tuple[str, ...]


def chapters(text: str) -> list[Chapter]:
    """The chapters; each starts at the line above "What is the priority"."""
    lines = text.splitlines()
    end = next(at for at, line in enumerate(lines) if line.startswith(FOOTNOTE))
    questions = [at for at, line in enumerate(lines) if _plain(line).startswith("what is the prio")]
    starts = [_last_line(lines, question) for question in questions]
    return [
        Chapter(" ".join(lines[start].split()), theme, tuple(lines[start:stop]))
        for theme, start, stop in zip(THEMES, starts, [*starts[1:], end], strict=True)
    ]


def footnotes(text: str) -> str:
    """The notes at the end of the document."""
    return text[text.index("\n" + FOOTNOTE) :]


def tables(text: str) -> list[Table]:
    """Every action-plan table, in the order of the document."""
    return [table for chapter in chapters(text) for table in _tables(chapter)]


def frozen(found: Sequence[Table]) -> str:
    """The tables as JSON text, one line an action."""
    return "[\n" + ",\n".join(_table_text(table) for table in found) + "\n]\n"


def thawed(text: str) -> list[Table]:
    """What `frozen` wrote."""
    return [
        Table(
            table["chapter"],
            table["theme"],
            table["heading"],
            tuple(map(_action, table["actions"])),
        )
        for table in json.loads(text)
    ]


def _action(found: dict[str, Any]) -> Action:
    return Action(found["ref"], found["strand"], tuple(tuple(row) for row in found["rows"]))


def _plain(line: str) -> str:
    return " ".join(line.lower().split())


def _last_line(lines: Sequence[str], before: int) -> int:
    return next(at for at in range(before - 1, -1, -1) if lines[at].strip())


def _tables(chapter: Chapter) -> Iterator[Table]:
    lines = chapter.lines
    starts = [at for at, line in enumerate(lines) if _plain(line) == "action no."]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        cells = list(_cells(lines[start:stop]))
        actions = tuple(_actions(cells))
        yield Table(chapter.title, chapter.theme, _heading(lines, start), actions)


def _heading(lines: Sequence[str], table: int) -> str:
    """The line above a table; a sentence may stand between the two."""
    at = _last_line(lines, table)
    while lines[at].rstrip().endswith("."):
        at = _last_line(lines, at)
    return " ".join(lines[at].split())


def _cells(lines: Sequence[str]) -> Iterator[Cell]:
    starts = [at for at, line in enumerate(lines) if line.startswith("\t")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield [line.strip() for line in lines[start:stop] if line.strip()]


def _rows(cells: Sequence[Cell]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The strand, reference and date lines of each row."""
    # The heading for costs is the last one in each table.
    width = next(at for at, cell in enumerate(cells) if cell[0].startswith("Cost")) + 1
    date = next(at for at, cell in enumerate(cells) if "Date" in cell[0])
    at, strand = width, ""
    while at < len(cells):
        first = " ".join(cells[at])
        if first and not A_REFERENCE.fullmatch(first):
            strand = "" if first.startswith("Outcome:") else first
            at += 1
        else:
            yield strand, first, tuple(cells[at + date])
            at += width


def _actions(cells: Sequence[Cell]) -> Iterator[Action]:
    action: Action | None = None
    for strand, ref, dates in _rows(cells):
        if action and not ref:
            action = replace(action, rows=(*action.rows, dates))
            continue
        if action:
            yield action
        action = Action(ref, strand, (dates,))
    if action:
        yield action


def _table_text(table: Table) -> str:
    head = {name: getattr(table, name) for name in ("chapter", "theme", "heading")}
    lines = ",\n".join(f"  {_json(asdict(action))}" for action in table.actions)
    return f'{_json(head)[:-1]}, "actions": [\n{lines}\n]}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    FROZEN.write_text(frozen(tables(source)), encoding="utf-8")
