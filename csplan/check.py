"""A workspace and the rules to complaints in the order of files and places."""

from collections.abc import Iterator
from itertools import islice

from csplan.diagnostic import Complaint
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.model import Theme
from csplan.rules import RULES, Finding, Rule
from csplan.source import Route

MOST_FINDINGS = 200


def check(workspace: Workspace, rules: tuple[Rule, ...] = RULES) -> list[Complaint]:
    """Every complaint about the files that were asked for, those of reading them included."""
    found = set(workspace.complaints)
    for plan in workspace.plans:
        for file in plan.files:
            if plan.is_chosen(file):
                found.update(_complaints(file, plan, rules))
    return sorted(found)


def _complaints(file: LoadedFile, plan: LoadedPlan, rules: tuple[Rule, ...]) -> Iterator[Complaint]:
    for rule in rules:
        findings = _distinct(rule.check(file, plan))
        for route, words in islice(findings, MOST_FINDINGS):
            address = _address(file, route)
            message = f"{address}: {words}" if address else words
            yield Complaint(file.path, file.tree.locate(route), rule.id, rule.severity, message)
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


def _address(file: LoadedFile, route: Route) -> str:
    """The address of the action or milestone that a route leads into; empty outside of them."""
    if not isinstance(file.model, Theme) or "actions" not in route:
        return ""
    sub, (_, number, *rest) = route[: route.index("actions")], route[route.index("actions") :]
    chapter = file.model.sub_themes[int(sub[1])] if sub else file.model
    ref = chapter.actions[int(number)].ref
    return f"{ref}.{int(rest[1]) + 1}" if rest[:1] == ["milestones"] else ref
