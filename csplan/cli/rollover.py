"""The command that carries a plan into the next year."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from csplan.cli.options import as_day, one_of
from csplan.cli.update import DryRun
from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from datetime import date

    from csplan.load import LoadedPlan


def rollover(
    path: Annotated[Path, typer.Argument(metavar="PLAN", help="The plan that comes to its end.")],
    *,
    to: Annotated[
        str, typer.Option(metavar="YEARS", help="The years of the new plan, such as 2012/13.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="The folder of the new plan.  [default: beside the old one, named by the years]",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day of carrying forward.  [default: today]"),
    ] = None,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why the work is carried forward, for both plans.")
    ] = "",
    refs: Annotated[
        Literal["keep", "new"],
        one_of("--refs", ("keep", "new"), "Keep the references, or number them anew: VC1, VC2."),
    ] = "keep",
    all_open: Annotated[
        bool, typer.Option("--all-open", help="Take all that is open, which is the default.")
    ] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="REF", help="Take only this action or milestone; may be repeated."),
    ] = None,
    leave: Annotated[
        list[str] | None,
        typer.Option(metavar="REF", help="Take all but this; may be repeated."),
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask about each open action.")
    ] = False,
    close: Annotated[
        bool, typer.Option("--close", help="Give the old plan the status `closed`.")
    ] = False,
    dry_run: DryRun = False,
    form: Annotated[
        str, one_of("--format", ("text", "json"), "For a person or a program.")
    ] = "text",
) -> None:
    """Make the plan of the next years out of this one.

    The new folder has copies of the files, with what is still open and wanted. In the old plan it
    is marked as carried forward. What has to be rewritten is listed under `to_review` in the new
    files. `csplan undo` takes all of it back.
    """
    from csplan import edit
    from csplan import rollover as room
    from csplan.console import rollover as shown

    if all_open + bool(take) + bool(leave) + interactive > 1:
        raise CannotRunError("give only one of --all-open, --take, --leave and --interactive")
    today = as_day(None)
    day = as_day(on) if on else today
    plan = _plan(path)
    parts = tuple(take or ()), tuple(leave or ())
    wanted = room.Wanted(to, day, output, reason, refs, *parts, close)
    if interactive:
        # Nobody is asked about eighty actions for nothing.
        room.years_and_folder(plan, wanted, today)
        wanted = wanted._replace(take=_asked(plan, day))
    found = room.rollover(plan, wanted, today)
    if not dry_run:
        edit.commit(Path(plan.path), f"csplan rollover {path} --to {to}", found.rewrites)
    if form == "json":
        shown.show_json(found, dry_run=dry_run)
    else:
        shown.show_text(found, dry_run=dry_run)


def _plan(path: Path) -> "LoadedPlan":
    from csplan.escape import quoted_path
    from csplan.load import load

    plans = load((path,)).plans
    if len(plans) > 1 or plans[0].chosen:
        raise CannotRunError(f"{quoted_path(path)} is not one plan; name the folder of one")
    return plans[0]


def _asked(plan: "LoadedPlan", day: "date") -> tuple[str, ...]:
    """The references that somebody at the terminal wants to take, asked one by one."""
    from csplan.console.rollover import show_deed
    from csplan.rollover import deeds

    if not sys.stdin.isatty():
        raise CannotRunError("nobody is there to be asked; use --take or --leave instead")
    open_ = [deed for deed in deeds(plan, day) if deed.open]
    taken: list[str] = []
    for number, deed in enumerate(open_):
        show_deed(deed, number + 1, len(open_))
        answer = _answer()
        if answer == "all":
            return (*taken, *(each.task.ref for each in open_[number:]))
        if answer == "quit":
            raise CannotRunError("left; nothing was written")
        if answer == "y":
            taken.append(deed.task.ref)
    if not taken:
        raise CannotRunError("nothing is to be carried forward, so nothing was written")
    return tuple(taken)


def _answer() -> str:
    """`y`, `n`, `all` or `quit`, however it is typed."""
    meant = {"y": "y", "yes": "y", "n": "n", "no": "n", "all": "all", "a": "all"}
    meant |= {"quit": "quit", "q": "quit"}
    while True:
        try:
            typed: str = typer.prompt("Carry it forward? (y, n, all, quit)")
        except typer.Abort:
            return "quit"
        if found := meant.get(typed.strip().lower(), ""):
            return found
        typer.echo("please answer y, n, all or quit")
