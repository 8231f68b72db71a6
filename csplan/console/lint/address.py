"""Where a file is, for programs that know files by their addresses."""

import os
from pathlib import Path
from urllib.parse import quote

_ROOT = "%SRCROOT%"


def uri(path: str, folder: str) -> dict[str, str]:
    """The address of a file from the folder of the run, or the whole one if it lies outside.

    The first is relative to the root of the project, as code scanning expects.
    """
    whole = os.path.normpath(Path(folder) / path)
    if not Path(whole).is_relative_to(folder):
        return {"uri": Path(whole).as_uri()}
    within = Path(whole).relative_to(folder).as_posix()
    return {"uri": quote(os.fsencode(within)), "uriBaseId": _ROOT}
