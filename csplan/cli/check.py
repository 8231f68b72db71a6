"""The command that checks plans."""

import time

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
from csplan.cli.options import PLANS, OneAgency, Paths, as_day
from csplan.cli.statute import Statutory, show_statutory
from csplan.cli.telling import (
    Concise,
    LintForm,
    Outputs,
    Strict,
    Summary,
    Telling,
    tell,
    tell_waived,
)


def validate(
    paths: Paths = None,
    *,
    strict: Strict = False,
    select: Select = None,
    ignore: Ignore = None,
    baseline: KnownIn = None,
    new_baseline: WriteBaseline = False,
    waived: ListWaived = False,
    statutory: Statutory = False,
    as_at: LintAsAt = None,
    agency: OneAgency = None,
    concise: Concise = False,
    summary: Summary = False,
    form: LintForm = "text",
    outputs: Outputs = None,
    fix: Fix = False,
    diff: Diff = False,
) -> None:
    """Check whether plans are sound.

    Exits with 1 if there is an error, or with --strict a warning. With --agency, only what that
    agency leads is told and can fail. What --fix mends is what can only have been meant in one way;
    `csplan undo` takes it back.
    """
    began = time.perf_counter()
    from csplan.check import examine, selection
    from csplan.console.terminal import say
    from csplan.load import load

    chosen = selection(select or (), ignore or ())
    telling = Telling(form, outputs or [], concise, summary, agency, strict)
    where = tuple(paths or [PLANS])
    if fix or diff:
        mend(where, chosen.rules, write=fix and not diff, form=form)
    workspace = load(where)
    if statutory:
        show_statutory(workspace, form)
        return
    checked = examine(workspace, chosen.rules, as_day(as_at) if as_at else None)
    complaints, rules = chosen.heard(checked.complaints), chosen.asked(dated=bool(as_at))
    if waived:
        tell_waived(workspace, checked, telling)
        return
    if new_baseline:
        say(write_baseline(baseline, complaints, workspace, rules))
        return
    if baseline:
        complaints, said = less_known(baseline, complaints, workspace, rules)
        typer.echo(said, err=True)
    tell(workspace, checked._replace(complaints=complaints), telling, began)
