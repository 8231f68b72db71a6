"""Where each theme, action and milestone stands in a document, so that others can lead there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from csplan.load import Item, LoadedFile, reference_key
from csplan.model import Theme
from csplan.report.shapes import Inline, Line
from csplan.report.text import Slugs, plain
from csplan.source import Route

PAGE = ("main", "contents", "about", "agencies", "glossary", "notes")
"""Ids that every page has for itself."""


class Place(NamedTuple):
    """An id and the words of a link that leads to it."""

    id: str
    words: str


class Addresses:
    """The places of everything that is published in a document.

    What leads to an action without `publish` is left out. What lies in a file of the plan that
    this document does not hold is named without a link.
    """

    def __init__(self, published: Iterable[LoadedFile], plan: Sequence[LoadedFile]) -> None:
        self.slugs = Slugs(*PAGE)
        self._by_route: dict[tuple[str, Route], str] = {}
        self._by_reference: dict[str, Place | None] = {}
        self._titles = {
            file.stem: Place("", plain(file.model.theme))
            for file in plan
            if isinstance(file.model, Theme)
        }
        files = tuple(published)
        for file in files:
            words = self._titles[file.stem].words
            self._titles[file.stem] = Place(self.slugs.take(file.stem), words)
        for file in files:
            self._add_actions(file)
        for file in plan:
            self._hide_actions(file)

    def chapter(self, file: LoadedFile) -> str:
        """The id of a theme's chapter."""
        return self._titles[file.stem].id

    def entry(self, file: LoadedFile, route: Route) -> str:
        """The id of the action or milestone that stands at a route of a file."""
        return self._by_route[file.path, route]

    def see(self, mentions: Iterable[str]) -> Iterator[Line]:
        """What `see` names, as links where they lead somewhere."""
        for mention in mentions:
            key = reference_key(mention)
            place = self._by_reference.get(key) or self._titles.get(mention)
            if place:
                target = f"#{place.id}"
                yield (Inline("link" if place.id else "text", place.words, place.id and target),)
            elif key not in self._by_reference:
                yield (Inline("text", plain(mention)),)

    def _add_actions(self, file: LoadedFile) -> None:
        for work in file.works:
            if work.action.publish:
                self._add(file, work.route, work.ref, Place(work.ref, work.action.action))
        for item in file.items:
            if item.action.publish and item.milestone:
                own_id = f"{self.entry(file, item.route[:-2])}-{item.address.rpartition('.')[2]}"
                self._add(file, item.route, item.address, Place(own_id, item.words))

    def _add(self, file: LoadedFile, route: Route, address: str, wanted: Place) -> None:
        own_id = self.slugs.take(wanted.id, "action")
        self._by_route[file.path, route] = own_id
        place = Place(own_id, plain(f"{address}: {wanted.words}"))
        self._by_reference.setdefault(reference_key(address), place)

    def _hide_actions(self, file: LoadedFile) -> None:
        hidden = (work for work in file.works if not work.action.publish)
        for work in hidden:
            milestones = (f"{work.ref}.{n + 1}" for n in range(len(work.action.milestones)))
            for address in (work.ref, *milestones):
                self._by_reference.setdefault(reference_key(address), None)


def rows(file: LoadedFile) -> dict[Route, list[Item]]:
    """What is due in a file, by the route of its action."""
    found: dict[Route, list[Item]] = {}
    for item in file.items:
        route = item.route[:-2] if item.milestone else item.route
        found.setdefault(route, []).append(item)
    return found
