"""Rows under headings: a table in a window that has room, a list in a narrow one, or Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from csplan.console.terminal import is_narrow, is_window, say, show_table
from csplan.escape import markdown, one_line, terminal

if TYPE_CHECKING:
    from rich.table import Table

_WIDEST_NAME = 20
_NARROWEST_NAME = 3


class Column(NamedTuple):
    """A heading, and the share of the width; without one it is as wide as its longest word.

    The first column is as wide as what it holds, up to a limit. `least` is a width that no share
    may fall short of.
    """

    name: str
    share: int = 0
    least: int = 0


Rows = Sequence[Sequence[str]]


def show_grid(columns: Sequence[Column], rows: Rows) -> None:
    """Write rows; the first cell of each is its name and the second says what it is."""
    if is_narrow():
        for line in _as_list(columns, rows):
            say(line)
    else:
        show_table(_table(columns, rows))


def _as_list(columns: Sequence[Column], rows: Rows) -> Iterator[str]:
    for name, words, *rest in rows:
        yield f"- {name}: {words}"
        said = zip(columns[2:], rest, strict=True)
        yield "    " + "; ".join(f"{column.name.lower()} {cell}" for column, cell in said if cell)


def _table(columns: Sequence[Column], rows: Rows) -> "Table":
    # What is piped to a program needs none of rich.
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shape = box.SIMPLE_HEAD if is_window() else None
    table = Table(box=shape, pad_edge=False, expand=True, header_style="bold", padding=(0, 2, 0, 0))
    width = min(max(len(row[0]) for row in rows), _WIDEST_NAME)
    table.add_column(columns[0].name, width=max(width, _NARROWEST_NAME), overflow="fold")
    for at, column in enumerate(columns[1:], start=1):
        if column.share:
            table.add_column(
                column.name, ratio=column.share, min_width=column.least, overflow="fold"
            )
        else:
            words = " ".join((column.name, *(row[at] for row in rows))).split()
            table.add_column(column.name, width=max(map(len, words)), overflow="fold")
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
