"""Where `csplan validate` writes what it finds, how much of it, and of whom."""

import json
import os
import sys
from pathlib import Path

import pytest
from support import Csplan, write_plan

THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Train officers
    milestones:
      - {milestone: Trained, due: May 2011, lead: 'Analyst, Sussex Police'}
      - {milestone: Told, due: June 2011, lead: [SCT, 'Chief, Sussex Police']}
      - {milestone: Held, due: soon, lead: 'Manager, SCT'}
  - Raise awareness
"""
SUMMARY = """\
By rule (3)
Rule                                        Found  Severity  Subject       Files
unreadable-date                             1      error     dates         1
due-outside-plan-year                       2      warning   dates         1
bare-action                                 1      warning   completeness  1
"""
# Other rules have something to say of such a small plan too.
ONLY = ("--select", "unreadable-date,due-outside-plan-year,bare-action,unknown-agency,reading")


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"alcohol.yaml": THEME})


def here() -> list[str]:
    """What stands in the folder of the run."""
    return sorted(path.name for path in Path().iterdir())


def refs(out: str) -> list[str]:
    return [each["ref"] for each in json.loads(out)]


@pytest.mark.usefixtures("plan")
def test_several_files_are_written_beside_the_terminal(csplan: Csplan) -> None:
    outputs = ("--output", "sarif:lint.sarif", "--output", "junit: lint.xml")
    run = csplan("validate", *ONLY, *outputs)
    assert run.status == 1
    assert "error[unreadable-date]" in run.out
    assert run.err == "written: lint.sarif (sarif)\nwritten: lint.xml (junit)\n"
    assert json.loads(Path("lint.sarif").read_text())["version"] == "2.1.0"
    assert Path("lint.xml").read_text().startswith("<?xml")
    run = csplan("validate", *ONLY, *outputs, "--format", "json")
    assert len(json.loads(run.out)) == 4
    assert here() == ["lint.sarif", "lint.xml", "plans"]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("outputs", "words"),
    [
        (["lint.sarif"], "`--output` is written as FORMAT:FILE, such as `sarif:lint.sarif`, not"),
        (["srif:x"], "`--output` has no format `srif`; did you mean `sarif`?"),
        (["C:\\lint"], "`--output` has no format `C`; it takes `text`, `json`, `github`, `sarif`"),
        (["sarif:"], "`--output` `sarif:` names no file; name one after the colon"),
        (["sarif:-"], "names no file"),
        (["sarif:a/b"], "there is no folder `a` to write `a/b` into; make it first"),
        (["sarif:plans"], "`plans` is a folder; name a file to write"),
        (["sarif:plans/anytown/alcohol.yaml"], "is named as a file of a plan"),
        (["sarif:plans/anytown/new.YML"], "`plans/anytown/new.YML` is named as a file of"),
        (["sarif:hard"], "`hard` belongs to the plan in `plans/anytown`; name another file"),
        (["sarif:soft"], "`soft` is named as a file of a plan; let its name end otherwise"),
        (["sarif:pipe"], "`pipe` is not an ordinary file; name another"),
        (["sarif:a", "json:a"], "`--output` names `a` twice; write each to its own file"),
        (["sarif:a", "json:plans/../a"], "`a` and `plans/../a` are one file; name two"),
        (["sarif:ok", "json:a/b"], "there is no folder `a`"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(
    csplan: Csplan, outputs: list[str], words: str
) -> None:
    theme = Path("plans/anytown/alcohol.yaml")
    Path("hard").hardlink_to(theme)
    Path("soft").symlink_to(theme)
    os.mkfifo("pipe")
    run = csplan("validate", *ONLY, *(word for each in outputs for word in ("--output", each)))
    assert (run.status, run.out) == (2, "")
    assert words in run.err
    assert theme.read_text() == THEME
    assert here() == ["hard", "pipe", "plans", "soft"]


@pytest.mark.usefixtures("plan")
@pytest.mark.skipif(sys.platform == "win32", reason="a colon in a name is for other systems")
def test_only_the_first_colon_parts_the_format_from_the_file(csplan: Csplan) -> None:
    csplan("validate", *ONLY, "--output", "json:C:\\x.json")
    assert len(json.loads(Path("C:\\x.json").read_text())) == 4


@pytest.mark.usefixtures("plan")
def test_another_file_in_the_folder_of_a_plan_is_allowed(csplan: Csplan) -> None:
    assert csplan("validate", *ONLY, "--output", "json:plans/anytown/lint.json").status == 1
    assert Path("plans/anytown/lint.json").exists()
    assert csplan("validate", *ONLY, "--output", "json:plans/anytown/lint.json").status == 1


@pytest.mark.usefixtures("plan")
def test_a_summary_counts_by_rule_and_by_agency(csplan: Csplan) -> None:
    run = csplan("validate", *ONLY, "--summary")
    assert run.status == 1
    assert run.out.startswith(SUMMARY)
    assert "\nBy agency (3); what has several leads counts for each\n" in run.out
    rows = [line.split() for line in run.out.splitlines()[7:11]]
    assert rows == [
        ["Agency", "Found", "Errors", "Warnings", "Information"],
        ["Safer", "Communities", "Team", "2", "1", "1", "0"],
        ["Sussex", "Police", "2", "0", "2", "0"],
        ["No", "agency", "1", "0", "1", "0"],
    ]
    assert max(map(len, run.out.splitlines()[:-1])) <= 80


@pytest.mark.usefixtures("plan")
def test_a_summary_in_a_narrow_window_is_a_list(
    csplan: Csplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    out = csplan("validate", *ONLY, "--summary").out
    assert "- unreadable-date: 1\n    severity error; subject dates; files 1\n" in out
    assert "- Sussex Police: 2\n    errors 0; warnings 2; information 0\n" in out


def test_a_summary_of_nothing_is_its_closing_line(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").unlink()
    out = csplan("validate", *ONLY, "--summary").out
    assert out.startswith("1 file, 0 actions, 0 milestones: 0 errors, 0 warnings (")


@pytest.mark.usefixtures("plan")
def test_of_one_agency_only_what_it_leads_is_told_and_fails(csplan: Csplan) -> None:
    run = csplan("validate", *ONLY, "--agency", "sussex police", "--format", "json")
    assert (run.status, refs(run.out)) == (0, ["L1.1", "L1.2"])
    assert run.err.startswith(
        "2 files, 2 actions, 3 milestones: of what Sussex Police leads, 0 errors, 2 warnings ("
    )
    assert csplan("validate", *ONLY, "--agency", "Sussex Police", "--strict").status == 1
    run = csplan("validate", *ONLY, "--agency", "SCT", "--format", "json")
    assert (run.status, refs(run.out)) == (1, ["L1.2", "L1.3"])
    run = csplan("validate", *ONLY, "--agency", "SCT", "--summary")
    assert "By agency" not in run.out
    assert "of what Safer Communities Team leads, 1 error, 1 warning" in run.out
    run = csplan("validate", *ONLY, "--agency", "SCT", "--format", "markdown")
    assert "of what Safer Communities Team leads, 1 error" in run.out


def test_what_could_not_be_read_may_hold_more_of_an_agency(csplan: Csplan, plan: Path) -> None:
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    run = csplan("validate", *ONLY, "--agency", "Sussex Police", "--concise")
    assert run.status == 0
    assert "2 warnings; 1 file could not be read, and may hold more of it (" in run.out


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--agency", "Susex Police"], "no plan has an agency `Susex Police`; did you mean"),
        (["--concise", "--summary"], "`--concise` and `--summary` exclude each other"),
        (["--concise", "--format", "json"], "`--concise` is for text; leave it out"),
        (["--summary", "--format", "junit"], "`--summary` is for text and Markdown; leave it out"),
        (["--waived", "--format", "sarif"], "`--waived` is told on the terminal, as text or JSON"),
        (["--waived", "--output", "text:a"], "leave out `--output` and other formats"),
        (["--format", "xml"], "`--format` takes `text`, `json`, `github`, `sarif`, `junit` or"),
    ],
)
def test_what_cannot_be_told_says_why(csplan: Csplan, arguments: list[str], words: str) -> None:
    run = csplan("validate", *ONLY, *arguments)
    assert (run.status, run.out) == (2, "")
    assert words in run.err


@pytest.mark.usefixtures("plan")
def test_what_is_asked_of_text_may_be_for_a_file(csplan: Csplan) -> None:
    run = csplan("validate", *ONLY, "--format", "json", "--summary", "--output", "markdown:lint.md")
    assert len(json.loads(run.out)) == 4
    assert "## By agency (3)" in Path("lint.md").read_text()
    csplan("validate", *ONLY, "--format", "json", "--concise", "--output", "text:lint.txt")
    assert Path("lint.txt").read_text().count("\n") == 5


def test_what_is_waived_can_be_of_one_agency(csplan: Csplan, plan: Path) -> None:
    text = THEME.replace(
        "'Analyst, Sussex Police'}",
        "'Analyst, Sussex Police'} # csplan: allow[due-outside-plan-year] agreed, see minute 3",
    )
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    asked = ("validate", "--waived", "--agency")
    assert "because: agreed, see minute 3" in csplan(*asked, "Sussex Police").out
    assert csplan(*asked, "SCT").out == "nothing is waived\n"
