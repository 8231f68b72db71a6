"""What the documentation says is what csplan does."""

import re
import runpy
import sys
import tomllib
from pathlib import Path

import documentation
import format_reference
import pytest
from format_examples import MORE, Example, Shape
from support import write_plan

from csplan import __version__, model
from csplan.check import check
from csplan.load import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml\n# ([\w-]+\.yaml)\n(.*?)```", re.DOTALL)
FENCE = re.compile(r"```yaml\n# (\S+)\n(.*?)\n```", re.DOTALL)
COMMAND = re.compile(r"^    (python3 -m venv .*)$", re.MULTILINE)


@pytest.mark.usefixtures("untraced")
def test_the_readme_is_current() -> None:
    assert documentation.readme(README) == README, "run `python tests/documentation.py`"


def test_the_example_plan_of_the_readme_is_sound(tmp_path: Path) -> None:
    files = dict(EXAMPLE.findall(README))
    assert set(files) == {"plan.yaml", "violent-crime.yaml", "meetings.yaml", "next-year.yaml"}
    del files["next-year.yaml"]
    assert check(load((write_plan(tmp_path, files),))) == []


def test_the_example_of_next_year_in_the_readme_has_only_to_be_reviewed(tmp_path: Path) -> None:
    examples = dict(EXAMPLE.findall(README))
    plan = examples["plan.yaml"].replace("period: 2010/11", "period: 2011/12")
    files = {"plan.yaml": plan, "next-year.yaml": examples["next-year.yaml"]}
    found = check(load((write_plan(tmp_path, files),)))
    # The plan has an agency that this one file gives nothing to do, and says "this year" still.
    assert {each.rule for each in found} == {"not-reviewed", "relative-time", "unused-agency"}


def test_the_readme_has_one_command_to_publish_and_one_to_test() -> None:
    publish, tests = COMMAND.findall(README)
    assert publish.endswith("csplan render")
    assert tests.endswith("pytest --cov")


def test_the_date_table_of_the_readme_is_true(tmp_path: Path) -> None:
    section = README.partition("## Dates, as people write them")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    wordings = [wording for row in rows for wording in re.findall(r"`([^`]+)`", row)]
    assert len(wordings) > 20
    plan = "title: x\npartnership: y\nperiod: 2009/10 to 2012/13\nagencies: [Fire Service]\n"
    theme = "theme: x\nactions:\n" + "".join(
        f"  - {{ref: A{number}, action: a, lead: Fire Service, due: '{wording}'}}\n"
        for number, wording in enumerate(wordings)
    )
    folder = write_plan(tmp_path, {"plan.yaml": plan, "theme.yaml": theme})
    unclear = {
        wordings[int(each.message.split(":")[0][1:])]
        for each in check(load((folder,)))
        if each.rule in {"unreadable-date", "ambiguous-due", "quarter-month-mismatch"}
    }
    # A bare quarter needs a plan of one year.
    assert unclear <= {"Q2", "Quarter 2", "Ongoing, Quarter 4"}


@pytest.fixture(scope="module", name="choices")
def _choices() -> tuple[dict[Shape, Example], list[Shape]]:
    return format_reference.choices()


def test_the_reference_of_the_format_is_current(
    choices: tuple[dict[Shape, Example], list[Shape]],
) -> None:
    page = format_reference.PAGE.read_text(encoding="utf-8")
    assert page == format_reference.page(choices[0]), "run `python tests/documentation.py`"


def test_every_key_has_an_example_in_the_shipped_plans(
    choices: tuple[dict[Shape, Example], list[Shape]],
) -> None:
    missing = [f"`{key}` of {part.__name__}" for part, key in choices[1]]
    assert missing == [], "write them into a plan whose source has them"


def test_every_key_of_every_part_is_described() -> None:
    parts = {
        kind
        for kind in map(model.__dict__.get, model.__all__)
        if isinstance(kind, type) and issubclass(kind, model.Part)
    }
    assert set(format_reference.shapes()) == parts - {model.Part, *format_reference.SHARED}
    sections = format_reference.PAGE.read_text(encoding="utf-8").split("\n## ")
    by_title = {section.partition("\n")[0]: section for section in sections}
    for part in format_reference.shapes():
        keys = format_reference.keys(part)
        assert {*keys, format_reference.NEVER_TYPED} >= set(part.model_fields)
        for key in keys:
            assert f"`{key}`" in by_title[format_reference.title(part)]
            home = format_reference.home(part, key)
            assert f"\n**`{key}`**: " in by_title[format_reference.title(home)]


def test_every_example_of_the_format_stands_in_the_file_that_it_names() -> None:
    examples = FENCE.findall(format_reference.PAGE.read_text(encoding="utf-8"))
    assert len(examples) > 100
    for path, text in examples:
        lines = [line for line in text.split("\n") if line != MORE]
        assert stands_in((ROOT / path).read_text(encoding="utf-8").split("\n"), lines), text


def stands_in(file: list[str], lines: list[str]) -> bool:
    for number, line in enumerate(file):
        before = line.removesuffix(lines[0])
        if line.endswith(lines[0]) and not before.strip(" -"):
            indented = [f"{' ' * len(before)}{each}".rstrip() for each in lines[1:]]
            if file[number + 1 : number + len(lines)] == indented:
                return True
    return False


def test_the_wheel_holds_the_reference_of_the_format() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert format_reference.PAGE.parent == ROOT / "csplan"
    assert wheel["packages"] == ["csplan"]
    assert not {"exclude", "only-include", "include"} & set(wheel)


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
