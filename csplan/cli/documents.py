"""The commands that publish, and those that explain."""

from pathlib import Path
from typing import Annotated

import typer

from csplan.cli.options import AsAt, OnePath, as_day, asked_for

_TEMPLATES = Path("templates")


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
    as_at: AsAt = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="Tell what changed since then.  [default: the last meeting]"
        ),
    ] = None,
    internal: Annotated[
        bool, typer.Option("--internal", help="Hold what is not published, and names.")
    ] = False,
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

    Writes one file for each format; with several plans, into a folder for each. `monitoring`,
    `board-pack` and `year-end` are as at a day; --as-at, --since and --internal are for them.
    """
    from csplan.console.terminal import say
    from csplan.publish import publish
    from csplan.render import documents
    from csplan.report import Wanted

    own = templates or (_TEMPLATES if _TEMPLATES.is_dir() else None)
    if listed:
        for name, made_as, summary in documents(own):
            say(f"{name} ({', '.join(made_as)}){': ' * bool(summary)}{summary}")
        return
    formats = tuple(name.strip() for name in to.split(",") if name.strip())
    workspace = asked_for(path)
    wanted = Wanted(
        today=as_day(None),
        document=document,
        as_at=as_day(as_at) if as_at else None,
        since=as_day(since) if since else None,
        internal=internal,
    )
    for written in publish(workspace, wanted, formats, output, own):
        typer.echo(written)
    for left in workspace.closed:
        typer.echo(f"left out, because it is closed: {left} (name it to publish it)", err=True)


def explain(
    name: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="The name in square brackets, or a subject."),
    ] = None,
) -> None:
    """Explain a rule, list those of a subject, or list them all."""
    from csplan.console.explaining import explain

    explain(name)


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
