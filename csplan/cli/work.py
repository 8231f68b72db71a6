"""The commands that ask plans about their work: what is late or coming up, and how all stands."""

from typing import Annotated

import typer

from csplan.cli.answering import plans_asked, show_list, show_papers
from csplan.cli.options import (
    AsAt,
    By,
    Form,
    OneAgency,
    OnePath,
    OneTheme,
    SinceDay,
    a_day,
    as_day,
    one_of,
)


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
    by: By = "agency",
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
    from csplan.console import worklists

    workspace, warning = plans_asked(path)
    asked = query.read_filter(workspace, agency, theme)
    answer = query.overdue(workspace, as_day(as_at), quarter, asked)
    show_list(form, worklists.overdue(answer, quarter), by, warning)
    if fail and (answer.overdue or workspace.unread):
        raise typer.Exit(1)


def due(
    path: OnePath = None,
    *,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="By then: `meeting` for the next one, a day, or a quarter such as Q3."
            "  [default: three months ahead]",
        ),
    ] = None,
    as_at: AsAt = None,
    by: By = "agency",
    agency: OneAgency = None,
    theme: OneTheme = None,
    form: Form = "text",
) -> None:
    """Show what comes up, and whose it is.

    What is overdue already is counted, not listed. Of recurring work the next report is listed,
    unless it was made. What is to be reviewed or given a date by then stands beneath.
    """
    from csplan import query
    from csplan.console import worklists
    from csplan.query.coming import due as coming

    workspace, warning = plans_asked(path)
    asked = query.read_filter(workspace, agency, theme)
    found = coming(workspace, as_day(as_at), until, asked)
    show_list(form, worklists.due(found, until), by, warning)


def unowned(
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    by: By = "theme",
    agency: OneAgency = None,
    theme: OneTheme = None,
    form: Form = "text",
    fail: Annotated[
        bool,
        typer.Option("--fail", help="Exit with 1 if a lead is missing or a file cannot be read."),
    ] = False,
) -> None:
    """Show open work that nobody answers for.

    No lead is named, or it is still to be confirmed. What an agency leads without saying who in it
    stands beneath.
    """
    from csplan import query
    from csplan.console import worklists
    from csplan.query.unowned import unowned as without_lead

    workspace, warning = plans_asked(path)
    asked = query.read_filter(workspace, agency, theme)
    found = without_lead(workspace, as_day(as_at), asked)
    show_list(form, worklists.unowned(found, workspace.plans), by, warning)
    if fail and (found.nobody or workspace.unread):
        raise typer.Exit(1)


def quiet(
    path: OnePath = None,
    *,
    since: SinceDay = None,
    as_at: AsAt = None,
    by: By = "agency",
    agency: OneAgency = None,
    theme: OneTheme = None,
    form: Form = "text",
    fail: Annotated[
        bool,
        typer.Option("--fail", help="Exit with 1 if anything is quiet or could not be read."),
    ] = False,
) -> None:
    """Show open work that has begun and was not heard of lately.

    An entry of an action speaks of its milestones too.
    """
    from csplan import query
    from csplan.console import worklists
    from csplan.query.quiet import quiet as silent

    workspace, warning = plans_asked(path)
    asked = query.read_filter(workspace, agency, theme)
    found = silent(workspace, as_day(as_at), a_day(since), asked)
    show_list(form, worklists.quiet(found), by, warning)
    if fail and (found.quiet or workspace.unread):
        raise typer.Exit(1)


def status(
    path: OnePath = None,
    *,
    since: SinceDay = None,
    as_at: AsAt = None,
    by: Annotated[str, one_of("--by", ("theme", "agency"), "What has a row each.")] = "theme",
    agency: OneAgency = None,
    theme: OneTheme = None,
    form: Form = "text",
) -> None:
    """Show a plan at a glance, and what changed lately.

    Milestones, and actions that are due themselves, are counted by state, rating and theme. An
    action or a theme shows the worst of what it holds, unless it has a later entry of its own.
    Per cents are rounded one by one.
    """
    from csplan import query
    from csplan.console import counts, glance
    from csplan.query.status import status as at_a_glance

    workspace, warning = plans_asked(path)
    asked = query.read_filter(workspace, agency, theme)
    found = at_a_glance(workspace, as_day(as_at), a_day(since), asked)
    show_papers(
        form,
        warning,
        asked,
        papers=lambda: glance.papers(found, by),
        json=lambda: counts.as_json(found, warning, asked),
        csv=lambda: counts.as_csv(found, by, asked),
    )
