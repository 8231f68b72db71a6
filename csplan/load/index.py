"""What a theme holds, read once: everything that is due, and every mention of something else."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csplan.dates import Due, Term, read_due
from csplan.load.agencies import Agencies, Owner
from csplan.model import Action, Chapter, Lead, Milestone, Plan, SubTheme, Theme
from csplan.source import Route

NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
"""The mark of a note in a text; its group is the note's name."""
_REFERENCE = re.compile(rb"""(?:^|[ {,])["']?ref["']? *: +["']?([^"'\r\n#,}]+)""", re.MULTILINE)
PROSE = ("what", "why", "hotspots", "achievements", "plans")


class Mention(NamedTuple):
    """A place that names something else in the plan."""

    route: Route
    text: str
    kind: str
    """`item` (a theme, action or milestone), `theme` or `note`."""


class Item(NamedTuple):
    """One thing that is due: a milestone, or an action that is due itself.

    `owners` are read from the milestone's leads, or from the action's if it names none; they
    stand at `lead_route`. `due` is None if no date is given.
    """

    address: str
    theme: Theme
    sub_theme: SubTheme | None
    action: Action
    milestone: Milestone | None
    route: Route
    due: Due | None
    owners: tuple[Owner, ...]
    lead_route: Route

    @property
    def entry(self) -> Milestone | Action:
        """The part of the plan that holds the date, the leads and the progress."""
        return self.milestone or self.action

    @property
    def words(self) -> str:
        """What is to be done."""
        return self.milestone.milestone if self.milestone else self.action.action


class Box(NamedTuple):
    """A date that is written in a plan, as it was read, and where it stands."""

    route: Route
    due: Due


def reference_key(reference: str) -> str:
    """A reference without what people vary when they type it: capitals and spaces."""
    return "".join(reference.split()).casefold()


def references_in(data: bytes) -> Iterator[str]:
    """The references of a file that could not be read as a plan, so that they still exist."""
    for match in _REFERENCE.finditer(data):
        yield match[1].decode("utf-8", errors="replace").strip()


def actions(theme: Theme) -> Iterator[tuple[Route, SubTheme | None, Action]]:
    """Every action of a theme and of its sub-themes, in the order of the file."""
    for number, action in enumerate(theme.actions):
        yield ("actions", number), None, action
    for sub_number, sub_theme in enumerate(theme.sub_themes):
        for number, action in enumerate(sub_theme.actions):
            yield ("sub_themes", sub_number, "actions", number), sub_theme, action


def items(theme: Theme, term: Term | None, agencies: Agencies) -> Iterator[Item]:
    """Everything in a theme that is due, in the order of the file."""
    for route, sub_theme, action in actions(theme):
        for entry, entry_route, address in _entries(action, route):
            leads, lead_route = _leads(entry, entry_route, action, route)
            yield Item(
                address=address,
                theme=theme,
                sub_theme=sub_theme,
                action=action,
                milestone=entry if isinstance(entry, Milestone) else None,
                route=entry_route,
                due=read_due(entry.due, term) if entry.due else None,
                owners=tuple(agencies.owner(lead) for lead in leads),
                lead_route=lead_route,
            )


def deliverables(theme: Theme) -> Iterator[tuple[Route, Action | Milestone]]:
    """Every action and milestone of a theme, in the order of the file."""
    for route, _, action in actions(theme):
        yield route, action
        for number, milestone in enumerate(action.milestones):
            yield (*route, "milestones", number), milestone


def boxes(theme: Theme, term: Term | None) -> Iterator[Box]:
    """Every due box of a theme: due dates, starts and the dates that a board agreed."""
    for route, entry in deliverables(theme):
        for key, text in (("due", entry.due), ("start", entry.start)):
            if text:
                yield Box((*route, key), read_due(text, term))
        for number, progress in enumerate(entry.progress):
            if progress.due:
                yield Box((*route, "progress", number, "due"), read_due(progress.due, term))


def _entries(action: Action, route: Route) -> Iterator[tuple[Milestone | Action, Route, str]]:
    if action.due or not action.milestones:
        yield action, route, action.ref
    for number, milestone in enumerate(action.milestones):
        yield milestone, (*route, "milestones", number), f"{action.ref}.{number + 1}"


def _leads(
    entry: Milestone | Action, entry_route: Route, action: Action, route: Route
) -> tuple[tuple[Lead, ...], Route]:
    if entry.lead or not action.lead:
        return entry.lead, (*entry_route, "lead")
    return action.lead, (*route, "lead")


def mentions(model: Theme | Plan) -> Iterator[Mention]:
    """Every place in a file that names something else in the plan."""
    if isinstance(model, Plan):
        for number, name in enumerate(model.themes):
            yield Mention(("themes", number), name, "theme")
        yield from _notes_in(("summary",), model.summary)
        yield from _notes_in_sections((), model)
        return
    yield from _chapter_mentions((), model)
    for number, sub_theme in enumerate(model.sub_themes):
        yield from _chapter_mentions(("sub_themes", number), sub_theme)
    for route, entry in deliverables(model):
        yield from _see(route, entry.see)
        for key in ("milestone", "note", "cost", "carried_from"):
            yield from _notes_in((*route, key), getattr(entry, key, None))


def _chapter_mentions(route: Route, chapter: Chapter) -> Iterator[Mention]:
    yield from _see(route, chapter.see)
    for key in PROSE:
        yield from _notes_in((*route, key), getattr(chapter, key))
    yield from _notes_in_sections(route, chapter)
    for number, outcome in enumerate(chapter.outcomes):
        yield from _notes_in((*route, "outcomes", number), outcome)


def _see(route: Route, see: tuple[str, ...]) -> Iterator[Mention]:
    for number, text in enumerate(see):
        yield Mention((*route, "see", number), text, "item")


def _notes_in_sections(route: Route, holder: Chapter | Plan) -> Iterator[Mention]:
    for number, section in enumerate(holder.sections):
        yield from _notes_in((*route, "sections", number, "text"), section.text)


def _notes_in(route: Route, text: str | None) -> Iterator[Mention]:
    if text and "[^" in text:
        for name in NOTE.findall(text):
            yield Mention(route, name, "note")
