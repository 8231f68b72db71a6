"""Changes to the files of a plan, made on copies and checked before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from csplan.check import check
from csplan.diagnostic import Complaint, counted
from csplan.edit.changes import Change
from csplan.edit.disk import Rewrite, meanwhile
from csplan.edit.text import UnsafeChangeError, as_before, changed
from csplan.errors import CannotRunError
from csplan.escape import argument
from csplan.load import LoadedFile, LoadedPlan, Workspace, digest, load
from csplan.load.folder import read_bytes
from csplan.rules import ERRORS, RULES
from csplan.source import decode


class Draft(NamedTuple):
    """Changes that have been made on copies.

    `after` is the plan that comes of them, `warnings` what its changed files are complained of for
    the first time.
    """

    after: LoadedPlan
    rewrites: tuple[Rewrite, ...]
    warnings: tuple[Complaint, ...]


def draft(plan: LoadedPlan, changes: Mapping[LoadedFile, Sequence[Change]]) -> Draft:
    """The files of a plan with the changes made to each, in order, on copies.

    Raises `CannotRunError` if a file has errors or has changed since it was read, if nothing but
    what was meant could not be changed, or if the plan would have an error that it does not have.
    """
    rewrites = tuple(rewritten(file, asked) for file, asked in changes.items() if asked)
    instead = {each.path: each.after for each in rewrites if each.after is not None}
    folder = (Path(plan.path),)
    after = load(folder, instead=instead)
    changed_files = frozenset(file.path for file in changes)
    before = _told(load(folder), changed_files)
    found = new_complaints(before, _told(after, changed_files))
    errors = [each for each in found if each.severity == "error"]
    if errors:
        raise CannotRunError(
            f"nothing was written, because `{errors[0].path}` would then have "
            f"{counted(len(errors), 'error')}: {errors[0].message}"
        )
    return Draft(after.plans[0], rewrites, tuple(found))


def _told(workspace: Workspace, paths: frozenset[str]) -> list[Complaint]:
    """All errors of a plan, and what else is told of some of its files."""
    some = tuple(replace(plan, chosen=paths) for plan in workspace.plans)
    rest = check(Workspace(some), tuple(rule for rule in RULES if rule not in ERRORS))
    return sorted({*check(workspace, ERRORS), *rest})


def rewritten(file: LoadedFile, changes: Sequence[Change]) -> Rewrite:
    """A file with changes made to it in order, on a copy.

    Raises `CannotRunError` if it has errors or has changed since it was read, or if nothing but
    what was meant could not be changed.
    """
    data, unread = read_bytes(Path(file.path))
    if unread or digest(data) != file.digest:
        raise CannotRunError(meanwhile(file.path))
    if any(fault.severity == "error" for fault in file.faults):
        raise CannotRunError(
            f"`{file.path}` has errors, so nothing was written; run `csplan validate "
            f"{argument(file.path)}` and mend them first"
        )
    text, _ = decode(data)
    assert text is not None
    try:
        made = changed(text, changes)
    except UnsafeChangeError:
        raise CannotRunError(
            f"`{file.path}` cannot be changed without touching other lines, so nothing was "
            "written; please make the change by hand"
        ) from None
    return Rewrite(file.path, data, as_before(data, made))


def new_complaints(before: Iterable[Complaint], after: Iterable[Complaint]) -> list[Complaint]:
    """What is complained of after a change and was not before, wherever it stands now."""
    known = Counter(map(_unplaced, before))
    found = []
    for each in after:
        key = _unplaced(each)
        known[key] -= 1
        if known[key] < 0:
            found.append(each)
    return found


def _unplaced(complaint: Complaint) -> tuple[str, ...]:
    return complaint.path, complaint.rule, complaint.message
