"""An action with a row for everything that is due in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import Days
from csplan.load import Item
from csplan.model import Action, Milestone
from csplan.query import position
from csplan.report import desk as on
from csplan.report import shapes
from csplan.report.addresses import is_published, rows, shown_ref
from csplan.report.desk import Desk
from csplan.report.grid import several, words
from csplan.report.readings import reading
from csplan.report.runs import Cell, Detail, Line, said
from csplan.report.shapes import Step
from csplan.report.text import plain
from csplan.source import Route

NOT_STATED = "Not stated"
_WHOLE = said("The whole action")


class Arising(NamedTuple):
    """A row of a table of actions arising; None is a cell with nothing."""

    id: str
    ref: Cell | None
    words: Cell
    due: Cell | None
    lead: Cell | None


class ActionWriter:
    """Writes the published actions of one file, in reading order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rows = rows(desk.file)
        self._works = {work.route: work for work in desk.file.works}

    def actions(self, actions: Iterable[Action], route: Route) -> Iterator[shapes.Action]:
        """The actions of what stands at a route, less those that are not published."""
        for number, action in enumerate(actions):
            at = (*route, "actions", number)
            if is_published(self._desk.file, self._works[at]):
                is_entry = _is_entry(action)
                own_id = self._desk.addresses.entry(self._desk.file, at)
                items = self._rows[at]
                yield shapes.Action(
                    id=own_id,
                    ref=shown_ref(self._desk.file, self._works[at]),
                    words=plain(action.action),
                    details=(*(self._dated(items[0]) if is_entry else ()), *self._details(action)),
                    steps=() if is_entry else tuple(self._step(item, own_id) for item in items),
                )

    def arising(self, actions: Iterable[Action], route: Route) -> Iterator[Arising]:
        """A row for each action of what stands at a route and for each of its milestones."""
        for number, action in enumerate(actions):
            at = (*route, "actions", number)
            work = self._works[at]
            if is_published(self._desk.file, work):
                own_id = self._desk.addresses.entry(self._desk.file, at)
                items = {item.route: item for item in self._rows[at]}
                whole = items.pop(at, None)
                said_besides = (_one_line(detail) for detail in self._details(action))
                lines = (said(plain(action.action)), *said_besides)
                yield self._arising(own_id, shown_ref(self._desk.file, work), lines, whole)
                for item in items.values():
                    step = self._step(item, own_id)
                    lines = (step.words, *map(_one_line, step.details))
                    yield self._arising(step.id, step.address, lines, item)

    def _arising(
        self, own_id: str, ref: str, lines: tuple[Line, ...], item: Item | None
    ) -> Arising:
        due = item.due if item else None
        return Arising(
            id=own_id,
            ref=words(ref),
            words=Cell(lines),
            # What arises of a meeting is often due in the next plan's years.
            due=words(plain(due.text), reading(item, None)) if item and due else None,
            lead=several([said(lead) for lead in on.leads(item.owners)]) if item else None,
        )

    def _step(self, item: Item, action_id: str) -> Step:
        if item.milestone:
            step_id = self._desk.addresses.entry(self._desk.file, item.route)
            line = self._desk.line(item.words)
            details = (*self._details(item.milestone), *self._stands(item))
        else:
            step_id = self._desk.take(f"{action_id}-whole")
            line, details = _WHOLE, tuple(self._stands(item))
        return Step(
            id=step_id,
            address=plain(item.address),
            words=line,
            details=details,
            due=plain(item.due.text) if item.due else NOT_STATED,
            reading=reading(item, self._desk.plan.term),
            leads=on.leads(item.owners) or (NOT_STATED,),
        )

    def _dated(self, item: Item) -> Iterator[Detail]:
        """The lead and the date of an action that is an entry of a list."""
        yield from on.texts("Lead", on.leads(item.owners))
        if item.due:
            how = reading(item, self._desk.plan.term)
            yield from on.texts("Due", [f"{item.due.text} ({how})" if how else item.due.text])
        yield from self._stands(item)

    def _stands(self, item: Item) -> Iterator[Detail]:
        """Where the work stands by the last that was said of it; what was said is not published."""
        now = position(self._desk.plan, item, date.max)
        if now.state != "not started":
            day = now.entries[-1][0] if now.entries else None
            parts = (now.state.capitalize(), now.rating, str(Days(day, day)) if day else "")
            yield from on.texts("Progress", [", ".join(filter(None, parts))])

    def _details(self, entry: Action | Milestone) -> Iterator[Detail]:
        desk = self._desk
        yield from on.texts("Partners" if len(entry.partners) > 1 else "Partner", entry.partners)
        yield from on.lines("How it will be known", map(desk.line, entry.measure))
        for label, text in (
            ("Cost", entry.cost),
            ("Starts", entry.start),
            ("Carried forward from", entry.carried_from),
            ("Carried forward to", entry.carried_to),
            ("Note", entry.note),
        ):
            if text:
                yield Detail(label, (desk.line(text),))
        if isinstance(entry, Action):
            yield from on.lines("Meets", desk.addresses.meets(entry.meets))
        yield from on.lines("See", desk.addresses.see(entry.see))
        yield from on.documents(entry.other_documents)


def _one_line(detail: Detail) -> Line:
    lines = (
        run
        for number, line in enumerate(detail.lines)
        for run in (*(said("; ") if number else ()), *line)
    )
    return (*said(f"{detail.label}: "), *lines)


def _is_entry(action: Action) -> bool:
    """Whether an action is an entry of a list rather than a heading over a table.

    Without a reference of its own there is nothing to look it up by in a table, and without a
    date or a lead the table would say nothing.
    """
    if action.ref is None:
        return not action.milestones
    return not (action.milestones or action.due or action.lead)
