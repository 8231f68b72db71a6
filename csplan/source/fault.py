"""What is wrong with a file as text, and where."""

from typing import Literal, NamedTuple

Route = tuple[str | int, ...]
"""Keys and indices from the top of a file to a value: `("actions", 2, "due")`."""

Severity = Literal["error", "warning", "information"]
"""What breaks a question or a document; what a good plan would not have; and what is worth
knowing and never fails a run."""


class Span(NamedTuple):
    """A place in a file; line and column count characters from 1."""

    line: int
    column: int


class Piece(NamedTuple):
    """What stands from one offset of a text to another is to be `made`."""

    start: int
    end: int
    made: str


Way = tuple[Piece, ...]
"""One way to mend a text: pieces that do not overlap, in the order of the text."""


class Fault(NamedTuple):
    """One thing wrong with a file as text: where, the rule's id and a sentence.

    `ways` are those in which it could be mended without a decision, once a reading of the text with
    them has shown that nothing else changes. Where there are several, all but one must turn out not
    to fit. Their offsets are into the text as it stands in the file, less its byte order mark.
    """

    span: Span
    rule: str
    words: str
    severity: Severity = "error"
    ways: tuple[Way, ...] = ()
