"""The command that checks plans."""

from typing import Annotated

import typer

from csplan.cli.choosing import (
    Ignore,
    KnownIn,
    LintAsAt,
    ListWaived,
    Select,
    WriteBaseline,
    less_known,
    write_baseline,
)
from csplan.cli.mending import Diff, Fix, mend
from csplan.cli.options import PLANS, Paths, as_day, one_of


def validate(
    paths: Paths = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    select: Select = None,
    ignore: Ignore = None,
    baseline: KnownIn = None,
    new_baseline: WriteBaseline = False,
    waived: ListWaived = False,
    as_at: LintAsAt = None,
    form: Annotated[
        str,
        one_of(
            "--format", ("text", "json", "github"), "For a person, a program or GitHub Actions."
        ),
    ] = "text",
    fix: Fix = False,
    diff: Diff = False,
) -> None:
    """Check whether plans are sound.

    Exits with 1 if there is an error, or with --strict a warning. What --fix mends is what can only
    have been meant in one way; `csplan undo` takes it back.
    """
    import time

    began = time.perf_counter()
    from csplan.check import examine, mendable, selection
    from csplan.console import complaints as show
    from csplan.console.mended import hint
    from csplan.console.terminal import say
    from csplan.console.waived import show_waived
    from csplan.load import load

    chosen = selection(select or (), ignore or ())
    where = tuple(paths or [PLANS])
    if fix or diff:
        mend(where, chosen.rules, write=fix and not diff, form=form)
    workspace = load(where)
    checked = examine(workspace, chosen.rules, as_day(as_at) if as_at else None)
    complaints = chosen.heard(checked.complaints)
    if waived:
        show_waived(checked.waived, form)
        return
    if new_baseline:
        say(write_baseline(baseline, complaints))
        return
    if baseline:
        complaints, said = less_known(baseline, complaints, workspace, chosen)
        typer.echo(said, err=True)
    shown = {"text": show.show_text, "json": show.show_json, "github": show.show_github}
    shown[form](complaints)
    closing = show.summary(workspace, complaints, time.perf_counter() - began)
    if form == "text":
        say(closing)
        if count := mendable(workspace, checked.mends, complaints):
            say(hint(count))
    else:
        typer.echo(closing, err=True)
    failing = {"error", "warning"} if strict else {"error"}
    if any(complaint.severity in failing for complaint in complaints):
        raise typer.Exit(1)
