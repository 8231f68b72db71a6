"""Rules about what a plan should say and does not."""

from csplan.rules.completeness import actions
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    actions.bare_action,
    actions.unanswered_expectation,
)
