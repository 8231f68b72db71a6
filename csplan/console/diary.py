"""Meetings to come, and what is open of those that were held."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from csplan.console.grid import Column
from csplan.console.narrowed import in_words
from csplan.console.owed import NO_LEAD
from csplan.console.paper import Bullets, Paper, Table
from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load import LoadedPlan
from csplan.model import AgendaItem
from csplan.query import Arising, Diary, Filter, Held

_COLUMNS = (
    Column("Ref"),
    Column("Action arising", 6),
    Column("Due", 3, least=len("30 September 2010")),
    Column("Age", 2),
    Column("Lead", 4),
)


def papers(plans: Iterable[LoadedPlan], diary: Diary, asked: Filter) -> Iterator[Paper]:
    """For each plan the meetings to come with their agendas, then what is open.

    A filter narrows what is open alone.
    """
    still_open = ", and what is still open" if in_words(asked) else ""
    for plan in plans:
        mine = _Part(plan, diary)
        coming = [
            Bullets(f"{'' if number else 'Next: '}{_heading(held)}", list(_agenda(held)))
            for number, held in enumerate(mine.coming)
        ]
        arising = [Table(heading, _COLUMNS, rows) for heading, rows in mine.open_rows]
        opening = (f"Meetings at {say_day(diary.as_at)}{still_open}",)
        yield Paper(plan.title, opening, [*coming, *arising], (mine.closing,))


class _Part:
    """What a diary holds of one plan."""

    def __init__(self, plan: LoadedPlan, diary: Diary) -> None:
        self.coming = [held for held in diary.coming if held.plan is plan]
        self.open = [each for each in diary.open if each.held.plan is plan]
        self._late = sum(bool(each.days_overdue) for each in self.open)

    @property
    def open_rows(self) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
        """What is open, by the meeting that it arose from."""
        for held, group in groupby(self.open, key=lambda each: each.held):
            rows = [_row(each) for each in group]
            title = one_line(f"{held.meeting.meeting}, {say_day(held.day)}")
            yield f"Still open from {title} ({len(rows)})", rows

    @property
    def closing(self) -> str:
        words = f"Total: {counted(len(self.coming), 'meeting')} to come; "
        words += f"{counted(len(self.open), 'action')} arising still open"
        return f"{words}, {self._late} overdue" if self._late else words


def _heading(held: Held) -> str:
    meeting = held.meeting
    parts = (meeting.meeting, say_day(held.day), meeting.time, meeting.place)
    return one_line(", ".join(filter(None, parts)))


def _agenda(held: Held) -> Iterator[str]:
    for item in held.meeting.items:
        yield _item(item)
    if not held.meeting.items:
        yield "no agenda yet"


def _item(item: AgendaItem) -> str:
    number = f"{item.ref}: " if item.ref else ""
    is_said = item.topic and item.item.casefold().startswith(item.topic.casefold())
    topic = f"{item.topic}: " if item.topic and not is_said else ""
    purpose = f" (for {' and '.join(item.purpose)})" if item.purpose else ""
    return one_line(f"{number}{topic}{item.item}{purpose}")


def _row(each: Arising) -> tuple[str, ...]:
    due = each.position.due
    late = f" ({counted(each.days_overdue, 'day')} late)" if each.days_overdue else ""
    return (
        each.item.address,
        one_line(each.item.words),
        f"{one_line(due.text)}{late}" if due else "not given",
        counted(each.age, "day"),
        "; ".join(owner.text for owner in each.item.owners) or NO_LEAD,
    )
