"""The plans of a workspace to documents in a folder."""

from pathlib import Path

from csplan.check import errors
from csplan.diagnostic import counted
from csplan.errors import CannotRunError
from csplan.escape import argument, quoted, quoted_path
from csplan.load import LoadedPlan, Workspace
from csplan.render import render
from csplan.report import REPORTS, Wanted, kind_of
from csplan.write import write_files


def publish(
    workspace: Workspace,
    wanted: Wanted,
    formats: tuple[str, ...],
    output: Path,
    templates: Path | None,
) -> tuple[Path, ...]:
    """Write a document of each plan and return the files; a folder each if there are several.

    Nothing is written unless everything can be. Raises `CannotRunError`.
    """
    if not workspace.plans:
        raise CannotRunError("there is no plan to publish; the ones found are closed")
    _refuse_days(wanted)
    _refuse_parts(workspace)
    _refuse_errors(workspace)
    kind, folders = kind_of(wanted.document), _folders(workspace.plans)
    files = {
        folder + name: text
        for folder, plan in zip(folders, workspace.plans, strict=True)
        for name, text in render(
            kind.build(plan, wanted), wanted.document, formats, templates
        ).items()
    }
    if not files:
        raise CannotRunError(
            f"there is nothing for the document {quoted(wanted.document)}: {kind.lacks}"
        )
    return write_files(output, files, [Path(plan.path) for plan in workspace.plans])


def _refuse_days(wanted: Wanted) -> None:
    """Refuse to pass over what was asked for, where a document is not as at a day."""
    kind = kind_of(wanted.document)
    if kind.is_dated and wanted.since and not kind.compares:
        raise CannotRunError(
            f"the document {quoted(wanted.document)} is not compared with an earlier day; leave "
            "out `--since`"
        )
    if kind.is_dated or not (wanted.as_at or wanted.since or wanted.internal):
        return
    dated = ", ".join(quoted(name) for name, kind in REPORTS.items() if kind.is_dated)
    raise CannotRunError(
        f"the document {quoted(wanted.document)} is of the whole plan, without what is not "
        "published; leave out `--as-at`, `--since` and `--internal`, or name one of the documents "
        f"that are as at a day: {dated}"
    )


def _refuse_parts(workspace: Workspace) -> None:
    for plan in workspace.plans:
        if plan.chosen:
            raise CannotRunError(
                f"a plan is published whole; name the folder {quoted_path(plan.path)}, not a file"
            )


def _refuse_errors(workspace: Workspace) -> None:
    # What a plan allows is as it should be, and is published as it is typed.
    found = errors(workspace).complaints
    if found:
        raise CannotRunError(
            f"{quoted_path(found[0].path)} has an error on line {found[0].span.line} "
            f"({counted(len(found), 'error')} in all), so nothing was published; run "
            f"`csplan validate {argument(Path(found[0].path).parent)}` to see what to correct"
        )


def _folders(plans: tuple[LoadedPlan, ...]) -> list[str]:
    """The name of each plan's folder and a slash, or nothing for a single plan."""
    if len(plans) == 1:
        return [""]
    found: list[str] = []
    for plan in plans:
        name = Path(plan.path).resolve().name
        while f"{name}/" in found:
            name += "-2"
        found.append(f"{name}/")
    return found
