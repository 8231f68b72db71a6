"""Complaints as workflow commands, which GitHub shows as annotations beside the lines."""

from pathlib import Path

from csplan.console.lint.report import Report
from csplan.diagnostic import Complaint
from csplan.escape import github_data, github_property, terminal

_COMMANDS = {"error": "error", "warning": "warning", "information": "notice"}


def written(report: Report) -> str:
    """A command for each complaint, one a line."""
    return "".join(map(_command, report.complaints))


def _command(complaint: Complaint) -> str:
    path, (line, column), rule, severity, message, *_ = complaint
    place = f"file={github_property(terminal(Path(path).as_posix()))},line={line},col={column}"
    title = f"title={github_property(rule)}"
    return f"::{_COMMANDS[severity]} {place},{title}::{github_data(terminal(message))}\n"
