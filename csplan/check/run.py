"""A workspace and the rules to complaints in the order of files and places."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from csplan.check.places import Places
from csplan.check.waivers import Waived, allow
from csplan.diagnostic import Complaint, Mend
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.rules import ERRORS, RULES, Finding, Rule
from csplan.rules.rule import FILES_AT_ONCE
from csplan.source import Route

MOST_FINDINGS = 200


class Checked(NamedTuple):
    """The complaints about the files that were asked for, and what their plans allow; sorted.

    `mends` has what would mend some of what rules complain of.
    """

    complaints: list[Complaint]
    waived: list[Waived]
    mends: Mapping[Complaint, Mend]


def check(workspace: Workspace, rules: tuple[Rule, ...] = RULES) -> list[Complaint]:
    """Every complaint about the files that were asked for, those of reading them included."""
    return examine(workspace, rules).complaints


def examine(
    workspace: Workspace,
    rules: tuple[Rule, ...] = RULES,
    as_at: date | None = None,
    *,
    most: int = MOST_FINDINGS,
) -> Checked:
    """Every complaint as `check` gives them, and with them those that the plans allow.

    Rules about how work stands on a day are asked only if a day is given. Of each rule there are at
    `most` so many findings in a file.
    """
    found = set(workspace.complaints)
    waived: list[Waived] = []
    mends: dict[Complaint, Mend] = {}
    asked = frozenset(rule.id for rule in rules if as_at or not rule.dated)
    for plan in workspace.plans:
        by_rules = dict(_of_plan(plan, rules, as_at, most))
        allowed = allow(plan, by_rules, asked)
        found |= allowed.complaints
        waived += allowed.waived
        kept = ((each, by_rules.get(each)) for each in allowed.complaints)
        mends |= {each: mend for each, mend in kept if mend}
    return Checked(sorted(found), sorted(waived), mends)


def errors(workspace: Workspace) -> Checked:
    """The errors about the files that were asked for, and those that their plans allow."""
    found = examine(workspace, ERRORS)
    grave = [each for each in found.complaints if each.severity == "error"]
    return found._replace(complaints=grave)


_Found = Iterator[tuple[Complaint, Mend | None]]


def _of_plan(plan: LoadedPlan, rules: tuple[Rule, ...], as_at: date | None, most: int) -> _Found:
    files = [(file, Places(file, plan)) for file in plan.files if plan.is_chosen(file)]
    # A rule that is asked of many files in a row is much faster than one asked after every other.
    for start in range(0, len(files), FILES_AT_ONCE):
        for rule in rules:
            for file, places in files[start : start + FILES_AT_ONCE]:
                found = rule.find(file, plan, as_at)
                # Most rules find nothing in most files.
                for first in found:
                    every = _distinct(chain((first,), found))
                    yield from _of_rule(rule, file, places, every, most)
                    break


def _of_rule(
    rule: Rule, file: LoadedFile, places: Places, findings: Iterator[Finding], most: int
) -> Iterator[tuple[Complaint, Mend | None]]:
    for route, words, mend, at in islice(findings, most):
        ref, agencies = places.about(route)
        message = f"{ref}: {words}" if ref else words
        begins = file.tree.locate(route)
        span = file.tree.within(route, places.before(route, at)) if at else begins
        above = begins if begins.line < span.line else None
        told = Complaint(file.path, span, rule.id, rule.severity, message, ref, agencies, above)
        yield told, mend
    for route, *_ in islice(findings, 1):
        words = f"there are more of these in this file; mend the first {most} first"
        yield Complaint(file.path, file.tree.locate(route), rule.id, rule.severity, words), None


def _distinct(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Each finding once: what stands once for all milestones of an action is found for each."""
    said: set[tuple[Route, str]] = set()
    for finding in findings:
        if finding[:2] not in said:
            said.add(finding[:2])
            yield finding
