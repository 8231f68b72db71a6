"""A page of cells as text, and what a spreadsheet calls its columns."""

Page = list[tuple[str, ...]]
"""Rows of cells without spaces round them.

Rows that are blank are there too, so that the place of a row tells its number.
"""

MOST_ABOVE = 20
"""In how many of the first rows headings are looked for."""
_ALPHABET = 26


def letters(number: int) -> str:
    """The letters of a column, counted from 0: `a`, `z`, `aa`."""
    found = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, _ALPHABET)
        found = chr(ord("a") + letter) + found
    return found
