"""What the documentation says is what csplan does."""

import re
import runpy
import sys
from pathlib import Path

import documentation
import pytest
from support import write_plan

from csplan import __version__
from csplan.check import check
from csplan.load import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml\n# ([\w-]+\.yaml)\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^    (python3 -m venv .*)$", re.MULTILINE)


def test_the_readme_is_current() -> None:
    assert documentation.readme(README) == README, "run `python tests/documentation.py`"


def test_the_example_plan_of_the_readme_is_sound(tmp_path: Path) -> None:
    files = dict(EXAMPLE.findall(README))
    assert set(files) == {"plan.yaml", "violent-crime.yaml"}
    assert check(load((write_plan(tmp_path, files),))) == []


def test_the_readme_has_one_command_to_publish_and_one_to_test() -> None:
    publish, tests = COMMAND.findall(README)
    assert publish.endswith("csplan render")
    assert tests.endswith("pytest --cov")


def test_the_date_table_of_the_readme_is_true(tmp_path: Path) -> None:
    section = README.partition("## Dates, as people write them")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    wordings = [wording for row in rows for wording in re.findall(r"`([^`]+)`", row)]
    assert len(wordings) > 20
    plan = "title: x\npartnership: y\nperiod: 2009/10 to 2012/13\nagencies: [SCT]\n"
    theme = "theme: x\nactions:\n" + "".join(
        f"  - {{ref: A{number}, action: a, lead: SCT, due: '{wording}'}}\n"
        for number, wording in enumerate(wordings)
    )
    folder = write_plan(tmp_path, {"plan.yaml": plan, "theme.yaml": theme})
    unclear = {wordings[int(each.message.split(":")[0][1:])] for each in check(load((folder,)))}
    # A bare quarter needs a plan of one year.
    assert unclear <= {"Q2", "Quarter 2", "Ongoing, Quarter 4"}


def test_the_changelog_speaks_of_this_version() -> None:
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_module_runs_as_the_command_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["csplan", "--version"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("csplan", run_name="__main__")
    assert not stopped.value.code
    assert capsys.readouterr().out == f"csplan {__version__}\n"
