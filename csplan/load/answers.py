"""Whether an expectation has an answer, in its own response or elsewhere in the plan."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from csplan.load.index import Asked, Work
from csplan.load.loaded import LoadedFile, LoadedPlan
from csplan.load.references import expectation_key

_NO_RESPONSE = re.compile(
    r"(?:tb[acd]|to be (?:added|agreed|completed|confirmed|decided|drafted)|awaited|pending|"
    r"none yet|no response|\?+|-+|x{2,})\W*",
    re.IGNORECASE,
)
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
    if _is_response(expectation.response):
        return Answer("answered", works)
    if expectation.not_applicable:
        return Answer("not applicable", works)
    if works:
        return Answer("by action", works)
    if not expectation.see and not expectation.other_documents:
        return Answer("unanswered", works)
    return Answer("by reference", works, () if id(asked) in _reached(plan) else expectation.see)


def _is_response(text: str | None) -> bool:
    return bool(text) and not _NO_RESPONSE.fullmatch(text.strip() if text else "")


# Each expectation of a plan asks, and one walk answers all of them.
@lru_cache(1)
def _reached(plan: LoadedPlan) -> frozenset[int]:
    """The expectations from which a way along `see` ends in an answer, by identity.

    The ways are walked backwards from the answers, each once, so circles need no care. What
    names something that is not there is not said to lead nowhere: another rule says so.
    """
    every = [asked for file in plan.files for asked in file.asked]
    named_by: dict[int, list[Asked]] = {}
    waiting: list[Asked] = []
    for asked in every:
        if _has_answer(plan, asked) or _leads_out(plan, asked):
            waiting.append(asked)
        for text in asked.expectation.see:
            for _, other in plan.by_expectation.get(expectation_key(text), ()):
                named_by.setdefault(id(other), []).append(asked)
    found: set[int] = set()
    while waiting:
        asked = waiting.pop()
        if id(asked) not in found:
            found.add(id(asked))
            waiting += named_by.get(id(asked), ())
    return frozenset(found)


def _has_answer(plan: LoadedPlan, asked: Asked) -> bool:
    found = asked.expectation
    is_met = expectation_key(found.ref) in plan.met_by
    told = found.not_applicable or found.other_documents
    return _is_response(found.response) or bool(told) or is_met


def _leads_out(plan: LoadedPlan, asked: Asked) -> bool:
    """Whether it names what is no expectation: an action, a theme, or what is not there."""
    return any(expectation_key(text) not in plan.by_expectation for text in asked.expectation.see)
