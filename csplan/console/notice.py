"""What an answer may be missing, said before the answer is trusted."""

from itertools import chain
from pathlib import Path

from csplan.check import Checked, errors
from csplan.diagnostic import counted
from csplan.escape import argument
from csplan.load import Workspace


def notice(workspace: Workspace) -> str:
    """One sentence if errors may keep something from an answer, and nothing otherwise.

    That a plan allows an error does not make the answer whole.
    """
    found = errors(workspace)
    words = held(found)
    if not words:
        return ""
    words = f"something may be missing here: the plan {words}"
    if unread := workspace.unread:
        words += f", and {', '.join(unread)} could not be read at all"
    first = next(chain(found.complaints, (each.complaint for each in found.waived)))
    listing = "" if found.complaints else " --waived"
    where = argument(Path(first.path).parent)
    return f"{words}; run `csplan validate {where}{listing}` to see why"


def held(found: Checked) -> str:
    """`has 2 errors and allows 1 error`: what is said of a plan with errors; empty without."""
    has = f"has {counted(len(found.complaints), 'error')}" if found.complaints else ""
    allows = f"allows {counted(len(found.waived), 'error')}" if found.waived else ""
    return " and ".join(filter(None, (has, allows)))
