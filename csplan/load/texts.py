"""Every text of a file, walked once: what is written, under which key and where."""

from typing import NamedTuple

from csplan.source import Route
from csplan.source.tree import Value


class Text(NamedTuple):
    """A text of a plan as it was typed; `key` is the nearest key above it."""

    route: Route
    key: str
    words: str


def texts(value: Value) -> tuple[Text, ...]:
    """Every text in the plain value of a file, in the order of the file."""
    found: list[Text] = []
    _walk(value, (), "", found)
    return tuple(found)


# A generator that calls itself would pass every text through each level above it; and most of what
# there is are texts, so that a call for each would cost more than the rest.
def _walk(value: Value, route: Route, key: str, found: list[Text]) -> None:
    if isinstance(value, str):
        found.append(Text(route, key, value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str):
                found.append(Text((*route, name), name, inner))
            else:
                _walk(inner, (*route, name), name, found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _walk(inner, (*route, number), key, found)
