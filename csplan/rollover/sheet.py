"""The changes of one copied file, gathered in any order and put into one that can be made."""

from collections import defaultdict

from csplan.edit import Change, Put, Remove
from csplan.load import LoadedFile
from csplan.source import Route
from csplan.source.tree import Value


class Sheet:
    """What is to be put into a copy of a file, taken out of it and looked at in it."""

    def __init__(self, file: LoadedFile) -> None:
        self.file = file
        self._puts: defaultdict[Route, dict[str, Value]] = defaultdict(dict)
        self._others: list[Change] = []
        self._gone: set[Route] = set()
        self._notes: defaultdict[Route, list[str]] = defaultdict(list)

    def put(self, route: Route, key: str, value: Value) -> None:
        """Give a key of the part at a route a value."""
        self._puts[route][key] = value

    def add(self, change: Change) -> None:
        """Make a change of another kind."""
        if isinstance(change, Remove):
            self._gone.add(change.route)
        elif isinstance(change, Put):
            self.put(change.route, change.key, change.value)
        else:
            self._others.append(change)

    def remove(self, route: Route) -> None:
        """Take out a key or an entry, if the file has it."""
        if self.file.tree.holds(route):
            self._gone.add(route)

    def note(self, route: Route, line: str) -> None:
        """Add a line to what is to be reviewed of the part at a route, once."""
        if line not in self._notes[route]:
            self._notes[route].append(line)

    def is_gone(self, route: Route) -> bool:
        """Whether what stands at a route is taken out."""
        return any(route[:end] in self._gone for end in range(1, len(route) + 1))

    @property
    def notes(self) -> int:
        """How many lines there are to review."""
        return sum(map(len, self._notes.values()))

    def changes(self) -> list[Change]:
        """All of it: what is new from the inmost part outwards, then what goes, the last first."""
        for route, lines in self._notes.items():
            self.put(route, "to_review", [*lines])
        inmost = sorted(self._puts, key=len, reverse=True)
        # Where it is put into a plain line of text, that is an action's words.
        puts = [
            Put(route, key, value, line_key="action")
            for route in inmost
            for key, value in self._puts[route].items()
        ]
        gone = (route for route in self._gone if not self.is_gone(route[:-1]))
        last_first = sorted(gone, key=lambda route: [*map(_rank, route)], reverse=True)
        return [*puts, *self._others, *map(Remove, last_first)]


def _rank(step: str | int) -> tuple[bool, int, str]:
    return (True, 0, step) if isinstance(step, str) else (False, step, "")
