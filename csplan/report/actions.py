"""An action with a row for everything that is due in it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from csplan.dates import say_day
from csplan.load import Item
from csplan.model import Action, Milestone
from csplan.query import position
from csplan.query.published import is_published
from csplan.report import desk as on
from csplan.report import shapes
from csplan.report.addresses import rows, shown_ref
from csplan.report.desk import Desk
from csplan.report.grid import several, words
from csplan.report.readings import reading
from csplan.report.runs import Cell, Detail, Line, Table, cell, rated, said
from csplan.report.shapes import Step
from csplan.report.text import plain
from csplan.report.wholes import NOT_STATED, Whole, one_line, table_of
from csplan.source import Route

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

    def due(self, actions: Sequence[Action], route: Route, heading: str) -> tuple[Table, ...]:
        """One table of the actions of what stands at a route that are due as a whole."""
        found = [
            self._whole(action, at)
            for action, at in self._published(actions, route)
            if _is_due(action)
        ]
        return table_of(found, f"{heading}: actions, dates and leads")

    def actions(self, actions: Sequence[Action], route: Route) -> Iterator[shapes.Action]:
        """The other actions of what stands at a route."""
        for action, at in self._published(actions, route):
            if not _is_due(action):
                own_id = self._desk.addresses.entry(self._desk.file, at)
                items = self._rows[at]
                # Without steps it is an entry of a list rather than a heading over a table.
                dated = () if action.milestones else self._dated(items[0])
                steps = items if action.milestones else ()
                yield shapes.Action(
                    id=own_id,
                    ref=shown_ref(self._desk.file, self._works[at]),
                    words=plain(action.action),
                    details=(*dated, *self._details(action)),
                    steps=tuple(self._step(item, own_id) for item in steps),
                )

    def _published(self, actions: Sequence[Action], route: Route) -> Iterator[tuple[Action, Route]]:
        for number, action in enumerate(actions):
            at = (*route, "actions", number)
            if is_published(self._desk.file, self._works[at]):
                yield action, at

    def _whole(self, action: Action, at: Route) -> Whole:
        item = self._rows[at][0]
        return Whole(
            id=self._desk.addresses.entry(self._desk.file, at),
            ref=shown_ref(self._desk.file, self._works[at]),
            words=plain(action.action),
            due=item.due and cell(plain(item.due.text), reading(item, self._desk.plan.term)),
            leads=on.leads(item.owners),
            details=(*self._details(action), *self._stands(item)),
        )

    def arising(self, actions: Sequence[Action], route: Route) -> Iterator[Arising]:
        """A row for each action of what stands at a route and for each of its milestones."""
        for action, at in self._published(actions, route):
            own_id = self._desk.addresses.entry(self._desk.file, at)
            items = {item.route: item for item in self._rows[at]}
            whole = items.pop(at, None)
            lines = (said(plain(action.action)), *map(one_line, self._details(action)))
            ref = shown_ref(self._desk.file, self._works[at])
            yield self._arising(own_id, ref, lines, whole)
            for item in items.values():
                step = self._step(item, own_id)
                lines = (step.words, *map(one_line, step.details))
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
            rating = (*said(", "), rated(now.rating, now.rating)) if now.rating else ()
            day = said(f", {say_day(now.day)}") if now.day else ()
            yield Detail("Progress", ((*said(now.state.capitalize()), *rating, *day),))

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


def _is_due(action: Action) -> bool:
    """Whether an action is a row of its chapter's table.

    Without a reference of its own there is nothing to look it up by in a table, and without a
    date or a lead the table would say nothing.
    """
    return bool(action.ref and not action.milestones and (action.due or action.lead))
