"""The work that goes better or worse on the day of a paper: a row for each piece of it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import say_day
from csplan.load import Item
from csplan.query import COLOURS, Position, position
from csplan.query.position import Entries, lasting
from csplan.query.published import is_published
from csplan.query.wholes import with_wholes
from csplan.report.desk import Desk
from csplan.report.grid import several
from csplan.report.progress import named, stands
from csplan.report.runs import Cell, Line, cell, said

NO_REMEDY = "No corrective action is stated"


class Case(NamedTuple):
    """A row of a table of exceptions: an indicator or a piece of work; the worst order first."""

    order: tuple[int, bool]
    what: Cell
    stands: Cell
    why: Cell | None
    remedy: Cell | None


def order(found: str, *, is_key: bool) -> tuple[int, bool]:
    """Where a colour stands among others, the worst first, and key measures before others."""
    return (COLOURS.index(found) if found in COLOURS else len(COLOURS)), not is_key


def told(desk: Desk, text: str) -> list[Line]:
    """Narrative in a cell, a line for each paragraph."""
    return [line for block in desk.prose(text) for line in block.lines]


def falling_work(desk: Desk) -> Iterator[Case]:
    """The published work of a file that is red or on hold, an action of milestones too."""
    for item in with_wholes(desk.file.items):
        now = position(desk.plan, item, desk.as_at)
        if is_published(desk.file, item.work) and _has_trouble(now):
            since = lasting(now)
            remedy = told(desk, _last(since, "corrective_action"))
            yield Case(
                order=order(now.rating, is_key=False),
                what=_titled(desk, item),
                stands=Cell((stands(now.state, now.rating), _since(since))),
                why=_why(desk, since),
                remedy=several(remedy) or cell(NO_REMEDY),
            )


def rising_work(desk: Desk, since: date) -> Iterator[Case]:
    """The published work of a file that was done, or turned better, after a day."""
    for item in desk.file.items:
        then, now = position(desk.plan, item, since), position(desk.plan, item, desk.as_at)
        if is_published(desk.file, item.work) and _is_better(then, now):
            entries = lasting(now)
            assert now.day
            yield Case(
                order=order("", is_key=False),
                what=_titled(desk, item),
                stands=Cell(
                    (*_before(then, since), stands(now.state, now.rating)), say_day(now.day)
                ),
                why=_why(desk, entries),
                remedy=several(told(desk, _last(entries, "corrective_action"))),
            )


def _before(then: Position, day: date) -> Iterator[Line]:
    """Where it stood before, if anything was reported of it by then."""
    if then.day:
        yield said(f"Was {then.rating or then.state} on {say_day(day)}")


def _is_better(then: Position, now: Position) -> bool:
    if now.state == "complete":
        return then.state != "complete"
    if then.rating in COLOURS and now.rating in COLOURS:
        return COLOURS.index(now.rating) > COLOURS.index(then.rating)
    return then.state == "on hold" and now.state == "in progress" and now.rating != "red"


def _has_trouble(now: Position) -> bool:
    return now.rating == "red" or now.state == "on hold"


def _since(entries: Entries) -> Line:
    return said(f"Since {say_day(entries[0][0])}")


def _last(entries: Entries, field: str) -> str:
    values = (getattr(entry, field) for _, entry in reversed(entries))
    return next((value for value in values if value), "")


def _why(desk: Desk, entries: Entries) -> Cell | None:
    """What was last said of why it stands so; the reason for a new date alone is none."""
    for _, entry in reversed(entries):
        is_date_alone = entry.due and not (entry.state or entry.rating)
        reason = "" if is_date_alone else entry.reason or ""
        if entry.note or reason:
            return several([*told(desk, reason), *told(desk, entry.note or "")])
    return None


def _titled(desk: Desk, item: Item) -> Cell:
    """The reference and the words of something due in one cell."""
    ref, text = named(desk, item)
    return Cell((*ref.lines, *text.lines), text.reading) if ref else text
