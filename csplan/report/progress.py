"""Where work stands on the day of a paper: a row for each action and each of its milestones."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.load import Item, Work
from csplan.model import Progress
from csplan.query import Position, position
from csplan.query.owed import overdue_by
from csplan.query.position import CLOSED
from csplan.query.published import is_published
from csplan.query.rollup import standing
from csplan.query.wholes import as_whole
from csplan.report.addresses import rows, shown_ref
from csplan.report.desk import Desk
from csplan.report.grid import Cells, grid, several, words
from csplan.report.readings import reading
from csplan.report.runs import Cell, Inline, Line, Table, cell, rated, said
from csplan.report.text import plain
from csplan.report.wholes import NOT_STATED

_IN_MILESTONES = "See milestones"


class _Row(NamedTuple):
    """A row of the table; None is a cell with nothing."""

    id: str
    ref: Cell | None
    words: Cell
    due: Cell | None
    lead: Cell | None
    state: Cell
    report: Cell | None
    is_head: bool = False


def progress(desk: Desk, works: Iterable[Work], caption: str) -> tuple[Table, ...]:
    """The table of those actions of a file that are published; none if there are none."""
    by_work, writer = rows(desk.file), ProgressWriter(desk)
    found = [
        row
        for work in works
        if is_published(desk.file, work)
        for row in writer.action(work, by_work[work.route])
    ]
    columns = [
        Cells("Ref", [row.ref for row in found], "None"),
        Cells("Action or milestone", [row.words for row in found]),
        Cells("Due", [row.due for row in found], NOT_STATED),
        Cells("Lead", [row.lead for row in found], NOT_STATED),
        Cells("State", [row.state for row in found]),
        Cells("Latest report", [row.report for row in found], "None"),
    ]
    return tuple(
        table._replace(
            rows=tuple(
                row._replace(is_head=each.is_head)
                for row, each in zip(table.rows, found, strict=True)
            )
        )
        for table in grid("progress", caption, columns, [row.id for row in found])
    )


class ProgressWriter:
    """Writes where the work of one file stands, in reading order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def action(self, work: Work, items: Sequence[Item]) -> Iterator[_Row]:
        """A row for an action, and one for each of its milestones."""
        milestones = [item for item in items if item.milestone]
        own = next((item for item in items if not item.milestone), None)
        yield self._head(work, items, own, milestones)
        for item in milestones:
            yield self._row(item, self._desk.addresses.entry(self._desk.file, item.route))

    def _head(
        self, work: Work, items: Sequence[Item], own: Item | None, milestones: Sequence[Item]
    ) -> _Row:
        own_id = self._desk.addresses.entry(self._desk.file, work.route)
        if own:
            row = self._row(own, own_id)
            return row._replace(
                ref=words(shown_ref(self._desk.file, work)), is_head=bool(milestones)
            )
        now = standing(self._desk.plan, items, self._desk.as_at)
        return _Row(
            id=own_id,
            ref=words(shown_ref(self._desk.file, work)),
            words=cell(plain(work.action.action)),
            due=cell(_IN_MILESTONES),
            lead=cell(_IN_MILESTONES),
            state=Cell((stands(now.state, now.rating), self._done(milestones))),
            report=self.report(position(self._desk.plan, as_whole(items[0]), self._desk.as_at)),
            is_head=True,
        )

    def _done(self, milestones: Sequence[Item]) -> Line:
        ended = [
            item
            for item in milestones
            if position(self._desk.plan, item, self._desk.as_at).state in CLOSED
        ]
        return said(f"{len(ended)} of {counted(len(milestones), 'milestone')} ended")

    def _row(self, item: Item, own_id: str) -> _Row:
        now = position(self._desk.plan, item, self._desk.as_at)
        text = item.words
        return _Row(
            id=own_id,
            ref=words(plain(item.address)),
            words=Cell((self._desk.line(text) if item.milestone else said(plain(text)),)),
            due=self.due(item, now),
            lead=several(self._desk.led_by(item.owners)),
            state=Cell((*self._late(item), stands(now.state, now.rating)), _on(now)),
            report=self.report(now),
        )

    def _late(self, item: Item) -> tuple[Line, ...]:
        days = days_late(self._desk, item)
        return (said(f"Overdue by {counted(days, 'day')}"),) if days else ()

    def due(self, item: Item, now: Position) -> Cell | None:
        """The date that counts, and what it was before the board agreed another."""
        if now.due is None:
            return None
        how = reading(item._replace(due=now.due), self._desk.plan.term)
        lines = [said(plain(now.due.text))]
        if now.moved_from:
            later = f", {counted(now.days_moved, 'day')} earlier" if now.days_moved > 0 else ""
            lines.append(said(f"Agreed by the board; was {plain(now.moved_from.text)}{later}"))
            agreed = next(entry for _, entry in reversed(now.entries) if entry.due)
            if agreed.reason:
                lines.append((*said("Reason: "), *self._desk.line(agreed.reason)))
        return Cell(tuple(lines), how)

    def report(self, now: Position) -> Cell | None:
        """What was last said in words, with its day, and what is done about it."""
        found = next(((d, e) for d, e in reversed(now.entries) if _says(e)), None)
        if found is None:
            return None
        day, entry = found
        lines = [line for block in self._desk.prose(entry.note) for line in block.lines]
        if entry.reason and not entry.due:
            lines.append((*said("Reason: "), *self._desk.line(entry.reason)))
        if entry.corrective_action:
            done = self._desk.line(entry.corrective_action)
            lines.append((*said("What is done about it: "), *done))
        return Cell(tuple(lines), say_day(day))


def days_late(desk: Desk, item: Item) -> int:
    """How many days something is overdue; 0 if it is not."""
    return overdue_by(desk.plan, desk.file, item, desk.as_at)


def _says(entry: Progress) -> bool:
    """Whether there is more to tell than a new date with its reason."""
    return bool(entry.note or entry.corrective_action or (entry.reason and not entry.due))


def stands(state: str, rating: str) -> Line:
    """A state with its rating: `In progress, amber`."""
    if not rating:
        return said(state.capitalize())
    return (*said(f"{state.capitalize()}: "), rated(rating, rating))


def _on(now: Position) -> str:
    return say_day(now.day) if now.day else ""


def named(desk: Desk, item: Item) -> tuple[Cell | None, Cell]:
    """The reference of something due and its words, one of them a link to its row."""
    target = f"#{desk.addresses.entry(desk.file, item.route)}"
    ref, text = shown_ref(desk.file, item.work) and plain(item.address), plain(item.words)
    theme = plain(item.work.theme)
    if ref:
        return Cell(((Inline("link", ref, target),),)), cell(text, theme)
    return None, Cell(((Inline("link", text, target),),), theme)
