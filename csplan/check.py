"""A workspace and the rules to complaints in the order of files and places."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice

from csplan.diagnostic import Complaint
from csplan.load import LoadedFile, LoadedPlan, Workspace
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
    addresses = dict(_addresses(file))
    for rule in rules:
        found = rule.check(file, plan)
        # Most rules find nothing in most files.
        for first in islice(found, 1):
            yield from _of_rule(rule, file, addresses, _distinct(chain((first,), found)))


def _of_rule(
    rule: Rule, file: LoadedFile, addresses: Mapping[Route, str], findings: Iterator[Finding]
) -> Iterator[Complaint]:
    for route, words in islice(findings, MOST_FINDINGS):
        address = _address(addresses, route)
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


def _addresses(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    for work in file.works:
        yield work.route, work.ref
        for number in range(len(work.action.milestones)):
            yield (*work.route, "milestones", number), f"{work.ref}.{number + 1}"
    for asked in file.asked:
        yield asked.route, f"expectation {asked.expectation.ref}"


def _address(addresses: Mapping[Route, str], route: Route) -> str:
    """What a route leads into goes by: an action, milestone or expectation; empty outside."""
    within = (route[:end] for end in range(len(route), 0, -1))
    return next((addresses[each] for each in within if each in addresses), "")
