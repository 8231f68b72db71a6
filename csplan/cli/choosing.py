"""The options that say which complaints of `validate` count."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.check import Selection
    from csplan.diagnostic import Complaint
    from csplan.load import Workspace

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


def write_baseline(file: Path | None, complaints: "Sequence[Complaint]") -> str:
    """Write a baseline and return what is said of it; raises `CannotRunError`."""
    from csplan.check import baseline_text, check_place
    from csplan.diagnostic import counted
    from csplan.escape import quoted_path
    from csplan.write.atomic import real, replace_all

    if file is None:
        raise CannotRunError("name the file to write, with `--baseline FILE --write-baseline`")
    check_place(file)
    data = baseline_text(complaints, file).encode("utf-8")
    replace_all({real(file): (file, data)})
    held = f"{counted(len(complaints), 'complaint')} written to {quoted_path(file)}"
    return f"{held}; from now on `csplan validate --baseline {file}` tells only what is new"


def less_known(
    file: Path, complaints: "Sequence[Complaint]", workspace: "Workspace", chosen: "Selection"
) -> "tuple[list[Complaint], str]":
    """The complaints that a baseline does not know, and what is said of the others."""
    from csplan.check import read_baseline
    from csplan.diagnostic import counted
    from csplan.escape import quoted_path

    files = (f.path for plan in workspace.plans for f in plan.files if plan.is_chosen(f))
    found = read_baseline(file).compare(complaints, files, chosen.ids)
    said = f"{counted(found.known, 'complaint')} left out that {quoted_path(file)} knows"
    if found.gone:
        said += f"; {found.gone:,} of it mended since: write it anew with `--write-baseline`"
    return found.new, said
