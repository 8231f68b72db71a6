"""Every rule fires where its marked file says and nowhere else, and its examples are true."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from textwrap import dedent

import pytest
from support import PLAN, write_plan

from csplan import rules
from csplan.check import examine
from csplan.load import load
from csplan.rules import DOCUMENTED, ERRORS, RULES, Rule
from csplan.rules.rule import MENDED

AS_AT = date(2010, 9, 30)
"""The day of which dated rules are asked here."""
HERE = Path(__file__).parent / "rules"
EXPECT = re.compile(r"# expect: ([a-z-]+(?:, [a-z-]+)*)")
FILE_NAME = re.compile(r"^# ([a-z-]+\.yaml)\n", re.MULTILINE)
CASES = sorted(path for path in HERE.iterdir() if path.suffix == ".yaml" or path.is_dir())
CASE_IDS = [path.name for path in CASES]


def marked(folder: Path) -> set[tuple[str, int, str]]:
    return {
        (path.name, number, rule)
        for path in folder.glob("*.yaml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (match := EXPECT.search(line))
        for rule in match[1].split(", ")
    }


@pytest.mark.parametrize("case", CASES, ids=CASE_IDS)
def test_a_marked_case_complains_where_it_is_marked(case: Path, tmp_path: Path) -> None:
    sources = list(case.glob("*.yaml")) if case.is_dir() else [case]
    files = {path.name: path.read_bytes() for path in sources}
    folder = write_plan(tmp_path, files)
    complaints = examine(load((folder,)), as_at=AS_AT).complaints
    expected = marked(folder)
    about = {rule for _, _, rule in expected} | {case.stem} | {rule.id for rule in ERRORS}
    fired = {(Path(each.path).name, each.waived_on, each.rule) for each in complaints}
    assert {each for each in fired if each[2] in about} == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_marked_case_in_which_it_fires(rule: Rule) -> None:
    cases = [HERE / rule.id, HERE / f"{rule.id}.yaml"]
    assert any(case.exists() for case in cases)
    text = "".join(
        path.read_text(encoding="utf-8")
        for case in cases
        for path in ([case] if case.is_file() else case.glob("*.yaml"))
    )
    assert f"# expect: {rule.id}" in text


def example(rule: Rule, name: str) -> str:
    match = re.search(rf"^{name}:\n((?:    .*\n|\n)+)", rule.page + "\n", re.MULTILINE)
    assert match, f"{rule.id} has no example {name}"
    return dedent(match[1])


def fired_by(text: str, folder: Path) -> set[str]:
    named = FILE_NAME.split(text)
    files = {"plan.yaml": PLAN, "theme.yaml": f"theme: Example\n{named[0]}"}
    files.update(zip(named[1::2], named[2::2], strict=True))
    checked = examine(load((write_plan(folder, files),)), as_at=AS_AT)
    return {each.rule for each in checked.complaints}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_page_are_true(rule: Rule, tmp_path: Path) -> None:
    assert rule.id in fired_by(example(rule, "Bad"), tmp_path / "bad")
    assert rule.id not in fired_by(example(rule, "Good"), tmp_path / "good")


def test_what_is_marked_as_mendable_is_and_nothing_else(tmp_path: Path) -> None:
    mended: set[str] = set()
    for case in CASES:
        sources = list(case.glob("*.yaml")) if case.is_dir() else [case]
        files = {path.name: path.read_bytes() for path in sources}
        mends = examine(load((write_plan(tmp_path / case.name, files),))).mends
        mended |= {each.rule for each in mends}
    assert mended == {rule.id for rule in RULES if rule.mends}
    assert all((MENDED in each.page) == each.mends for each in DOCUMENTED)


def test_every_id_is_documented_once() -> None:
    ids = [rule.id for rule in DOCUMENTED]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each) for each in ids)
    assert all(rule.summary.endswith(".") and rule.page.count("\n\n") for rule in DOCUMENTED)


def test_every_rule_module_is_in_the_tuple() -> None:
    defined = {
        each.id
        for module in walk_packages(rules.__path__, "csplan.rules.")
        for each in vars(import_module(module.name)).values()
        if isinstance(each, Rule)
    }
    assert defined == {rule.id for rule in RULES}
