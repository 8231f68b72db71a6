"""The commands that send sheets out to partners and take them back."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from csplan.cli.options import AsAt, OneAgency, OnePath, as_day, asked_for, one_of
from csplan.cli.update import DryRun, On


def collect(
    path: OnePath = None,
    *,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Where to write the sheets.")] = Path(
        "sheets"
    ),
    form: Annotated[
        Literal["csv", "xlsx"], one_of("--format", ("csv", "xlsx"), "Plain text, or Excel.")
    ] = "csv",
    agency: OneAgency = None,
    as_at: AsAt = None,
    every: Annotated[
        bool, typer.Option("--all", help="Ask about what is complete or stopped too.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over sheets that hold answers.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Write a sheet for each agency to report progress on.

    Each has what is open for the agency, with blank columns to fill in. What nobody leads goes into
    a sheet of its own, `no-agency`. `csplan apply` takes them back.
    """
    from csplan import query, sheets
    from csplan.console import collected
    from csplan.console.changed import show_written
    from csplan.console.notice import notice

    workspace, day = asked_for(path), as_day(as_at)
    asked = query.read_filter(workspace, agency, None)
    found = sheets.collect(workspace, day, asked, every=every)
    files = sheets.sheet_files(found, form, day)
    if not dry_run:
        plans = [Path(plan.path) for plan in workspace.plans]
        sheets.write_sheets(output, files, plans, force=force)
    collected.show_sheets(found, [output / name for name in files], day)
    collected.show_advice(sheets.advice())
    show_written("Written; `csplan apply` takes them back", dry_run=dry_run)
    warning = notice(workspace)
    typer.echo(warning, err=True, nl=bool(warning))


def apply(
    sheets: Annotated[
        list[Path], typer.Argument(metavar="SHEET...", help="Sheets that came back, CSV or Excel.")
    ],
    *,
    plan: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The plans that they are of.  [default: plans]"),
    ] = None,
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """Take in the sheets that partners have filled in.

    Shows what each row changes and what is wrong with any; writes all of it, or nothing. --on is
    the day of the rows that name none. `csplan undo` takes it back.
    """
    from csplan import edit
    from csplan.console.changed import show_written
    from csplan.console.returned import done, show_returned
    from csplan.sheets import take_back

    today = as_day(None)
    returned = take_back(asked_for(plan), sheets, as_day(on) if on else today, today)
    what = f"csplan apply {' '.join(sheet.name for sheet in sheets)}"
    if returned.drafts and not dry_run:
        # One change, even of several plans, so that all of it is written or none.
        folder = Path(returned.drafts[0][0].path)
        edit.commit(folder, what, [each for _, made in returned.drafts for each in made.rewrites])
    show_returned(returned)
    show_written(done(returned), dry_run=dry_run)
    if returned.wrong:
        raise typer.Exit(1)
