"""What goes better and what goes worse on the day of a paper, and what is done about it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csplan.dates import Days
from csplan.load import Item
from csplan.model import Theme
from csplan.query import COLOURS, Position, Reading, position, readings
from csplan.query.published import is_published
from csplan.report.desk import Desk
from csplan.report.grid import Cells, grid, several
from csplan.report.measures import aim, both, latest_figure
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.progress import named, stands
from csplan.report.runs import Cell, Inline, Line, cell, said
from csplan.report.text import plain

_UNHEARD = (
    "No progress and no figure was reported by this day, so nothing is known to go either way."
)
_NO_REMEDY = "No corrective action is stated"


class _Case(NamedTuple):
    """A row of a table of exceptions: an indicator or a piece of work; the worst order first."""

    order: tuple[int, bool]
    what: Cell
    stands: Cell
    why: Cell | None
    remedy: Cell | None


def exceptions(opened: Opened) -> Part:
    """What goes worse, the worst first, and what goes better."""
    worse = sorted(_worse(opened), key=lambda case: case.order)
    better = sorted(_better(opened), key=lambda case: case.order)
    parts = (
        _part("worse", "What goes worse, and what is done about it", worse),
        _part("better", "What goes better", better),
    )
    if worse or better or _is_heard_of(opened):
        return Part("exceptions", "Exceptions", parts=parts)
    return Part("exceptions", "Exceptions", words=(said(_UNHEARD),))


def _is_heard_of(opened: Opened) -> bool:
    """Whether anything was reported by the day."""
    return any(reading.value for reading in opened.readings) or any(
        position(desk.plan, item, desk.as_at).entries
        for desk in opened.desks
        for item in desk.file.items
    )


def _part(own_id: str, heading: str, cases: Sequence[_Case]) -> Part:
    columns = [
        Cells("What", [case.what for case in cases]),
        Cells("Where it stands", [case.stands for case in cases]),
        Cells("Why", [case.why for case in cases], "Not explained"),
        Cells("What is done about it", [case.remedy for case in cases], "Not stated"),
    ]
    tables = grid("exceptions", heading, columns)
    nothing = () if tables else (said("Nothing."),)
    return Part(own_id, heading, words=nothing, tables=tables)


def _worse(opened: Opened) -> Iterator[_Case]:
    for desk in opened.desks:
        for reading, rows in _with_rows(desk):
            falling = [row for row in rows if is_worse(row)]
            if is_worse(reading) or falling:
                yield _of_reading(desk, reading, _rows("Worse in", falling), is_worse=True)
        for item in desk.file.items:
            now = position(desk.plan, item, desk.as_at)
            if is_published(desk.file, item.work) and _has_trouble(now):
                yield _of_item(desk, item, now)


def _better(opened: Opened) -> Iterator[_Case]:
    for desk in opened.desks:
        for reading, rows in _with_rows(desk):
            falling = [row for row in rows if is_worse(row)]
            if is_better(reading) and not (is_worse(reading) or falling):
                yield _of_reading(desk, reading, (), is_worse=False)


def _with_rows(desk: Desk) -> Iterator[tuple[Reading, list[Reading]]]:
    """Each indicator of a file with the rows of its breakdown."""
    every = list(readings(desk.plan, desk.file, desk.as_at))
    for reading in every:
        if reading.row is None:
            rows = [each for each in every if each.row and each.indicator is reading.indicator]
            yield reading, rows


def colour(reading: Reading) -> str:
    """The worst of the rating that is stated and that which is worked out; empty if neither is."""
    return next((each for each in COLOURS if each in (reading.stated, reading.computed)), "")


def is_worse(reading: Reading) -> bool:
    """Whether it is red, goes worse, or was singled out as a concern."""
    ways = (reading.measure.direction, reading.turned)
    return (
        colour(reading) == "red" or "worsened" in ways or (reading.measure.exception == "concern")
    )


def is_better(reading: Reading) -> bool:
    """Whether it improves, or was singled out as something positive."""
    ways = (reading.measure.direction, reading.turned)
    return "improved" in ways or reading.measure.exception == "positive"


def _has_trouble(now: Position) -> bool:
    return now.rating == "red" or now.state == "on hold"


def _order(found: str, *, is_key: bool) -> tuple[int, bool]:
    return (COLOURS.index(found) if found in COLOURS else len(COLOURS)), not is_key


def _of_reading(desk: Desk, reading: Reading, rows: tuple[Line, ...], *, is_worse: bool) -> _Case:
    indicator = reading.indicator
    red = colour(reading) == "red"
    remedy = _lines(desk, reading.corrective_action)
    return _Case(
        order=_order(colour(reading), is_key=indicator.kind == "key"),
        what=_named(desk, reading),
        stands=Cell((*_standing(reading), *rows)),
        why=several(_lines(desk, reading.explanation)[:1]),
        remedy=several(remedy) or (cell(_NO_REMEDY) if red and is_worse else None),
    )


def _named(desk: Desk, reading: Reading) -> Cell:
    """The name of an indicator, and a link to the theme that says all of it."""
    theme = plain(": ".join(filter(None, (reading.theme, reading.sub_theme))))
    is_of_theme = isinstance(desk.file.model, Theme)
    own_id = desk.addresses.chapter(desk.file) if is_of_theme else "about"
    words = theme if is_of_theme else "The whole plan"
    return Cell((said(plain(reading.indicator.indicator)), (Inline("link", words, f"#{own_id}"),)))


def _standing(reading: Reading) -> Iterator[Line]:
    rating = both(reading.stated, reading.computed)
    if rating:
        yield rating
    figure, target = latest_figure(reading), aim(reading)
    yield said(f"{figure or 'No figure'}; target {target}" if target else figure or "No figure")
    direction = both(reading.measure.direction or "", reading.turned)
    if direction:
        yield direction


def _rows(label: str, rows: Sequence[Reading]) -> tuple[Line, ...]:
    names = ", ".join(plain(row.row.row) for row in rows if row.row)
    return (said(f"{label}: {names}"),) if names else ()


def _lines(desk: Desk, text: str) -> list[Line]:
    return [line for block in desk.prose(text) for line in block.lines]


def _of_item(desk: Desk, item: Item, now: Position) -> _Case:
    said_last = [entry for _, entry in reversed(now.entries)]
    note = next((entry.note for entry in said_last if entry.note), "")
    remedy = next((entry.corrective_action for entry in said_last if entry.corrective_action), "")
    day = said(f"Since {Days(now.day, now.day)}") if now.day else ()
    return _Case(
        order=_order(now.rating, is_key=False),
        what=_titled(desk, item),
        stands=Cell(tuple(filter(None, (stands(now.state, now.rating), day)))),
        why=several(_lines(desk, note or "")),
        remedy=several(_lines(desk, remedy or "")) or cell(_NO_REMEDY),
    )


def _titled(desk: Desk, item: Item) -> Cell:
    """The reference and the words of something due in one cell."""
    ref, text = named(desk, item)
    return Cell((*ref.lines, *text.lines), text.reading) if ref else text
