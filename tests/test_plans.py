"""Every finding on the shipped plans is a true one: `findings/` has the fact behind each."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from facts.checks import PLANS, values

from csplan.check import check
from csplan.load import load
from csplan.rules import RULES

FINDINGS = Path(__file__).parent / "findings"
NAMES = sorted(path.name for path in PLANS.iterdir() if path.is_dir())
SUBJECTS = {rule.id: rule.subject for rule in RULES}
ADDRESS = re.compile(r"([^`]+?): ")
QUOTED = re.compile(r"`([^`]+)`")


def subject(message: str) -> str:
    """What a complaint is about: the address before it, or the first thing that it quotes."""
    found = ADDRESS.match(message) or QUOTED.search(message)
    assert found, message
    return found[1]


def expected(name: str) -> Iterator[tuple[str, str]]:
    for table in (FINDINGS / name).iterdir():
        for rule, facts in values(table).items():
            assert SUBJECTS[rule] == table.stem
            for each in facts:
                assert each["fact"].strip()
                yield from ((rule, of) for of in each["of"])


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_a_true_one(name: str) -> None:
    complaints = check(load((PLANS / name,)))
    found = [(each.rule, subject(each.message)) for each in complaints]
    assert sorted(found) == sorted(expected(name))
    assert "error" not in {each.severity for each in complaints}


def test_every_table_of_findings_is_of_a_plan() -> None:
    assert sorted(path.name for path in FINDINGS.iterdir()) == NAMES
