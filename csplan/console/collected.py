"""The sheets that went out, and what to tell whoever fills them in."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from csplan.console.terminal import say
from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.sheets import Sheet

_NOBODY = "for the officer, because nobody leads it"


def show_sheets(sheets: Sequence[Sheet], paths: Iterable[Path], as_at: date) -> None:
    """Each sheet with its agency and how much it is asked about."""
    say(f"Work asked about at {say_day(as_at)}", "bold")
    for sheet, path in zip(sheets, paths, strict=True):
        whose = sheet.agency or _NOBODY
        say(f"  {path.as_posix()}: {whose} ({counted(len(sheet.rows), 'row')})")
    if not sheets:
        say("  nothing is open, so there is no sheet")


def show_advice(lines: Iterable[str]) -> None:
    """What to write to the partners."""
    say()
    say("To tell those who fill them in:", "bold")
    for line in lines:
        say(f"  {line}")
