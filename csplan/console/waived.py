"""What plans allow, with the reasons, for a person and a program."""

import json
from collections.abc import Sequence
from pathlib import Path

from csplan.check import Waived
from csplan.console.terminal import say, write
from csplan.diagnostic import counted


def show_waived(waived: Sequence[Waived], form: str) -> None:
    """Each complaint that is waived, and beneath it why and where that is said."""
    if form == "json":
        write(json.dumps([_as_object(each) for each in waived], indent=2) + "\n")
        return
    for (path, (line, column), rule, _, message, *_), reason, where, span in waived:
        say(f"{path}:{line}:{column}: waived[{rule}] {message}")
        say(f"  because: {reason} ({where}:{span.line})")
    say(f"{counted(len(waived), 'complaint')} waived" if waived else "nothing is waived")


def _as_object(waived: Waived) -> dict[str, object]:
    complaint, reason, path, span = waived
    return {
        "path": Path(complaint.path).as_posix(),
        "line": complaint.span.line,
        "column": complaint.span.column,
        "rule": complaint.rule,
        "message": complaint.message,
        "reason": reason,
        "waived_in": {"path": Path(path).as_posix(), "line": span.line},
    }
