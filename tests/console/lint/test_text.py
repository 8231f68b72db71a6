"""Complaints as text."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from reports import NASTY, complaint, report
from support import Csplan, write_plan

from csplan.console.lint import written

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Train officers
    lead: Analyst, Sussex Police
    due: 1st May
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"alcohol.yaml": THEME})


@pytest.mark.parametrize("nasty", NASTY)
def test_a_complaint_stays_one_line_that_no_terminal_obeys(nasty: str) -> None:
    text = written("text", report(complaint(nasty, path=f"{nasty}.yaml")))
    assert text.count("\n") == 2
    assert not OBEYED.search(text)
    assert "warning[due-missing]" in text


def test_the_closing_line_counts_what_was_read_and_found() -> None:
    found = [complaint(severity=each) for each in ("error", "warning", "warning", "information")]
    assert written("text", report(*found)).splitlines()[-1] == (
        "2 files, 4 actions, 1,250 milestones: 1 error, 2 warnings, 1 for information (0.50 s)"
    )
    narrowed = report(*found[:2], agency="Sussex Police")
    assert narrowed.closing == (
        "2 files, 4 actions, 1,250 milestones: of what Sussex Police leads, 1 error, 1 warning "
        "(0.50 s)"
    )


def test_the_file_has_what_the_terminal_shows(csplan: Csplan, plan: Path) -> None:
    run = csplan("validate", "--output", "text:lint.txt")
    assert Path("lint.txt").read_text(encoding="utf-8") == run.out
    assert run.err == "written: lint.txt (text)\n"
    assert "    6 |     due: 1st May\n      |          ^\n" in run.out
    run = csplan("validate", "--summary", "--output", "text:lint.txt")
    assert Path("lint.txt").read_text(encoding="utf-8") == run.out


def test_concise_has_a_line_for_each(csplan: Csplan, plan: Path) -> None:
    run = csplan("validate", "--concise", "--select", "ambiguous-due")
    first, closing = run.out.splitlines()
    assert first.startswith("plans/anytown/alcohol.yaml:6:10: warning[ambiguous-due] L1: ")
    assert closing.startswith("2 files, 1 action, 0 milestones: 0 errors, 1 warning (")


def test_information_is_told_apart_in_a_window(plan: Path) -> None:
    master, slave = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-m", "csplan", "validate", "--summary", "--select", "ambiguous-due"],
            stdout=slave,
            check=True,
            env={**os.environ, "COLUMNS": "80", "TERM": "xterm"},
        )
        shown = os.read(master, 10_000).decode()
    finally:
        os.close(slave)
        os.close(master)
    assert "\x1b[1mBy rule (1)" in shown
    assert "ambiguous-due" in shown
