"""Everything that is due in a file, and every date that is written there."""

from collections.abc import Iterator
from typing import NamedTuple

from csplan.dates import Due, Term, read_due
from csplan.load.agencies import Agencies, Owner
from csplan.load.index import Work, deliverables
from csplan.model import Action, Lead, Milestone
from csplan.source import Route


class Item(NamedTuple):
    """One thing that is due: a milestone, or an action that is due itself.

    `owners` are read from the milestone's leads, or from the action's if it names none; they
    stand at `lead_route`. `due` is None if no date is given.
    """

    address: str
    work: Work
    milestone: Milestone | None
    route: Route
    due: Due | None
    owners: tuple[Owner, ...]
    lead_route: Route

    @property
    def action(self) -> Action:
        """The action, or that of the milestone."""
        return self.work.action

    @property
    def entry(self) -> Milestone | Action:
        """The part of the plan that holds the date, the leads and the progress."""
        return self.milestone or self.work.action

    @property
    def words(self) -> str:
        """What is to be done."""
        return self.milestone.milestone if self.milestone else self.work.action.action


class Box(NamedTuple):
    """A date that is written in a plan, as it was read, and where it stands."""

    route: Route
    due: Due


def items(works: tuple[Work, ...], term: Term | None, agencies: Agencies) -> Iterator[Item]:
    """Everything that is due, in the order of the file."""
    for work in works:
        for entry, entry_route, address in _entries(work):
            leads, lead_route = _leads(entry, entry_route, work)
            yield Item(
                address=address,
                work=work,
                milestone=entry if isinstance(entry, Milestone) else None,
                route=entry_route,
                due=read_due(entry.due, term) if entry.due else None,
                owners=tuple(agencies.owner(lead) for lead in leads),
                lead_route=lead_route,
            )


def boxes(works: tuple[Work, ...], term: Term | None) -> Iterator[Box]:
    """Every due box: due dates, starts and the dates that a board agreed."""
    for route, entry in deliverables(works):
        for key, text in (("due", entry.due), ("start", entry.start)):
            if text:
                yield Box((*route, key), read_due(text, term))
        for number, progress in enumerate(entry.progress):
            if progress.due:
                yield Box((*route, "progress", number, "due"), read_due(progress.due, term))


def _entries(work: Work) -> Iterator[tuple[Milestone | Action, Route, str]]:
    action = work.action
    if action.due or not action.milestones:
        yield action, work.route, work.ref
    for number, milestone in enumerate(action.milestones):
        yield milestone, (*work.route, "milestones", number), f"{work.ref}.{number + 1}"


def _leads(
    entry: Milestone | Action, entry_route: Route, work: Work
) -> tuple[tuple[Lead, ...], Route]:
    if entry.lead or not work.action.lead:
        return entry.lead, (*entry_route, "lead")
    return work.action.lead, (*work.route, "lead")
