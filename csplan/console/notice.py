"""What an answer may be missing, said before the answer is trusted."""

from pathlib import Path

from csplan.check import check
from csplan.diagnostic import counted
from csplan.escape import argument
from csplan.load import Workspace
from csplan.rules import ERRORS


def notice(workspace: Workspace) -> str:
    """One sentence if errors may keep something from an answer, and nothing otherwise."""
    errors = [each for each in check(workspace, ERRORS) if each.severity == "error"]
    if not errors:
        return ""
    words = f"something may be missing here: the plan has {counted(len(errors), 'error')}"
    if unread := workspace.unread:
        words += f", and {', '.join(unread)} could not be read at all"
    where = Path(errors[0].path).parent
    return f"{words}; run `csplan validate {argument(where)}` to see why"
