"""The command line: each command parses, calls one function, shows what it gave, and exits.

The module is longer than most because a command is mostly its options.
Rooms are imported inside the commands, so that `--help` and `--version` start fast.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from csplan import __version__
from csplan.ending import run
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

_PLANS = Path("plans")
_TEMPLATES = Path("templates")

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
Form = Annotated[
    Literal["text", "json", "csv", "markdown"], typer.Option("--format", help="How to show it.")
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
    """Check whether plans are sound.

    Exits with 1 if there is an error, or with --strict a warning.
    """
    import time

    began = time.perf_counter()
    from csplan.check import check
    from csplan.console import complaints as show
    from csplan.console.terminal import say
    from csplan.load import load

    workspace = load(tuple(paths or [_PLANS]))
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
    path: OnePath = None,
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
    agency: OneAgency = None,
    theme: OneTheme = None,
    form: Form = "text",
    fail: Annotated[
        bool,
        typer.Option("--fail", help="Exit with 1 if anything is overdue or could not be read."),
    ] = False,
) -> None:
    """Show what is late, and whose it is.

    What has no date, and what is ongoing, is listed beneath. Plans that are closed are left out
    unless they are named.
    """
    from csplan import query
    from csplan.console import meeting, records
    from csplan.console.notice import notice
    from csplan.console.terminal import write

    workspace = _load(path)
    warning = notice(workspace)
    asked = query.read_filter(workspace, agency, theme)
    answer = query.overdue(workspace, _day(as_at), quarter, asked)
    if form == "text":
        meeting.show_text(answer, by, warning)
    elif form == "markdown":
        write(meeting.as_markdown(answer, by, warning))
    else:
        typer.echo(warning, err=True, nl=bool(warning))
        write(
            records.as_json(answer, quarter, warning) if form == "json" else records.as_csv(answer)
        )
    if fail and (answer.overdue or workspace.unread):
        raise typer.Exit(1)


@app.command()
def expectations(
    path: OnePath = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Show those with an answer too.")] = False,
    theme: OneTheme = None,
    form: Form = "text",
    fail: Annotated[
        bool,
        typer.Option("--fail", help="Exit with 1 if there is a gap or a file cannot be read."),
    ] = False,
) -> None:
    """Show what is expected of the partnership and has no answer.

    CSV and JSON hold every expectation.
    """
    from csplan import query
    from csplan.console import answers
    from csplan.console.notice import notice
    from csplan.console.terminal import write

    workspace = _load(path)
    warning = notice(workspace)
    found = query.expectations(workspace, query.read_filter(workspace, None, theme))
    if form == "text":
        answers.show_text(workspace.plans, found, every=every, warning=warning)
    elif form == "markdown":
        write(answers.as_markdown(workspace.plans, found, every=every, warning=warning))
    else:
        typer.echo(warning, err=True, nl=bool(warning))
        write(answers.as_json(found, warning) if form == "json" else answers.as_csv(found))
    if fail and (any(each.answer.is_gap for each in found) or workspace.unread):
        raise typer.Exit(1)


@app.command()
def indicators(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    theme: OneTheme = None,
    form: Form = "text",
) -> None:
    """Show how every indicator stands to its target, and which way it moves.

    Ratings are worked out by the plan's own key, with the arithmetic, beside the stated ones.
    """
    from csplan import query
    from csplan.console import indicators as show
    from csplan.console import measurements
    from csplan.console.notice import notice
    from csplan.console.terminal import write

    workspace, day = _load(path), _day(as_at)
    warning = notice(workspace)
    found = query.indicators(workspace, day, query.read_filter(workspace, None, theme))
    if form == "text":
        show.show_text(workspace.plans, found, day, warning)
    elif form == "markdown":
        write(show.as_markdown(workspace.plans, found, day, warning))
    else:
        typer.echo(warning, err=True, nl=bool(warning))
        is_json = form == "json"
        write(measurements.as_json(found, day, warning) if is_json else measurements.as_csv(found))


@app.command()
def meetings(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    agency: OneAgency = None,
    form: Form = "text",
) -> None:
    """Show the meetings to come, and what is open of those that were held."""
    from csplan import query
    from csplan.console import diary
    from csplan.console.notice import notice
    from csplan.console.terminal import write

    workspace = _load(path)
    warning = notice(workspace)
    asked = query.read_filter(workspace, agency, None)
    found = query.meetings(workspace, _day(as_at), asked)
    if form == "text":
        diary.show_text(workspace.plans, found, warning)
    elif form == "markdown":
        write(diary.as_markdown(workspace.plans, found, warning))
    else:
        typer.echo(warning, err=True, nl=bool(warning))
        write(diary.as_json(found, warning) if form == "json" else diary.as_csv(found))


@app.command()
def render(
    path: OnePath = None,
    *,
    to: Annotated[str, typer.Option(metavar="FORMATS", help="md, html or both.")] = "md,html",
    output: Annotated[
        Path, typer.Option(metavar="DIR", help="Where to write the documents.")
    ] = Path("published"),
    document: Annotated[
        str, typer.Option(metavar="NAME", help="Which document to write.")
    ] = "agreement",
    templates: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Templates of your own, used first.  [default: templates]"
        ),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Name the documents instead, with their formats.")
    ] = False,
) -> None:
    """Publish plans as web pages and Markdown.

    Writes one file for each format; with several plans, into a folder for each.
    """
    from csplan.console.terminal import say
    from csplan.publish import publish
    from csplan.render import documents

    own = templates or (_TEMPLATES if _TEMPLATES.is_dir() else None)
    if listed:
        for name, made_as, summary in documents(own):
            say(f"{name} ({', '.join(made_as)}){': ' * bool(summary)}{summary}")
        return
    formats = tuple(name.strip() for name in to.split(",") if name.strip())
    for written in publish(_load(path), formats, output, own, document):
        typer.echo(written)


@app.command()
def show(
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="An action, VC1, or a milestone, VC1.2.")
    ],
    path: OnePath = None,
    *,
    as_at: AsAt = None,
) -> None:
    """Show an action and how it was read.

    Every date is shown as typed and as read, every lead by post and agency, and where the work
    stands on the day.
    """
    from csplan.console.notice import notice
    from csplan.console.pages import show_found
    from csplan.query import find

    workspace = _load(path)
    show_found(find(workspace, ref), _day(as_at))
    typer.echo(warning := notice(workspace), err=True, nl=bool(warning))


@app.command()
def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", help="The name in square brackets.")
    ] = None,
) -> None:
    """Explain a rule, or list them all."""
    from csplan.console.pages import show_rule, show_rules

    if rule:
        show_rule(rule)
    else:
        show_rules()


@app.command("help")
def help_(
    context: typer.Context,
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="TOPIC", help="A command, `format`, or `format` and a name in it."),
    ] = None,
) -> None:
    """Show what plan files may hold, or how a command is used."""
    from typer.core import TyperGroup

    from csplan.console.format import show_format, show_topics

    root = context.find_root()
    assert isinstance(root.command, TyperGroup)
    commands = root.command.commands
    name, *rest = topic or [""]
    if name == "format":
        show_format(" ".join(rest))
    elif name in commands:
        commands[name].make_context(name, ["--help"], parent=root)
    else:
        lines = {known: command.get_short_help_str(80) for known, command in commands.items()}
        show_topics(lines, name)


def _load(path: Path | None) -> "Workspace":
    from csplan.load import load

    workspace = load((path or _PLANS,), closed=path is not None)
    if not workspace.plans:
        raise CannotRunError(f"every plan under `{_PLANS}` is closed; name one to ask about it")
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
    run(app)
