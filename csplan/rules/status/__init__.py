"""Rules about how work is said to stand."""

from csplan.rules.rule import Rule
from csplan.rules.status import remedies, silence

RULES: tuple[Rule, ...] = (
    remedies.red_without_corrective_action,
    silence.nothing_said,
)
