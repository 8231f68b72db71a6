"""Changes to the files of a plan, made on copies and checked before anything is written."""

import codecs
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from csplan.check import check
from csplan.diagnostic import Complaint, counted
from csplan.edit.changes import Change
from csplan.edit.disk import Rewrite, meanwhile
from csplan.edit.text import UnsafeChangeError, changed
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, digest, load
from csplan.load.folder import read_bytes
from csplan.source import decode


class Draft(NamedTuple):
    """Changes that have been made on copies; `warnings` are those that the plan did not have."""

    plan: LoadedPlan
    rewrites: tuple[Rewrite, ...]
    warnings: tuple[Complaint, ...]


def draft(plan: LoadedPlan, changes: Mapping[LoadedFile, Sequence[Change]]) -> Draft:
    """The files of a plan with the changes made to each, in order, on copies.

    Raises `CannotRunError` if a file has errors or has changed since it was read, if nothing but
    what was meant could not be changed, or if the plan would have an error that it does not have.
    """
    rewrites = tuple(_rewritten(file, asked) for file, asked in changes.items() if asked)
    found = _new_complaints(plan, rewrites)
    errors = [each for each in found if each.severity == "error"]
    if errors:
        raise CannotRunError(
            f"nothing was written, because {quoted(errors[0].path)} would then have "
            f"{counted(len(errors), 'error')}: {errors[0].message}"
        )
    return Draft(plan, rewrites, tuple(found))


def _rewritten(file: LoadedFile, changes: Sequence[Change]) -> Rewrite:
    data, unread = read_bytes(Path(file.path))
    if unread or digest(data) != file.digest:
        raise CannotRunError(meanwhile(file.path))
    if any(fault.severity == "error" for fault in file.faults):
        raise CannotRunError(
            f"{quoted(file.path)} has errors, so nothing was written; run `csplan validate "
            f"{file.path}` and mend them first"
        )
    text, _ = decode(data)
    assert text is not None
    try:
        made = changed(text, changes).encode()
    except UnsafeChangeError:
        raise CannotRunError(
            f"{quoted(file.path)} cannot be changed without touching other lines, so nothing was "
            "written; please make the change by hand"
        ) from None
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return Rewrite(file.path, data, mark + made)


def _new_complaints(plan: LoadedPlan, rewrites: Iterable[Rewrite]) -> list[Complaint]:
    """What there is to complain of once the files are rewritten, and was not before."""
    folder = (Path(plan.path),)
    after = {each.path: each.after for each in rewrites if each.after is not None}
    known = Counter(map(_unplaced, check(load(folder))))
    found = check(load(folder, instead=after))
    return [each for each in found if not _counted_off(known, _unplaced(each))]


def _unplaced(complaint: Complaint) -> tuple[str, ...]:
    """A complaint without its line, which changes above it move."""
    return complaint.path, complaint.rule, complaint.message


def _counted_off(known: Counter[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    known[key] -= 1
    return known[key] >= 0
