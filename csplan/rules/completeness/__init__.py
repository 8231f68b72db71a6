"""Rules about what a plan should say and does not."""

from csplan.rules.completeness import (
    actions,
    broken,
    costs,
    drafting,
    gaps,
    milestones,
    plans,
    tables,
    themes,
)
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    actions.bare_action,
    actions.unanswered_expectation,
    gaps.gap_without_action,
    milestones.milestone_without_verb,
    milestones.unmeasurable_milestone,
    plans.action_without_milestones,
    plans.part_without_action,
    plans.thin_plan,
    themes.thin_theme,
    themes.empty_section,
    tables.table_without_source,
    costs.cost_missing,
    costs.unclear_cost,
    drafting.drafting_text,
    drafting.unsettled_text,
    broken.text_breaks_off,
)
