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


class Fault(NamedTuple):
    """One thing wrong with a file as text: where, the rule's id and a sentence."""

    span: Span
    rule: str
    words: str
    severity: Severity = "error"
