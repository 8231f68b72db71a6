"""The shapes of what stands at the end of a document."""

from typing import NamedTuple

from csplan.report.runs import Line


class Note(NamedTuple):
    """A note or source; `marks` are the ids of the places that cite it, none if nothing does."""

    id: str
    number: int
    words: Line
    marks: tuple[str, ...]


class Entry(NamedTuple):
    """A term of the glossary."""

    term: str
    meaning: str


class Agency(NamedTuple):
    """An agency that answers for something, with links to the actions."""

    name: str
    actions: Line
