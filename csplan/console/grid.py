"""Rows under headings: a table in a window that has room, a list in a narrow one, or Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from csplan.console.terminal import is_narrow, is_window, say, show_table
from csplan.escape import markdown, one_line, terminal

if TYPE_CHECKING:
    from rich.table import Table

_WIDEST_NAME = 20
_APART = 2


class Column(NamedTuple):
    """A heading, and the share of the width that its column has.

    Without a share a column is as wide as its longest word, the first one as what it holds, up to
    a limit. No share falls short of `least`.
    """

    name: str
    share: int = 0
    least: int = 0


Rows = Sequence[Sequence[str]]


def show_grid(columns: Sequence[Column], rows: Rows) -> None:
    """Write rows; the first cell of each is its name and the second says what it is."""
    widths = [_width(column, at, rows) for at, column in enumerate(columns)]
    if is_narrow(sum(widths) + _APART * len(widths)):
        for line in _as_list(columns, rows):
            say(line)
    else:
        show_table(_table(columns, widths, rows))


def _width(column: Column, at: int, rows: Rows) -> int:
    """What a column must have: that of its longest word, or of what it holds if it is the first."""
    if column.share:
        return column.least
    longest = max(map(len, " ".join((column.name, *(row[at] for row in rows))).split()))
    if at:
        return longest
    held = min(max(len(row[0]) for row in rows), _WIDEST_NAME)
    return max([held, *map(len, column.name.split())])


def _as_list(columns: Sequence[Column], rows: Rows) -> Iterator[str]:
    for name, words, *rest in rows:
        yield f"- {name}: {words}"
        said = zip(columns[2:], rest, strict=True)
        yield "    " + "; ".join(f"{column.name.lower()} {cell}" for column, cell in said if cell)


def _table(columns: Sequence[Column], widths: Sequence[int], rows: Rows) -> "Table":
    # What is piped to a program needs none of rich.
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shape = box.SIMPLE_HEAD if is_window() else None
    # A window's rules take room that a table of many narrow columns does not have.
    apart = 1 if shape and columns[0].share else _APART
    table = Table(
        box=shape, pad_edge=False, expand=True, header_style="bold", padding=(0, apart, 0, 0)
    )
    for column, width in zip(columns, widths, strict=True):
        if column.share:
            table.add_column(column.name, ratio=column.share, min_width=width, overflow="fold")
        else:
            table.add_column(column.name, width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(terminal(cell)) for cell in row))
    return table


def markdown_grid(columns: Iterable[Column], rows: Rows) -> list[str]:
    """The rows as the lines of a Markdown table."""
    names = [column.name for column in columns]
    return [
        f"| {' | '.join(names)} |",
        f"|{' --- |' * len(names)}",
        *(f"| {' | '.join(markdown(one_line(cell)) for cell in row)} |" for row in rows),
        "",
    ]
