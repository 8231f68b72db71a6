"""Lint rules by subject. `RULES` is every rule that there is, in the order of the documentation.

A rule is one function of a file and its plan that yields findings as routes and words; `check`
adds file, place, rule and severity. Its docstring is its documentation, and its examples are run.
"""

from csplan.rules import completeness, dates, identity, people, periods
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
    completeness.bare_action,
    completeness.unanswered_expectation,
)

DOCUMENTED: tuple[Rule | Page, ...] = (*PAGES, *RULES)

__all__ = ["DOCUMENTED", "RULES", "Finding", "Page", "Rule"]
