"""A complaint says what it is about and which agencies lead that."""

from pathlib import Path

from support import workspace

from csplan.check import check
from csplan.diagnostic import Complaint

THEME = """\
theme: Example
lead: Safer Communities Team
actions:
  - ref: VC1
    action: Train officers
    milestones:
      - milestone: Planned
        due: May 2009
        lead: [Inspector, 'Analyst, SCT', 'Sergeant, Sussex Police']
      - milestone: Run
        due: May 2009
        lead: Sergeant, Sussex Police
    note: "[^none]"
  - Raise awareness
expectations:
  source: National plan
  expects:
    - ref: 7
      expectation: Publish figures
"""


def of_theme(folder: Path, theme: str) -> dict[tuple[str, str], Complaint]:
    return {(each.rule, each.ref): each for each in check(workspace(folder, theme))}


def test_what_a_complaint_is_about_and_whose_it_is(tmp_path: Path) -> None:
    found = of_theme(tmp_path, THEME)
    both = ("Safer Communities Team", "Sussex Police")
    assert found["due-outside-plan-year", "VC1.1"].agencies == both
    assert found["due-outside-plan-year", "VC1.2"].agencies == ("Sussex Police",)
    assert found["unknown-ref", "VC1"].agencies == both
    assert found["bare-action", "theme.2"].agencies == ("Safer Communities Team",)
    assert found["unanswered-expectation", "expectation 7"].agencies == (both[0],)


def test_what_nobody_leads_has_no_agency(tmp_path: Path) -> None:
    found = of_theme(tmp_path, "theme: Example\nactions:\n  - Raise awareness\n")
    assert found["bare-action", "theme.1"].agencies == ()
