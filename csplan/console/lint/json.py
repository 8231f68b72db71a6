"""Complaints for a program."""

import json
from pathlib import Path
from typing import Any

from csplan.console.lint.report import Report
from csplan.diagnostic import Complaint


def written(report: Report) -> str:
    """An array of objects with path, line, column, severity, rule, message, ref and agencies."""
    return json.dumps([_as_object(each) for each in report.complaints], indent=2) + "\n"


def _as_object(complaint: Complaint) -> dict[str, Any]:
    return {
        "path": Path(complaint.path).as_posix(),
        "line": complaint.span.line,
        "column": complaint.span.column,
        "severity": complaint.severity,
        "rule": complaint.rule,
        "message": complaint.message,
        "ref": complaint.ref or None,
        "agencies": list(complaint.agencies),
    }
