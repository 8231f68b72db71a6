"""Sheets to files, with care for answers that have come in already."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from csplan.dates import say_day
from csplan.diagnostic import listed
from csplan.errors import CannotRunError
from csplan.escape import csv_cell
from csplan.model import Progress, words_for
from csplan.sheets.book import as_workbook
from csplan.sheets.collect import Sheet
from csplan.sheets.columns import ANSWERS, COLUMNS, NEEDED, PREFILLED
from csplan.sheets.table import TableRow, read_table
from csplan.write import write_files

Format = Literal["csv", "xlsx"]


_ADVICE = """\
Fill in the columns from `reported on` to the right, in the rows that you have news of.
Leave the others blank, and change nothing to the left of them.
reported on: the day of your report; if it is blank, the day on which the sheet is taken in.
new state: {state}.
new rating, while work is in progress: {rating}.
note: anything else, in a sentence or two.
corrective action: what is done about it, where it goes wrong.
new due date: only one that the board agreed, with its reason beside it.
period: the one that you report on, for recurring work; the oldest without a report is there."""


def advice() -> tuple[str, ...]:
    """What whoever fills in a sheet needs to know, line by line."""
    words = {key: listed(words_for(Progress, key)) for key in ("state", "rating")}
    return tuple(_ADVICE.format(**words).splitlines())


def sheet_files(sheets: Iterable[Sheet], form: Format, as_at: date) -> Mapping[str, bytes]:
    """The name and the bytes of the file for each sheet; the same sheets give the same bytes."""
    return {f"{sheet.name}.{form}": _as_bytes(sheet, form, as_at) for sheet in sheets}


def _as_bytes(sheet: Sheet, form: Format, as_at: date) -> bytes:
    if form == "xlsx":
        title = f"Progress at {say_day(as_at)}"
        return as_workbook(title, sheet.rows, advice(), as_at)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows(map(csv_cell, row) for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def write_sheets(
    folder: Path, files: Mapping[str, bytes], plans: Sequence[Path], *, force: bool = False
) -> tuple[Path, ...]:
    """Write the files of sheets into a folder outside the plans; return their paths.

    Raises `CannotRunError` if one would take the place of a sheet that holds answers, unless it is
    to be forced.
    """
    held = [name for name in files if not force and _is_answered(folder / name)]
    if held:
        raise CannotRunError(
            f"{listed(held, 'and')} in `{folder}` may hold answers that would be lost; take them "
            "in with `csplan apply` and move them away, or write over them with --force"
        )
    return write_files(folder, files, plans)


def _is_answered(path: Path) -> bool:
    """Whether a file is there that is anything but a sheet with nothing filled in."""
    if not path.is_file():
        return False
    try:
        table = read_table(path, NEEDED)
    except CannotRunError:
        return True
    return table.others > 0 or any(map(filled_in, table.rows))


def filled_in(row: TableRow) -> tuple[str, ...]:
    """The columns that were filled in; what was suggested is no answer."""
    return tuple(name for name in ANSWERS if name != PREFILLED and row.cells.get(name))
