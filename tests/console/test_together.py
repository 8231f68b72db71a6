"""Options of `csplan validate` that would have no effect beside another are refused."""

from pathlib import Path

import pytest
from support import Csplan, write_plan

THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Train officers
    lead: Analyst, Sussex Polise
    due: May 2010
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"alcohol.yaml": THEME})


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--statutory --strict", "`--statutory` does not go with `--strict`"),
        (
            "--statutory --summary --select dates --agency SCT",
            "`--statutory` does not go with `--select`, `--agency` or `--summary`",
        ),
        ("--statutory --fix", "`--statutory` does not go with `--fix`"),
        ("--waived --summary", "`--waived` does not go with `--summary`"),
        ("--waived --strict", "`--waived` does not go with `--strict`"),
        (
            "--waived --write-baseline --baseline b",
            "`--waived` does not go with `--baseline` or `--write-baseline`",
        ),
        (
            "--write-baseline --baseline b --agency SCT",
            "`--write-baseline` does not go with `--agency`",
        ),
        (
            "--write-baseline --baseline b --output junit:lint.xml --strict",
            "`--write-baseline` does not go with `--strict` or `--output`",
        ),
        ("--diff --output json:x --concise", "`--diff` does not go with `--output` or `--concise`"),
        ("--diff --as-at today", "`--diff` does not go with `--as-at`"),
        ("--fix --agency SCT", "`--fix` does not go with `--agency`"),
    ],
)
def test_what_would_have_no_effect_is_refused(csplan: Csplan, typed: str, said: str) -> None:
    run = csplan("validate", *typed.split())
    assert (run.status, run.out) == (2, "")
    assert run.err == f"csplan: {said}; leave out the one or the other\n"
    assert [path.name for path in Path().iterdir()] == ["plans"]


@pytest.mark.parametrize(
    "typed",
    [
        "--output nonsense",
        "--output json:no/such/folder.json",
        "--output json:a --output sarif:./a",
        "--concise --summary",
        "--format json --concise",
        "--baseline nowhere.json",
        "--write-baseline",
        "--as-at soon",
        "--select nonsense",
    ],
)
def test_nothing_is_mended_by_a_run_that_cannot_be_told(
    csplan: Csplan, plan: Path, typed: str
) -> None:
    assert csplan("validate", "--fix", *typed.split()).status == 2
    assert (plan / "alcohol.yaml").read_text() == THEME


def test_what_is_mended_is_told_and_known_as_it_then_stands(csplan: Csplan, plan: Path) -> None:
    run = csplan("validate", "--fix", "--baseline", "known.json", "--write-baseline")
    assert run.status == 0
    assert "unknown-agency" not in Path("known.json").read_text()
    assert "Sussex Police" in (plan / "alcohol.yaml").read_text()
    run = csplan("validate", "--fix", "--baseline", "known.json", "--strict", "--concise")
    assert run.status == 0


@pytest.mark.usefixtures("plan")
def test_what_is_said_of_files_obeys_no_control_character(csplan: Csplan) -> None:
    run = csplan("validate", "--output", "json:a\x1b[2Jb")
    assert run.err == "written: a\\x1b[2Jb (json)\n"
    run = csplan("validate", "--baseline", "k\x1b[2J", "--write-baseline")
    run = csplan("validate", "--baseline", "k\x1b[2J")
    assert "\x1b" not in run.err


def test_help_groups_the_options_of_many(csplan: Csplan) -> None:
    lines = csplan("validate", "--help").out.splitlines()
    heads = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert heads == [
        "Arguments:",
        "What counts:",
        "How it is told:",
        "What is mended first:",
        "Instead of what is wrong:",
        "Options:",
    ]
    assert max(map(len, lines)) <= 80
    assert "  PATH  A folder of plans, a plan, or a file of one.  [default: plans]" in lines
    assert "\nOptions:\n  --as-at DAY" in csplan("show", "--help").out


@pytest.mark.usefixtures("plan")
def test_an_output_does_not_take_the_place_of_the_baseline(csplan: Csplan) -> None:
    csplan("validate", "--baseline", "known.json", "--write-baseline")
    before = Path("known.json").read_bytes()
    run = csplan("validate", "--baseline", "known.json", "--output", "json:./plans/../known.json")
    said = "`--baseline` and `--output` name one file; name another to write"
    assert (run.status, run.err) == (2, f"csplan: {said}\n")
    assert Path("known.json").read_bytes() == before


def test_no_line_of_a_plan_becomes_a_command_of_github(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").write_text(THEME + "    note: |\n      ::add-mask::a\n")
    run = csplan("validate", "--fix", "--format", "github")
    assert "|        ::add-mask::a\n" in run.err
    assert not [line for line in run.err.splitlines() if line.lstrip().startswith("::")]
