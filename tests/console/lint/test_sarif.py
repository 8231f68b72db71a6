"""Complaints as SARIF, held to the official schema."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from console.lint.schema import OFFICIAL, VALIDATOR, sound
from hypothesis import given
from hypothesis import strategies as st
from reports import NASTY, complaint, report, waived

from csplan import __version__
from csplan.console.lint import written
from csplan.console.lint.report import Report
from csplan.console.lint.sarif import SCHEMA
from csplan.escape import terminal

ESCAPED = re.compile(r"\\.")
HALF = re.compile(r"(?<!\\)(?:\\\\)*\\ud[89a-f]")


def run_of(found: Report) -> Any:
    """The one run of a log, which the schema allows."""
    return sound(written("sarif", found))


def test_the_schema_is_the_official_one() -> None:
    assert OFFICIAL["id"] == SCHEMA
    assert len(OFFICIAL["definitions"]) == 52
    assert list(VALIDATOR.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_a_complaint_has_a_rule_a_place_and_who_leads_it() -> None:
    run = run_of(report(complaint("see `due`", ref="A1.2", agencies=("Police",))))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("csplan", __version__)
    (rule,) = driver["rules"]
    assert rule["id"] == "due-missing"
    assert rule["shortDescription"]["text"].startswith("A milestone, or an action without")
    assert "Good:\n" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"] == {"tags": ["dates"], "problem.severity": "warning"}
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("due-missing", 0, "warning")
    assert result["message"] == {"text": "see `due`"}
    assert result["properties"] == {"agencies": ["Police"]}
    (location,) = result["locations"]
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "plans/a/alcohol.yaml", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 3, "startColumn": 5},
        },
        "logicalLocations": [{"fullyQualifiedName": "A1.2"}],
    }
    assert "suppressions" not in result


def test_levels_and_rules_are_those_that_occur() -> None:
    run = run_of(
        report(
            complaint(severity="error", rule="tab"),
            complaint(severity="information", rule="ref-missing"),
            complaint(rule="tab"),
            agency="Sussex Police",
        )
    )
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["tab", "ref-missing"]
    assert [(each["level"], each["ruleIndex"]) for each in run["results"]] == [
        ("error", 0), ("note", 1), ("warning", 0),
    ]  # fmt: skip
    assert run["properties"] == {"agency": "Sussex Police"}
    assert "properties" not in run_of(report())


def test_what_is_waived_is_suppressed_with_the_reason() -> None:
    found = complaint(line=7)
    run = run_of(report(waivers=[waived("see minute 14", found)]))
    (result,) = run["results"]
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "see minute 14"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 7


def prints(*complaints: Any) -> list[str]:
    results = run_of(report(*complaints))["results"]
    return [each["partialFingerprints"]["csplan/v1"] for each in results]


def test_a_fingerprint_does_not_move_with_the_lines() -> None:
    def said(line: int) -> Any:
        return complaint(f"`a` is given twice (first on line {line - 1})", line=line, rule="tab")

    assert prints(said(4)) == prints(said(9))
    twice = prints(said(4), said(9))
    assert twice == prints(said(40), said(90))
    assert len(set(twice)) == 2
    others = [
        complaint(), complaint(ref="A1"), complaint("else"), complaint(path="b.yaml"),
        complaint(rule="tab"),
    ]  # fmt: skip
    assert len(set(prints(*others))) == len(others)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/a b/ü#?%.yaml", "plans/a%20b/%C3%BC%23%3F%25.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("./plans/../x.yaml", "x.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        (str(Path.cwd() / "x.yaml"), "x.yaml"),
    ],
)
def test_a_path_is_an_address_from_the_folder_of_the_run(path: str, uri: str) -> None:
    (result,) = run_of(report(complaint(path=path)))["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_what_lies_outside_has_its_whole_address() -> None:
    (result,) = run_of(report(complaint(path="../x y.yaml")))["results"]
    place = result["locations"][0]["physicalLocation"]
    outside = Path(os.path.normpath(Path.cwd() / "../x y.yaml")).as_uri()
    assert place["artifactLocation"] == {"uri": outside}
    assert outside.endswith("/x%20y.yaml")


ANY = st.sampled_from(NASTY) | st.text(min_size=1)


@given(st.lists(ANY, min_size=1, max_size=2).map("".join), ANY)
def test_no_text_is_a_placeholder_or_a_link(message: str, ref: str) -> None:
    found = complaint(message, ref=ref, agencies=(ref,))
    run = run_of(report(found, waivers=[waived(message, found)], agency=ref))
    text = run["results"][0]["message"]["text"]
    assert "](" not in ESCAPED.sub("", text)
    assert "{" not in text.replace("{{", "")
    plain = text.replace("{{", "{").replace("}}", "}")
    assert plain.replace("\\", "") == terminal(message).replace("\\", "")


def test_no_half_of_a_character_is_written() -> None:
    half = "\udc80"
    found = complaint(half, ref=half, agencies=(half,))
    text = written("sarif", report(found, waivers=[waived(half, found)], agency=half))
    assert not HALF.search(text)
