"""What answers an expectation, from text to values."""

from pathlib import Path

import pytest
from support import write_plan

from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.query import expectations, read_filter

THEME = """\
theme: Crime
expectations:
  source: National plan
  put_to: partnerships
  expects:
    - {ref: 1, expectation: Publish figures, response: Done}
    - {ref: 2, expectation: Hold meetings}
    - {ref: 3, expectation: Work with schools, see: item 1}
    - {ref: 4, expectation: Work with prisons, see: 2}
    - {ref: 5, expectation: Tackle gangs, not_applicable: None here}
    - {ref: 6, expectation: Train staff}
actions:
  - {ref: A1, action: Train staff, due: Q2, lead: Sussex Police, meets: [item 6, '1']}
"""
PLAN = """\
title: Anytown plan
partnership: Anytown partnership
period: 2010/11
agencies: [Sussex Police]
expectations:
  source: A duty
  expects:
    - {ref: 7, expectation: Have a strategy, other_documents: The strategy}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return load((write_plan(tmp_path, {"crime.yaml": THEME, "plan.yaml": PLAN}),))


def test_each_expectation_has_a_status(workspace: Workspace) -> None:
    found = expectations(workspace)
    assert [(each.asked.expectation.ref, each.answer.status) for each in found] == [
        ("7", "by reference"),
        ("1", "answered"),
        ("2", "unanswered"),
        ("3", "by reference"),
        ("4", "by reference"),
        ("5", "not applicable"),
        ("6", "by action"),
    ]
    assert [each.asked.expectation.ref for each in found if each.answer.is_gap] == ["2", "4"]
    assert found[4].answer.leads_nowhere == ("2",)
    assert [[work.ref for _, work in each.answer.works] for each in found] == [
        [], ["A1"], [], [], [], [], ["A1"],
    ]  # fmt: skip
    assert [each.line for each in found] == [8, 6, 7, 8, 9, 10, 11]


def test_one_theme_can_be_asked(workspace: Workspace) -> None:
    found = expectations(workspace, read_filter(workspace, None, "Crime"))
    assert [each.asked.expectation.ref for each in found] == list("123456")
    with pytest.raises(CannotRunError, match="no plan has a theme `Drugs`"):
        read_filter(workspace, None, "Drugs")
