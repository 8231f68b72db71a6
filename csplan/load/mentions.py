"""What the texts of a plan name elsewhere in it, and the notes that they mark."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csplan.source import Route

NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
"""The mark of a note in a text; its group is the note's name."""
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


class Mention(NamedTuple):
    """A place that names something else in the plan."""

    route: Route
    text: str
    kind: str
    """`item` (a theme, action, milestone or expectation), `expectation`, `theme` or `note`."""


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
