"""How a plan ended: its final position, and what is carried forward."""

from collections.abc import Iterator, Sequence
from datetime import date

from csplan.dates import Days, say_day
from csplan.diagnostic import counted
from csplan.load import LoadedPlan
from csplan.query import Owed
from csplan.query.owed import undone
from csplan.report.arising import arising
from csplan.report.ended import Ended, every_end, not_ended, not_yet_carried, told_later
from csplan.report.gaps import gaps
from csplan.report.glance import by_theme, glance
from csplan.report.grid import Cells, grid, several
from csplan.report.opened import Opened, open_plan
from csplan.report.outturn import outturn
from csplan.report.papers import Paper, Part
from csplan.report.progress import ProgressWriter, named, stands
from csplan.report.runs import Cell, cell, said
from csplan.report.themes import theme_by_theme
from csplan.report.wholes import NOT_STATED

_HEADING = "Year-end report"
_NOTHING_CARRIED = "Nothing is carried forward."


def year_end(
    loaded: LoadedPlan, as_at: date, *, is_internal: bool = False, says_later: bool = False
) -> Paper:
    """The final position of a plan, as at its last day or another.

    `says_later` is whether to tell what was reported after the day, which nobody asked for.
    """
    opened = open_plan(loaded, as_at, is_internal=is_internal)
    every = tuple(every_end(opened))
    later = told_later(loaded, opened, every) if says_later else ()
    notices = (*not_ended(opened), *later)
    return opened.paper(_HEADING, _parts(opened, every, says_later=says_later), notices)


def _parts(opened: Opened, every: Sequence[Ended], *, says_later: bool) -> Iterator[Part]:
    found = opened.status(None, is_final=True)
    yield glance(opened, found, is_final=True)
    yield _carried(opened, every, not_yet_carried(every) if says_later else [])
    yield from _stopped(every)
    yield _open(opened, every)
    yield from outturn(opened)
    yield theme_by_theme(opened, by_theme(opened, found, is_final=True))
    yield from arising(opened, date.min)
    yield from gaps(opened)


def _carried(opened: Opened, every: Sequence[Ended], later: Sequence[Ended]) -> Part:
    found = [each for each in every if each.now.state == "carried forward"]
    tables = grid("gaps", "What is carried forward", [*_carried_columns(found)])
    day = Days(opened.day, opened.day)
    nothing = said(f"Nothing was carried forward by {day}." if later else _NOTHING_CARRIED)
    return Part(
        id="carried-forward",
        heading="Carried forward",
        words=() if tables else (nothing,),
        tables=tables,
        parts=tuple(_later(later, day)),
    )


def _carried_columns(found: Sequence[Ended]) -> Iterator[Cells]:
    yield from _what(found)
    yield Cells("To where", [_to(each) for each in found], NOT_STATED)
    yield Cells("Why", [_why(each) for each in found], NOT_STATED)


def _later(found: Sequence[Ended], day: Days) -> Iterator[Part]:
    if found:
        heading = "Carried forward later"
        tables = grid("gaps", "What was carried forward later", [*_carried_columns(found)])
        words = said(f"On {day} this was still open, and so it stands in the rest of the report.")
        yield Part("carried-later", heading, words=(words,), tables=tables)


def _stopped(every: Sequence[Ended]) -> Iterator[Part]:
    found = [each for each in every if each.now.state == "stopped"]
    columns = [*_what(found), Cells("Why", [_why(each) for each in found], NOT_STATED)]
    tables = grid("gaps", "What was stopped", columns)
    if tables:
        yield Part("stopped", "Stopped", tables=tables)


def _open(opened: Opened, every: Sequence[Ended]) -> Part:
    """What is neither complete nor stopped nor carried forward, and what of it was due."""
    found = [each for each in every if each.now.is_open]
    late = [undone(each.desk.plan, each.desk.file, each.item, each.desk.as_at) for each in found]
    columns = [
        *_what(found),
        Cells("State", [Cell((stands(each.now.state, each.now.rating),)) for each in found]),
        Cells("Late", [_late(*each) for each in zip(found, late, strict=True)], "Not due by then"),
        Cells(
            "Due",
            [ProgressWriter(each.desk).due(each.item, each.now) for each in found],
            NOT_STATED,
        ),
        Cells("Lead", [several(each.desk.led_by(each.item.owners)) for each in found], NOT_STATED),
    ]
    tables = grid("late", "What is still open", columns)
    words = _in_words(opened, len(found), sum(map(bool, late)))
    return Part("open", "Still open", words=(said(words),), tables=tables)


def _in_words(opened: Opened, number: int, late: int) -> str:
    if not number:
        return "Nothing is left open."
    when = "at the end" if opened.day == opened.last_day else f"on {say_day(opened.day)}"
    not_done = f"{late} not done by {'its' if late == 1 else 'their'} date"
    return (
        f"{counted(number, 'piece')} of work still open {when}, "
        f"{not_done if late else 'nothing past its date'}."
    )


def _late(ended: Ended, owed: Owed | None) -> Cell | None:
    """How late something is that was due by the day; None if it was to be due later."""
    if owed is None:
        due = ended.now.due
        if due and due.kind == "ongoing":
            return cell("Ongoing")
        return None if due and due.days else cell("No date")
    days = owed.days_overdue
    return cell(counted(days, "day") if days else "Due that day, and not done")


def _what(found: Sequence[Ended]) -> Iterator[Cells]:
    names = [named(each.desk, each.item) for each in found]
    yield Cells("Ref", [ref for ref, _ in names], "None")
    yield Cells("Action or milestone", [words for _, words in names])


def _to(ended: Ended) -> Cell | None:
    text = ended.item.entry.carried_to or ended.item.action.carried_to
    return Cell((ended.desk.line(text),)) if text else None


def _why(ended: Ended) -> Cell | None:
    return ProgressWriter(ended.desk).report(ended.now)
