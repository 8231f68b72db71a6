"""Whether an expectation has an answer, in its own response or elsewhere in the plan."""

from typing import Literal, NamedTuple

from csplan.load.index import Asked, Work, expectation_key, reference_key
from csplan.load.loaded import LoadedFile, LoadedPlan

Status = Literal["answered", "by action", "by reference", "not applicable", "unanswered"]


class Answer(NamedTuple):
    """What answers an expectation.

    `works` are the actions that meet it. `leads_nowhere` names what it refers to if all of that
    is unanswered itself.
    """

    status: Status
    works: tuple[tuple[LoadedFile, Work], ...]
    leads_nowhere: tuple[str, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether the partnership has not answered, here or by what is referred to."""
        return self.status == "unanswered" or bool(self.leads_nowhere)


def answer(plan: LoadedPlan, asked: Asked) -> Answer:
    """What a plan says to an expectation of it."""
    expectation = asked.expectation
    works = plan.met_by.get(expectation_key(expectation.ref), ())
    if expectation.response:
        return Answer("answered", works)
    if expectation.not_applicable:
        return Answer("not applicable", works)
    if works:
        return Answer("by action", works)
    if not expectation.see and not expectation.other_documents:
        return Answer("unanswered", works)
    return Answer("by reference", works, () if _is_answered(plan, asked) else expectation.see)


def _is_answered(plan: LoadedPlan, asked: Asked) -> bool:
    """Whether a way along `see` ends in an answer; ways in a circle do not."""
    waiting, been = [asked], {asked.expectation.ref}
    while waiting:
        found = waiting.pop().expectation
        if found.response or found.not_applicable or found.other_documents:
            return True
        if expectation_key(found.ref) in plan.met_by:
            return True
        for text in found.see:
            if reference_key(text) in plan.by_reference or text in plan.stems:
                return True
            for _, other in plan.by_expectation.get(expectation_key(text), ()):
                if other.expectation.ref not in been:
                    been.add(other.expectation.ref)
                    waiting.append(other)
    return False
