"""Sheets filled in as partners do it, for tests."""

import csv
from collections.abc import Mapping
from pathlib import Path

import openpyxl

Answers = Mapping[int, Mapping[str, object]]
"""What is filled in, by the number of the row as a spreadsheet shows it and by heading."""


def fill(path: Path, answers: Answers, encoding: str = "utf-8-sig") -> Path:
    """Fill in a sheet that csplan wrote, in its own format."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        page = book.worksheets[0]
        headings = [cell.value for cell in page[1]]
        for number, cells in answers.items():
            for name, value in cells.items():
                cell = page.cell(number, headings.index(name) + 1)
                cell.value = value  # type: ignore[assignment] # as whoever fills it in likes
        book.save(path)
        return path
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for number, cells in answers.items():
        for name, value in cells.items():
            rows[number - 1][rows[0].index(name)] = str(value)
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path
