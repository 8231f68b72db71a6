"""Complaints for a person: each with the line of its file, on one line, or only counted."""

from collections.abc import Iterator
from typing import NamedTuple

from csplan.console.grid import grid_lines, show_grid
from csplan.console.lint.report import Report
from csplan.console.lint.tables import tables
from csplan.console.paper import Table
from csplan.console.terminal import cells, say
from csplan.diagnostic import Complaint
from csplan.escape import terminal

_STYLES = {"error": "bold red", "warning": "bold yellow", "information": "bold cyan"}
_MOST_SHOWN = 200


class Line(NamedTuple):
    """A line, and how it looks in a window."""

    text: str
    style: str = ""


def written(report: Report) -> str:
    """The report as it goes into a file, 80 columns wide where it has tables."""
    lines: list[str] = []
    for part in _parts(report):
        if isinstance(part, Table):
            lines += [part.heading, *grid_lines(part.columns, part.rows)]
        else:
            lines.append(terminal(part.text))
    return "".join(f"{line}\n" for line in lines)


def show(report: Report) -> None:
    """The report on the terminal."""
    for part in _parts(report):
        if isinstance(part, Table):
            say(part.heading, "bold")
            show_grid(part.columns, part.rows)
        else:
            say(*part)


def _parts(report: Report) -> Iterator[Line | Table]:
    if report.detail == "summary":
        for table in tables(report):
            yield table
            yield Line("")
    else:
        for complaint in report.complaints:
            yield _said(complaint)
            if report.detail == "full":
                yield from map(Line, _excerpt(report, complaint))
    yield Line(report.closing)
    if report.mendable:
        yield Line(f"`--fix` can mend {report.mendable:,} of these; `--diff` shows how")


def _said(complaint: Complaint) -> Line:
    path, (line, column), rule, severity, message, *_ = complaint
    return Line(f"{path}:{line}:{column}: {severity}[{rule}] {message}", _STYLES[severity])


def _excerpt(report: Report, complaint: Complaint) -> list[str]:
    """The line that a complaint speaks of, and a caret under the place."""
    lines = report.lines[complaint.path]
    number, column = complaint.span
    if number > len(lines) or not lines[number - 1].strip() or "\0" in lines[number - 1]:
        return []
    start = max(0, column - 1 - _MOST_SHOWN // 2)
    shown = lines[number - 1][start : start + _MOST_SHOWN]
    before = terminal(shown[: column - 1 - start].replace("\t", " "))
    pad = " " * cells(before)
    margin = f"{number:5} | "
    return [f"{margin}{terminal(shown.replace(chr(9), ' '))}", f"      | {pad}^"]
