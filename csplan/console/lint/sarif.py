"""Complaints as SARIF 2.1.0, which code scanning and editors read."""

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from csplan import __version__
from csplan.check import Waived
from csplan.console.lint.address import uri
from csplan.console.lint.report import Report
from csplan.diagnostic import Complaint
from csplan.escape import sarif_message, terminal
from csplan.rules import DOCUMENTED, Page, Rule
from csplan.source import Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "information": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "information": "recommendation"}


def written(report: Report) -> str:
    """A log of one run: the rules that complained, and a result for each complaint or waiver."""
    told = [(each, None) for each in report.complaints]
    suppressed = [(each.complaint, each) for each in report.waived]
    occurring = {complaint.rule for complaint, _ in (*told, *suppressed)}
    rules = [rule for rule in DOCUMENTED if rule.id in occurring]
    results = _Results(report, rules)
    run: dict[str, Any] = {
        "tool": {"driver": _driver(rules)},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [results.of(*each) for each in (*told, *suppressed)],
    }
    if report.agency:
        run["properties"] = {"agency": terminal(report.agency)}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(rules: list[Rule | Page]) -> dict[str, Any]:
    return {"name": "csplan", "version": __version__, "rules": [_rule(each) for each in rules]}


def _rule(rule: Rule | Page) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.subject], "problem.severity": _PROBLEMS[rule.severity]},
    }


class _Results:
    """The results of one report; each tells those like it before from itself."""

    def __init__(self, report: Report, rules: list[Rule | Page]) -> None:
        self._folder = report.folder
        self._index = {rule.id: number for number, rule in enumerate(rules)}
        self._seen: Counter[tuple[str, ...]] = Counter()

    def of(self, complaint: Complaint, waived: Waived | None) -> dict[str, Any]:
        """A complaint, suppressed if it is waived."""
        location = {"physicalLocation": self._place(complaint.path, complaint.span)}
        if complaint.ref:
            location["logicalLocations"] = [{"fullyQualifiedName": terminal(complaint.ref)}]
        result: dict[str, Any] = {
            "ruleId": complaint.rule,
            "ruleIndex": self._index[complaint.rule],
            "level": _LEVELS[complaint.severity],
            "message": {"text": sarif_message(complaint.message)},
            "locations": [location],
            "partialFingerprints": {"csplan/v1": self._fingerprint(complaint)},
            "properties": {"agencies": list(map(terminal, complaint.agencies))},
        }
        if waived:
            result["suppressions"] = [self._suppression(waived)]
        return result

    def _place(self, path: str, span: Span) -> Any:
        return {
            "artifactLocation": uri(path, self._folder),
            "region": {"startLine": span.line, "startColumn": span.column},
        }

    def _suppression(self, waived: Waived) -> dict[str, Any]:
        return {
            "kind": "inSource",
            "status": "accepted",
            "justification": terminal(waived.reason),
            "location": {"physicalLocation": self._place(waived.path, waived.span)},
        }

    def _fingerprint(self, complaint: Complaint) -> str:
        """What stays the same while lines shift: the rule, the file, the words, which of these."""
        path = uri(complaint.path, self._folder)["uri"]
        about = (complaint.rule, path, complaint.ref, complaint.lasting)
        self._seen[about] += 1
        whole = "\0".join((*about, str(self._seen[about])))
        return sha256(whole.encode("utf-8", "backslashreplace")).hexdigest()
