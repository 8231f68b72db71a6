"""An Excel workbook to pages of text."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from csplan.dates import Days
from csplan.errors import CannotRunError
from csplan.sheets.page import Page

_MOST_UNPACKED = 100 * 1024 * 1024
# A damaged file can number its rows higher, and each one before them would be made.
_MOST_ROWS = 1_048_576
_NOT_A_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_RETURN = re.compile(r"_x000D_\n?|\r\n?")
_HUNDRED = 100


def needs_openpyxl(what: str) -> CannotRunError:
    """What is said where openpyxl is missing; `what` is what it is needed for."""
    return CannotRunError(
        f"{what} needs openpyxl, which is not installed: run `pip install openpyxl`, or use CSV "
        "instead"
    )


def pages(path: Path, data: bytes) -> Iterator[Page]:
    """The worksheets of a workbook, each a page of text as it is shown. Raises `CannotRunError`."""
    _check(path, data)
    try:
        import openpyxl
    except ImportError:
        raise needs_openpyxl(f"`{path}` is an Excel workbook, and reading it") from None
    try:
        with warnings.catch_warnings():
            # What it does not know of is decoration.
            warnings.simplefilter("ignore")
            values, typed = (
                openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=only)
                for only in (True, False)
            )
            found = list(_read(values, typed))
    except Exception as error:
        # A damaged workbook makes it fail in whatever way the damage is.
        raise CannotRunError(
            f"`{path}` is damaged and cannot be read; open it in a spreadsheet and save "
            "it again, or save it as CSV"
        ) from error
    yield from found


def _check(path: Path, data: bytes) -> None:
    """Refuse what is no workbook, or would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            size = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise CannotRunError(f"`{path}` is damaged and cannot be read; ask for it again") from error
    if "xl/workbook.xml" not in names:
        raise CannotRunError(f"`{path}` is no Excel workbook; save it as .xlsx or CSV")
    if size > _MOST_UNPACKED:
        raise CannotRunError(
            f"`{path}` holds more than the 100 MB that a sheet may have; save only its "
            "page with the table, as CSV"
        )


def _read(values: Any, typed: Any) -> Iterator[Page]:
    """The pages of a workbook of values; where a formula has no value yet, the formula."""
    for sheet, other in zip(values.worksheets, typed.worksheets, strict=True):
        # The size that a program wrote down is not always that of the table.
        sheet.reset_dimensions()
        other.reset_dimensions()
        rows = zip(sheet.iter_rows(), other.iter_rows(), strict=True)
        yield [tuple(map(_shown, *pair)) for pair in islice(rows, _MOST_ROWS)]


def _shown(cell: Any, typed: Any) -> str:
    return _text(typed if cell.value is None else cell)


def _text(cell: Any) -> str:
    """A cell as a spreadsheet shows it."""
    value = cell.value
    if isinstance(value, datetime):
        return _day(value.date(), cell.number_format)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return _RETURN.sub("\n", str(value)).strip()


def _day(day: date, number_format: str) -> str:
    """`30 September 2010`, or only the month where no day is shown: a typed `Sep-10` is that."""
    shown = _NOT_A_FORMAT.sub("", number_format).lower()
    days = Days(day, day)
    return str(days) if "d" in shown or "m" not in shown else str(days).partition(" ")[2]


def _number(value: float, number_format: str) -> str:
    number = Decimal(repr(value))
    is_percent = "%" in _NOT_A_FORMAT.sub("", number_format)
    text = f"{number * _HUNDRED if is_percent else number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text}%" if is_percent else text
