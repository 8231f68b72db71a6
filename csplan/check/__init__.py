"""What is wrong with plans: the rules are run, and what a plan allows is left out."""

from csplan.check.baseline import Baseline, baseline_data, no_baseline, read_baseline
from csplan.check.mendable import mendable
from csplan.check.run import MOST_FINDINGS, Checked, check, errors, examine
from csplan.check.selection import Selection, selection
from csplan.check.waivers import Waived

__all__ = [
    "MOST_FINDINGS",
    "Baseline",
    "Checked",
    "Selection",
    "Waived",
    "baseline_data",
    "check",
    "errors",
    "examine",
    "mendable",
    "no_baseline",
    "read_baseline",
    "selection",
]
