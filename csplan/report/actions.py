"""An action with a row for everything that is due in it."""

from collections.abc import Iterable, Iterator

from csplan.dates import Term
from csplan.load import Item, LoadedFile, Owner
from csplan.model import Action, Deliverable, Milestone
from csplan.report import shapes
from csplan.report.addresses import Addresses, rows
from csplan.report.reader import Reader
from csplan.report.readings import reading
from csplan.report.shapes import Detail, Inline, Step
from csplan.report.text import plain
from csplan.source import Route

NOT_STATED = "Not stated"
_WHOLE = (Inline("text", "The whole action"),)


class ActionWriter:
    """Writes the published actions of one theme file, in reading order."""

    def __init__(
        self, file: LoadedFile, reader: Reader, addresses: Addresses, term: Term | None
    ) -> None:
        self._file = file
        self._reader = reader
        self._addresses = addresses
        self._term = term
        self._rows = rows(file)
        self._refs = {work.route: work.ref for work in file.works}

    def actions(self, actions: Iterable[Action], route: Route) -> Iterator[shapes.Action]:
        """The actions of the theme or sub-theme at a route, less those that are not published."""
        for number, action in enumerate(actions):
            if action.publish:
                at = (*route, "actions", number)
                action_id = self._addresses.entry(self._file, at)
                yield shapes.Action(
                    id=action_id,
                    ref=plain(self._refs[at]),
                    words=plain(action.action),
                    details=tuple(self._details(action)),
                    steps=tuple(self._step(item, action_id) for item in self._rows[at]),
                )

    def _step(self, item: Item, action_id: str) -> Step:
        if item.milestone:
            step_id = self._addresses.entry(self._file, item.route)
            words = self._reader.line(item.words, self._file)
            details = tuple(self._details(item.milestone))
        else:
            step_id = self._addresses.slugs.take(f"{action_id}-whole")
            words, details = _WHOLE, ()
        return Step(
            id=step_id,
            address=plain(item.address),
            words=words,
            details=details,
            due=plain(item.due.text) if item.due else NOT_STATED,
            reading=reading(item, self._term),
            leads=leads(item.owners) or (NOT_STATED,),
        )

    def _details(self, entry: Action | Milestone) -> Iterator[Detail]:
        for label, text in _said(entry):
            if text:
                yield Detail(label, (self._reader.line(text, self._file),))
        see = tuple(self._addresses.see(entry.see))
        if see:
            yield Detail("See", see)
        if entry.other_documents:
            yield documents(entry.other_documents)


def _said(entry: Deliverable) -> Iterator[tuple[str, str | None]]:
    yield "Cost", entry.cost
    yield "Starts", entry.start
    yield "Carried forward from", entry.carried_from
    yield "Note", entry.note


def documents(titles: Iterable[str]) -> Detail:
    """Documents outside of the plan; titles are names, in which nothing is spelt out."""
    lines = tuple((Inline("text", plain(title)),) for title in titles)
    return Detail("Other documents" if len(lines) > 1 else "Other document", lines)


def leads(owners: Iterable[Owner]) -> tuple[str, ...]:
    """Posts and agencies as written; a person who is named without either is not shown."""
    return tuple(
        plain(owner.text) for owner in owners if owner.post or owner.agency or not owner.person
    )
