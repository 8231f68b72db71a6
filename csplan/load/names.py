"""What is wrong with the names of a plan's files."""

import os
from pathlib import Path

from csplan.escape import quoted
from csplan.load.folder import PLAN_FILE, is_misnamed, misnamed_plan
from csplan.source import Fault, Span

_TOP = Span(1, 1)


def absent(path: Path) -> Fault | None:
    """A fault if a plan has no `plan.yaml`, or one of another name."""
    if path.name != PLAN_FILE or os.path.lexists(path):
        return None
    if found := misnamed_plan(path.parent):
        words = f"the file {quoted(found)} is not read; rename it to plan.yaml"
    else:
        words = (
            "this folder has no plan.yaml, which gives the plan its title, partnership and "
            "period; add one with at least those three keys"
        )
    return Fault(_TOP, "plan-missing", words)


def misnamed(path: Path) -> Fault | None:
    """A fault for a file to whose name an editor has put another ending."""
    if not is_misnamed(path):
        return None
    words = f"the name of this file ends in {path.suffix}; rename it to {quoted(path.stem)}"
    return Fault(_TOP, "cannot-read", words)


def same_names(paths: list[Path]) -> dict[Path, Fault]:
    """A fault for each file that has the same name as an earlier one but for its ending."""
    first: dict[str, Path] = {}
    found: dict[Path, Fault] = {}
    for path in paths:
        other = first.setdefault(path.stem.casefold(), path)
        if other is not path:
            words = f"this file has the same name as {quoted(other.name)}; rename one of the two"
            found[path] = Fault(_TOP, "same-name", words)
    return found
