"""What nearly all indicators of a plan say of themselves, so that the rest are seen to lack it."""

from collections.abc import Iterator
from functools import lru_cache

from csplan.load import LoadedFile, LoadedPlan, Measured

_FEWEST = 5
_SHARE = 0.8


def usual_lacking(file: LoadedFile, whole: Measured, plan: LoadedPlan) -> Iterator[str]:
    """The keys that an indicator lacks and four in five of the plan have: `lead` and `code`.

    An indicator is led by who leads its theme or its part of one, too.
    """
    has_lead, has_code = _usual(plan)
    places = ((), whole.route[:-2])
    led = any(route[-2] == "lead" and route[:-2] in places for route, _ in file.leads)
    if has_lead and not whole.indicator.lead and not led:
        yield "lead"
    if has_code and not whole.indicator.code:
        yield "code"


@lru_cache(1)
def _usual(plan: LoadedPlan) -> tuple[bool, bool]:
    """Whether indicators of a plan have a lead as a rule, and whether they have a code.

    Where every code has a number, what has none is in no list. Where some are `Local`, it lacks it.
    """
    every = [each.indicator for file in plan.files for each in file.measures if not each.row]
    least = max(_FEWEST, _SHARE * len(every))
    codes = [each.code for each in every if each.code]
    is_told = any(not any(map(str.isdigit, code)) for code in codes)
    return sum(bool(each.lead) for each in every) >= least, is_told and len(codes) >= least
