"""The shapes of a published plan: texts, numbers and tuples of them, in reading order.

An `id` is unique in a document and made of `[a-z0-9-]`; `#` and an id is an internal address.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

InlineKind = Literal["text", "link", "note", "acronym"]
BlockKind = Literal["paragraph", "heading", "bullets", "numbers"]


class Inline(NamedTuple):
    """A run of text within a line.

    `target` is the address of a link, the `#id` of a note or the meaning of an acronym that has
    been spelt out before. `id` is that of a note's mark, to come back to.
    """

    kind: InlineKind
    text: str
    target: str = ""
    id: str = ""


Line = tuple[Inline, ...]


class Block(NamedTuple):
    """A paragraph or a subheading of one line, or a list with a line for each entry."""

    kind: BlockKind
    lines: tuple[Line, ...]


class Section(NamedTuple):
    """Narrative under a heading of its own."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


class Detail(NamedTuple):
    """What is said about something besides, under a label: a cost, a note, what to see."""

    label: str
    lines: tuple[Line, ...]


class Step(NamedTuple):
    """One thing that is due, as a row of a table in which no cell is empty.

    `reading` tells how the date was read where that says more than `due`, and is empty
    otherwise.
    """

    id: str
    address: str
    words: Line
    details: tuple[Detail, ...]
    due: str
    reading: str
    leads: tuple[str, ...]


class Action(NamedTuple):
    """A numbered action and what is due in it."""

    id: str
    ref: str
    words: str
    details: tuple[Detail, ...]
    steps: tuple[Step, ...]


class Indicator(NamedTuple):
    """A measure, as a row of a table in which no cell is empty."""

    words: str
    code: str
    kind: str


class Chapter(NamedTuple):
    """A theme, or a sub-theme within one.

    `holds` counts its actions and milestones in words. Empty tuples are what the plan does not
    have, and have no heading in a document.
    """

    id: str
    heading: str
    holds: str
    sections: tuple[Section, ...]
    outcomes: tuple[Line, ...]
    indicators: tuple[Indicator, ...]
    actions: tuple[Action, ...]
    sub_themes: "tuple[Chapter, ...]"
    related: tuple[Detail, ...]


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


class Agreement(NamedTuple):
    """A plan as it is published; `period` is as written and `days` what it means."""

    title: str
    partnership: str
    period: str
    days: str
    status: str
    summary: tuple[Block, ...]
    sections: tuple[Section, ...]
    chapters: tuple[Chapter, ...]
    agencies: tuple[Agency, ...]
    glossary: tuple[Entry, ...]
    notes: tuple[Note, ...]


def texts(shape: tuple[object, ...]) -> Iterator[str]:
    """Every text in a shape, run by run, ids among them; not the targets of runs."""
    for part in (shape.text,) if isinstance(shape, Inline) else shape:
        if isinstance(part, str):
            yield part
        elif isinstance(part, tuple):
            yield from texts(part)
