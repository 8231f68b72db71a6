"""Lint rules by subject. `RULES` is every rule that there is, in the order of the documentation.

A rule is one function of a file and its plan that yields findings as routes and words; `check`
adds file, place, rule and severity. Its docstring is its documentation, and its examples are run.
"""

from csplan.rules import (
    completeness,
    dates,
    figures,
    identity,
    indicators,
    people,
    periods,
    remedies,
    revisions,
    tables,
)
from csplan.rules.reading import PAGES, Page
from csplan.rules.rule import Finding, Rule

RULES: tuple[Rule, ...] = (
    periods.unreadable_period,
    periods.period_not_covered,
    periods.due_outside_plan_year,
    dates.unreadable_date,
    dates.ambiguous_due,
    dates.due_missing,
    dates.quarter_month_mismatch,
    identity.duplicate_ref,
    identity.ref_missing,
    identity.unknown_ref,
    people.unknown_agency,
    people.several_leads,
    people.lead_missing,
    figures.unreadable_figure,
    figures.unreadable_figure_period,
    figures.unclear_target,
    figures.repeated_period,
    revisions.figure_before_period_end,
    revisions.revisions_out_of_order,
    tables.table_shape,
    tables.split_number,
    tables.total_mismatch,
    tables.change_mismatch,
    indicators.rating_contradicted,
    indicators.rating_unchecked,
    indicators.direction_contradicted,
    indicators.rows_mismatch,
    remedies.red_without_corrective_action,
    completeness.bare_action,
    completeness.unanswered_expectation,
)

ERRORS: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.severity == "error")
"""The rules for what breaks a question or a document."""

DOCUMENTED: tuple[Rule | Page, ...] = (*PAGES, *RULES)

__all__ = ["DOCUMENTED", "ERRORS", "RULES", "Finding", "Page", "Rule"]
