"""Rules about what an indicator must say so that a board can judge by it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from csplan.diagnostic import listed
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Measured
from csplan.model import EVERY_PERIOD, Indicator
from csplan.rules.figures.series import broken_down
from csplan.rules.figures.usual import usual_lacking
from csplan.rules.late import late
from csplan.rules.ownership.alike import Words, words_of
from csplan.rules.rule import Finding, warning

_SAYS_UNIT = late(
    r"%|\bper (?:cent|[0-9]|head|capita)|\b(?:percentage|proportion|number|cost) of\b",
    re.IGNORECASE,
)
_SIGNS = late(r"[\s()-]+|/LAA")
_SERIES = 2


@warning
def indicator_incomplete(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An indicator does not say what it takes to judge by it.

    Every indicator has figures, says what they count (`unit`, unless its name or the figures do),
    and which way is better (`polarity`). One that is not only `supporting` also has a `source`, so
    that others can check it, a `target`, and a `baseline` or an earlier figure to be compared with.
    A baseline says which period it is for, as the figures do. What is only to `monitor` needs no
    target and no baseline. What the indicator says holds for its rows. A `supporting` one that
    other themes have too, by its code or name, needs its figures in one of them. If nearly all
    indicators of the plan have a `lead`, or a `code` even if it is `Local`, so should the rest.

    Bad:
        indicators:
          - indicator: Re-offending by young people
            kind: key
            polarity: decrease
            values: {2010/11: 32}

    Good:
        indicators:
          - indicator: Re-offending by young people
            kind: key
            unit: "%"
            polarity: decrease
            source: Police National Computer
            baseline: {2009/10: 34}
            target: 30
            values: {2010/11: 32}
    """
    for whole, rows in broken_down(file):
        lacks = tuple(_lacking(whole, [whole, *rows]))
        is_told = lacks == ("values",) and _is_elsewhere(whole, plan)
        if not is_told and (lacks := (*lacks, *usual_lacking(file, whole, plan))):
            words = f"{quoted(whole.name)} gives no {listed(lacks)}"
            yield Finding(whole.route, f"{words}; add what is known, or why it is not")
        if found := next(filter(_has_bare_baseline, (whole, *rows)), None):
            typed = found.baseline[0].last.typed.value
            words = f"{quoted(found.name)}: the baseline {quoted(typed)} does not say which period"
            write = f"it is for; write that before it, such as {quoted(f'2009/10: {typed}')}"
            yield Finding((*found.route, "baseline"), f"{words} {write}")


def _has_bare_baseline(each: Measured) -> bool:
    """Whether a figure to start from is of no period, though the others are."""
    others = (*each.values, *each.target)
    is_bare = any(period.text == EVERY_PERIOD for period in each.baseline)
    return is_bare and any(period.days for period in others)


def _is_elsewhere(whole: Measured, plan: LoadedPlan) -> bool:
    """Whether another place of the plan answers for the figures of a supporting indicator."""
    is_supporting = whole.indicator.kind == "supporting"
    return is_supporting and _answering(plan)[_identity(whole)] is not whole.indicator


@lru_cache(1)
def _answering(plan: LoadedPlan) -> Mapping[str | Words, Indicator]:
    """The indicator of each code or name that answers for its figures.

    It is the first one that has any, or that is not only supporting, or else the first.
    """
    found: dict[str | Words, Indicator] = {}
    for rank in (_has_figures, _is_main, bool):
        for file in plan.files:
            for each in file.measures:
                if not each.row and rank(each):
                    found.setdefault(_identity(each), each.indicator)
    return found


def _has_figures(each: Measured) -> bool:
    return bool(each.values)


def _is_main(each: Measured) -> bool:
    return each.indicator.kind != "supporting"


def _identity(each: Measured) -> str | Words:
    """The code of an indicator, if it is that of one measure, or the words of its name."""
    code = _SIGNS.sub("", each.indicator.code or "").casefold()
    return code if any(map(str.isdigit, code)) else words_of(each.name)


def _lacking(whole: Measured, every: list[Measured]) -> Iterator[str]:
    """The keys that an indicator lacks."""
    has_values = any(each.values for each in every)
    if not has_values:
        yield "values"
    elif not any(each.polarity for each in every):
        yield "polarity"
    if not whole.unit and not _SAYS_UNIT.search(whole.name) and _has_bare(every):
        yield "unit"
    if whole.indicator.kind != "supporting":
        yield from _of_main(whole, every, has_values=has_values)


def _of_main(whole: Measured, every: list[Measured], *, has_values: bool) -> Iterator[str]:
    if has_values and not whole.indicator.source:
        yield "source"
    if all(each.polarity == "monitor" for each in every):
        return
    if not any(each.target for each in every):
        yield "target"
    if has_values and not any(map(_has_earlier, every)):
        yield "baseline"


def _has_earlier(each: Measured) -> bool:
    """Whether a figure can be compared with one from before it, or a target with one."""
    ends = [period.days.last for period in each.values if period.days]
    begins = [period.days.first for period in each.target if period.days]
    is_before_target = bool(ends and begins) and min(ends) < max(begins)
    return bool(each.baseline) or len(each.values) >= _SERIES or is_before_target


def _has_bare(every: list[Measured]) -> bool:
    """Whether there is a number that does not say itself what it counts, such as `32`."""
    return any(
        known.figure.kind == "number"
        for each in every
        for period in each.every
        for known in period.revisions
    )


@warning
def monitored_with_target(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """An indicator that is only to be monitored has a target.

    What is only watched is never rated, so the target is printed and nothing is held against it. If
    there is something to reach, one way is better: say which.

    Bad:
        indicators:
          - indicator: Drug Rehabilitation Requirements commenced
            polarity: monitor
            unit: requirements
            target: 123
            values: {Q4 2010/11: 112}

    Good:
        indicators:
          - indicator: Drug Rehabilitation Requirements commenced
            polarity: increase
            unit: requirements
            target: 123
            values: {Q4 2010/11: 112}
    """
    del plan
    for each in file.measures:
        if each.polarity == "monitor" and each.measure.target:
            period = each.target[0]
            is_for = f" for {period.text}" if period.text else ""
            words = f"{quoted(each.name)} is only monitored, but has the target"
            words += f" {quoted(period.last.typed.value)}{is_for}, which nothing is held against"
            write = "write `polarity: increase` or `polarity: decrease`, or take the target out"
            yield Finding((*each.route, "target"), f"{words}; {write}")
