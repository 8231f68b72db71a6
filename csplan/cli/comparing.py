"""The commands that look at plans over time."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from csplan.cli.answering import show_answer
from csplan.cli.options import PLANS, AsAt, OnePath, as_day

_SIDE = "A folder with a plan, or a git revision of one: v1:plans/x, or v1 with --plan."
Told = Annotated[
    Literal["text", "json", "markdown"], typer.Option("--format", help="How to show it.")
]


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_SIDE)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, for the later plan.")],
    *,
    plan: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Which plan a revision alone is of.  [default: the only one under plans]",
        ),
    ] = None,
    as_at: Annotated[
        str | None,
        typer.Option(
            "--as-at",
            metavar="DAY",
            help="Take states and agreed dates as at that day.  [default: all that is known]",
        ),
    ] = None,
    form: Told = "text",
    fail: Annotated[
        bool,
        typer.Option("--fail", help="Exit with 1 if anything differs or could not be read."),
    ] = False,
) -> None:
    """Tell what changed from one plan to another.

    Actions are matched by what was carried forward, by reference, then by their words.
    """
    from datetime import date

    from csplan.console import differences as shown
    from csplan.console.differing import doubts
    from csplan.load.revision import load_one
    from csplan.query.differences import compare

    sides = [load_one(each, plan, PLANS) for each in (old, new)]
    day = as_day(as_at) if as_at else date.max
    found = compare(sides[0].plans[0], sides[1].plans[0], day)
    warning = doubts(found, *sides)
    show_answer(
        form,
        warning,
        text=lambda: shown.show_text(found, warning),
        markdown=lambda: shown.as_markdown(found, warning),
        json=lambda: shown.as_json(found, warning),
    )
    if fail and not found.is_same:
        raise typer.Exit(1)


def history(
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="An action, VC1, or a milestone, VC1.2.")
    ],
    path: OnePath = None,
    *,
    as_at: AsAt = None,
    git: Annotated[
        bool,
        typer.Option("--git", help="Add the days on which it was changed in the files."),
    ] = False,
    form: Told = "text",
) -> None:
    """Tell an action's whole life through all plans.

    Plans that are closed, and those in the folders beside the path, are looked through too.
    """
    from csplan.console import history as shown
    from csplan.console.notice import notice
    from csplan.load import load
    from csplan.load.changes import recorded
    from csplan.load.neighbours import load_neighbours
    from csplan.query.history import history as lives_of

    asked = load((path or PLANS,))
    plans = load_neighbours(asked)
    lives = lives_of(plans, ref, as_day(as_at), asked)
    tasks = [stage.task for life in lives for stage in life.stages if git]
    kept = {task.spot: recorded(task.file, task.item) for task in tasks}
    warning = notice(plans)
    show_answer(
        form,
        warning,
        text=lambda: shown.show_text(lives, kept, warning),
        markdown=lambda: shown.as_markdown(lives, kept, warning),
        json=lambda: shown.as_json(lives, kept, warning),
    )
