"""Text with separators, as Excel and its like save it, to a page of cells."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from csplan.errors import CannotRunError
from csplan.sheets.page import MOST_ABOVE, Page

_SEPARATORS = (",", ";", "\t")
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LONGEST_CELL = 20 * 1024 * 1024


def delimited(path: Path, data: bytes, is_heading: Callable[[list[str]], bool]) -> Page:
    """The cells of a text; its separator is the one by which a row of headings is found.

    Raises `CannotRunError` if it is not text or its quotation marks do not match.
    """
    csv.field_size_limit(_LONGEST_CELL)
    text = _decoded(path, data)
    said = _SAID.match(text)
    if said:
        # A spreadsheet does not show this line, nor count it.
        text = text[said.end() :]
    separator = said[1] if said else _separator(text, is_heading)
    page: Page = []
    try:
        for row in _cells(text, separator, strict=True):
            page.append(tuple(cell.strip() for cell in row))
    except csv.Error:
        raise CannotRunError(
            f"`{path}`: a quotation mark in row {len(page) + 1} has no partner, so the "
            "rows after it cannot be told apart; open the file in a spreadsheet and save it again"
        ) from None
    return page


def _decoded(path: Path, data: bytes) -> str:
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise CannotRunError(f"`{path}` is not text that can be read; save it as .xlsx or as CSV UTF-8")


def _separator(text: str, is_heading: Callable[[list[str]], bool]) -> str:
    """The separator that gives a row of headings, and of several the one that gives most."""
    # One line alone may not tell: a comma stands in a sentence above the headings too.
    head = {each: _top(text, each) for each in _SEPARATORS}
    able = {
        each: max((len(row) for row in rows if is_heading(row)), default=0)
        for each, rows in head.items()
    }
    if not any(able.values()):
        able = {each: max(map(len, rows), default=0) for each, rows in head.items()}
    return max(_SEPARATORS, key=lambda each: able[each])


def _top(text: str, separator: str) -> list[list[str]]:
    """The rows that headings can stand in."""
    return list(islice(_cells(text, separator), MOST_ABOVE))


def _cells(text: str, separator: str, *, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
