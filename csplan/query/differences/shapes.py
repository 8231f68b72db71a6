"""What a comparison of two plans gives."""

from datetime import date
from typing import Literal, NamedTuple

from csplan.load import LoadedFile, LoadedPlan
from csplan.source import Route

Subject = Literal["plan", "priorities", "actions", "indicators", "tables", "narrative"]
Kind = Literal["new", "dropped", "carried forward", "changed"]
KINDS: tuple[Kind, ...] = ("new", "dropped", "carried forward", "changed")


class Changed(NamedTuple):
    """One thing that reads otherwise; `old` is empty if it was added, `new` if it was taken out.

    Both are empty if `note` says it all. If `is_list`, one of the two holds what came or went.
    """

    what: str
    old: str
    new: str
    note: str = ""
    is_list: bool = False


class Place(NamedTuple):
    """Where something stands in a plan's files."""

    path: str
    line: int


class Entry(NamedTuple):
    """One part of a plan that is new, dropped, carried forward or changed.

    `part` says what it is, such as `action` or `sub-theme`; `theme` is the title of what holds it
    in the new plan, or in the old one if it is dropped. `matched_by` says how the two were found
    to be the same, and is empty where they go by the same reference or title.
    """

    subject: Subject
    kind: Kind
    part: str
    name: str
    theme: str = ""
    old_ref: str = ""
    new_ref: str = ""
    matched_by: str = ""
    note: str = ""
    changes: tuple[Changed, ...] = ()
    old_place: Place | None = None
    new_place: Place | None = None


class Counted(NamedTuple):
    """What is only counted: how many there were and are, and how many of those in both differ."""

    name: str
    old: int
    new: int
    changed: int = 0


class Differences(NamedTuple):
    """All that differs between two plans, by subject and in the order of the new plan.

    `as_at` is the day of states and agreed dates, `date.max` for all that is known. `is_same` says
    that the files hold the same; without entries they differ in order or writing alone.
    `uncompared` has a sentence for each part that was left out, and why.
    """

    old: LoadedPlan
    new: LoadedPlan
    as_at: date
    entries: tuple[Entry, ...]
    counts: tuple[Counted, ...]
    is_same: bool
    uncompared: tuple[str, ...]

    def of(self, subject: Subject) -> tuple[Entry, ...]:
        """What differs in one subject."""
        return tuple(each for each in self.entries if each.subject == subject)


def place(file: LoadedFile, route: Route) -> Place:
    """Where a route of a file leads."""
    return Place(file.path, file.tree.locate(route).line)
