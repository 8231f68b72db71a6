"""The plans beside a plan, for what one year's plan says of another's."""

from pathlib import Path

from csplan.load.folder import PLAN_FILE
from csplan.load.loaded import Workspace
from csplan.load.workspace import load


def load_neighbours(asked: Workspace) -> Workspace:
    """The plans that were asked for, whole, and those in the folders beside each of them."""
    found: dict[Path, None] = {}
    for plan in asked.plans:
        folder = Path(plan.path)
        found[folder] = None
        # What is named from within, such as `.`, does not tell what it is in.
        around = folder / ".." if folder.name in {"", ".."} else folder.parent
        beside = (each.parent for each in around.glob(f"*/{PLAN_FILE}"))
        found.update(dict.fromkeys(sorted(beside)))
    is_whole = len(found) == len(asked.plans) and not any(plan.chosen for plan in asked.plans)
    return asked if is_whole else load(tuple(found))
