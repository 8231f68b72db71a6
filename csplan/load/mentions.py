"""What the texts of a plan name elsewhere in it, and the notes that they mark."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from csplan.load.texts import Text
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
_NAMES = frozenset({"glossary", "notes", "stated", "words_to_avoid"})


class Mention(NamedTuple):
    """A place that names something else in the plan."""

    route: Route
    text: str
    kind: str
    """`item` (a theme, action, milestone or expectation), `expectation`, `theme` or `note`."""


def mentions(texts: Iterable[Text]) -> Iterator[Mention]:
    """Every place in the texts of a file that names something else in the plan."""
    for text in texts:
        if (kind := _NAMED.get(text.key)) and _NAMES.isdisjoint(text.route):
            at = text.route if isinstance(text.route[-1], int) else (*text.route, 0)
            yield Mention(at, text.words, kind)
        elif text.key in NOTED and "[^" in text.words and _NAMES.isdisjoint(text.route):
            for name in NOTE.findall(text.words):
                yield Mention(text.route, name, "note")
