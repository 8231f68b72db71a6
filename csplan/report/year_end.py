"""How a plan ended: its final position, and what is carried forward."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from csplan.diagnostic import counted
from csplan.load import Item, LoadedPlan
from csplan.query import Position, position
from csplan.query.published import is_published
from csplan.query.status import status
from csplan.report.arising import arising
from csplan.report.desk import Desk
from csplan.report.gaps import gaps
from csplan.report.glance import by_theme, glance
from csplan.report.grid import Cells, grid, several
from csplan.report.opened import PUBLISHED, Opened, open_plan
from csplan.report.outturn import outturn
from csplan.report.papers import Paper, Part
from csplan.report.progress import ProgressWriter, days_late, named, stands
from csplan.report.runs import Cell, cell, said
from csplan.report.themes import theme_by_theme
from csplan.report.wholes import NOT_STATED

_HEADING = "Year-end report"


def year_end(loaded: LoadedPlan, as_at: date, *, is_internal: bool = False) -> Paper:
    """The final position of a plan, as at its last day or another."""
    opened = open_plan(loaded, as_at, is_internal=is_internal)
    return opened.paper(_HEADING, _parts(opened))


class _Ended(NamedTuple):
    """Something due, and where it stands at the end."""

    desk: Desk
    item: Item
    now: Position


def _parts(opened: Opened) -> Iterator[Part]:
    (found,) = status(opened.workspace, opened.day, None, PUBLISHED)
    every = list(_every(opened))
    yield glance(opened, found, is_final=True)
    yield _carried(every)
    yield from _stopped(every)
    yield _open(every)
    yield from outturn(opened)
    yield theme_by_theme(opened, by_theme(opened, found))
    yield from arising(opened, date.min)
    yield from gaps(opened)


def _every(opened: Opened) -> Iterator[_Ended]:
    for desk in opened.desks:
        for item in desk.file.items:
            if is_published(desk.file, item.work):
                yield _Ended(desk, item, position(desk.plan, item, desk.as_at))


def _carried(every: Sequence[_Ended]) -> Part:
    found = [each for each in every if each.now.state == "carried forward"]
    columns = [
        *_what(found),
        Cells("To where", [_to(each) for each in found], NOT_STATED),
        Cells("Why", [_why(each) for each in found], NOT_STATED),
    ]
    tables = grid("gaps", "What is carried forward", columns)
    nothing = said("Nothing is carried forward.")
    words = () if tables else (nothing,)
    return Part("carried-forward", "Carried forward", words=words, tables=tables)


def _stopped(every: Sequence[_Ended]) -> Iterator[Part]:
    found = [each for each in every if each.now.state == "stopped"]
    columns = [*_what(found), Cells("Why", [_why(each) for each in found], NOT_STATED)]
    tables = grid("gaps", "What was stopped", columns)
    if tables:
        yield Part("stopped", "Stopped", tables=tables)


def _open(every: Sequence[_Ended]) -> Part:
    """What is neither complete nor stopped nor carried forward, and what of it is overdue."""
    found = [each for each in every if each.now.is_open]
    days = [days_late(each.desk, each.item) for each in found]
    columns = [
        *_what(found),
        Cells("State", [Cell((stands(each.now.state, each.now.rating),)) for each in found]),
        Cells("Late", [cell(counted(each, "day")) if each else None for each in days], "Not late"),
        Cells(
            "Due",
            [ProgressWriter(each.desk).due(each.item, each.now) for each in found],
            NOT_STATED,
        ),
        Cells("Lead", [several(each.desk.led_by(each.item.owners)) for each in found], NOT_STATED),
    ]
    tables = grid("late", "What is still open", columns)
    late = sum(map(bool, days))
    is_overdue = f"{late} overdue" if late else "nothing overdue"
    number = counted(len(found), "piece") + " of work"
    words = f"{number} still open at the end, {is_overdue}." if found else "Nothing is left open."
    return Part("open", "Still open", words=(said(words),), tables=tables)


def _what(found: Sequence[_Ended]) -> Iterator[Cells]:
    names = [named(each.desk, each.item) for each in found]
    yield Cells("Ref", [ref for ref, _ in names], "None")
    yield Cells("Action or milestone", [words for _, words in names])


def _to(ended: _Ended) -> Cell | None:
    text = ended.item.entry.carried_to or ended.item.action.carried_to
    return Cell((ended.desk.line(text),)) if text else None


def _why(ended: _Ended) -> Cell | None:
    return ProgressWriter(ended.desk).report(ended.now)
