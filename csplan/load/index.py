"""What a file holds, read once: everything that is to be done or is due, and every mention."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from csplan.dates import Due, Term, read_due
from csplan.load.agencies import Agencies, Owner
from csplan.model import (
    Action,
    Chapter,
    Expectation,
    Expectations,
    Lead,
    Matter,
    Meetings,
    Milestone,
    Plan,
    Theme,
)
from csplan.source import Route

Model = Plan | Theme | Meetings

NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
"""The mark of a note in a text; its group is the note's name."""
_REFERENCE = re.compile(rb"""(?:^|[ {,])["']?ref["']? *: +["']?([^"'\r\n#,}]+)""", re.MULTILINE)
PROSE = ("what", "why", "hotspots", "achievements", "plans")
NOTED = frozenset(
    (
        *PROSE,
        "about",
        "carried_from",
        "carried_to",
        "corrective_action",
        "cost",
        "decision",
        "decisions",
        "expectation",
        "explanation",
        "means",
        "measure",
        "milestone",
        "not_applicable",
        "note",
        "outcomes",
        "reason",
        "response",
        "summary",
        "text",
    )
)
"""The keys in whose texts `[^name]` marks a note."""
_NAMED = {"see": "item", "meets": "expectation", "themes": "theme"}
# Their keys are the user's own.
_NAMES = frozenset({"glossary", "notes", "stated"})
_ITEM_NUMBER = re.compile(r"(?:item|expectation|no\.?|number)\s*(?=\S)", re.IGNORECASE)


class Mention(NamedTuple):
    """A place that names something else in the plan."""

    route: Route
    text: str
    kind: str
    """`item` (a theme, action, milestone or expectation), `expectation`, `theme` or `note`."""


class Work(NamedTuple):
    """An action, what it goes by and where it stands.

    `theme` and `sub_theme` are the titles of what holds it: a theme and the part of it if it has
    one, or a meeting and its agenda item; `period` is theirs, where it is not the plan's. `ref` is
    typed, or made of what holds it and a number.
    """

    route: Route
    theme: str
    sub_theme: str
    period: str
    ref: str
    action: Action


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


class Asked(NamedTuple):
    """An expectation, who expects it and where it stands; `theme` is the title of what holds it."""

    route: Route
    theme: str
    by: Expectations
    expectation: Expectation


class Box(NamedTuple):
    """A date that is written in a plan, as it was read, and where it stands."""

    route: Route
    due: Due


def reference_key(reference: str) -> str:
    """A reference without what people vary when they type it: capitals and spaces."""
    return "".join(reference.split()).casefold()


def expectation_key(reference: str) -> str:
    """The number of an expectation without `item` before it: `item 14` is 14."""
    text = reference.strip()
    found = _ITEM_NUMBER.match(text)
    return reference_key(text[found.end() :] if found else text)


def references_in(data: bytes) -> Iterator[str]:
    """The references of a file that could not be read as a plan, so that they still exist."""
    for match in _REFERENCE.finditer(data):
        yield match[1].decode("utf-8", errors="replace").strip()


def works(stem: str, model: Model) -> Iterator[Work]:
    """Every action of a file, in the order of the file.

    One without a reference goes by its file's name and its number there; what arises of a meeting
    goes by its agenda item, unless another item of the file has the same number.
    """
    if isinstance(model, Meetings):
        yield from _arising(stem, model)
    elif isinstance(model, Theme):
        number = 0
        for route, chapter in chapters(model):
            sub_theme = "" if chapter is model else getattr(chapter, "sub_theme", "")
            period = chapter.period or model.period or ""
            for index, action in enumerate(chapter.actions):
                number += 1
                ref = action.ref or f"{stem}.{number}"
                yield Work((*route, "actions", index), model.theme, sub_theme, period, ref, action)


def _arising(stem: str, board: Meetings) -> Iterator[Work]:
    number = 0
    items = [item for meeting in board.meetings for item in meeting.items if item.ref]
    held_by = Counter(reference_key(item.ref) for item in items if item.ref)
    for at, meeting in enumerate(board.meetings):
        title = f"{meeting.meeting}, {meeting.on}"
        for place, item in enumerate(meeting.items):
            for index, action in enumerate(item.actions):
                number += 1
                is_alone = item.ref and held_by[reference_key(item.ref)] == 1
                held = f"{item.ref}.{index + 1}" if is_alone else f"{stem}.{number}"
                route = ("meetings", at, "items", place, "actions", index)
                yield Work(route, title, item.item, "", action.ref or held, action)


def chapters(theme: Theme) -> Iterator[tuple[Route, Chapter]]:
    """A theme and its sub-themes, each with where it stands."""
    yield (), theme
    for number, sub_theme in enumerate(theme.sub_themes):
        yield ("sub_themes", number), sub_theme


def matters(model: Model) -> Iterator[tuple[Route, str, Matter]]:
    """What can hold indicators, tables and expectations: where it stands, its title, itself."""
    if isinstance(model, Plan):
        yield (), model.title, model
    elif isinstance(model, Theme):
        yield (), model.theme, model
        for number, sub_theme in enumerate(model.sub_themes):
            yield ("sub_themes", number), sub_theme.sub_theme, sub_theme


def expectations(model: Model) -> Iterator[Asked]:
    """Every expectation of a file, in the order of the file."""
    for route, title, matter in matters(model):
        for at, asked in enumerate(matter.expectations):
            for number, each in enumerate(asked.expects):
                place = (*route, "expectations", at, "expects", number)
                yield Asked(place, title, asked, each)


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


def deliverables(works: tuple[Work, ...]) -> Iterator[tuple[Route, Action | Milestone]]:
    """Every action and milestone, in the order of the file."""
    for work in works:
        yield work.route, work.action
        for number, milestone in enumerate(work.action.milestones):
            yield (*work.route, "milestones", number), milestone


def boxes(works: tuple[Work, ...], term: Term | None) -> Iterator[Box]:
    """Every due box: due dates, starts and the dates that a board agreed."""
    for route, entry in deliverables(works):
        for key, text in (("due", entry.due), ("start", entry.start)):
            if text:
                yield Box((*route, key), read_due(text, term))
        for number, progress in enumerate(entry.progress):
            if progress.due:
                yield Box((*route, "progress", number, "due"), read_due(progress.due, term))


def leads(model: Model, works: tuple[Work, ...]) -> Iterator[tuple[Route, Lead]]:
    """Everybody who is named to lead anything, and where."""
    if isinstance(model, Theme):
        for route, chapter in chapters(model):
            yield from _numbered((*route, "lead"), chapter.lead)
    for route, _, matter in matters(model):
        for number, indicator in enumerate(matter.indicators):
            yield from _numbered((*route, "indicators", number, "lead"), indicator.lead)
    if isinstance(model, Meetings):
        for at, meeting in enumerate(model.meetings):
            for number, item in enumerate(meeting.items):
                yield from _numbered(("meetings", at, "items", number, "lead"), item.lead)
    for route, entry in deliverables(works):
        yield from _numbered((*route, "lead"), entry.lead)


def _numbered(route: Route, found: tuple[Lead, ...]) -> Iterator[tuple[Route, Lead]]:
    for number, lead in enumerate(found):
        yield (*route, number), lead


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


def mentions(value: object, route: Route = (), key: str = "") -> Iterator[Mention]:
    """Every place in the plain value of a file that names something else in the plan."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NAMES:
                yield from mentions(inner, (*route, name), name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from mentions(inner, (*route, number), key)
    elif isinstance(value, str) and key in _NAMED:
        at = route if isinstance(route[-1], int) else (*route, 0)
        yield Mention(at, value, _NAMED[key])
    elif isinstance(value, str) and key in NOTED and "[^" in value:
        for name in NOTE.findall(value):
            yield Mention(route, name, "note")
