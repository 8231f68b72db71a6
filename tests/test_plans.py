"""Every finding on the shipped plans, with the fact in the source that makes it true."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from csplan.check import check
from csplan.load import load

PLANS = Path(__file__).parents[1] / "plans"

FINDINGS: Mapping[str, Mapping[tuple[str, str], str]] = {
    "east-sussex-2010-11": {
        ("SC6.2", "lead-missing"): "group chairs are to lead, pending the partnership review",
        ("R3.1", "ambiguous-due"): "`Ongoing throughout Year 2`: of what is not said",
        ("L10.1", "quarter-month-mismatch"): "`September 2010` with `Quarter 1`",
        ("ASB 12.2", "lead-missing"): "the cell names a person without post or agency",
        ("ASB 13.3", "ambiguous-due"): "`1st January` has no year",
        ("CC3.1", "quarter-month-mismatch"): "`Quarter 1, July 2010`",
        ("CC3.2", "quarter-month-mismatch"): "`Quarter 1, July 2010`",
        ("CC3.2", "lead-missing"): "`TBA`",
        ("CC3.3", "lead-missing"): "`TBA`",
        ("CH1.2", "lead-missing"): "`TBC (following partnership review process)`",
        ("CH1.3", "lead-missing"): "`TBC (following partnership review process)`",
        ("CH2.1", "lead-missing"): "`TBC (following partnership review process)`",
        ("D3.2", "due-outside-plan-year"): "`March 2010`, between two lines of `March 2011`",
        ("VC3.1", "due-outside-plan-year"): "`January 2010` in a plan for 2010/11",
        ("VC3.2", "due-outside-plan-year"): "`March 2010` in a plan for 2010/11",
        ("VC4.2", "ambiguous-due"): "`Bi-monthly`",
        ("BEP (c).1", "due-outside-plan-year"): "`September 2009` in a plan for 2010/11",
    },
}


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.iterdir() if path.is_dir()))
def test_every_finding_is_a_true_one(name: str) -> None:
    complaints = check(load((PLANS / name,)))
    found = [(each.message.partition(": ")[0], each.rule) for each in complaints]
    assert sorted(found) == sorted(FINDINGS[name])
    assert {each.severity for each in complaints} <= {"warning"}
