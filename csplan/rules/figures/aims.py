"""Rules about targets beside what they start from."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csplan.escape import quoted
from csplan.figures import Figure, is_exact, read_figure, read_target, say_number
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.query.targets import is_share
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_MIDDLE = late(
    r"\b(?:middle|mid-?point|half-?way)\b[^.;]{0,30}\bbaseline\b[^.;]{0,30}\btarget (?:for|of)\s+"
    r"(?P<period>[\w /]*\w)",
    re.IGNORECASE,
)

_CALLED = late(
    r"\bbaseline\b.{0,200}?(?P<number>\d[\d,.]*%?),? (?:which is |that is )?the "
    r"(?:middle|mid-?point) (?:between|of) (?:the two|both|them)\b",
    re.IGNORECASE | re.DOTALL,
)


class _Start(NamedTuple):
    """What a target starts from, and what that is called."""

    figure: Figure
    called: str


@warning
def target_behind_baseline(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A target is on the wrong side of where the indicator started.

    Where less is better, a target above the baseline is reached by getting worse. Without a
    baseline it is held against the last figure from before its own period, if that is for as long a
    time, or a percentage or rate. Either a figure or the `polarity` is wrong, or the target had
    been overtaken before it began, or getting no worse than that is all that is hoped for, which
    the `note` of the target then says.

    Bad:
        indicators:
          - indicator: Assaults
            unit: offences
            polarity: decrease
            baseline: {2009/10: "4,854"}
            target: {2010/11: "5,000"}

    Good:
        indicators:
          - indicator: Assaults
            unit: offences
            polarity: decrease
            baseline: {2009/10: "4,854"}
            target: {2010/11: "4,600"}
    """
    del plan
    for each in file.measures:
        wrong = list(_behind(each)) if each.target else []
        for period, words in wrong[:1]:
            more = f", and so are later ones ({len(wrong)} in all)" if wrong[1:] else ""
            better = "less" if each.polarity == "decrease" else "more"
            told = f"{quoted(each.name)}: {words}{more}, and {better} is better"
            write = "correct the one that is wrong, or say in a `note` of the target why"
            yield Finding(period.place(period.last), f"{told}; {write}")


def _behind(each: Measured) -> Iterator[tuple[Period, str]]:
    if each.polarity not in ("increase", "decrease"):
        return
    for period in each.target:
        target = read_target(period.last.typed.value, each.unit).figure
        start = _start(each, period)
        if not target or not start or period.last.typed.note:
            continue
        if _is_worse(target, start.figure, each.polarity):
            side = "more" if each.polarity == "decrease" else "less"
            is_for = f" for {period.text}" if period.text else ""
            words = f"the target {quoted(target.text)}{is_for} is {side} than {start.called}"
            yield period, words


def _is_worse(target: Figure, start: Figure, polarity: str) -> bool:
    if target.kind != start.kind or target.number is None or start.number is None:
        return False
    apart = target.number - start.number
    apart = apart if polarity == "decrease" else -apart
    return apart > target.half + start.half


def _start(each: Measured, target: Period) -> _Start | None:
    """The last baseline, or the last figure from before the period of a target."""
    for period in reversed(each.baseline):
        if is_exact(period.last.figure) and not (period.days and period.days == target.days):
            return _Start(period.last.figure, f"the baseline {_of(period)}")
    before = [period for period in each.values if _is_before(period, target, each.unit)]
    if each.baseline or not before:
        return None
    last = max(before, key=_ends)
    return _Start(last.last.figure, f"the figure {_of(last)} already was")


def _of(period: Period) -> str:
    typed = quoted(period.last.typed.value)
    return f"{typed} for {period.text}" if period.text else typed


def _ends(period: Period) -> int:
    return period.days.last.toordinal() if period.days else 0


def _is_before(period: Period, target: Period, unit: str) -> bool:
    if not (period.days and target.days and is_exact(period.last.figure)):
        return False
    is_like = is_share(period.last.figure, unit) or period.days.months == target.days.months
    return period.days.last < target.days.first and is_like


@warning
def target_not_halfway(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A target is said to be the middle between the baseline and a later target, and is not.

    Either the target was mistyped, or it was set otherwise than the `note` says. Rounding is
    allowed for.

    Bad:
        indicators:
          - indicator: Substance misuse by young people
            unit: "%"
            polarity: decrease
            baseline: {2008/09: 10.9%}
            target:
              2009/10:
                value: 10.5%
                note: The middle between the baseline and the target for 2010/11.
              2010/11: 8.5%

    Good:
        indicators:
          - indicator: Substance misuse by young people
            unit: "%"
            polarity: decrease
            baseline: {2008/09: 10.9%}
            target:
              2009/10:
                value: 9.7%
                note: The middle between the baseline and the target for 2010/11.
              2010/11: 8.5%
    """
    del plan
    for each in file.measures:
        if each.baseline and each.target:
            yield from _noted(each)
            yield from _explained(each)


def _noted(each: Measured) -> Iterator[Finding]:
    for period in each.target:
        found = _MIDDLE.search(period.last.typed.note or "")
        later = next((one for one in each.target if found and one.text == found["period"]), None)
        if later and (words := _not_halfway(each, period.last.figure, later)):
            yield Finding(period.place(period.last), f"{quoted(each.name)}: {words}")


def _explained(each: Measured) -> Iterator[Finding]:
    """What an explanation calls the middle, after it has named the baseline and the target."""
    found = _CALLED.search(" ".join((each.indicator.explanation or "").split()))
    last = each.target[-1]
    if found and last.last.figure.text in found[0] and each.row is None:
        said = read_figure(found["number"], each.unit)
        if words := _not_halfway(each, said, last):
            yield Finding((*each.route, "explanation"), f"{quoted(each.name)}: {words}")


def _not_halfway(each: Measured, said: Figure, later: Period) -> str:
    """What the middle is, if it is not the target that a note calls so."""
    ends = (each.baseline[-1].last.figure, said, later.last.figure)
    numbers = [figure.number for figure in ends if is_exact(figure) and figure.number is not None]
    if len(numbers) < len(ends) or len({figure.kind for figure in ends}) > 1:
        return ""
    middle = (numbers[0] + numbers[2]) / 2
    if abs(middle - numbers[1]) <= sum(figure.half for figure in ends):
        return ""
    first, target, last = (quoted(figure.text) for figure in ends)
    return (
        f"the target {target} is called the middle between {first} and {last},"
        f" which is {say_number(middle, ends[1].kind)}; correct the one that is wrong"
    )
