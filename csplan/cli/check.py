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
    known_in,
    less_known,
    write_baseline,
)
from csplan.cli.mending import Diff, Fix, mend
from csplan.cli.options import PLANS, Paths, a_day
from csplan.cli.statute import Statutory, show_statutory
from csplan.cli.telling import (
    Concise,
    LintForm,
    OfAgency,
    Outputs,
    Strict,
    Summary,
    Telling,
    tell,
    tell_waived,
)
from csplan.cli.together import check_together


def validate(
    context: typer.Context,
    paths: Paths = None,
    *,
    select: Select = None,
    ignore: Ignore = None,
    agency: OfAgency = None,
    as_at: LintAsAt = None,
    baseline: KnownIn = None,
    strict: Strict = False,
    form: LintForm = "text",
    outputs: Outputs = None,
    concise: Concise = False,
    summary: Summary = False,
    fix: Fix = False,
    diff: Diff = False,
    new_baseline: WriteBaseline = False,
    waived: ListWaived = False,
    statutory: Statutory = False,
) -> None:
    """Check whether plans are sound.

    Exits with 1 if there is an error, or with --strict a warning. With --agency, only what that
    agency leads is told and can fail. What --fix mends is what can only have been meant in one way;
    `csplan undo` takes it back.
    """
    began = time.perf_counter()
    from csplan.check import examine, selection
    from csplan.console.terminal import say
    from csplan.escape import terminal
    from csplan.load import load

    check_together(context)
    telling = Telling(form, outputs or [], concise, summary, agency, strict, fix)
    known, day = known_in(baseline, telling.files, writes=new_baseline), a_day(as_at)
    chosen = selection(select or (), ignore or (), dated=bool(day))
    where = tuple(paths or [PLANS])
    if fix or diff:
        mend(load(where), chosen.rules, telling, write=not diff)
    workspace = load(where)
    if statutory:
        show_statutory(workspace, form)
        return
    checked = examine(workspace, chosen.rules, day)
    complaints, rules = chosen.heard(checked.complaints), chosen.asked(dated=bool(day))
    if waived:
        tell_waived(workspace, checked, telling)
        return
    if known and new_baseline:
        say(write_baseline(known, complaints, workspace, rules))
        return
    if known:
        complaints, said = less_known(known, complaints, workspace, rules)
        typer.echo(terminal(said), err=True)
    tell(workspace, checked._replace(complaints=complaints), telling, began)
