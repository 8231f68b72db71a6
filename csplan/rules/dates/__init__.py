"""Rules about when things are due."""

from csplan.rules.dates import due, periods, spacing
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    periods.unreadable_period,
    periods.period_not_covered,
    periods.due_outside_plan_year,
    due.unreadable_date,
    due.ambiguous_due,
    due.due_missing,
    due.quarter_month_mismatch,
    spacing.unevenly_spaced_date,
)
