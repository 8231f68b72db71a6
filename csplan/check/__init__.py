"""What is wrong with plans: the rules are run, and what a plan allows is left out."""

from csplan.check.run import MOST_FINDINGS, Checked, check, examine
from csplan.check.waivers import Waived

__all__ = ["MOST_FINDINGS", "Checked", "Waived", "check", "examine"]
