"""A sheet to an Excel workbook: every cell text, and the same sheet always the same bytes."""

import io
import zipfile
from collections.abc import Sequence
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
_HEADING, _ANSWER, _TOLD = "FFD9D9D9", "FFFFF8E1", "FFFFFFFF"
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
    _fill(page, [[column.name for column in COLUMNS], *rows])
    _shape(page)
    _offer_words(page, len(rows))
    help_page = book.create_sheet(HELP)
    for number, line in enumerate(advice, 1):
        _write(help_page, number, 1, line)
    help_page.column_dimensions["A"].width = 100
    return _packed(book, title, as_at)


def _write(page: Any, row: int, column: int, text: str) -> Any:
    from openpyxl.styles import Alignment

    cell = page.cell(row, column, text)
    # Text that begins as a formula does, or is the name of an error, stays what was typed.
    cell.data_type = "s"
    cell.number_format = _AS_TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _fill(page: Any, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Border, Font, PatternFill, Protection, Side

    line = Side(style="thin", color="FFBFBFBF")
    border = Border(line, line, line, line)
    fills = {colour: PatternFill("solid", colour) for colour in (_HEADING, _ANSWER, _TOLD)}
    for number, row in enumerate(rows, 1):
        for place, (column, text) in enumerate(zip(COLUMNS, row, strict=True), 1):
            cell = _write(page, number, place, text)
            cell.border = border
            if number == 1:
                cell.font = Font(bold=True)
            is_open = column.is_answer and number > 1
            cell.protection = Protection(locked=not is_open)
            cell.fill = fills[_HEADING if number == 1 else _ANSWER if is_open else _TOLD]


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
