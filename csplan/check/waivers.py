"""What a plan allows is taken out of what is wrong with it; what it allows in vain is put in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from csplan.diagnostic import Complaint, did_you_mean
from csplan.escape import one_line, quoted
from csplan.load import LoadedPlan, reference_key
from csplan.rules import PAGES, RULES
from csplan.source import Span

_RULES = frozenset(rule.id for rule in RULES)
_PAGES = frozenset(page.id for page in PAGES)


class Waived(NamedTuple):
    """A complaint that a plan allows: the reason, and where it is given."""

    complaint: Complaint
    reason: str
    path: str
    span: Span


class Allowed(NamedTuple):
    """The complaints about a plan that it does not allow, and those that it does."""

    complaints: set[Complaint]
    waived: list[Waived]


class _Waiver(NamedTuple):
    """One rule that is allowed on a line of a file, or in the `only` parts of a plan if any.

    `rule` is empty for a comment that cannot be read.
    """

    rule: str
    reason: str
    path: str
    span: Span
    line: int | None = None
    only: frozenset[str] = frozenset()

    def allows(self, complaint: Complaint) -> bool:
        """Whether it speaks of the place of a complaint of its rule."""
        if self.line is not None:
            return (complaint.path, complaint.waived_on) == (self.path, self.line)
        ref = reference_key(complaint.ref)
        held_by = {ref, ref.rpartition(".")[0], reference_key(Path(complaint.path).stem)}
        return not self.only or not self.only.isdisjoint(held_by)


def allow(plan: LoadedPlan, complaints: Iterable[Complaint], asked: frozenset[str]) -> Allowed:
    """The complaints about a plan, parted by what it allows; `asked` has the rules that were run.

    Those about its waivers are put in. One that is for a whole plan may have its use in a file that
    was not asked for.
    """
    waivers = [*_on_lines(plan), *_of_plan(plan)]
    faults = {waiver: fault for waiver in waivers if (fault := _fault(waiver))}
    by_rule: defaultdict[str, list[_Waiver]] = defaultdict(list)
    for waiver in waivers:
        if waiver not in faults:
            by_rule[waiver.rule].append(waiver)
    asked_for = {file.path for file in plan.files if plan.is_chosen(file)}
    found = Allowed({fault for fault in faults.values() if fault.path in asked_for}, [])
    used: set[_Waiver] = set()
    # What cannot be read may be what a waiver is for.
    is_whole = all(file.model for file in plan.files)
    for complaint in complaints:
        speaking = [each for each in by_rule.get(complaint.rule, ()) if each.allows(complaint)]
        used.update(speaking)
        if speaking:
            first = speaking[0]
            found.waived.append(Waived(complaint, first.reason, first.path, first.span))
        else:
            found.complaints.add(complaint)
    in_vain = [each for each in waivers if each not in used and each not in faults]
    left = frozenset(found.complaints)
    for waiver in in_vain if is_whole else ():
        if waiver.rule in asked and not (waiver.line is None and plan.chosen):
            found.complaints.add(_in_vain(waiver, left))
    return found


def _on_lines(plan: LoadedPlan) -> Iterator[_Waiver]:
    for file in plan.files:
        for each in file.waivers if plan.is_chosen(file) else ():
            for rule in each.rules or ("",):
                yield _Waiver(rule.casefold(), each.reason, file.path, each.span, each.line)


def _of_plan(plan: LoadedPlan) -> Iterator[_Waiver]:
    for number, each in enumerate(plan.plan.waivers if plan.plan else ()):
        only = frozenset(map(reference_key, each.only))
        for place, rule in enumerate(each.rule):
            span = plan.file.tree.locate(("waivers", number, "rule", place))
            reason = one_line(each.reason)
            yield _Waiver(rule.casefold(), reason, plan.file.path, span, only=only)


def _fault(waiver: _Waiver) -> Complaint | None:
    """Why a waiver does not hold, or None."""
    known = quoted(waiver.rule)
    if not waiver.rule:
        words = "this cannot be read; write `# csplan: allow[rule-name]` and then the reason"
    elif waiver.rule in _PAGES:
        words = f"{known} is about reading a file, which cannot be waived; mend what it says"
    elif waiver.rule not in _RULES:
        words = f"{known} is no rule{did_you_mean(waiver.rule, _RULES)}; see `csplan explain`"
    elif not waiver.reason:
        words = f"{known} is waived without a reason, so the waiver does not hold; write why"
        return Complaint(waiver.path, waiver.span, "waiver-without-reason", "warning", words)
    else:
        return None
    return Complaint(waiver.path, waiver.span, "unreadable-waiver", "warning", words)


def _in_vain(waiver: _Waiver, left: Iterable[Complaint]) -> Complaint:
    if waiver.line is None:
        where = "in this plan" if not waiver.only else "in what it is for"
    else:
        where = "on its line" if waiver.line else "after it"
    remedy = "take the waiver out"
    if waiver.line is not None and (near := _nearest(waiver, left)):
        remedy = f"move the waiver to line {near}, where it does, or take it out"
    words = f"{quoted(waiver.rule)} finds nothing {where} to waive; {remedy}"
    return Complaint(waiver.path, waiver.span, "unused-waiver", "warning", words)


def _nearest(waiver: _Waiver, left: Iterable[Complaint]) -> int:
    """The line nearest to a waiver that its rule complains of, 0 if there is none in its file."""
    at = waiver.span.line
    lines = (c.waived_on for c in left if (c.path, c.rule) == (waiver.path, waiver.rule))
    return min(lines, key=lambda line: (abs(line - at), line), default=0)
