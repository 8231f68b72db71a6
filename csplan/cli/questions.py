"""The commands that ask plans about other things than work: figures, expectations, meetings."""

from typing import Annotated

import typer

from csplan.cli.answering import question, show_answer, show_papers
from csplan.cli.options import AsAt, Form, OneAgency, OnePath, OneTheme, as_day


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

    workspace, asked, warning = about = question(path, theme=theme)
    found = query.expectations(workspace, asked)
    show_papers(
        form,
        warning,
        asked,
        papers=lambda: answers.papers(workspace.plans, found, every=every),
        json=lambda: answers.as_json(found, warning, asked),
        csv=lambda: answers.as_csv(found),
    )
    about.fail_if(fail, any(each.answer.is_gap for each in found))


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

    workspace, asked, warning = question(path, agency, theme)
    plans, day = workspace.plans, as_day(as_at)
    found = query.indicators(workspace, day, asked)
    opening = shown.question(day, asked)
    show_answer(
        form,
        warning,
        text=lambda: shown.show_text(plans, found, opening, warning),
        markdown=lambda: shown.as_markdown(plans, found, opening, warning),
        json=lambda: measurements.as_json(found, day, warning, asked),
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

    workspace, asked, warning = question(path, agency)
    found = query.meetings(workspace, as_day(as_at), asked)
    show_papers(
        form,
        warning,
        asked,
        papers=lambda: diary.papers(workspace.plans, found, asked),
        json=lambda: arising.as_json(found, warning, asked),
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

    workspace, _, warning = question(path)
    show_found(find(workspace, ref), as_day(as_at))
    typer.echo(warning, err=True, nl=bool(warning))
