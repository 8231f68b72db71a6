"""The commands that ask plans about their work: what is late or coming up, and how all stands."""

from typing import Annotated

import typer

from csplan.cli.answering import question, show_list, show_papers
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
    in_full,
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

    about = question(path, agency, theme)
    answer = query.overdue(about.workspace, as_day(as_at), quarter, about.asked)
    show_list(form, worklists.overdue(answer, quarter), by, about.warning)
    about.fail_if(fail, answer.overdue)


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
    from csplan.console import worklists
    from csplan.query.coming import due as coming

    about = question(path, agency, theme)
    typed = None if until is None else in_full(until)
    found = coming(about.workspace, as_day(as_at), typed, about.asked)
    show_list(form, worklists.due(found, until), by, about.warning)


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
    from csplan.console import worklists
    from csplan.query.unowned import unowned as without_lead

    about = question(path, agency, theme)
    found = without_lead(about.workspace, as_day(as_at), about.asked)
    show_list(form, worklists.unowned(found, about.workspace.plans), by, about.warning)
    about.fail_if(fail, found.nobody)


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
    from csplan.console import worklists
    from csplan.query.quiet import quiet as silent

    about = question(path, agency, theme)
    found = silent(about.workspace, as_day(as_at), a_day(since), about.asked)
    show_list(form, worklists.quiet(found), by, about.warning)
    about.fail_if(fail, found.quiet)


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
    from csplan.console import counts, glance
    from csplan.query.status import status as at_a_glance

    about = question(path, agency, theme)
    found = at_a_glance(about.workspace, as_day(as_at), a_day(since), about.asked)
    show_papers(
        form,
        about.warning,
        about.asked,
        papers=lambda: glance.papers(found, by),
        json=lambda: counts.as_json(found, about.warning, about.asked),
        csv=lambda: counts.as_csv(found, by, about.asked),
    )
