"""What is overdue, what has no date yet, and what nobody answers for."""

from collections.abc import Iterator, Sequence

from csplan.diagnostic import counted
from csplan.query.owed import overdue
from csplan.query.unowned import Unowned
from csplan.query.unowned import unowned as find_unowned
from csplan.query.work import Owed
from csplan.report.grid import Cells, grid, several
from csplan.report.opened import PUBLISHED, Opened
from csplan.report.papers import Part
from csplan.report.progress import ProgressWriter, named
from csplan.report.runs import Cell, Line, cell, said
from csplan.report.wholes import NOT_STATED


def late(opened: Opened) -> Part:
    """What is overdue, longest first, and beneath it what is open without a date."""
    answer = overdue(opened.workspace, opened.day, None, PUBLISHED)
    caption = "What is overdue, longest first"
    return Part(
        id="overdue",
        heading="Overdue",
        words=tuple(_in_words(answer.overdue, answer.ongoing)),
        tables=grid("late", caption, [*_columns(opened, answer.overdue, is_late=True)]),
        parts=tuple(_undated(opened, answer.undated)),
    )


def to_be_agreed(opened: Opened) -> Iterator[Part]:
    """The work whose date is still to be decided; nothing if there is none."""
    answer = overdue(opened.workspace, opened.day, None, PUBLISHED)
    found = [
        each
        for each in answer.undated
        if each.position.due and each.position.due.kind == "undecided"
    ]
    if found:
        tables = grid("late", "Work with a date to be agreed", [*_columns(opened, found)])
        yield Part("dates", "Dates to be agreed", tables=tables)


def _in_words(found: Sequence[Owed], ongoing: Sequence[Owed]) -> Iterator[Line]:
    yield said(f"{_pieces(found)} overdue." if found else "Nothing is overdue.")
    if ongoing:
        yield said(f"{_pieces(ongoing)} ongoing, and so never overdue.")


def _pieces(found: Sequence[Owed]) -> str:
    return f"{counted(len(found), 'piece')} of work {'is' if len(found) == 1 else 'are'}"


def _undated(opened: Opened, found: Sequence[Owed]) -> Iterator[Part]:
    if found:
        caption = "What is open and has no date yet"
        tables = grid("late", caption, [*_columns(opened, found)])
        yield Part("undated", "No date yet", tables=tables)


def unowned(opened: Opened) -> Iterator[Part]:
    """What is open and has no lead, or only an agency for one; nothing if all is led."""
    answer = find_unowned(opened.workspace, opened.day, PUBLISHED)
    words = tuple(_who(answer))
    if words:
        caption = "What is open and led by nobody"
        tables = grid("late", caption, [*_columns(opened, answer.nobody)])
        yield Part("unowned", "Without a lead", words=words, tables=tables)


def _who(answer: Unowned) -> Iterator[Line]:
    if answer.nobody:
        yield said("Nobody is named to lead this work, or it is still to be decided who does.")
    if answer.no_post:
        led = "led by an agency, without saying which post in it answers for it."
        yield said(f"{_pieces(answer.no_post)} {led}")


def _columns(opened: Opened, found: Sequence[Owed], *, is_late: bool = False) -> Iterator[Cells]:
    desks = [opened.desk_of(each.file) for each in found]
    pairs = list(zip(desks, found, strict=True))
    names = [named(desk, each.item) for desk, each in pairs]
    yield Cells("Ref", [ref for ref, _ in names], "None")
    yield Cells("Action or milestone", [words for _, words in names])
    if is_late:
        yield Cells("Late", [_late(each) for each in found])
    yield Cells(
        "Due",
        [ProgressWriter(desk).due(each.item, each.position) for desk, each in pairs],
        NOT_STATED,
    )
    yield Cells(
        "Lead", [several(desk.led_by(each.item.owners)) for desk, each in pairs], NOT_STATED
    )


def _late(owed: Owed) -> Cell:
    reports = f"{owed.missed} reports" if owed.missed > 1 else ""
    return cell(counted(owed.days_overdue, "day"), reports)
