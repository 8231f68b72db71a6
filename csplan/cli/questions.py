"""The commands that ask plans something.

The module is longer than most because a command is mostly its options.
"""

from typing import Annotated, Literal

import typer

from csplan.cli.options import AsAt, Form, OneAgency, OnePath, OneTheme, as_day, asked_for


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

    workspace = asked_for(path)
    warning = notice(workspace)
    asked = query.read_filter(workspace, agency, theme)
    answer = query.overdue(workspace, as_day(as_at), quarter, asked)
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

    workspace = asked_for(path)
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


def indicators(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    theme: OneTheme = None,
    form: Form = "text",
) -> None:
    """Show how figures stand to targets, and which way they go.

    Ratings are worked out by the plan's own key, with the arithmetic, beside the stated ones.
    """
    from csplan import query
    from csplan.console import indicators as show
    from csplan.console import measurements
    from csplan.console.notice import notice
    from csplan.console.terminal import write

    workspace, day = asked_for(path), as_day(as_at)
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


def meetings(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    agency: OneAgency = None,
    form: Form = "text",
) -> None:
    """Show what meetings are to come, and what is still open."""
    from csplan import query
    from csplan.console import diary
    from csplan.console.notice import notice
    from csplan.console.terminal import write

    workspace = asked_for(path)
    warning = notice(workspace)
    asked = query.read_filter(workspace, agency, None)
    found = query.meetings(workspace, as_day(as_at), asked)
    if form == "text":
        diary.show_text(workspace.plans, found, warning)
    elif form == "markdown":
        write(diary.as_markdown(workspace.plans, found, warning))
    else:
        typer.echo(warning, err=True, nl=bool(warning))
        write(diary.as_json(found, warning) if form == "json" else diary.as_csv(found))


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

    workspace = asked_for(path)
    show_found(find(workspace, ref), as_day(as_at))
    typer.echo(warning := notice(workspace), err=True, nl=bool(warning))
