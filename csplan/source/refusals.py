"""What plan files do not use, and what is not read as its writer meant it, in words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from csplan.escape import quoted
from csplan.source.fault import Fault, Span
from csplan.source.tree import Value

_AFTER_A_COMMA = re.compile(r"\d{3}")
_THOUSANDS = re.compile(r"\D{0,2}\d{1,3}(?:,\d{3})+\D{0,9}")
_TIGHT_COMMENT = re.compile(r"[ ]#[^\s#!]")
_LINE_END = re.compile(r"[\r\n]")

# The stubs let an event lack marks and tag; those that the parser gives have them.
Event = Any
"""What the parser found next: its place, and what stands there."""


def span_of(mark: Any) -> Span:
    """The place of one of the parser's marks."""
    return Span(mark.line + 1, mark.column + 1)


def extras(event: Event) -> Iterator[Fault]:
    """The anchor and the tag of a value."""
    here = span_of(event.start_mark)
    if event.anchor is not None:
        words = "text starting with `&` needs quotes (anchors are not used in plan files)"
        yield Fault(here, "anchor", words)
    if event.tag is not None:
        words = "text starting with `!` needs quotes (tags are not used in plan files)"
        yield Fault(here, "tag", words)


def may_be_half_read(text: str) -> bool:
    """Whether a text holds what `half_read` looks for at all."""
    return bool(_TIGHT_COMMENT.search(text)) or "•" in text


def half_read(event: Event, text: str) -> Iterator[Fault]:
    """What follows a plain value as a comment, and a list that is read as one value."""
    end = event.end_mark.index
    rest = _LINE_END.split(text[end : end + 200], maxsplit=1)[0]
    if _TIGHT_COMMENT.match(" " + rest.lstrip(" ")) and rest.startswith(" "):
        words = (
            f"the text from ` {rest.strip()[:20]}` on is left out as a comment; put the value "
            "in quotes to keep it, or a space after `#` if it is a comment"
        )
        column = event.end_mark.column + len(rest) - len(rest.lstrip()) + 1
        yield Fault(Span(event.end_mark.line + 1, column), "text-as-comment", words, "warning")
    if event.value.startswith("•"):
        words = "text that starts with a bullet is read as one text; start entries with `- `"
        yield Fault(span_of(event.start_mark), "bullet", words, "warning")


def given_twice(key: str, first: Span) -> str:
    """What is to be said of a key that another one stands for already."""
    words = f"{quoted(key)} is given twice (first on line {first.line}); keep one of them"
    is_of_number = bool(_AFTER_A_COMMA.fullmatch(key))
    return f"{words}, or put quotes round numbers that hold a comma" if is_of_number else words


def without_value(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """What became of a comma in braces: `{a: 3,995}` is `a` with 3 and `995` with nothing.

    Each key that has no value, and what is to be said of it.
    """
    whole = ""
    for key, value in values.items():
        if value is not None:
            whole = str(value)
            continue
        whole = f"{whole},{key}"
        words = f"{quoted(key)} has no value; "
        if ":" in key:
            words += "put a space after the colon"
        elif _THOUSANDS.fullmatch(whole):
            words += f"a comma parts entries here, so put quotes round {quoted(whole)}"
        else:
            words += "write one, and put quotes round text that holds a comma"
        yield key, words
