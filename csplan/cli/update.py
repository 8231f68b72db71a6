"""The commands that report on work, and that take back what was written."""

from pathlib import Path
from typing import Annotated

import typer

from csplan.cli.options import PLANS, OnePath, as_day, asked_for

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="The day on which it was said.  [default: today]"),
]


def update(
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="An action, VC1, or a milestone, VC1.2.")
    ],
    path: OnePath = None,
    *,
    milestone: Annotated[
        str, typer.Option(metavar="NUMBER", help="A milestone of the action, by its number.")
    ] = "",
    state: Annotated[
        str,
        typer.Option(
            metavar="STATE",
            help="not started, in progress, on hold, complete, stopped or carried forward.",
        ),
    ] = "",
    rating: Annotated[
        str, typer.Option(metavar="COLOUR", help="The colour of work in progress.")
    ] = "",
    on: On = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="What there is to say.")] = "",
    corrective_action: Annotated[
        str, typer.Option(metavar="TEXT", help="What is done about it, where it goes wrong.")
    ] = "",
    due: Annotated[
        str, typer.Option(metavar="DATE", help="A new due date that the board agreed.")
    ] = "",
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why the date was moved, or the work stopped.")
    ] = "",
    covers: Annotated[
        str,
        typer.Option(
            metavar="PERIOD",
            help="The period that a report on recurring work is for.  [default: the oldest owed]",
        ),
    ] = "",
    by: Annotated[
        str, typer.Option(metavar="WHO", help="The agency or post that reported it.")
    ] = "",
    dry_run: DryRun = False,
) -> None:
    """Report progress on an action or milestone.

    Writes a dated entry into its file and changes nothing else there. The first due date stays when
    a new one is agreed. `csplan undo` takes the change back.
    """
    from csplan import edit
    from csplan.console.changed import show_update, show_written, written

    today = as_day(None)
    report = edit.Report(
        as_day(on) if on else today, state, rating, note, corrective_action, due, reason, covers, by
    )
    found = edit.update(asked_for(path), ref, milestone, report, today)
    plan, _, item = found.target
    if not dry_run:
        edit.commit(Path(plan.path), f"csplan update {item.address}", found.draft.rewrites)
    show_update(found)
    show_written(written(plan.path), dry_run=dry_run)


def undo(path: OnePath = None, *, dry_run: DryRun = False) -> None:
    """Take back the last change that csplan made.

    What anybody changed since in the files that it wrote stops it; nothing is lost. Run it again
    to take back the change before that.
    """
    from csplan import edit
    from csplan.console.changed import show_rewrites, show_written
    from csplan.console.terminal import say

    folder, entry = edit.last(path or PLANS)
    rewrites = edit.backwards(entry) if dry_run else edit.undo(folder, entry)
    say(f"Takes back: {entry.what}", "bold")
    show_rewrites(rewrites)
    nothing = "It was cut off before it wrote anything, so there was nothing to take back"
    show_written("Taken back" if rewrites else nothing, dry_run=dry_run)
