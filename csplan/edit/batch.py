"""Changes made to a text one after the other, and the text read as seldom as can be.

Reading where everything stands costs far more than a change. So changes are gathered as long as
those before them cannot have moved what they name, and are then made together.
"""

from collections.abc import Iterable

from csplan.edit.changes import Change, Put, Remove
from csplan.edit.splice import Splice, Splicer
from csplan.source import Route


def spliced(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made in order; each route leads to what is there by then."""
    batch = _Batch(text)
    for change in changes:
        if not batch.takes(change):
            batch = _Batch(batch.made())
            taken = batch.takes(change)
            assert taken
        while batch.is_half_done:
            batch = _Batch(batch.made())
            batch.takes(change)
    return batch.made()


class _Batch:
    """Changes to a text that have nothing to do with each other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._splicer = Splicer(text)
        self._splices: list[tuple[Splice, Route]] = []
        self._changed: set[Route] = set()
        self._moved: dict[Route, int] = {}
        self._removed: set[Route] = set()
        self.is_half_done = False

    def takes(self, change: Change) -> bool:
        """Take a change, unless one that was taken before may have moved what it names."""
        *above, last = change.route or ("",)
        holder = tuple(above)
        if self._is_moved(_aim(change)) or (isinstance(change, Remove) and holder in self._removed):
            return False
        found = self._splicer.find(change)
        if any(self._meets(found, change.route, each) for each in self._splices):
            return False
        self._splices.append((found, change.route))
        self.is_half_done = found.is_first_step
        self._note(change, holder, last)
        return True

    def _is_moved(self, route: Route) -> bool:
        """Whether what a route leads through is new, gone, or counted otherwise by now."""
        for length, step in enumerate(route):
            first = self._moved.get(route[:length])
            if first is not None and isinstance(step, int) and step >= first:
                return True
            if route[: length + 1] in self._changed:
                return True
        return False

    def _meets(self, found: Splice, route: Route, other: tuple[Splice, Route]) -> bool:
        (start, end, *_), there = other
        if found.start == start:
            # What is new at the end of a part may be followed by what is new at that of its holder.
            is_below = there[: len(route)] == route
            return not (found.start == found.end == start == end and is_below)
        return found.start < end and start < found.end

    def _note(self, change: Change, holder: Route, last: str | int) -> None:
        match change:
            case Remove() if isinstance(last, int):
                self._moved[holder] = min(last, self._moved.get(holder, last))
                # The last entry would take its list along.
                if self._splicer.holds(holder) - 1 <= len(self._of(holder)):
                    self._removed.add(holder)
            case _:
                self._changed.add(_aim(change))

    def _of(self, holder: Route) -> list[Route]:
        return [route for _, route in self._splices if route[:-1] == holder]

    def made(self) -> str:
        """The text with what was taken."""
        text = self._text
        # Of two that begin together the one that was taken first stands first.
        places = sorted(enumerate(self._splices), key=lambda each: (each[1][0].start, each[0]))
        for _, ((start, end, made, _), _) in reversed(places):
            text = text[:start] + made + text[end:]
        return text


def _aim(change: Change) -> Route:
    """The route of what a change makes or takes."""
    return (*change.route, change.key) if isinstance(change, Put) else change.route
