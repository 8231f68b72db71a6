"""The options that say which complaints of `validate` count."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.diagnostic import Complaint
    from csplan.load import LoadedPlan, Workspace

Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help="Only these rules, by name or subject."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Not these rules, by name or subject."),
]
KnownIn = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Only what is new since this file was written."
    ),
]
LintAsAt = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DAY",
        help="Also what open work nothing was said of lately, as at that day or `today`.",
    ),
]
WriteBaseline = Annotated[
    bool,
    typer.Option("--write-baseline", help="Write what is found to the file of --baseline."),
]
ListWaived = Annotated[
    bool, typer.Option("--waived", help="List what the plans allow, with the reasons, instead.")
]


def write_baseline(
    file: Path | None,
    complaints: "Sequence[Complaint]",
    workspace: "Workspace",
    rules: frozenset[str],
) -> str:
    """Write a baseline and return what is said of it; raises `CannotRunError`.

    What it knows of other files and by other rules than those that were asked for stays.
    """
    from csplan.check import baseline_data, read_baseline
    from csplan.diagnostic import counted
    from csplan.escape import argument, quoted_path
    from csplan.write.atomic import real, replace_all

    if file is None:
        raise CannotRunError("name the file to write, with `--baseline FILE --write-baseline`")
    files = [path for plan in workspace.plans for path in _chosen(plan)]
    beside = read_baseline(file).beside(files, rules) if file.exists() else Counter()
    replace_all({real(file): (file, baseline_data(complaints, file, beside))})
    held = f"{counted(len(complaints), 'complaint')} written to {quoted_path(file)}"
    if beside:
        held += f", where {beside.total():,} of what was not asked for stay"
    return (
        f"{held}; from now on `csplan validate --baseline {argument(file)}` tells only what is new"
    )


def less_known(
    file: Path, complaints: "Sequence[Complaint]", workspace: "Workspace", rules: frozenset[str]
) -> "tuple[list[Complaint], str]":
    """The complaints that a baseline does not know, and what is said of the others."""
    from csplan.check import read_baseline
    from csplan.diagnostic import counted
    from csplan.escape import quoted_path

    # What cannot be read hides what was found there, and may be why nothing is found elsewhere.
    whole = (plan for plan in workspace.plans if all(each.model for each in plan.files))
    files = (path for plan in whole for path in _chosen(plan))
    found = read_baseline(file).compare(complaints, files, rules)
    said = f"{counted(found.known, 'complaint')} left out that {quoted_path(file)} knows"
    if found.gone:
        were = "was" if found.gone == 1 else "were"
        said += f"; {found.gone:,} more {were} mended since: write it anew with `--write-baseline`"
    return found.new, said


def _chosen(plan: "LoadedPlan") -> "Iterator[str]":
    return (file.path for file in plan.files if plan.is_chosen(file))
