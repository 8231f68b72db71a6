"""The options of `csplan validate` that mend what needs no decision."""

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from csplan.cli.grouped import MENDED

if TYPE_CHECKING:
    from csplan.cli.telling import Telling
    from csplan.load import Workspace
    from csplan.rules import Rule

Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Mend what needs no decision, show the lines, and tell what is left.",
        rich_help_panel=MENDED,
    ),
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff",
        help="Only show what --fix would change; exits with 1 if anything.",
        rich_help_panel=MENDED,
    ),
]


def mend(
    workspace: "Workspace", rules: "tuple[Rule, ...]", telling: "Telling", *, write: bool
) -> None:
    """Mend what needs no decision, or show how if it is not to be written.

    Where a program reads the result, what is shown goes beside it. Raises `typer.Exit` if nothing
    is to be written, and `CannotRunError` before anything is, if the result could not be told.
    """
    from csplan import edit
    from csplan.console.changed import written
    from csplan.console.mended import show_diff, show_left, tally
    from csplan.console.terminal import say

    telling.check(workspace)
    found = [edit.mend(plan, rules) for plan in workspace.plans]
    count, files = (sum(each.things for each in found), sum(len(each.rewrites) for each in found))
    with (
        contextlib.nullcontext()
        if telling.form == "text"
        else contextlib.redirect_stdout(sys.stderr)
    ):
        for each in found:
            if write and each.rewrites:
                edit.commit(Path(each.plan.path), "csplan validate --fix", each.rewrites)
            # GitHub obeys a line that begins with a command after its spaces, on either stream.
            show_diff(each.rewrites, "| " if telling.form == "github" else "")
            show_left(each.left)
            if write and each.rewrites:
                say(written(each.plan.path))
        say(tally(count, files, done=write), "bold")
        if write:
            say()
    if not write:
        raise typer.Exit(1 if files else 0)
