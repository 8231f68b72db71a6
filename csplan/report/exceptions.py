"""What goes better and what goes worse on the day of a paper, and what is done about it."""

from collections.abc import Iterator, Sequence
from datetime import date

from csplan.model import Theme
from csplan.query import COLOURS, Reading, position, readings
from csplan.report.desk import Desk
from csplan.report.grid import Cells, grid, several
from csplan.report.measures import aim, aim_apart, both, latest_figure
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.runs import Cell, Inline, Line, cell, said
from csplan.report.text import plain
from csplan.report.turns import NO_REMEDY, Case, falling_work, order, rising_work, told

_UNHEARD = (
    "No progress and no figure was reported by this day, so nothing is known to go either way."
)


def exceptions(opened: Opened, since: date) -> Part:
    """What goes worse, the worst first, and what goes better, of work since a day."""
    worse = sorted(_worse(opened), key=lambda case: case.order)
    better = sorted(_better(opened, since), key=lambda case: case.order)
    parts = (
        _part("worse", "What goes worse, and what is done about it", worse, "Not explained"),
        _part("better", "What goes better", better, "None given"),
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


def _part(own_id: str, heading: str, cases: Sequence[Case], unsaid: str) -> Part:
    columns = [
        Cells("What", [case.what for case in cases]),
        Cells("Where it stands", [case.stands for case in cases]),
        Cells("Why", [case.why for case in cases], unsaid),
        Cells("What is done about it", [case.remedy for case in cases], "Not stated"),
    ]
    tables = grid("exceptions", heading, columns)
    nothing = () if tables else (said("Nothing."),)
    return Part(own_id, heading, words=nothing, tables=tables)


def _worse(opened: Opened) -> Iterator[Case]:
    for desk in opened.desks:
        for reading, rows in _with_rows(desk):
            falling = [row for row in rows if is_worse(row)]
            if is_worse(reading) or falling:
                yield _of_reading(desk, reading, _rows("Worse in", falling), is_worse=True)
        yield from falling_work(desk)


def _better(opened: Opened, since: date) -> Iterator[Case]:
    for desk in opened.desks:
        for reading, rows in _with_rows(desk):
            falling = [row for row in rows if is_worse(row)]
            if is_better(reading) and not (is_worse(reading) or falling):
                yield _of_reading(desk, reading, (), is_worse=False)
        yield from rising_work(desk, since)


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
    return _falls(reading) or reading.measure.exception == "concern"


def _falls(reading: Reading) -> bool:
    return colour(reading) == "red" or "worsened" in (reading.direction, reading.turned)


def is_better(reading: Reading) -> bool:
    """Whether it improves, or was singled out as something positive."""
    return _rises(reading) or reading.measure.exception == "positive"


def _rises(reading: Reading) -> bool:
    return "improved" in (reading.direction, reading.turned)


def _of_reading(desk: Desk, reading: Reading, rows: tuple[Line, ...], *, is_worse: bool) -> Case:
    indicator = reading.indicator
    red = colour(reading) == "red"
    remedy = told(desk, reading.corrective_action)
    return Case(
        order=order(colour(reading), is_key=indicator.kind == "key"),
        what=_named(desk, reading),
        stands=Cell((*_standing(reading), *rows, *_singled_out(reading, is_worse=is_worse))),
        why=several(told(desk, reading.explanation)[:1]),
        remedy=several(remedy) or (cell(NO_REMEDY) if red and is_worse else None),
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
    figure, target, apart = latest_figure(reading), aim(reading), aim_apart(reading)
    target += f", {apart}" if apart else ""
    yield said(f"{figure or 'No figure'}; target {target}" if target else figure or "No figure")
    direction = both(reading.direction, reading.turned)
    if direction:
        yield direction


def _singled_out(reading: Reading, *, is_worse: bool) -> Iterator[Line]:
    """Why it stands there, if only a report that names it says so."""
    if is_worse and reading.measure.exception == "concern" and not _falls(reading):
        yield said("Singled out as a concern")
    if not is_worse and not _rises(reading):
        yield said("Singled out as something positive")


def _rows(label: str, rows: Sequence[Reading]) -> tuple[Line, ...]:
    names = ", ".join(plain(row.row.row) for row in rows if row.row)
    return (said(f"{label}: {names}"),) if names else ()
