"""Complaints as GitHub's workflow commands."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import NASTY, complaint, report

from csplan.console.lint import written
from csplan.escape import terminal

COMMAND = re.compile(
    r"::(error|warning|notice) file=([^:,]*),line=(\d+),col=(\d+),title=([^:,]*)::(.*)"
)


def test_each_severity_has_its_command() -> None:
    found = [complaint(severity=each) for each in ("error", "warning", "information")]
    lines = written("github", report(*found)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert lines[2] == (
        "::notice file=plans/a/alcohol.yaml,line=3,col=5,title=due-missing::"
        "no date is given; add `due`"
    )


@given(st.sampled_from(NASTY) | st.text(), st.sampled_from(NASTY) | st.text(min_size=1))
def test_no_text_becomes_a_command_or_a_property(message: str, path: str) -> None:
    path = path.replace("/", "")
    text = written("github", report(complaint(message, path=f"{path}.yaml")))
    assert text.count("\n") == 1
    found = COMMAND.fullmatch(text[:-1])
    assert found
    assert unquote(found[2]) == terminal(f"{path}.yaml")
    assert unquote(found[6]) == terminal(message)


def test_nothing_found_is_nothing_said() -> None:
    assert written("github", report()) == ""


@pytest.mark.parametrize("path", ["plans/a,b/c:d%.yaml"])
def test_a_path_is_one_property(path: str) -> None:
    line = written("github", report(complaint(path=path)))
    assert "file=plans/a%2Cb/c%3Ad%25.yaml,line=3" in line
