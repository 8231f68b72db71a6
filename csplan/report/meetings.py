"""The meetings of a plan's boards: what is to come, and what was decided."""

from collections.abc import Iterable, Iterator
from datetime import date

from csplan.dates import NotADate, read_day
from csplan.model import AgendaItem, Decision, Meeting, Meetings
from csplan.report import boards
from csplan.report import desk as on
from csplan.report.actions import ActionWriter
from csplan.report.desk import Desk
from csplan.report.grid import Cells, grid
from csplan.report.runs import Detail, Line, Table, said
from csplan.report.text import plain
from csplan.report.wholes import NOT_STATED

_PURPOSES = {
    "information": "For information",
    "discussion": "For discussion",
    "decision": "For decision",
}


def meetings(desks: Iterable[Desk]) -> boards.Meetings:
    """Every meeting of the boards' files in order of its day; without one it comes last."""
    found = [
        (writer, number, meeting)
        for desk in desks
        if isinstance(desk.file.model, Meetings)
        for writer in (MeetingWriter(desk),)
        for number, meeting in enumerate(desk.file.model.meetings)
    ]
    found.sort(key=lambda each: _day(each[2]))
    # In reading order, because the first use of an acronym and of a note matters.
    planned, minuted = (
        tuple(
            writer.meeting(meeting, number)
            for writer, number, meeting in found
            if _has_minutes(meeting) is has_minutes
        )
        for has_minutes in (False, True)
    )
    return boards.Meetings(planned, minuted)


def _day(meeting: Meeting) -> date:
    try:
        return read_day(meeting.on)
    except NotADate:
        return date.max


def _has_minutes(meeting: Meeting) -> bool:
    return any(item.publish and (item.decisions or item.actions) for item in meeting.items)


def where(meeting: Meeting) -> Iterator[Detail]:
    """When and where a meeting is, and who is in the chair."""
    yield from on.texts("Time", [meeting.time])
    yield from on.texts("Place", [meeting.place])
    yield from on.texts("Chair", [meeting.chair])


class MeetingWriter:
    """Writes the meetings of one file, less the items that are not published."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._actions = ActionWriter(desk)

    def meeting(self, meeting: Meeting, number: int) -> boards.Meeting:
        """A meeting with its agenda, and in one table the actions arising."""
        self._desk.reader.begin()
        heading = plain(f"{meeting.meeting}, {meeting.on}")
        own_id = self._desk.take(heading)
        return boards.Meeting(
            id=own_id,
            heading=heading,
            details=tuple(self._details(meeting)),
            note=self._desk.prose(meeting.note),
            topics=tuple(self._topics(meeting)),
            arising=self._arising(meeting, number),
        )

    def agenda(self, meeting: Meeting) -> tuple[boards.Topic, ...]:
        """What a meeting is going to be about, without what came of it."""
        items = (item.model_copy(update={"decisions": ()}) for item in meeting.items)
        return tuple(self._topics(meeting.model_copy(update={"items": tuple(items)})))

    def _details(self, meeting: Meeting) -> Iterator[Detail]:
        yield from where(meeting)
        yield from on.texts("Present", meeting.present)
        yield from on.texts("Apologies", meeting.apologies)

    def _topics(self, meeting: Meeting) -> Iterator[boards.Topic]:
        """The items by topic: those without one first, the others in the order of the agenda."""
        by_topic: dict[str, list[AgendaItem]] = {"": []}
        for item in meeting.items:
            if item.publish:
                topic = plain(item.topic or "")
                # A heading that says what its item says adds nothing.
                is_said = topic.casefold() == plain(item.item).casefold()
                by_topic.setdefault("" if is_said else topic, []).append(item)
        for topic, items in by_topic.items():
            if items:
                yield boards.Topic(topic, tuple(self._item(item) for item in items))

    def _item(self, item: AgendaItem) -> boards.AgendaItem:
        return boards.AgendaItem(
            ref=plain(item.ref or ""),
            words=plain(item.item),
            details=tuple(self._said(item)),
            note=self._desk.prose(item.note),
            decisions=tuple(map(self._decision, item.decisions)),
        )

    def _decision(self, decision: Decision) -> Line:
        line = self._desk.line(decision.decision)
        return (*said(f"{plain(decision.ref)}: "), *line) if decision.ref else line

    def _said(self, item: AgendaItem) -> Iterator[Detail]:
        yield from on.texts("Purpose", [_PURPOSES[each] for each in item.purpose])
        yield from on.texts("Time", [item.time])
        yield from on.texts("Lead", on.leads(self._desk.owners(item.lead)))
        yield from on.texts("Paper", [item.paper])
        yield from on.lines("See", self._desk.addresses.see(item.see))

    def _arising(self, meeting: Meeting, number: int) -> tuple[Table, ...]:
        rows = [
            row
            for place, item in enumerate(meeting.items)
            for row in self._actions.arising(item.actions, ("meetings", number, "items", place))
        ]
        columns = [
            Cells("Action", [row.words for row in rows]),
            Cells("Ref", [row.ref for row in rows]),
            Cells("Due", [row.due for row in rows], NOT_STATED),
            Cells("Lead", [row.lead for row in rows], NOT_STATED),
        ]
        caption = plain(f"Actions arising from {meeting.meeting}, {meeting.on}")
        return grid("arising", caption, columns, [row.id for row in rows])
