"""What a board is given for its next meeting."""

from collections.abc import Iterator, Sequence
from datetime import date

from csplan.dates import say_day
from csplan.load import LoadedPlan
from csplan.model import AgendaItem
from csplan.query import Held, meetings
from csplan.report import desk as on
from csplan.report.arising import arising
from csplan.report.desk import Desk
from csplan.report.grid import Cells, grid, several, words
from csplan.report.lates import to_be_agreed
from csplan.report.meetings import MeetingWriter, where
from csplan.report.monitoring import performance
from csplan.report.opened import PUBLISHED, Opened, open_plan
from csplan.report.papers import Paper, Part
from csplan.report.runs import Line, Table, cell, said
from csplan.report.text import plain
from csplan.report.wholes import NOT_STATED

_HEADING = "Board pack"


def board_pack(
    loaded: LoadedPlan, as_at: date, since: date | None = None, *, is_internal: bool = False
) -> Paper:
    """The pack for the first meeting on a day or after it; one without parts if there is none.

    Raises `CannotRunError` if `since` is not before `as_at`.
    """
    opened = open_plan(loaded, as_at, is_internal=is_internal)
    coming = meetings(opened.workspace, as_at, PUBLISHED).coming
    paper = opened.paper(_HEADING, _parts(opened, coming, since) if coming else ())
    return paper._replace(called=_called(coming[0], opened.day)) if coming else paper


def _called(held: Held, as_at: date) -> str:
    """What a pack is called: that it is as at another day than that of its meeting, too."""
    meeting = f"{_HEADING} for {held.meeting.meeting}, {say_day(held.day)}"
    return plain(meeting if held.day == as_at else f"{meeting}, as at {say_day(as_at)}")


def _parts(opened: Opened, coming: Sequence[Held], since: date | None) -> Iterator[Part]:
    found = opened.status(since)
    following, *later = coming
    yield _agenda(opened, following)
    yield _decisions(opened, following)
    yield from arising(opened, found.since.day)
    performed = tuple(performance(opened, found))
    yield Part("performance", "Performance report", parts=performed)
    yield _forward(later)


def _agenda(opened: Opened, held: Held) -> Part:
    """The agenda of the meeting; what came of its items is for the minutes."""
    desk, meeting = opened.desk_of(held.file), held.meeting
    topics = MeetingWriter(desk).agenda(meeting)
    return Part(
        id="agenda",
        heading=plain(f"Agenda: {meeting.meeting}, {meeting.on}"),
        words=tuple(_left_out(held, has_topics=bool(topics))),
        details=tuple(where(meeting)),
        agenda=topics,
    )


def _left_out(held: Held, *, has_topics: bool) -> Iterator[Line]:
    hidden = sum(not item.publish for item in held.meeting.items)
    if not has_topics:
        yield said("No agenda is recorded yet.")
    if hidden:
        items = f"{hidden} items" if hidden > 1 else "One item"
        yield said(f"{items} of the agenda {'are' if hidden > 1 else 'is'} not published.")


def _decisions(opened: Opened, held: Held) -> Part:
    """What the meeting is asked to decide, and the dates that wait for it."""
    desk = opened.desk_of(held.file)
    asked = [item for item in held.meeting.items if item.publish and "decision" in item.purpose]
    tables = _asked(desk, asked)
    return Part(
        id="decisions",
        heading="Decisions asked for",
        words=() if tables else (said("The agenda asks for no decision."),),
        tables=tables,
        parts=tuple(to_be_agreed(opened)),
    )


def _asked(desk: Desk, asked: Sequence[AgendaItem]) -> tuple[Table, ...]:
    leads = [[said(lead) for lead in on.leads(desk.owners(item.lead))] for item in asked]
    columns = [
        Cells("Item", [words(plain(item.ref or "")) for item in asked], "None"),
        Cells("What it is about", [cell(plain(item.item)) for item in asked]),
        Cells("Lead", [several(each) for each in leads], NOT_STATED),
        Cells("Paper", [words(plain(item.paper or "")) for item in asked], NOT_STATED),
    ]
    return grid("late", "Items for decision", columns)


def _forward(later: Sequence[Held]) -> Part:
    """The meetings after the one that the pack is for."""
    columns = [
        Cells("Meeting", [cell(plain(held.meeting.meeting)) for held in later]),
        Cells("Day", [cell(plain(held.meeting.on)) for held in later]),
        Cells("Time", [words(plain(held.meeting.time or "")) for held in later], NOT_STATED),
        Cells("Place", [words(plain(held.meeting.place or "")) for held in later], NOT_STATED),
        Cells("Agenda", [several(_items(held)) for held in later], "Not yet"),
    ]
    tables = grid("gaps", "Later meetings", columns)
    nothing = said("No later meeting is planned yet.")
    return Part("forward", "Forward plan", words=() if tables else (nothing,), tables=tables)


def _items(held: Held) -> list[Line]:
    return [said(plain(item.item)) for item in held.meeting.items if item.publish]
