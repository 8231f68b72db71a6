"""What a file holds, read once: its chapters, its actions, who leads them and what is expected."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from csplan.load.references import reference_key
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
    Progress,
    Theme,
)
from csplan.source import Route

Model = Plan | Theme | Meetings


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


class Entry(NamedTuple):
    """An entry of progress: where it stands, where its action or milestone stands, itself."""

    route: Route
    of: Route
    progress: Progress


class Asked(NamedTuple):
    """An expectation, who expects it and where it stands; `theme` is the title of what holds it."""

    route: Route
    theme: str
    by: Expectations
    expectation: Expectation


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


def deliverables(works: tuple[Work, ...]) -> Iterator[tuple[Route, Action | Milestone]]:
    """Every action and milestone, in the order of the file."""
    for work in works:
        yield work.route, work.action
        for number, milestone in enumerate(work.action.milestones):
            yield (*work.route, "milestones", number), milestone


def entries(found: tuple[tuple[Route, Action | Milestone], ...]) -> Iterator[Entry]:
    """Every entry of progress, in the order of the file."""
    for route, entry in found:
        for number, progress in enumerate(entry.progress):
            yield Entry((*route, "progress", number), route, progress)


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
