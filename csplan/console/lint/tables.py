"""How many complaints there are, by rule and by the agency that leads what they are about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from csplan.console.grid import Column
from csplan.console.lint.report import Report
from csplan.console.paper import Table
from csplan.diagnostic import Complaint
from csplan.rules import DOCUMENTED, Page, Rule
from csplan.source.fault import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "information")
"""The gravest first."""

_NO_AGENCY = "No agency"


def tables(report: Report) -> Iterator[Table]:
    """By rule and by agency; none of what nothing was found of.

    What one agency alone was asked for is not counted by agency.
    """
    if report.complaints:
        yield by_rule(report)
    if report.complaints and not report.agency:
        yield _by_agency(report)


def by_rule(report: Report, *, explained: bool = False) -> Table:
    """A row for each rule, the gravest and most frequent first; `explained` with what it finds."""
    found: defaultdict[tuple[str, Severity], list[Complaint]] = defaultdict(list)
    for complaint in report.complaints:
        found[complaint.rule, complaint.severity].append(complaint)
    documented = _documented()
    rows = []
    for rule, severity in sorted(found, key=lambda key: (_gravity(key[1]), -len(found[key]), key)):
        each, page = found[rule, severity], documented[rule]
        files = len({complaint.path for complaint in each})
        row = (rule, f"{len(each):,}", severity, page.subject, f"{files:,}")
        rows.append((*row, page.summary) if explained else row)
    columns = (Column("Rule", 3, 30), *map(Column, ("Found", "Severity", "Subject", "Files")))
    more = (Column("What it finds", quoting=True),) if explained else ()
    return Table(f"By rule ({len(rows)})", (*columns, *more), rows)


def _by_agency(report: Report) -> Table:
    found: defaultdict[str, list[Complaint]] = defaultdict(list)
    for complaint in report.complaints:
        for agency in complaint.agencies or (_NO_AGENCY,):
            found[agency].append(complaint)
    names = sorted(found, key=lambda name: (name == _NO_AGENCY, -len(found[name]), name))
    rows = [(name, f"{len(found[name]):,}", *_counts(found[name])) for name in names]
    shared = any(len(complaint.agencies) > 1 for complaint in report.complaints)
    columns = (Column("Agency", 6), *map(Column, ("Found", "Errors", "Warnings", "Information")))
    several = "; what has several leads counts for each" if shared else ""
    return Table(f"By agency ({len(rows)}){several}", columns, rows)


def _counts(complaints: Iterable[Complaint]) -> Iterator[str]:
    counts = Counter(each.severity for each in complaints)
    return (f"{counts[severity]:,}" for severity in SEVERITIES)


def _gravity(severity: Severity) -> int:
    return SEVERITIES.index(severity)


def gravest_first(complaint: Complaint) -> int:
    """Where a complaint comes among those of other severities."""
    return _gravity(complaint.severity)


def _documented() -> dict[str, Rule | Page]:
    return {each.id: each for each in DOCUMENTED}
