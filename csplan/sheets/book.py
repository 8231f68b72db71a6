"""A sheet to an Excel workbook: every cell text, and the same sheet always the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from csplan.sheets.columns import COLUMNS
from csplan.sheets.page import letters
from csplan.sheets.workbook import needs_openpyxl

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HELP = "How to fill this in"
_A4 = 9
_HEADING, _ANSWER, _TOLD = "Heading of a column", "To fill in", "Told"
_COLOURS = {_HEADING: "FFD9D9D9", _ANSWER: "FFFFF8E1", _TOLD: "FFFFFFFF"}
_LINE = "FFBFBFBF"
_AS_TEXT = "@"
_CORE = "docProps/core.xml"
_FIRST_YEAR_OF_ZIP = 1980


def as_workbook(
    title: str, rows: Sequence[Sequence[str]], advice: Sequence[str], as_at: date
) -> bytes:
    """A workbook with the rows on its first page and the advice on its second.

    What is to be filled in is shaded and not locked. Raises `CannotRunError` without openpyxl.
    """
    try:
        import openpyxl
    except ImportError:
        raise needs_openpyxl("--format xlsx") from None
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Progress"
    _add_styles(book)
    _fill(page, rows)
    _shape(page)
    _offer_words(page, len(rows))
    help_page = book.create_sheet(HELP)
    for number, line in enumerate(advice, 1):
        _write(help_page, number, 1, line, _TOLD)
    help_page.column_dimensions["A"].width = 100
    return _packed(book, title, as_at)


def _add_styles(book: "Workbook") -> None:
    """How cells look, each look by a name: to style cells one by one takes ten times as long."""
    from openpyxl.styles import (
        Alignment,
        Border,
        Font,
        NamedStyle,
        PatternFill,
        Protection,
        Side,
    )

    line = Side(style="thin", color=_LINE)
    for name, colour in _COLOURS.items():
        style = NamedStyle(
            name,
            font=Font(bold=name == _HEADING),
            fill=PatternFill("solid", colour),
            border=Border(line, line, line, line),
            alignment=Alignment(wrap_text=True, vertical="top"),
            number_format=_AS_TEXT,
            protection=Protection(locked=name != _ANSWER),
        )
        book.add_named_style(style)


def _write(page: Any, row: int, column: int, text: str, style: str) -> None:
    cell = page.cell(row, column, text or None)
    if text:
        # Text that begins as a formula does, or is the name of an error, stays what was typed.
        cell.data_type = "s"
    cell.style = style


def _fill(page: Any, rows: Iterable[Sequence[str]]) -> None:
    for place, column in enumerate(COLUMNS, 1):
        _write(page, 1, place, column.name, _HEADING)
    for number, row in enumerate(rows, 2):
        for place, (column, text) in enumerate(zip(COLUMNS, row, strict=True), 1):
            _write(page, number, place, text, _ANSWER if column.is_answer else _TOLD)


def _shape(page: "Worksheet") -> None:
    """Widths, a heading that stays in sight, A4 on its side, and a lock without a password."""
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(COLUMNS):
        page.column_dimensions[letters(number).upper()].width = column.width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.protection.sheet = True
    # In a file, each of these says what is forbidden.
    page.protection.autoFilter = False
    page.protection.formatColumns = False
    page.protection.formatRows = False


def _offer_words(page: "Worksheet", count: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(COLUMNS):
        if column.choices and count:
            offer = DataValidation("list", f'"{",".join(column.choices)}"', allow_blank=True)
            # A list to choose from; what else is typed there is read too.
            offer.showErrorMessage = False
            page.add_data_validation(offer)
            letter = letters(number).upper()
            offer.add(f"{letter}2:{letter}{count + 1}")


def _packed(book: "Workbook", title: str, as_at: date) -> bytes:
    """The workbook as bytes in which no clock shows."""
    from openpyxl.xml.functions import tostring

    properties = book.properties
    properties.creator, properties.title = "csplan", title
    properties.created = datetime.combine(as_at, time())
    made, out = io.BytesIO(), io.BytesIO()
    book.save(made)
    # Saving has put the hour into it.
    properties.modified = properties.created
    day = (max(as_at.year, _FIRST_YEAR_OF_ZIP), as_at.month, as_at.day, 0, 0, 0)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = tostring(properties.to_tree()) if name == _CORE else old.read(name)
            new.writestr(zipfile.ZipInfo(name, day), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
