"""The rule about codes of indicators, such as `NI 39`."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import matters
from csplan.model import Indicator
from csplan.rules.late import late
from csplan.rules.ownership.alike import words_of
from csplan.rules.rule import Finding, warning
from csplan.rules.whole import Found, of_plan
from csplan.source import Route

_SIGNS = late(r"[\s()-]+")


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
