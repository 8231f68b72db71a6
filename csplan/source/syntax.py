"""What the YAML parser trips over, in words of the line that caused it.

The parser names the consequence, often a line late; an officer needs the cause. Places and words
are taken from the text, not from the parser's message, so that the C and the Python parser give
the same answers.
"""

import re
from collections.abc import Callable

import yaml

from csplan.source.fault import Fault, Span
from csplan.source.text import place
from csplan.source.trip import Trip, read_trip

_DECORATION = re.compile(r"\s*([=\-_*~])\1{2,}\s*$")
_BULLET = re.compile(r"\s*(?:[•·▪◦●–—]\s*|-(?=[^\W\d_]))\S")
_TIGHT_COLON = re.compile(r"(?:- )?\w[\w ]*:\S")
BACKSLASH = "a backslash has a meaning of its own in double quotes; use single quotes instead"
_ESCAPE = re.compile(r"\\U", re.IGNORECASE)
_QUOTES_NEEDED = "text starting with `{}` needs quotes"


def explain(error: yaml.YAMLError, text: str) -> Fault:
    """One sentence and its place for an error of the YAML parser."""
    if isinstance(error, yaml.reader.ReaderError):
        words = f"there is an invisible character here, U+{error.character:04X}; delete it"
        return Fault(place(text, error.position), "invisible-character", words)
    trip = read_trip(error, text)
    for signs, answer in _ANSWERS:
        if any(sign in trip.problem or sign in trip.context for sign in signs):
            span, words = answer(trip)
            return Fault(span, "yaml-syntax", words)
    words = "this cannot be read; check the indentation, colons and quotation marks near this line"
    return Fault(trip.at, "yaml-syntax", words)


def explain_bad_escape(text: str) -> Fault:
    """One sentence for a backslash and a number that stand for no character."""
    found = _ESCAPE.search(text)
    at = text.rfind('"', 0, found.start()) if found else 0
    return Fault(place(text, max(at, 0)), "yaml-syntax", BACKSLASH)


def _never_closed(trip: Trip) -> tuple[Span, str]:
    return trip.began, "the quotation mark opened here is never closed"


def _backslash(trip: Trip) -> tuple[Span, str]:
    return trip.began, BACKSLASH


def _no_colon(trip: Trip) -> tuple[Span, str]:
    return Span(trip.began.line, 1), _colon_words(trip.line(trip.began.line))


def _colon_words(line: str) -> str:
    if _BULLET.match(line):
        return "a list entry starts with a hyphen and a space, `- `"
    if _DECORATION.match(line):
        return "this line is decoration; start it with `#` or delete it"
    if "：" in line:
        return "the colon here is a full-width one (U+FF1A); type a plain colon and a space"
    if _TIGHT_COLON.match(line.lstrip()):
        return "put a space after the colon"
    return (
        "this line is neither `key: value` nor a part of the text above; a colon is missing, "
        "or the line wants more indentation"
    )


def _second_colon(trip: Trip) -> tuple[Span, str]:
    if re.search(r":\s", trip.before):
        if "“" in trip.before:
            words = "curly quotation marks do not quote; put straight ones round text with `: `"
        else:
            words = "this text contains `: `, which would start a key; put quotes round the text"
        return trip.at, words
    above, here = trip.line(trip.previous), trip.line(trip.at.line)
    if _BULLET.match(here):
        return Span(trip.at.line, 1), _colon_words(here)
    if _BULLET.match(above):
        return Span(trip.previous, 1), _colon_words(above)
    if ": " in above or above.rstrip().endswith(":"):
        return Span(trip.at.line, 1), _indent_words(here, above)
    return Span(trip.previous, 1), _colon_words(above)


def _indent_words(here: str, above: str) -> str:
    if _spaces(here) == _spaces(above):
        return "this line does not fit the lines above; check their indentation and quotation marks"
    return (
        f"this line is indented by {_spaces(here)}, the line above by {_spaces(above)}; keys that "
        "belong together start in the same column"
    )


def _spaces(line: str) -> str:
    count = len(line) - len(line.lstrip(" "))
    return f"{count} space" if count == 1 else f"{count} spaces"


def _misplaced(trip: Trip) -> tuple[Span, str]:
    if trip.before.rstrip().endswith(('"', "'")) and trip.before.strip():
        words = "there is text after the closing quotation mark; put the whole text in quotes"
        return trip.at, words
    if trip.before.rstrip().endswith(("]", "}")):
        words = "text starting with `[` or `{` needs quotes round all of it"
        return trip.at, words
    here = trip.line(trip.at.line)
    for number in (trip.at.line, trip.previous):
        if _BULLET.match(trip.line(number)):
            return Span(number, 1), _colon_words(trip.line(number))
    if here.lstrip().startswith(":"):
        return Span(trip.at.line, 1), "a key is missing before the colon"
    if here.lstrip().startswith("- "):
        words = "a list entry is not expected here; check how far this line is indented"
        return Span(trip.at.line, 1), words
    return Span(trip.at.line, 1), _indent_words(here, trip.line(trip.previous))


def _special(trip: Trip) -> tuple[Span, str]:
    character = trip.line(trip.at.line)[trip.at.column - 1 : trip.at.column]
    return trip.at, _QUOTES_NEEDED.format(character or " ")


def _special_began(trip: Trip) -> tuple[Span, str]:
    character = trip.line(trip.began.line)[trip.began.column - 1 : trip.began.column]
    return trip.began, _QUOTES_NEEDED.format(character or " ")


def _block(trip: Trip) -> tuple[Span, str]:
    words = "nothing may follow `|` or `>` on its line; start the text on the next line"
    return trip.began, words


def _flow(trip: Trip) -> tuple[Span, str]:
    words = (
        "the bracket opened here does not end as a list or mapping should; close it, or put "
        "quotes round text that starts with a bracket"
    )
    return trip.began, words


def _unfinished_flow(trip: Trip) -> tuple[Span, str]:
    words = "a bracket opened above is not closed; close it, or put quotes round the text"
    return trip.at, words


def _not_an_entry(trip: Trip) -> tuple[Span, str]:
    words = "every entry of this list starts with `- `; this line does not"
    return Span(trip.at.line, 1), words


def _second_document(trip: Trip) -> tuple[Span, str]:
    if trip.line(trip.at.line).startswith("%"):
        return _directive(trip)
    if not any(line.startswith("...") for line in trip.lines[: trip.at.line]):
        return _misplaced(trip)
    return trip.at, "text after the end mark `...`; keep one plan file to a file"


def _directive(trip: Trip) -> tuple[Span, str]:
    words = "lines starting with `%` are not used in plan files; delete this line"
    return Span(trip.at.line, 1), words


_ANSWERS: tuple[tuple[tuple[str, ...], Callable[[Trip], tuple[Span, str]]], ...] = (
    (("unexpected end of stream", "unexpected document"), _never_closed),
    (("parsing a flow node",), _unfinished_flow),
    (("escape", "hexdecimal", "hexadecimal"), _backslash),
    (("simple key",), _no_colon),
    (("mapping values are not allowed",), _second_colon),
    (("expected <document start>", "expected '<document start>'"), _second_document),
    (("YAML document", "directive"), _directive),
    (("expected ',' or",), _flow),
    (("expected '-' indicator",), _not_an_entry),
    (("cannot start any token", "node content", "are not allowed"), _special),
    (("scanning an anchor", "scanning an alias", "a tag", "tag handle"), _special_began),
    (("block scalar",), _block),
    (("parsing a block collection",), _not_an_entry),
    (("parsing a block mapping",), _misplaced),
    (("parsing a flow",), _flow),
)
