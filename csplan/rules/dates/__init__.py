"""Rules about when things are due."""

from csplan.rules.dates import (
    days,
    due,
    order,
    passed,
    periods,
    quarters,
    spans,
    undated,
    wording,
    years,
)
from csplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    periods.unreadable_period,
    periods.period_not_covered,
    periods.due_outside_plan_year,
    due.unreadable_date,
    due.ambiguous_due,
    due.due_missing,
    due.quarter_month_mismatch,
    order.due_before_start,
    order.new_date_passed,
    order.milestones_out_of_order,
    order.due_on_last_day,
    wording.wording_contradicts_due,
    wording.recurring_with_one_date,
    wording.ambiguous_frequency,
    undated.start_instead_of_due,
    undated.ongoing_without_review,
    undated.ongoing_with_date,
    undated.tbc_without_reason,
    undated.due_elsewhere,
    years.malformed_year,
    years.year_of_other_plan,
    years.theme_period_differs,
    quarters.quarter_with_calendar_year,
    days.impossible_day,
    days.date_without_year,
    days.meeting_day_differs,
    passed.passed_date_promised,
    passed.period_not_over,
    spans.period_length_mismatch,
    spans.overlapping_comparison,
)
"""Rules about when things are due."""
