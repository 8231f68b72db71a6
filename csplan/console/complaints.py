"""Complaints for a person, a program and GitHub."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from csplan.console.terminal import cells, say, write
from csplan.diagnostic import Complaint, counted
from csplan.escape import github_data, github_property, terminal
from csplan.load import Workspace
from csplan.load.folder import read_bytes

_LINE_END = re.compile(r"\r\n|\n|\r")
_STYLES = {"error": "bold red", "warning": "bold yellow", "information": "bold cyan"}
_MOST_SHOWN = 200
_COMMANDS = {"error": "error", "warning": "warning", "information": "notice"}


def show_text(complaints: Iterable[Complaint]) -> None:
    """Each complaint on a line, with the line of the file that it speaks of beneath."""
    lines = _Lines()
    for complaint in complaints:
        path, (line, column), rule, severity, message, *_ = complaint
        say(f"{path}:{line}:{column}: {severity}[{rule}] {message}", _STYLES[severity])
        for excerpt in lines.excerpt(complaint):
            say(excerpt)


class _Lines:
    """The lines of the files that are complained of, each file read once."""

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def excerpt(self, complaint: Complaint) -> list[str]:
        if complaint.path not in self._files:
            self._files[complaint.path] = _read_lines(Path(complaint.path))
        lines = self._files[complaint.path]
        number, column = complaint.span
        if number > len(lines) or not lines[number - 1].strip() or "\0" in lines[number - 1]:
            return []
        start = max(0, column - 1 - _MOST_SHOWN // 2)
        shown = lines[number - 1][start : start + _MOST_SHOWN]
        before = terminal(shown[: column - 1 - start].replace("\t", " "))
        pad = " " * cells(before)
        margin = f"{number:5} | "
        return [f"{margin}{terminal(shown.replace(chr(9), ' '))}", f"      | {pad}^"]


def _read_lines(path: Path) -> list[str]:
    # A file that cannot be read has no lines to show; that is what its complaint says.
    data, _ = read_bytes(path)
    return _LINE_END.split(data.decode("utf-8-sig", errors="replace"))


def show_json(complaints: Iterable[Complaint]) -> None:
    """An array of objects with path, line, column, severity, rule and message."""
    write(json.dumps([_as_object(each) for each in complaints], indent=2))
    write("\n")


def _as_object(complaint: Complaint) -> dict[str, Any]:
    return {
        "path": Path(complaint.path).as_posix(),
        "line": complaint.span.line,
        "column": complaint.span.column,
        "severity": complaint.severity,
        "rule": complaint.rule,
        "message": complaint.message,
    }


def show_github(complaints: Iterable[Complaint]) -> None:
    """Workflow commands, which GitHub shows as annotations beside the lines."""
    for path, (line, column), rule, severity, message, *_ in complaints:
        place = f"file={github_property(terminal(Path(path).as_posix()))},line={line},col={column}"
        title = f"title={github_property(rule)}"
        write(f"::{_COMMANDS[severity]} {place},{title}::{github_data(terminal(message))}\n")


def summary(workspace: Workspace, complaints: Iterable[Complaint], seconds: float) -> str:
    """One line that counts what was read and what was found."""
    severities = Counter(complaint.severity for complaint in complaints)
    files = sum(1 for plan in workspace.plans for file in plan.files if plan.is_chosen(file))
    actions = sum(len(part.references) for plan in workspace.plans for part in plan.chosen_parts)
    milestones = sum(1 for _, _, item in workspace.items if item.milestone)
    information = f", {severities['information']:,} for information"
    return (
        f"{counted(files, 'file')}, {counted(actions, 'action')}, "
        f"{counted(milestones, 'milestone')}: {counted(severities['error'], 'error')}, "
        f"{counted(severities['warning'], 'warning')}"
        f"{information if severities['information'] else ''} ({seconds:.2f} s)"
    )
