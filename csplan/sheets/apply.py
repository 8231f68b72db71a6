"""Sheets that came back, to changes of the plans: all of them or none."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from csplan.diagnostic import counted, listed
from csplan.edit import Change, Draft, draft, steps
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.sheets.columns import ANSWERS, COLUMNS, DAY, NEEDED
from csplan.sheets.match import Places
from csplan.sheets.reply import Reply, Row, read_reply
from csplan.sheets.send import filled_in
from csplan.sheets.table import Table, TableRow, not_read, read_table
from csplan.sheets.twins import quarrel, twinned

_KNOWN = frozenset(column.name for column in COLUMNS)


class Returned(NamedTuple):
    """What came back: every row that says something, and the drafts of the plans that come of it.

    `blank` counts the rows that say nothing; `unread` says which of them have a day, which columns
    hold text and are none of a sheet's, and of which workbook there are more pages. There are no
    drafts while any row is wrong.
    """

    rows: tuple[Row, ...]
    blank: int
    unread: tuple[str, ...]
    drafts: tuple[tuple[LoadedPlan, Draft], ...]

    @property
    def wrong(self) -> tuple[Row, ...]:
        """The rows with problems."""
        return tuple(row for row in self.rows if row.problems)


def take_back(workspace: Workspace, paths: Iterable[Path], on: date, today: date) -> Returned:
    """The reports in some sheets, drafted; `on` is the day of those that name none.

    Raises `CannotRunError` if a file is no sheet, or if a plan cannot be changed.
    """
    tables = [read_table(path, NEEDED) for path in paths]
    replies = [
        Reply(table.path, number, cells)
        for table in tables
        for number, cells in filter(_says_something, table.rows)
    ]
    places = Places(workspace.plans)
    rows = twinned([read_reply(reply, places, on, today) for reply in replies])
    for plan in workspace.plans:
        rows = _stepped(plan, rows, today)
    is_wrong = any(row.problems for row in rows)
    drafts = () if is_wrong else ((plan, _drafted(plan, rows)) for plan in workspace.plans)
    return Returned(
        rows=tuple(rows),
        blank=sum(len(table.rows) for table in tables) - len(replies),
        unread=tuple(line for table in tables for line in _unread(table)),
        drafts=tuple((plan, made) for plan, made in drafts if made),
    )


def _says_something(row: TableRow) -> bool:
    return filled_in(row) not in ((), (DAY,))


def _unread(table: Table) -> Iterator[str]:
    yield from not_read(table)
    lacking = [name for name in ANSWERS if name not in table.headings]
    again = f"; if it was {listed(lacking)}, give it that heading again" if lacking else ""
    for name in table.headings:
        used = sum(1 for row in table.rows if row.cells[name])
        if used and name not in _KNOWN:
            have = f"{counted(used, 'row')} {'has' if used == 1 else 'have'} something in it"
            column = f"`{table.path}`: the column {quoted(name)}"
            yield f"{column} is not one that is read; {have}{again}"
    for row in table.rows:
        if filled_in(row) == (DAY,):
            yield f"`{table.path}`, row {row.number}: only a day is filled in, so it was skipped"


def _stepped(plan: LoadedPlan, rows: Sequence[Row], today: date) -> list[Row]:
    """The rows with what comes of each that is about a plan, worked out in the order of days."""
    found = list(rows)
    mine = [
        (row.reported.report.on, number, row.reported)
        for number, row in enumerate(rows)
        if row.reported and row.reported.target.plan is plan and not (row.problems or row.is_twin)
    ]
    mine.sort(key=lambda each: each[:2])
    asked = ((reported.target, reported.report) for _, _, reported in mine)
    changing: list[Row] = []
    for (_, number, reported), step in zip(mine, steps(asked, today), strict=True):
        problems = () if step.prepared.is_there else step.prepared.problems
        if problems and (against := quarrel(reported, changing, today)):
            problems = (*problems, against)
        found[number] = found[number]._replace(step=step, problems=problems)
        if step.prepared.change:
            changing.append(found[number])
    return found


def _drafted(plan: LoadedPlan, rows: Iterable[Row]) -> Draft | None:
    """All that the rows change in a plan, in the order in which it was worked out."""
    dated = [
        (row.reported.report.on, row.reported.target.file, row.change)
        for row in rows
        if row.reported and row.reported.target.plan is plan and row.change
    ]
    changes: dict[LoadedFile, list[Change]] = {}
    for _, file, change in sorted(dated, key=lambda each: each[0]):
        changes.setdefault(file, []).append(change)
    return draft(plan, changes) if changes else None
