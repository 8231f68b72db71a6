"""Sheets for partners who have a spreadsheet and no plan file: read, sent out, taken back.

The only door to openpyxl, which is an extra: CSV needs nothing.
"""

from csplan.sheets.apply import Returned, take_back
from csplan.sheets.collect import Sheet, collect
from csplan.sheets.figures import Figures, read_figures
from csplan.sheets.reply import Row
from csplan.sheets.send import Format, advice, sheet_files, write_sheets
from csplan.sheets.table import Table, TableRow, read_table

__all__ = [
    "Figures",
    "Format",
    "Returned",
    "Row",
    "Sheet",
    "Table",
    "TableRow",
    "advice",
    "collect",
    "read_figures",
    "read_table",
    "sheet_files",
    "take_back",
    "write_sheets",
]
