"""Bytes to text, with what no editor shows and no reader survives found before YAML sees it."""

import codecs
import re
import unicodedata
from collections import Counter

from csplan.source.fault import Fault, Span
from csplan.source.mends import INDENT, tab_ways, unseen_ways

MOST_BYTES = 2 * 1024 * 1024
LINE_END = re.compile(r"\r\n|\n|\r")
"""What ends a line in an editor; Python's own `splitlines` knows more."""
_START = Span(1, 1)

LOOKS_LIKE = (
    (b"PK\x03\x04", "a Word or Excel document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich-text document"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"version https://git-lfs", "a git-lfs pointer"),
)
"""What files that are not text begin with, in any case, and what they are."""
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))

# A tab, a non-breaking space, control characters, line breaks that only YAML sees, and what
# changes or hides text unseen.
UNSEEN = re.compile(
    "[\t\xa0\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufffe\uffff]"
)
_PLAIN_BYTES = bytes([10, 13, *range(32, 127)])
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>)(?=[ \r\n])", re.MULTILINE)
_NAMED = {
    "\t": ("tab", "a tab", "use spaces"),
    "\xa0": (
        "no-break-space",
        "a non-breaking space (from Word or a web page?)",
        "use a plain space",
    ),
}


def decode(data: bytes) -> tuple[str | None, list[Fault]]:
    """Text of a file, and what is wrong with it.

    The text is None if reading on would only raise false alarms. Otherwise each character that
    is refused has become a space, so that places stay true and what else is wrong can be found
    in the same run.
    """
    if fault := _not_text(data):
        return None, [fault]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error)]
    # Nearly every byte of a plan is plain; only the rest is searched, which costs a tenth.
    suspects = data.translate(None, _PLAIN_BYTES).decode("utf-8")
    if stop := _unreadable(text, suspects):
        return None, [stop]
    counts = Counter(UNSEEN.findall(suspects))
    faults = [_unseen(text, character, count) for character, count in counts.items()]
    return (UNSEEN.sub(" ", text) if faults else text), faults


def place(text: str, at: int) -> Span:
    """Line and column of the character at an offset; lines end as an editor ends them."""
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return Span(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _not_text(data: bytes) -> Fault | None:
    if len(data) > MOST_BYTES:
        words = "this file is larger than the 2 MB that a plan file may have; split it"
        return Fault(_START, "too-large", words)
    head = data[:64].lstrip().lower()
    for mark, name in LOOKS_LIKE:
        if head.startswith(mark.lower()):
            return Fault(_START, "not-text", f"this is {name}, not a plan file; write it as text")
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            words = f"this file is saved as {name} (`Unicode` in Notepad); save it as UTF-8"
            return Fault(_START, "encoding", words)
    if (at := data.find(b"\0")) >= 0:
        words = "this is not a text file: it holds a NUL byte here; save it as UTF-8 text"
        return Fault(_place_of_byte(data, at), "not-text", words)
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Fault:
    words = (
        f"the byte 0x{data[error.start]:02X} is not UTF-8 (an old Windows quotation mark, dash "
        "or £?); save the file as UTF-8"
    )
    return Fault(_place_of_byte(data, error.start), "encoding", words)


def _place_of_byte(data: bytes, at: int) -> Span:
    before = data[:at].decode("utf-8", errors="replace")
    return place(before, len(before))


def _unreadable(text: str, suspects: str) -> Fault | None:
    marked = "<<<<<<<" in text or ">>>>>>>" in text
    if marked and (match := _CONFLICT.search(text)):
        words = "a merge conflict is not settled here; keep one version and delete the marks"
        return Fault(place(text, match.start()), "merge-conflict", words)
    if "\t" in suspects and (match := INDENT.search(text)):
        more = sum(1 for _ in INDENT.finditer(text)) - 1
        words = f"a tab indents this line{_and_more(more)}; use spaces"
        return Fault(place(text, match.start(1)), "tab", words, ways=tab_ways(text))
    return None


def _and_more(count: int) -> str:
    return f" (and {count:,} more in this file)" if count else ""


def _unseen(text: str, character: str, count: int) -> Fault:
    name = unicodedata.name(character, "control character").lower()
    unnamed = (
        "invisible-character",
        f"an invisible character, U+{ord(character):04X} ({name}),",
        "delete it",
    )
    rule, what, remedy = _NAMED.get(character, unnamed)
    words = f"there is {what} here{_and_more(count - 1)}; {remedy}"
    ways = unseen_ways(text, character)
    return Fault(place(text, text.index(character)), rule, words, ways=ways)
