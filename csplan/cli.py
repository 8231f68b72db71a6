"""The command line: each command parses, calls one function, shows what it gave, and exits.

Rooms are imported inside the commands, so that `--help` and `--version` start fast.
"""

import errno
import gc
import signal
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from csplan import __version__
from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.load import Workspace

app = typer.Typer(
    name="csplan",
    help="Keep, check, chase and publish a Community Safety Partnership's plan.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

_TEMPLATES = Path("templates")

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Plan folders or files.  [default: plans]"),
]
AsAt = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DAY",
        help="Answer for that day, such as `30 September 2010` or 2010-09-30.  [default: today]",
    ),
]


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands options over by position
    if asked:
        typer.echo(f"csplan {__version__}")
        raise typer.Exit


@app.callback()
def csplan(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Keep, check, chase and publish a Community Safety Partnership's plan."""
    del version


@app.command()
def validate(
    paths: Paths = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    form: Annotated[
        Literal["text", "json", "github"],
        typer.Option("--format", help="For a person, a program or GitHub Actions."),
    ] = "text",
) -> None:
    """Check whether the plans are sound; exit with 1 if an error is found."""
    import time

    began = time.perf_counter()
    from csplan.check import check
    from csplan.console import complaints as show
    from csplan.console.terminal import say
    from csplan.load import load

    workspace = load(_or_default(paths))
    complaints = check(workspace)
    shown = {"text": show.show_text, "json": show.show_json, "github": show.show_github}
    shown[form](complaints)
    closing = show.summary(workspace, complaints, time.perf_counter() - began)
    if form == "text":
        say(closing)
    else:
        typer.echo(closing, err=True)
    if any(strict or complaint.severity == "error" for complaint in complaints):
        raise typer.Exit(1)


@app.command()
def overdue(
    paths: Paths = None,
    *,
    quarter: Annotated[
        str | None,
        typer.Option(
            metavar="QUARTER",
            help="Only what was due by the end of a quarter: Q2, or `Q2 2010/11` in full.",
        ),
    ] = None,
    as_at: AsAt = None,
    by: Annotated[
        Literal["agency", "theme", "lead", "due"], typer.Option(help="What to group by.")
    ] = "agency",
    agency: Annotated[str | None, typer.Option(help="Only what this agency leads.")] = None,
    theme: Annotated[
        str | None, typer.Option(help="Only this theme, by its title or file name.")
    ] = None,
    form: Annotated[
        Literal["text", "json", "csv", "markdown"], typer.Option("--format", help="How to show it.")
    ] = "text",
    fail: Annotated[
        bool, typer.Option("--fail", help="Exit with 1 if anything is overdue.")
    ] = False,
) -> None:
    """Show what is late and whose it is, then what is ongoing or has no date."""
    from csplan import query
    from csplan.console import meeting, owed
    from csplan.console.terminal import write

    workspace = _load(paths)
    asked = query.read_filter(workspace, agency, theme)
    answer = query.overdue(workspace, _day(as_at), quarter, asked)
    if form == "text":
        meeting.show_text(answer, by)
    elif form == "markdown":
        write(meeting.as_markdown(answer, by))
    else:
        write(owed.as_json(answer, quarter) if form == "json" else owed.as_csv(answer))
    if fail and answer.overdue:
        raise typer.Exit(1)


@app.command()
def render(
    paths: Paths = None,
    *,
    to: Annotated[str, typer.Option(metavar="FORMATS", help="md, html or both.")] = "md,html",
    output: Annotated[
        Path, typer.Option(metavar="DIR", help="Where to write the documents.")
    ] = Path("published"),
    document: Annotated[str, typer.Option(help="Which document to write.")] = "agreement",
    templates: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Templates of your own, used first.  [default: templates]"
        ),
    ] = None,
) -> None:
    """Publish a plan as an accessible web page and a Markdown document."""
    from csplan.publish import publish

    formats = tuple(name.strip() for name in to.split(",") if name.strip())
    own = templates or next((folder for folder in [_TEMPLATES] if folder.is_dir()), None)
    for path in publish(_load(paths), formats, output, own, document):
        typer.echo(path)


@app.command()
def show(
    ref: Annotated[str, typer.Argument(help="An action, VC1, or a milestone, VC1.2.")],
    paths: Paths = None,
    *,
    as_at: AsAt = None,
) -> None:
    """Show one action or milestone, and how its dates and leads were read."""
    from csplan.console.pages import show_found
    from csplan.query import find

    show_found(find(_load(paths), ref), _day(as_at))


@app.command()
def explain(
    rule: Annotated[str | None, typer.Argument(help="The name in square brackets.")] = None,
) -> None:
    """Show the page of a rule, or the list of them all."""
    from csplan.console.pages import show_rule, show_rules

    if rule:
        show_rule(rule)
    else:
        show_rules()


def _or_default(paths: list[Path] | None) -> tuple[Path, ...]:
    return tuple(paths or [Path("plans")])


def _load(paths: list[Path] | None) -> "Workspace":
    from csplan.load import load

    workspace = load(_or_default(paths), closed=bool(paths))
    if unread := workspace.unread:
        typer.echo(
            f"{len(unread)} of the files cannot be read and are left out ({', '.join(unread)}); "
            "run `csplan validate` to see why",
            err=True,
        )
    return workspace


def _day(text: str | None) -> date:
    from csplan.dates import NotADate, read_day

    if text is None:
        return date.today()  # noqa: DTZ011 - the day on the officer's own calendar
    try:
        return read_day(text)
    except NotADate as problem:
        raise CannotRunError(str(problem)) from None


def main() -> None:
    """Run csplan; whatever happens, end with a sentence and an exit status of 0, 1 or 2."""
    # A run makes millions of objects, hardly a cycle among them, and ends in seconds; the collector
    # would walk all of them again and again, so that a file cost more the more files there are.
    gc.disable()
    if hasattr(signal, "SIGPIPE"):
        # A reader that leaves early, as `head` does, ends csplan quietly like any other tool.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # What the terminal's encoding lacks is spelt out; CSV keeps its own line ends.
        stream.reconfigure(errors="backslashreplace", newline="")  # type: ignore[union-attr]
    try:
        app()
    except CannotRunError as problem:
        _stop(str(problem))
    except OSError as problem:
        full = problem.errno == errno.ENOSPC
        _stop("the disk is full" if full else f"{problem.strerror or problem}".lower())
    except Exception as problem:  # noqa: BLE001 - the last door; no user sees a traceback
        _stop(
            "this is a fault in csplan, not in your plan; please report it with this line: "
            f"{_where(problem)}"
        )


def _where(problem: Exception) -> str:
    last = problem.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
    return f"{type(problem).__name__} at {place}"


def _stop(words: str) -> None:
    from csplan.escape import terminal

    typer.echo(f"csplan: {terminal(words)}", err=True)
    sys.exit(2)
