"""Complaints as a JUnit report, as CI servers read the results of tests."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from csplan.check import Waived
from csplan.console.lint.report import Report
from csplan.diagnostic import Complaint
from csplan.escape import xml

_SOUND = "nothing to complain of"


def written(report: Report) -> str:
    """A suite for each file and a case for each complaint: failed, passed, or skipped if waived.

    A file without any has one case, which passes.
    """
    name = f"csplan validate: what {report.agency} leads" if report.agency else "csplan validate"
    root = ET.Element("testsuites", name=xml(name), time=f"{report.seconds:.3f}")
    for path, complaints, waived in _files(report):
        suite = ET.SubElement(root, "testsuite", name=_posix(path))
        suite.extend(_cases(path, complaints, waived, report))
        _count(suite)
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _files(report: Report) -> Iterator[tuple[str, list[Complaint], list[Waived]]]:
    complaints: defaultdict[str, list[Complaint]] = defaultdict(list)
    waived: defaultdict[str, list[Waived]] = defaultdict(list)
    for complaint in report.complaints:
        complaints[complaint.path].append(complaint)
    for each in report.waived:
        waived[each.complaint.path].append(each)
    for path in dict.fromkeys((*report.files, *complaints, *waived)):
        yield path, complaints[path], waived[path]


def _posix(path: str) -> str:
    return xml(Path(path).as_posix())


def _cases(
    path: str, complaints: Sequence[Complaint], waived: Sequence[Waived], report: Report
) -> Iterator[ET.Element]:
    names: Counter[str] = Counter()
    for complaint in complaints:
        yield _complained(complaint, _case(complaint, names), report)
    for each in waived:
        yield _waived(each, _case(each.complaint, names))
    if not complaints and not waived:
        yield ET.Element("testcase", classname=_posix(path), name=_SOUND)


def _case(complaint: Complaint, names: Counter[str]) -> ET.Element:
    """A case named after the rule and what it is about, since lines shift; numbered if need be."""
    name = f"{complaint.rule}: {complaint.ref}" if complaint.ref else complaint.rule
    names[name] += 1
    number = f" ({names[name]})" if names[name] > 1 else ""
    path = _posix(complaint.path)
    place = {"file": path, "line": str(complaint.span.line)}
    return ET.Element("testcase", classname=path, name=xml(name + number), attrib=place)


def _complained(complaint: Complaint, case: ET.Element, report: Report) -> ET.Element:
    path, (line, column), rule, severity, message, *_ = complaint
    fails = severity in report.failing
    about = {"message": xml(message), "type": rule} if fails else {}
    told = ET.SubElement(case, "failure" if fails else "system-out", about)
    told.text = xml(f"{path}:{line}:{column}: {severity}[{rule}] {message}")
    return case


def _waived(waived: Waived, case: ET.Element) -> ET.Element:
    ET.SubElement(case, "skipped", message=xml(f"waived: {waived.reason}"))
    return case


def _count(suite: ET.Element) -> None:
    suite.set("tests", str(sum(1 for _ in suite.iter("testcase"))))
    suite.set("failures", str(sum(1 for _ in suite.iter("failure"))))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(1 for _ in suite.iter("skipped"))))
