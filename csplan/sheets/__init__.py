"""Sheets for partners who have a spreadsheet and no plan file: read, sent out, taken back.

The only door to openpyxl, which is an extra: CSV needs nothing.
"""

from csplan.sheets.table import Table, TableRow, read_table

__all__ = [
    "Table",
    "TableRow",
    "read_table",
]
