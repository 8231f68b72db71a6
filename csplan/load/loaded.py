"""What a folder is once it has been read: plans, their files and the indexes that they share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from csplan.dates import Term
from csplan.diagnostic import Complaint
from csplan.escape import one_line
from csplan.load.agencies import Agencies
from csplan.load.due import Box, Item
from csplan.load.index import Asked, Entry, Work
from csplan.load.measures import Measured, Tabled
from csplan.load.mentions import Mention
from csplan.load.references import expectation_key, reference_key
from csplan.load.texts import Text
from csplan.load.waivers import LineWaiver
from csplan.load.written import Written
from csplan.model import Action, Lead, Meetings, Milestone, Plan, Theme
from csplan.source import Fault, Route, Tree


def digest(data: bytes) -> int:
    """What tells, within one run, whether a file still holds what was read of it."""
    return hash(data)


# Files and plans are known by identity: to compare all that they hold would cost more than to read.
@dataclass(frozen=True, slots=True, eq=False)
class LoadedFile:
    """One file of a plan, with what is to be done in it and what it mentions.

    `model` is None if the file could not be read as what it should be; `references` then still
    holds the references of its actions. `tree` tells places; it holds no values. `texts` has all
    that is written in it, as typed, and `written` has it as one. `digest` is of the bytes that were
    read.
    """

    path: str
    stem: str
    tree: Tree
    model: Plan | Theme | Meetings | None
    works: tuple[Work, ...]
    items: tuple[Item, ...]
    boxes: tuple[Box, ...]
    deliverables: tuple[tuple[Route, Action | Milestone], ...]
    entries: tuple[Entry, ...]
    leads: tuple[tuple[Route, Lead], ...]
    asked: tuple[Asked, ...]
    measures: tuple[Measured, ...]
    tables: tuple[Tabled, ...]
    mentions: tuple[Mention, ...]
    texts: tuple[Text, ...]
    written: Written
    waivers: tuple[LineWaiver, ...]
    references: tuple[str, ...]
    faults: tuple[Fault, ...]
    digest: int


@dataclass(frozen=True, eq=False)
class LoadedPlan:
    """A folder that holds a plan: `plan.yaml`, its themes, and the meetings of its boards.

    `plan`, `term` and `agencies` are None while `plan.yaml` cannot be read, so that nothing is
    said about what depends on it. `chosen` holds the paths that were asked for; empty means all.
    """

    path: str
    file: LoadedFile
    themes: tuple[LoadedFile, ...]
    boards: tuple[LoadedFile, ...]
    plan: Plan | None
    term: Term | None
    agencies: Agencies | None
    chosen: frozenset[str]

    @property
    def title(self) -> str:
        """The title of the plan on one line, or its path if its plan.yaml cannot be read."""
        return one_line(self.plan.title) if self.plan else self.path

    @property
    def files(self) -> Iterator[LoadedFile]:
        """`plan.yaml`, then every theme in the plan's order, then the meetings."""
        yield self.file
        yield from self.parts

    @property
    def parts(self) -> Iterator[LoadedFile]:
        """Every file that can hold actions."""
        yield from self.themes
        yield from self.boards

    @property
    def chosen_themes(self) -> Iterator[LoadedFile]:
        """The themes that were asked for."""
        return (theme for theme in self.themes if self.is_chosen(theme))

    @property
    def chosen_parts(self) -> Iterator[LoadedFile]:
        """The files with actions that were asked for."""
        return (part for part in self.parts if self.is_chosen(part))

    def is_chosen(self, file: LoadedFile) -> bool:
        """Whether a file was asked for, by its own name or with its whole plan."""
        return not self.chosen or file.path in self.chosen

    @cached_property
    def by_reference(self) -> Mapping[str, tuple[tuple[LoadedFile, Item | None], ...]]:
        """Where each action or milestone stands, by the key of its reference.

        An action with milestones is listed with None; so is what a broken file holds.
        """
        found: dict[str, list[tuple[LoadedFile, Item | None]]] = {}
        for part in self.parts:
            for reference in part.references:
                found.setdefault(reference_key(reference), []).append((part, None))
            for item in part.items:
                if item.milestone:
                    found.setdefault(reference_key(item.address), []).append((part, item))
        return MappingProxyType({key: tuple(places) for key, places in found.items()})

    @cached_property
    def by_expectation(self) -> Mapping[str, tuple[tuple[LoadedFile, Asked], ...]]:
        """Where each expectation stands, by the key of its number."""
        found: dict[str, list[tuple[LoadedFile, Asked]]] = {}
        for file in self.files:
            for asked in file.asked:
                key = expectation_key(asked.expectation.ref)
                found.setdefault(key, []).append((file, asked))
        return MappingProxyType({key: tuple(places) for key, places in found.items()})

    @cached_property
    def met_by(self) -> Mapping[str, tuple[tuple[LoadedFile, Work], ...]]:
        """The actions that meet each expectation, by the key of its number."""
        found: dict[str, list[tuple[LoadedFile, Work]]] = {}
        for part in self.parts:
            for work in part.works:
                for key in dict.fromkeys(map(expectation_key, work.action.meets)):
                    found.setdefault(key, []).append((part, work))
        return MappingProxyType({key: tuple(places) for key, places in found.items()})

    @cached_property
    def stems(self) -> frozenset[str]:
        """The names of the theme files, without their endings."""
        return frozenset(theme.stem for theme in self.themes)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The plans that were asked for, and all that reading them had to complain of.

    `closed` has the paths of plans that were left out because they are closed.
    """

    plans: tuple[LoadedPlan, ...]
    complaints: tuple[Complaint, ...] = field(default=())
    closed: tuple[str, ...] = field(default=())

    @property
    def items(self) -> Iterator[tuple[LoadedPlan, LoadedFile, Item]]:
        """Everything due in the files that were asked for."""
        for plan in self.plans:
            for part in plan.chosen_parts:
                for item in part.items:
                    yield plan, part, item

    @property
    def unread(self) -> tuple[str, ...]:
        """The paths of files that were asked for and could not be read as what they should be."""
        return tuple(
            file.path
            for plan in self.plans
            for file in plan.files
            if file.model is None and plan.is_chosen(file)
        )
