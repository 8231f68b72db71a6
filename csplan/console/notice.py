"""What an answer may be missing, said before the answer is trusted."""

from csplan.check import check
from csplan.diagnostic import counted
from csplan.load import Workspace


def notice(workspace: Workspace) -> str:
    """One sentence if errors may keep something from an answer, and nothing otherwise."""
    errors = sum(1 for complaint in check(workspace) if complaint.severity == "error")
    if not errors:
        return ""
    words = f"something may be missing here: the plan has {counted(errors, 'error')}"
    if unread := workspace.unread:
        words += f", and {', '.join(unread)} could not be read at all"
    return f"{words}; run `csplan validate` to see why"
