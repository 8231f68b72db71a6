"""Rules about codes of indicators, such as `NI 39`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import matters
from csplan.model import Indicator
from csplan.rules.late import late
from csplan.rules.ownership.alike import words_of
from csplan.rules.rule import Finding, information, warning
from csplan.rules.whole import Found, of_plan
from csplan.source import Route

_SIGNS = late(r"[\s()-]+")
_LETTERS = late(r"(?P<letters>[^\W\d_]+)(?P<joined>[ -]?(?=\d))?")


@warning
def shared_code(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two indicators of a plan have the same code and different names.

    A code such as `NI 39` stands for one measure. Either a code is wrong, or one measure has two
    names and readers take it for two.

    Bad:
        indicators:
          - indicator: Rate of hospital admissions for alcohol
            code: NI 39
          - indicator: People killed or seriously injured on the roads
            code: NI 39

    Good:
        indicators:
          - indicator: Rate of hospital admissions for alcohol
            code: NI 39
          - indicator: People killed or seriously injured on the roads
            code: NI 47
    """
    yield from _shared(file, plan)


@of_plan
def _shared(plan: LoadedPlan) -> Found:
    first: dict[str, str] = {}
    found = []
    for file, route, indicator, code in _coded(plan):
        other = first.setdefault(code, indicator.indicator)
        if words_of(other) != words_of(indicator.indicator):
            words = f"{quoted(indicator.indicator)} has the code {quoted(indicator.code or '')} of "
            words += f"{quoted(other)}; correct the code, or use one name for both"
            found.append((file, Finding((*route, "code"), words)))
    return tuple(found)


def _coded(plan: LoadedPlan) -> Iterator[tuple[LoadedFile, Route, Indicator, str]]:
    """The indicators whose code has a number; `Local` is no code of one measure."""
    for file in plan.files:
        for route, _, matter in matters(file.model) if file.model else ():
            for number, indicator in enumerate(matter.indicators):
                code = _SIGNS.sub("", indicator.code or "").casefold()
                if any(map(str.isdigit, code)):
                    yield file, (*route, "indicators", number), indicator, code


@information
def code_written_otherwise(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The code of an indicator is written in another way than most of the plan's codes.

    `NI111/laa` stands beside `NI 20/LAA`. It is the same list, but who searches for `NI 111` does
    not find it. Capitals, and the space or hyphen between letters and number, are compared with
    those that the same letters have elsewhere.

    Bad:
        indicators:
          - {indicator: Repeat incidents of domestic violence, code: NI 32}
          - {indicator: Serious violent crime, code: NI 15}
          - {indicator: First time entrants to youth justice, code: ni111}

    Good:
        indicators:
          - {indicator: Repeat incidents of domestic violence, code: NI 32}
          - {indicator: Serious violent crime, code: NI 15}
          - {indicator: First time entrants to youth justice, code: NI 111}
    """
    for each in file.measures:
        code = each.indicator.code if each.row is None else None
        usual = code and _LETTERS.sub(lambda found: _usual(plan)[_kind(found)], code)
        if code and usual and usual != code:
            words = f"the code {quoted(code)} is not written as the plan's other codes are; write"
            yield Finding((*each.route, "code"), f"{words} {quoted(usual)}")


@lru_cache(1)
def _usual(plan: LoadedPlan) -> Mapping[tuple[str, bool], str]:
    """How the letters of codes are mostly written, with what joins them to a number."""
    ways: dict[tuple[str, bool], Counter[str]] = {}
    for file in plan.files:
        for each in file.measures:
            code = each.indicator.code if each.row is None else None
            for found in _LETTERS.finditer(code or ""):
                ways.setdefault(_kind(found), Counter())[found[0]] += 1
    return {kind: often.most_common(1)[0][0] for kind, often in ways.items()}


def _kind(found: re.Match[str]) -> tuple[str, bool]:
    return found["letters"].casefold(), found["joined"] is not None
