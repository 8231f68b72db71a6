"""Complaints as JSON."""

import json

import pytest
from reports import NASTY, complaint, report

from csplan.console.lint import written


def test_every_fact_of_a_complaint_has_a_key() -> None:
    led = complaint("say why", ref="A1.2", agencies=("Fire Service", "Police"))
    assert json.loads(written("json", report(led, complaint()))) == [
        {
            "path": "plans/a/alcohol.yaml",
            "line": 3,
            "column": 5,
            "severity": "warning",
            "rule": "due-missing",
            "message": "say why",
            "ref": "A1.2",
            "agencies": ["Fire Service", "Police"],
        },
        {
            "path": "plans/a/alcohol.yaml",
            "line": 3,
            "column": 5,
            "severity": "warning",
            "rule": "due-missing",
            "message": "no date is given; add `due`",
            "ref": None,
            "agencies": [],
        },
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert written("json", report()) == "[]\n"


@pytest.mark.parametrize("nasty", NASTY)
def test_whatever_is_said_arrives_as_it_is(nasty: str) -> None:
    text = written("json", report(complaint(nasty, ref=nasty, agencies=(nasty,))))
    assert text.isascii()
    (found,) = json.loads(text)
    assert (found["message"], found["ref"], found["agencies"]) == (nasty, nasty, [nasty])
