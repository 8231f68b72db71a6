"""What may hold a name that was looked for in vain, because it could not be read."""

from pathlib import Path

from csplan.diagnostic import listed
from csplan.escape import argument
from csplan.load import Workspace


def but_unread(workspace: Workspace) -> str:
    """`, but ... could not be read; run ...`: the files that may hold it, or nothing."""
    paths = [Path(path) for path in workspace.unread]
    if not paths:
        return ""
    names = listed((path.as_posix() for path in paths), "and", whole=True)
    where = paths[0] if len(paths) == 1 else paths[0].parent
    return f", but {names} could not be read; run `csplan validate {argument(where)}` to see why"
