"""A workspace and the rules to complaints in the order of files and places."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from csplan.check.places import Places
from csplan.check.waivers import Waived, allow
from csplan.diagnostic import Complaint
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.rules import RULES, Finding, Rule

MOST_FINDINGS = 200


class Checked(NamedTuple):
    """The complaints about the files that were asked for, and what their plans allow; sorted."""

    complaints: list[Complaint]
    waived: list[Waived]


def check(workspace: Workspace, rules: tuple[Rule, ...] = RULES) -> list[Complaint]:
    """Every complaint about the files that were asked for, those of reading them included."""
    return examine(workspace, rules).complaints


def examine(
    workspace: Workspace, rules: tuple[Rule, ...] = RULES, as_at: date | None = None
) -> Checked:
    """Every complaint as `check` gives them, and with them those that the plans allow.

    Rules about how work stands on a day are asked only if a day is given.
    """
    found = set(workspace.complaints)
    waived: list[Waived] = []
    asked = frozenset(rule.id for rule in rules if as_at or not rule.dated)
    for plan in workspace.plans:
        allowed = allow(plan, set(_of_plan(plan, rules, as_at)), asked)
        found |= allowed.complaints
        waived += allowed.waived
    return Checked(sorted(found), sorted(waived))


def _of_plan(plan: LoadedPlan, rules: tuple[Rule, ...], as_at: date | None) -> Iterator[Complaint]:
    for file in plan.files:
        if plan.is_chosen(file):
            yield from _of_file(file, plan, rules, as_at)


def _of_file(
    file: LoadedFile, plan: LoadedPlan, rules: tuple[Rule, ...], as_at: date | None
) -> Iterator[Complaint]:
    places = Places(file, plan)
    for rule in rules:
        findings = _distinct(rule.find(file, plan, as_at))
        for route, words in islice(findings, MOST_FINDINGS):
            ref, span = places.ref(route), file.tree.locate(route)
            message = f"{ref}: {words}" if ref else words
            about = (ref, places.agencies(route))
            yield Complaint(file.path, span, rule.id, rule.severity, message, *about)
        for route, _ in islice(findings, 1):
            words = f"there are more of these in this file; mend the first {MOST_FINDINGS} first"
            yield Complaint(file.path, file.tree.locate(route), rule.id, rule.severity, words)


def _distinct(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Each finding once: what stands once for all milestones of an action is found for each."""
    said: set[Finding] = set()
    for finding in findings:
        if finding not in said:
            said.add(finding)
            yield finding
