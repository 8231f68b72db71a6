"""Rows under headings: a table in a window that has room, a list in a narrow one, or Markdown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from csplan.console.terminal import (
    COMFORTABLE,
    is_narrow,
    is_window,
    say,
    show_table,
    table_lines,
    window_width,
)
from csplan.console.widths import Sized, fixed, narrowest
from csplan.escape import markdown, markdown_quoting, one_line, terminal

if TYPE_CHECKING:
    from rich.table import Table

_APART = 2


class Column(NamedTuple):
    """A heading, and the share of the width that its column has.

    Without a share a column is as wide as its longest word, the first one as what it holds, up to
    a limit. No share falls short of `least`, or of what its words need while there is room. What
    stands in backticks in a column that is `quoting` is a key or a value, as in messages.
    """

    name: str
    share: int = 0
    least: int = 0
    quoting: bool = False


Rows = Sequence[Sequence[str]]


def show_grid(columns: Sequence[Column], rows: Rows) -> None:
    """Write rows; the first cell of each is its name and the second says what it is."""
    found = _sized(columns, rows)
    if is_narrow(sum(narrowest(found)) + _APART * len(found)):
        for line in _as_list(columns, rows):
            say(line)
    else:
        show_table(_table(columns, found, rows, window_width(), in_window=is_window()))


def grid_lines(columns: Sequence[Column], rows: Rows) -> list[str]:
    """The rows as the lines of a plain table of 80 columns, for a file."""
    table = _table(columns, _sized(columns, rows), rows, COMFORTABLE, in_window=False)
    return table_lines(table, COMFORTABLE)


def _sized(columns: Sequence[Column], rows: Rows) -> list[Sized]:
    return [
        Sized([column.name, *(terminal(row[at]) for row in rows)], column.share, column.least)
        for at, column in enumerate(columns)
    ]


def _as_list(columns: Sequence[Column], rows: Rows) -> Iterator[str]:
    for name, words, *rest in rows:
        yield f"- {name}: {words}"
        said = zip(columns[2:], rest, strict=True)
        yield "    " + "; ".join(f"{column.name.lower()} {cell}" for column, cell in said if cell)


def _table(
    columns: Sequence[Column], found: Sequence[Sized], rows: Rows, width: int, *, in_window: bool
) -> "Table":
    # What is piped to a program needs none of rich.
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shape = box.SIMPLE_HEAD if in_window else None
    # A window's rules take room that a table of many narrow columns does not have.
    apart = 1 if shape and columns[0].share else _APART
    rules = len(columns) + 1 if shape else 0
    table = Table(
        box=shape, pad_edge=False, expand=True, header_style="bold", padding=(0, apart, 0, 0)
    )
    widths = fixed(found, width - apart * (len(columns) - 1) - rules)
    for column, needed in zip(columns, widths, strict=True):
        if needed:
            table.add_column(column.name, width=needed, overflow="fold")
        else:
            table.add_column(column.name, ratio=column.share, overflow="fold")
    for row in rows:
        table.add_row(*(Text(terminal(cell)) for cell in row))
    return table


def markdown_grid(columns: Sequence[Column], rows: Rows) -> list[str]:
    """The rows as the lines of a Markdown table."""
    names = [column.name for column in columns]
    return [
        f"| {' | '.join(names)} |",
        f"|{' --- |' * len(names)}",
        *(f"| {' | '.join(map(_markdown_cell, columns, row))} |" for row in rows),
        "",
    ]


def _markdown_cell(column: Column, text: str) -> str:
    flat = one_line(text)
    # A bar would end the cell, in backticks too.
    return markdown_quoting(flat) if column.quoting and "|" not in flat else markdown(flat)
