"""What nobody answers for, compared with plain values."""

from datetime import date
from pathlib import Path

import pytest
from support import workspace, write_plan

from csplan.load import load
from csplan.query import Filter
from csplan.query.unowned import unowned

DAY = date(2010, 10, 15)


@pytest.mark.parametrize(
    ("lead", "nobody", "no_post"),
    [
        ("", True, False),
        ("lead: TBC", True, False),
        ("lead: TBC following the review", True, False),
        ("lead: Vacant, Sussex Police", True, False),
        ("lead: {post: TBC, agency: Sussex Police}", True, False),
        ("lead: [TBC, vacant]", True, False),
        ("lead: [TBC, 'Analyst, SCT']", False, False),
        ("lead: 'Analyst, Sussex Police'", False, False),
        ("lead: 'Analyst, Sussex Polise'", False, False),
        ("lead: Analyst", False, False),
        ("lead: Sussex Police", False, True),
        ("lead: [Sussex Police, SCT]", False, True),
        ("lead: [Sussex Police, TBC]", False, True),
        ("lead: [Sussex Police, 'Analyst, SCT']", False, False),
        ("lead: {agency: Sussex Police}", False, True),
        ("lead: {agency: Sussex Police, person: A Name}", False, False),
    ],
)
def test_who_answers_for_work(tmp_path: Path, lead: str, nobody: bool, no_post: bool) -> None:  # noqa: FBT001 - a case
    text = f"theme: T\nactions:\n  - ref: A1\n    action: a\n    {lead}\n"
    found = unowned(workspace(tmp_path, text), DAY)
    assert (bool(found.nobody), bool(found.no_post)) == (nobody, no_post)


def test_a_milestone_without_a_lead_has_that_of_its_action(tmp_path: Path) -> None:
    text = "theme: T\nactions:\n  - {ref: A1, action: a, lead: Analyst, milestones: [{milestone: m}]}\n"  # noqa: E501 - one line of a plan
    assert unowned(workspace(tmp_path, text), DAY).nobody == ()


def test_only_open_work_with_the_most_overdue_first_and_no_date_last(tmp_path: Path) -> None:
    text = """\
theme: T
actions:
  - {ref: A1, action: no date}
  - {ref: A2, action: to come, due: December 2010}
  - {ref: A3, action: late, due: September 2010}
  - {ref: A4, action: later, due: August 2010, publish: false}
  - {ref: A5, action: done, due: August 2010, progress: {on: 1 May 2010, state: complete}}
  - {ref: A6, action: reports, due: Quarterly}
  - {ref: A7, action: ongoing, due: Ongoing}
"""
    read = workspace(tmp_path, text)
    assert [(each.item.address, each.days_overdue) for each in unowned(read, DAY).nobody] == [
        ("A6", 107), ("A4", 45), ("A3", 15), ("A2", 0), ("A1", 0), ("A7", 0),
    ]  # fmt: skip
    asked = Filter(agencies=frozenset({"Sussex Police"}))
    assert unowned(read, DAY, asked).nobody == ()
    assert unowned(read, date(2010, 4, 30)).nobody[0].item.address == "A6"


def test_a_broken_file_leaves_the_others(tmp_path: Path) -> None:
    files = {"theme.yaml": "theme: T\nactions: [Do it]\n", "bad.yaml": "theme: [\n"}
    found = unowned(load((write_plan(tmp_path, files),)), DAY)
    assert [each.item.words for each in found.nobody] == ["Do it"]
