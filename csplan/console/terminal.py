"""The one console: plain when piped, as wide as the window when not, never obeying plan text.

rich is imported only where it is used: what is piped needs none of it, and CI pipes.
"""

import os
import sys
import textwrap
from typing import TYPE_CHECKING

from csplan.escape import ci_log, terminal

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_NARROW = 60
_NARROWEST = 20
COMFORTABLE = 80
"""The width of what is wrapped for reading, and of tables in a file."""
_WIDEST = 400
# GitHub, GitLab and most others set the first; Azure Pipelines and TeamCity have their own.
_CI = ("CI", "TF_BUILD", "TEAMCITY_VERSION")


def is_window() -> bool:
    """Whether a person sees the output as it is written."""
    return sys.stdout.isatty()


def _console() -> "Console":
    from rich.console import Console

    # Markup, emoji and highlighting are off: plan text is not ours to style.
    console = Console(markup=False, emoji=False, highlight=False)
    console.width = min(max(console.width, _NARROWEST), _WIDEST)
    return console


def is_narrow(needed: int = 0) -> bool:
    """Whether a table would not fit, or one that needs so many columns."""
    return _console().width < max(needed, _NARROW)


def window_width() -> int:
    """The columns that a table may fill."""
    return _console().width


def say(text: str = "", style: str = "") -> None:
    """Write one line, safe for the terminal; wrapped between words only in a window."""
    line = terminal(text)
    if not is_window():
        _log(line)
        return
    from rich.text import Text

    _console().print(Text(_wrapped(line), style=style), soft_wrap=True)


def _log(line: str) -> None:
    is_read = any(os.environ.get(name) for name in _CI)
    sys.stdout.write((ci_log(line) if is_read else line) + "\n")


def _wrapped(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.fill(
        line,
        _console().width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def wrapped(paragraph: str) -> list[str]:
    """A paragraph as lines of a comfortable length."""
    return textwrap.wrap(paragraph, min(_console().width, COMFORTABLE), break_on_hyphens=False)


def say_wrapped(words: str, indent: str = "", style: str = "") -> None:
    """Words as lines of at most 80 columns, the later ones further in."""
    width = min(_console().width, COMFORTABLE)
    for line in textwrap.wrap(
        terminal(words),
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    ):
        say(line, style)


def show_table(table: "Table") -> None:
    """Write a table as wide as the window, or plain and 80 columns wide when piped."""
    console = _console()
    if is_window():
        console.print(table)
        return
    for line in table_lines(table, console.width):
        _log(line)


def table_lines(table: "Table", width: int) -> list[str]:
    """A plain table as lines of a width."""
    console = _console()
    console.width = width
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines()]


def cells(text: str) -> int:
    """The columns that a text fills."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def write(text: str) -> None:
    """Write text that a program reads, as it is and in UTF-8 whatever the terminal speaks."""
    # What is said of one setting resets another: errors must be named again.
    sys.stdout.reconfigure(  # type: ignore[union-attr]
        encoding="utf-8", errors="backslashreplace"
    )
    sys.stdout.write(text)
