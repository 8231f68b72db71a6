"""Complaints as Markdown, for the page of a CI job or an e-mail."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from csplan.console.grid import markdown_grid
from csplan.console.lint.report import Report
from csplan.console.lint.tables import by_rule, gravest_first, tables
from csplan.diagnostic import Complaint, counted
from csplan.escape import markdown, markdown_quoting, terminal

MOST_LISTED = 100


def written(report: Report) -> str:
    """The counts, a table by rule, and the gravest complaints in the order of their files."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# {_title(report)}", "", _safe(f"{report.scope}: {report.outcome}."), "")
    if len(report.titles) > 1:
        yield from (*(f"- {_safe(title)}" for title in report.titles), "")
    is_summary = report.detail == "summary"
    shown = list(tables(report)) if is_summary else [by_rule(report, explained=True)]
    for table in shown if report.complaints else ():
        yield from (f"## {_safe(table.heading)}", "")
        yield from markdown_grid(table.columns, table.rows)
    if not is_summary:
        yield from _listed(report)


def _title(report: Report) -> str:
    plans = report.titles[0] if len(report.titles) == 1 else counted(len(report.titles), "plan")
    return f"Check of {_safe(plans)}"


def _listed(report: Report) -> Iterator[str]:
    gravest = sorted(report.complaints, key=gravest_first)[:MOST_LISTED]
    for path, found in groupby(sorted(gravest), key=lambda each: each.path):
        yield from _of_file(path, list(found))
    if more := len(report.complaints) - len(gravest):
        yield from (f"{more:,} more are not listed here; `csplan validate` shows them all.", "")


def _of_file(path: str, complaints: Sequence[Complaint]) -> Iterator[str]:
    yield from (f"## {_safe(Path(path).as_posix())} ({len(complaints)})", "")
    for _, (line, _), rule, severity, message, *_ in complaints:
        yield f"- line {line}: **{severity}** `{rule}` {markdown_quoting(terminal(message))}"
    yield ""


def _safe(text: str) -> str:
    return markdown(terminal(text))
