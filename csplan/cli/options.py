"""Options that several commands have, and what they are read as."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.load import Workspace

PLANS = Path("plans")
"""Where plans are looked for if no path is given."""
_DAYS_AGO = {"today": 0, "yesterday": 1}


def one_of(name: str, words: tuple[str, ...], about: str, panel: str | None = None) -> object:
    """An option that takes one of some words; any other ends the run with a sentence."""

    def read(typed: str) -> str:
        from csplan.diagnostic import listed
        from csplan.escape import quoted

        if typed not in words:
            raise CannotRunError(f"`{name}` takes {listed(words)}, not {quoted(typed)}")
        return typed

    taken = f"<{'|'.join(words)}>"
    return typer.Option(name, metavar=taken, parser=read, help=about, rich_help_panel=panel)


_PATH = "A folder of plans, a plan, or a file of one.  [default: plans]"
Paths = Annotated[list[Path] | None, typer.Argument(metavar="PATH", help=_PATH)]
OnePath = Annotated[Path | None, typer.Argument(metavar="PATH", help=_PATH)]
AsAt = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DAY",
        help="Answer for that day, such as `30 September 2010` or 2010-09-30.  [default: today]",
    ),
]
OneAgency = Annotated[
    str | None, typer.Option("--agency", metavar="NAME", help="Only what this agency leads.")
]
OneTheme = Annotated[
    str | None,
    typer.Option("--theme", metavar="THEME", help="Only this theme, by its title or file name."),
]
By = Annotated[str, one_of("--by", ("agency", "theme", "lead", "due"), "What to group by.")]
SinceDay = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        help="Since that day.  [default: the last meeting of a board, else three months before]",
    ),
]
Form = Annotated[str, one_of("--format", ("text", "json", "csv", "markdown"), "How to show it.")]


def asked_for(path: Path | None) -> "Workspace":
    """The plans at a path, or those under `plans/` that are not closed; CannotRunError if none."""
    from csplan.load import load

    workspace = load((path or PLANS,), closed=path is not None)
    if not workspace.plans:
        raise CannotRunError(f"every plan under `{PLANS}` is closed; name one to ask about it")
    return workspace


def as_day(text: str | None) -> date:
    """The day of a question: today if nothing is said; CannotRunError if it is no day."""
    return a_day(text) or _today()


def in_full(text: str) -> str:
    """A day as it is typed, but for `today` and `yesterday`, which are written in full."""
    return str(a_day(text)) if text.strip().casefold() in _DAYS_AGO else text


def _today() -> date:
    # The day on the officer's own calendar.
    return date.today()  # noqa: DTZ011


def a_day(text: str | None) -> date | None:
    """The day that an option gives, or None if it gives none; CannotRunError if it is no day."""
    from csplan.dates import NotADate, read_day

    if text is None:
        return None
    if (said := text.strip().casefold()) in _DAYS_AGO:
        return _today() - timedelta(days=_DAYS_AGO[said])
    try:
        return read_day(text)
    except NotADate as problem:
        raise CannotRunError(str(problem)) from None
