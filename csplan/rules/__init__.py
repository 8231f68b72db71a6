"""Lint rules by subject. `RULES` is every rule that there is, in the order of the documentation.

A rule is one function of a file and its plan that yields findings as routes and words; `check`
adds file, place, rule and severity. Its docstring is its documentation, and its examples are run.
A subject is a folder that lists its rules.
"""

from csplan.rules import (
    carrying,
    completeness,
    dates,
    figures,
    language,
    ownership,
    reading,
    references,
    status,
    waiving,
)
from csplan.rules.reading import Page
from csplan.rules.rule import Finding, Rule

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *references.RULES,
    *ownership.RULES,
    *completeness.RULES,
    *status.RULES,
    *figures.RULES,
    *carrying.RULES,
    *language.RULES,
)

ERRORS: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.severity == "error")
"""The rules for what breaks a question or a document."""

PAGES: tuple[Page, ...] = (*reading.PAGES, *waiving.PAGES)
"""What is complained of without a rule: of reading files, and of waivers."""

DOCUMENTED: tuple[Rule | Page, ...] = (*PAGES, *RULES)

__all__ = ["DOCUMENTED", "ERRORS", "PAGES", "RULES", "Finding", "Page", "Rule"]
