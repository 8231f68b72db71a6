"""Complaints as a JUnit report."""

from xml.etree import ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st
from reports import NASTY, complaint, report, waived

from csplan.console.lint import written
from csplan.console.lint.report import Report
from csplan.escape import xml


def parsed(found: Report) -> ET.Element:
    return ET.fromstring(written("junit", found).encode("utf-8"))  # noqa: S314 - our own


def counts(suite: ET.Element) -> tuple[str | None, ...]:
    return tuple(suite.get(name) for name in ("tests", "failures", "errors", "skipped"))


def test_a_file_is_a_suite_and_a_complaint_a_case() -> None:
    found = (
        complaint(severity="error", ref="A1"),
        complaint(ref="A1"),
        complaint(severity="information", rule="ref-missing"),
    )
    allowed = waived("see minute 14", complaint(line=9, rule="ref-missing"))
    root = parsed(report(*found, waivers=[allowed]))
    assert counts(root) == ("5", "1", "0", "1")
    sound, alcohol = root
    assert (sound.get("name"), counts(sound)) == ("plans/a/plan.yaml", ("1", "0", "0", "0"))
    assert [case.get("name") for case in sound] == ["nothing to complain of"]
    assert (alcohol.get("name"), counts(alcohol)) == ("plans/a/alcohol.yaml", ("4", "1", "0", "1"))
    assert [(case.get("name"), case.get("line"), case[0].tag) for case in alcohol] == [
        ("due-missing: A1", "3", "failure"),
        ("due-missing: A1 (2)", "3", "system-out"),
        ("ref-missing", "3", "system-out"),
        ("ref-missing (2)", "9", "skipped"),
    ]
    failure = alcohol[0][0]
    assert failure.attrib == {"message": "no date is given; add `due`", "type": "due-missing"}
    assert failure.text == (
        "plans/a/alcohol.yaml:3:5: error[due-missing] no date is given; add `due`"
    )
    assert alcohol[3][0].attrib == {"message": "waived: see minute 14"}


def test_warnings_are_failures_when_they_fail_the_run() -> None:
    root = parsed(report(complaint(), complaint(severity="information"), strict=True))
    assert counts(root) == ("3", "1", "0", "0")


def test_whose_it_is_is_said() -> None:
    root = parsed(report(agency="Sussex Police"))
    assert root.get("name") == "csplan validate: what Sussex Police leads"
    assert root.get("time") == "0.500"


ANY = st.sampled_from(NASTY) | st.text(min_size=1)


@given(ANY, ANY)
@example("\ufffe\uffff", "\x00\ud800")
def test_whatever_is_said_is_xml(message: str, reason: str) -> None:
    found = complaint(message, severity="error", ref=message, path=f"{message}.yaml")
    root = parsed(report(found, waivers=[waived(reason, found)], agency=message))
    suite = root[2]
    assert suite[0][0].get("message") == xml(message)
    assert suite[1][0].get("message") == f"waived: {xml(reason)}"
