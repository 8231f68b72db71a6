"""The small shapes that a document is made of: runs of text, lines, blocks and tables."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

InlineKind = Literal["text", "link", "note", "acronym"]
BlockKind = Literal["paragraph", "heading", "bullets", "numbers"]
TableKind = Literal[
    "indicators",
    "measures",
    "figures",
    "series",
    "actions",
    "arising",
    "matrix",
    "exceptions",
    "progress",
    "late",
    "gaps",
]
Tone = Literal["", "red", "amber", "green", "blue", "grey"]


class Inline(NamedTuple):
    """A run of text within a line.

    `target` is the address of a link, the `#id` of a note or the meaning of an acronym that has
    been spelt out before. `id` is that of a note's mark, to come back to. `tone` is the colour
    that the text names, to be shown beside it.
    """

    kind: InlineKind
    text: str
    target: str = ""
    id: str = ""
    tone: Tone = ""


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
    """What is said about something besides, under a label: a cost, a note, what to see.

    `tone` is the colour that the label names, to be shown beside it.
    """

    label: str
    lines: tuple[Line, ...]
    tone: Tone = ""


class Cell(NamedTuple):
    """A cell of one line or several, never empty; `reading` is what is said of it in small."""

    lines: tuple[Line, ...]
    reading: str = ""


class Column(NamedTuple):
    """The heading of a column, and whether it is one of figures."""

    heading: str
    is_figures: bool = False


class Row(NamedTuple):
    """A row of a table, its name first; `id` is empty if nothing leads there.

    `is_head` is whether the rows after it are its parts, as milestones are of an action.
    """

    cells: tuple[Cell, ...]
    id: str = ""
    is_total: bool = False
    is_head: bool = False


class Table(NamedTuple):
    """A table with one row of headings; the first cell of each row names it.

    `kind` is what it is a table of. The caption of one of `figures` is to be seen, the others
    stand under a heading that says what they are. `series` is the figures of one indicator,
    `actions` those of a chapter that are due as a whole.
    """

    kind: TableKind
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    details: tuple[Detail, ...] = ()


def said(text: str) -> Line:
    """A text on one line in which nothing is a mark, a link or an acronym."""
    return (Inline("text", text),)


def listed(lines: Iterable[Line]) -> Line:
    """Lines as one, with commas between them."""
    return tuple(
        run for number, line in enumerate(lines) for run in (*(said(", ") if number else ()), *line)
    )


def tone(rating: str) -> Tone:
    """The colour of a rating; `not rated` has none."""
    return next((colour for colour in get_args(Tone) if colour == rating), "")


def rated(rating: str, words: str = "") -> Inline:
    """A rating with its colour; its own word, capitalised, if there are no others."""
    return Inline("text", words or rating.capitalize(), tone=tone(rating))


def cell(text: str, reading: str = "") -> Cell:
    """A cell of plain text."""
    return Cell((said(text),), reading)


def texts(shape: tuple[object, ...]) -> Iterator[str]:
    """Every text in a shape, run by run, ids among them; not the targets of runs."""
    for part in (shape.text,) if isinstance(shape, Inline) else shape:
        if isinstance(part, str):
            yield part
        elif isinstance(part, tuple):
            yield from texts(part)
