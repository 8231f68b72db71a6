"""The options that say which complaints of `validate` count."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from csplan.cli.grouped import COUNTS, INSTEAD
from csplan.errors import CannotRunError

if TYPE_CHECKING:
    from csplan.check import Baseline
    from csplan.diagnostic import Complaint
    from csplan.load import LoadedPlan, Workspace

Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        help="Only these rules, by name or subject, such as `dates`; see `csplan explain`.",
        rich_help_panel=COUNTS,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="RULE",
        help="Not these rules, by name or subject.",
        rich_help_panel=COUNTS,
    ),
]
KnownIn = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Only what is new since this file was written.",
        rich_help_panel=COUNTS,
    ),
]
LintAsAt = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DAY",
        help="Also find open work that nothing was said of lately, as at that day or `today`.",
        rich_help_panel=COUNTS,
    ),
]
WriteBaseline = Annotated[
    bool,
    typer.Option(
        "--write-baseline",
        help="Write what is found to the file of --baseline.",
        rich_help_panel=INSTEAD,
    ),
]
ListWaived = Annotated[
    bool,
    typer.Option(
        "--waived",
        help="List what the plans allow, with the reasons.",
        rich_help_panel=INSTEAD,
    ),
]


class Known(NamedTuple):
    """A baseline, and the file that holds it or will."""

    file: Path
    baseline: "Baseline"


def known_in(file: Path | None, outputs: Iterable[Path], *, writes: bool) -> Known | None:
    """What a baseline knows, if one was named; nothing if it is yet to be written.

    Raises `CannotRunError` if it cannot be read, if none was named to write, or if it is one of the
    outputs, which would take its place.
    """
    from csplan.check import no_baseline, read_baseline
    from csplan.write.atomic import real

    if file is None and writes:
        raise CannotRunError("name the file to write, with `--baseline FILE --write-baseline`")
    if file is None:
        return None
    if real(file) in map(real, outputs):
        raise CannotRunError("`--baseline` and `--output` name one file; name another to write")
    is_new = writes and not file.exists()
    return Known(file, no_baseline(file) if is_new else read_baseline(file))


def write_baseline(
    known: Known, complaints: "Sequence[Complaint]", workspace: "Workspace", rules: frozenset[str]
) -> str:
    """Write a baseline and return what is said of it; raises `CannotRunError`.

    What it knows of other files and by other rules than those that were asked for stays.
    """
    from csplan.check import baseline_data
    from csplan.diagnostic import counted
    from csplan.escape import argument, quoted_path
    from csplan.write.atomic import real, replace_all

    file = known.file
    files = [path for plan in workspace.plans for path in _chosen(plan)]
    beside = known.baseline.beside(files, rules)
    replace_all({real(file): (file, baseline_data(complaints, file, beside))})
    held = f"{counted(len(complaints), 'complaint')} written to {quoted_path(file)}"
    if beside:
        held += f", where {beside.total():,} of what was not asked for stay"
    command = f"csplan validate --baseline {argument(file)}"
    return f"{held}; from now on `{command}` tells only what is new"


def less_known(
    known: Known, complaints: "Sequence[Complaint]", workspace: "Workspace", rules: frozenset[str]
) -> "tuple[list[Complaint], str]":
    """The complaints that a baseline does not know, and what is said of the others."""
    from csplan.diagnostic import counted
    from csplan.escape import quoted_path

    # What cannot be read hides what was found there, and may be why nothing is found elsewhere.
    whole = (plan for plan in workspace.plans if all(each.model for each in plan.files))
    files = (path for plan in whole for path in _chosen(plan))
    found = known.baseline.compare(complaints, files, rules)
    said = f"{counted(found.known, 'complaint')} left out that {quoted_path(known.file)} knows"
    if found.gone:
        were = "was" if found.gone == 1 else "were"
        said += f"; {found.gone:,} more {were} mended since: write it anew with `--write-baseline`"
    return found.new, said


def _chosen(plan: "LoadedPlan") -> "Iterator[str]":
    return (file.path for file in plan.files if plan.is_chosen(file))
