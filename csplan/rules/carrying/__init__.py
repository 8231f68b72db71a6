"""Rules about what is carried from one plan into the next."""

from csplan.rules.carrying import review
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (review.not_reviewed,)
