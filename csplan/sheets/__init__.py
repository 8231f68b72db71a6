"""Sheets for partners who have a spreadsheet and no plan file: read, sent out, taken back.

The only door to openpyxl, which is an extra: CSV needs nothing.
"""

from csplan.sheets.figures import Figures, read_figures
from csplan.sheets.table import Table, TableRow, read_table

__all__ = [
    "Figures",
    "Table",
    "TableRow",
    "read_figures",
    "read_table",
]
