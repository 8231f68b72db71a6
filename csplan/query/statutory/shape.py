"""The shape of an item of the checklist, and of how a plan covers it."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Chapter, Theme
from csplan.source import Route

Verdict = Literal["present", "thin", "absent"]
Strength = Literal["full", "part", "missing"]


class Evidence(NamedTuple):
    """A place that bears on an item, in full or in part, or from which it is missing."""

    file: LoadedFile
    route: Route
    title: str
    strength: Strength

    @property
    def line(self) -> int:
        """The line of the place in its file."""
        return self.file.tree.locate(self.route, key=bool(self.route)).line


_FOUND: tuple[Strength, ...] = ("full", "part")
Look = Callable[[LoadedPlan], Iterator[Evidence]]


class Item(NamedTuple):
    """One item: how it is looked for, what it is called, and where the law says it.

    `seen` is false where the text of the law could not be read when this was written. `share` is
    how much of what was looked at must be full for the item to be present; at 0 one place will do.
    """

    look: Look
    title: str
    source: str
    seen: bool
    wanted: str
    share: float = 0

    @property
    def about(self) -> str:
        """What counts as present and as thin."""
        return inspect.getdoc(self.look) or ""

    @property
    def mark(self) -> str:
        """What is put after the source if its text could not be seen."""
        return "" if self.seen else " (unverified)"


class Cover(NamedTuple):
    """How a plan covers an item, and the places that bear on it; the full ones come first."""

    item: Item
    verdict: Verdict
    found: tuple[Evidence, ...]


def cover(item: Item, plan: LoadedPlan) -> Cover:
    """An item held against a plan."""
    looked = list(item.look(plan))
    full, part = ([each for each in looked if each.strength == wanted] for wanted in _FOUND)
    enough = len(full) >= item.share * len(looked)
    verdict: Verdict = "present" if full and enough else "thin" if full or part else "absent"
    return Cover(item, verdict, (*full, *part))


def themes(plan: LoadedPlan) -> Iterator[tuple[LoadedFile, Theme]]:
    """The themes of a plan that could be read."""
    for file in plan.themes:
        if isinstance(file.model, Theme):
            yield file, file.model


def chapters(theme: Theme) -> Iterable[Chapter]:
    """A theme and its parts."""
    return (theme, *theme.sub_themes)
