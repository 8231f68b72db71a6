"""Where each theme, action and milestone stands in a document, so that others can lead there."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from csplan.load import Item, LoadedFile, LoadedPlan, Work, expectation_key, reference_key
from csplan.model import Theme
from csplan.query.published import is_published
from csplan.report.runs import Inline, Line
from csplan.report.text import Slugs, plain
from csplan.source import Route

PAGE = (
    *("main", "contents", "about", "ratings", "figures", "drivers", "indicators", "expectations"),
    *("funding", "meetings", "agencies", "glossary", "notes"),
    *("glance", "exceptions", "worse", "better", "overdue", "undated", "unowned", "changes"),
    *("themes", "arising", "missing", "revised", "agenda", "decisions", "dates"),
    *("forward", "performance", "stopped", "carried-forward", "carried-later", "open", "outturn"),
)
"""Ids that every page has for itself."""


class Place(NamedTuple):
    """An id and the words of a link that leads to it."""

    id: str
    words: str

    @property
    def link(self) -> Inline:
        """The link, or the words alone if there is no id."""
        return Inline("link", self.words, f"#{self.id}") if self.id else Inline("text", self.words)


class Addresses:
    """The places of everything that is published in a document.

    What leads to an action without `publish` is left out. What lies in a file of the plan that
    this document does not hold is named without a link: with `only_expectations`, all but those,
    with `only_work` the expectations.
    """

    def __init__(
        self, plan: LoadedPlan, *, only_expectations: bool = False, only_work: bool = False
    ) -> None:
        self.slugs = Slugs(*PAGE)
        self._by_route: dict[tuple[str, Route], str] = {}
        self._by_reference: dict[str, Place | None] = {}
        self._by_expectation: dict[str, Place] = {}
        self._titles = {
            file.stem: Place("", plain(file.model.theme))
            for file in plan.themes
            if isinstance(file.model, Theme)
        }
        if not only_expectations:
            self._add_chapters(plan)
        for file in (plan.file, *plan.chosen_themes):
            self._add_expectations(file, are_held=not only_work)
        for key in hidden(plan):
            self._by_reference.setdefault(key, None)

    def chapter(self, file: LoadedFile) -> str:
        """The id of a theme's chapter."""
        return self._titles[file.stem].id

    def entry(self, file: LoadedFile, route: Route) -> str:
        """The id of the action, milestone or expectation that stands at a route of a file."""
        return self._by_route[file.path, route]

    def works(self, works: Iterable[tuple[LoadedFile, Work]]) -> Iterator[Line]:
        """Published actions, as links where they are in this document."""
        for file, work in works:
            own_id = self._by_route.get((file.path, work.route), "")
            yield (Place(own_id, _named(shown_ref(file, work), work.action.action)).link,)

    def see(self, mentions: Iterable[str]) -> Iterator[Line]:
        """What `see` or `meets` names, as links where they lead somewhere."""
        for mention in mentions:
            key = reference_key(mention)
            place = (
                self._by_reference.get(key)
                or self._titles.get(mention)
                or (key not in self._by_reference and self._by_expectation_key(mention))
            )
            if place:
                yield (place.link,)
            elif key not in self._by_reference:
                yield (Inline("text", plain(mention)),)

    def meets(self, mentions: Iterable[str]) -> Iterator[Line]:
        """The expectations that an action names, as links where they lead somewhere."""
        for mention in mentions:
            place = self._by_expectation_key(mention)
            yield (place.link if place else Inline("text", plain(mention)),)

    def _by_expectation_key(self, mention: str) -> Place | None:
        return self._by_expectation.get(expectation_key(mention))

    def _add_chapters(self, plan: LoadedPlan) -> None:
        for file in plan.chosen_themes:
            if isinstance(file.model, Theme):
                words = plain(file.model.theme)
                self._titles[file.stem] = Place(self.slugs.take(file.stem), words)
        for file in plan.chosen_parts:
            self._add_actions(file)

    def _add_actions(self, file: LoadedFile) -> None:
        for work in file.works:
            if is_published(file, work):
                ref = shown_ref(file, work)
                self._add(file, work.route, work.ref, _named(ref, work.action.action), work.ref)
        for item in file.items:
            if is_published(file, item.work) and item.milestone:
                wanted = f"{self.entry(file, item.work.route)}-{item.address.rpartition('.')[2]}"
                self._add(file, item.route, item.address, _named(item.address, item.words), wanted)

    def _add(self, file: LoadedFile, route: Route, address: str, words: str, wanted: str) -> None:
        own_id = self.slugs.take(wanted, "action")
        self._by_route[file.path, route] = own_id
        self._by_reference.setdefault(reference_key(address), Place(own_id, words))

    def _add_expectations(self, file: LoadedFile, *, are_held: bool) -> None:
        for asked in file.asked:
            ref = plain(asked.expectation.ref)
            own_id = self.slugs.take(f"expectation-{ref}") if are_held else ""
            self._by_route[file.path, asked.route] = own_id
            place = Place(own_id, f"Expectation {ref}")
            self._by_expectation.setdefault(expectation_key(ref), place)


def hidden(plan: LoadedPlan) -> frozenset[str]:
    """The keys of what names an action that is not published, or a milestone of one."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for file in plan.parts:
        for work in file.works:
            milestones = (f"{work.ref}.{n + 1}" for n in range(len(work.action.milestones)))
            keys = map(reference_key, (work.ref, *milestones))
            found[is_published(file, work)].update(keys)
    return frozenset(found[False] - found[True])


def shown_ref(file: LoadedFile, work: Work) -> str:
    """What an action is called by; nothing if only its file and number give it a reference.

    An action with milestones keeps that, because they are numbered by it.
    """
    made = work.action.ref is None and work.ref.startswith(f"{file.stem}.")
    return "" if made and not work.action.milestones else plain(work.ref)


def rows(file: LoadedFile) -> dict[Route, list[Item]]:
    """What is due in a file, by the route of its action."""
    found: dict[Route, list[Item]] = {}
    for item in file.items:
        found.setdefault(item.work.route, []).append(item)
    return found


def _named(ref: str, words: str) -> str:
    return plain(f"{ref}: {words}" if ref else words)
