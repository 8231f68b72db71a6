"""The command that records figures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from csplan.cli.options import OnePath, as_day, asked_for, in_full
from csplan.cli.update import DryRun
from csplan.errors import CannotRunError
from csplan.escape import quoted_path

if TYPE_CHECKING:
    from csplan.edit import NewFigure, Record


def record(
    indicator: Annotated[
        str | None,
        typer.Argument(
            metavar="INDICATOR",
            help="Its code, such as `NI 39`, its name or the beginning of its name.",
            show_default=False,
        ),
    ] = None,
    path: OnePath = None,
    *,
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="What it is for: 2011/12, `Q1 2011/12`.")
    ] = "",
    value: Annotated[
        str, typer.Option(metavar="FIGURE", help="The figure, or why there is none.")
    ] = "",
    row: Annotated[
        str, typer.Option(metavar="NAME", help="A row of its breakdown, such as a district.")
    ] = "",
    on: Annotated[
        str,
        typer.Option(metavar="DAY", help="The day on which it became known.  [default: today]"),
    ] = "",
    rating: Annotated[str, typer.Option(metavar="COLOUR", help="The colour that was stated.")] = "",
    note: Annotated[
        str, typer.Option(metavar="TEXT", help="What a reader must know about the figure.")
    ] = "",
    explanation: Annotated[str, typer.Option(metavar="TEXT", help="What is behind it.")] = "",
    corrective_action: Annotated[
        str, typer.Option(metavar="TEXT", help="What is done about it, where it goes wrong.")
    ] = "",
    from_: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="SHEET",
            help="Record every row of a CSV or Excel sheet, or none: its columns are indicator, "
            "period and value, and if need be row, on, rating, note, explanation, corrective "
            "action.",
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record a figure of an indicator, or those of a sheet.

    Writes it into its place and changes nothing else in the file. Another value for a period that
    has one is a revision: both are kept, each with its day. `csplan undo` takes it back.
    """
    from csplan.edit import NewFigure

    on = in_full(on)
    new = NewFigure(
        indicator or "", period, value, row, on, rating, note, explanation, corrective_action
    )
    if from_ is None:
        if not indicator:
            raise CannotRunError("name an indicator by its code or name, or a sheet with --from")
        _record_one(new, path, dry_run=dry_run)
        return
    if any(new._replace(indicator="", on="")) or (indicator and path):
        raise CannotRunError(
            "a sheet says itself what its figures are for; only a path and --on may stand beside it"
        )
    place = path or (Path(indicator) if indicator else None)
    _record_sheet(from_, place, on, dry_run=dry_run)


def _record_one(new: "NewFigure", path: Path | None, *, dry_run: bool) -> None:
    from csplan import edit

    found = edit.record(asked_for(path), [new], as_day(None))
    if found.problems:
        raise CannotRunError(found.problems[0][1])
    what = f"csplan record {new.indicator} --period {new.period}"
    _finish(found, what, dry_run=dry_run)


def _record_sheet(sheet: Path, path: Path | None, on: str, *, dry_run: bool) -> None:
    from csplan import edit
    from csplan.console.recorded import show_problems, show_remarks
    from csplan.sheets import read_figures

    figures = read_figures(sheet, on)
    if not figures.rows:
        raise CannotRunError(f"no figure is filled in in {quoted_path(sheet)}")
    found = edit.record(asked_for(path), (new for _, new in figures.rows), as_day(None))
    show_remarks(figures.remarks)
    if found.problems:
        numbered = ((figures.rows[at][0], words) for at, words in found.problems)
        show_problems(sheet, numbered, len(figures.rows))
        raise typer.Exit(1)
    _finish(found, f"csplan record --from {sheet}", dry_run=dry_run)


def _finish(found: "Record", what: str, *, dry_run: bool) -> None:
    from csplan import edit
    from csplan.console.changed import show_written, written
    from csplan.console.recorded import show_record
    from csplan.console.terminal import say

    if found.draft is None:
        show_record(found)
        say()
        say("Nothing to write: all of it is in the plan already", "bold")
        return
    if not dry_run:
        edit.commit(Path(found.draft.after.path), what, found.draft.rewrites)
    show_record(found)
    show_written(written(found.draft.after.path), dry_run=dry_run)
