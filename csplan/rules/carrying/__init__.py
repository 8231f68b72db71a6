"""Rules about what is carried from one plan into the next."""

from csplan.rules.carrying import provenance, review, stale
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    review.not_reviewed,
    provenance.carried_without_provenance,
    provenance.carried_to_without_state,
    provenance.started_before_plan,
    stale.open_after_due,
    stale.stale_due,
    stale.carried_without_date,
)
