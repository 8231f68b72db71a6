"""The commands that ask plans something.

The module is longer than most because a command is mostly its options.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from csplan.cli.options import AsAt, Form, OneAgency, OnePath, OneTheme, as_day, asked_for

if TYPE_CHECKING:
    from csplan.load import Workspace


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

    workspace, warning = _asked_for(path)
    asked = query.read_filter(workspace, agency, theme)
    answer = query.overdue(workspace, as_day(as_at), quarter, asked)
    _show(
        form,
        warning,
        text=lambda: meeting.show_text(answer, by, warning),
        markdown=lambda: meeting.as_markdown(answer, by, warning),
        json=lambda: records.as_json(answer, quarter, warning),
        csv=lambda: records.as_csv(answer),
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

    workspace, warning = _asked_for(path)
    plans = workspace.plans
    found = query.expectations(workspace, query.read_filter(workspace, None, theme))
    _show(
        form,
        warning,
        text=lambda: answers.show_text(plans, found, every=every, warning=warning),
        markdown=lambda: answers.as_markdown(plans, found, every=every, warning=warning),
        json=lambda: answers.as_json(found, warning),
        csv=lambda: answers.as_csv(found),
    )
    if fail and (any(each.answer.is_gap for each in found) or workspace.unread):
        raise typer.Exit(1)


def indicators(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    agency: OneAgency = None,
    theme: OneTheme = None,
    form: Form = "text",
) -> None:
    """Show how figures stand to targets, and which way they go.

    Ratings are worked out by the plan's own key, with the arithmetic, beside the stated ones.
    """
    from csplan import query
    from csplan.console import indicators as shown
    from csplan.console import measurements

    workspace, warning = _asked_for(path)
    plans, day = workspace.plans, as_day(as_at)
    found = query.indicators(workspace, day, query.read_filter(workspace, agency, theme))
    _show(
        form,
        warning,
        text=lambda: shown.show_text(plans, found, day, warning),
        markdown=lambda: shown.as_markdown(plans, found, day, warning),
        json=lambda: measurements.as_json(found, day, warning),
        csv=lambda: measurements.as_csv(found),
    )


def meetings(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    agency: OneAgency = None,
    form: Form = "text",
) -> None:
    """Show what meetings are to come, and what is still open.

    --agency narrows what is open, not the meetings.
    """
    from csplan import query
    from csplan.console import arising, diary

    workspace, warning = _asked_for(path)
    asked = query.read_filter(workspace, agency, None)
    found = query.meetings(workspace, as_day(as_at), asked)
    _show(
        form,
        warning,
        text=lambda: diary.show_text(workspace.plans, found, warning),
        markdown=lambda: diary.as_markdown(workspace.plans, found, warning),
        json=lambda: arising.as_json(found, warning),
        csv=lambda: arising.as_csv(found),
    )


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
    from csplan.console.pages import show_found
    from csplan.query import find

    workspace, warning = _asked_for(path)
    show_found(find(workspace, ref), as_day(as_at))
    typer.echo(warning, err=True, nl=bool(warning))


def _asked_for(path: Path | None) -> "tuple[Workspace, str]":
    """The plans that a question is about, and what its answer may be missing."""
    from csplan.console.notice import notice

    workspace = asked_for(path)
    return workspace, notice(workspace)


def _show(
    form: str,
    warning: str,
    *,
    text: Callable[[], None],
    markdown: Callable[[], str],
    json: Callable[[], str],
    csv: Callable[[], str],
) -> None:
    """An answer in one of its formats; what a program reads has the warning beside it."""
    from csplan.console.terminal import write

    if form == "text":
        text()
        return
    if form != "markdown":
        typer.echo(warning, err=True, nl=bool(warning))
    write({"markdown": markdown, "json": json, "csv": csv}[form]())
