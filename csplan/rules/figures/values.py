"""Rules about the figures of indicators: whether they and their periods can be read."""

from collections.abc import Iterator

from csplan.dates import Days
from csplan.escape import quoted
from csplan.figures import Figure, read_target
from csplan.load import LoadedFile, LoadedPlan, Period, Series
from csplan.model import EVERY_PERIOD
from csplan.query import read_tolerance
from csplan.rules.figures.series import tolerances_of
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_NUMBER = late(r"[0-9][0-9.,/-]*")


@warning
def unreadable_figure(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A figure of an indicator, or how far amber reaches, cannot be read.

    A figure is a number, a percentage or money, as people write it, with a remark such as
    `(provisional)` if it needs one; or it is why there is none, such as `not yet due`. Any other
    text is published as it was typed, but has no part in ratings, changes and sums.

    Bad:
        indicators:
          - indicator: Assaults
            unit: offences
            values:
              2010/11: 5,50
              2011/12: about four thousand

    Good:
        indicators:
          - indicator: Assaults
            unit: offences
            values:
              2010/11: 5,501
              2011/12: about 4,000
    """
    del plan
    for each in file.measures:
        for period in (*each.values, *each.baseline):
            for known in period.revisions:
                if words := "" if known.figure.counts else _unread(period, known.figure):
                    yield Finding(period.place(known), f"{quoted(each.name)}: {words}")
    for route, text in tolerances_of(file):
        if read_tolerance(text) is None:
            words = f"{quoted(text)} does not say how far amber reaches"
            yield Finding(route, f"{words}; write such as `5%` of the target, or `5 points`")


def _unread(period: Period, figure: Figure) -> str:
    text = figure.text
    if figure.kind == "wish":
        return f"{quoted(text)} is an aim; write the number, or why there is none"
    if figure.kind != "unreadable":
        return ""
    if period.text == EVERY_PERIOD and len(_NUMBER.findall(text)) > 1 and " " in text.strip():
        words = f"{quoted(text)} holds several numbers; write one line for each period"
        return f"{words}, such as `2010/11: 1,424`"
    return figure.reason


@warning
def unclear_target(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A target holds a number, but it was not understood, so nothing is rated by it.

    A target is understood if all of its words are: a number with what it counts (the `unit`), or
    with `no more than`, `below`, `at least` or `or more`; or a change, such as `5% reduction`,
    `2 percentage point reduction`, `Annual decrease` or `Maintain`, `on 2021/22`, `from the
    baseline`, `on the same quarter last year` or `each year`. Any other target is published as it
    was typed. One without a number, such as `Top quartile`, is not complained of.

    Bad:
        indicators:
          - indicator: Repeat referrals
            unit: "%"
            target: 28% to 40%

    Good:
        indicators:
          - indicator: Repeat referrals
            unit: "%"
            target: at least 28%
    """
    del plan
    for each in file.measures:
        for period in each.target:
            for known in period.revisions:
                target = read_target(known.typed.value, each.unit)
                if target.sense == "words" and any(map(str.isdigit, target.text)):
                    words = _unclear(target.reason, target.text, each.unit)
                    yield Finding(period.place(known), f"{quoted(each.name)}: {words}")


def _unclear(reason: str, text: str, unit: str) -> str:
    words = f"the target {quoted(text)} was not understood, so it is shown but nothing is rated"
    if reason:
        return f"{words} by it; {reason}"
    with_unit = "" if unit else ", with what it counts as `unit`"
    return (
        f"{words} by it; write one number{with_unit}, such as `no more than 120`, or one change,"
        " such as `5% reduction on 2021/22`, and the rest as a `note`"
    )


@warning
def unreadable_figure_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A figure stands under a period that cannot be read.

    Only periods with their year can be put in order, so that the latest figure is known and is
    held against the target of its own period. Other figures are published as they were typed.

    Bad:
        indicators:
          - indicator: Assaults
            values:
              last year: 4,854
              Q4: 3,995

    Good:
        indicators:
          - indicator: Assaults
            values:
              2010/11: 4,854
              Q4 2011/12: 3,995
    """
    del plan
    for each in file.measures:
        for period in each.every:
            if period.problem:
                yield Finding(period.route, f"{quoted(each.name)}: {period.problem}")


@warning
def repeated_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A series has two figures for the same period, spelt in two ways.

    Only one of the two can be right. A figure that was revised is a list under one period.

    Bad:
        indicators:
          - indicator: Assaults
            values:
              2011/12: 3,995
              April 2011 to March 2012: 3,955

    Good:
        indicators:
          - indicator: Assaults
            values:
              2010/11: 4,854
              2011/12: 3,995
    """
    del plan
    for each in file.measures:
        for series in (each.values, each.target, each.baseline):
            for route, words in _repeated(series):
                yield Finding(route, f"{quoted(each.name)}: {words}")


def _repeated(series: Series) -> Iterator[tuple[Route, str]]:
    first: dict[Days, str] = {}
    for period in series if len(series) > 1 else ():
        other = first.setdefault(period.days, period.text) if period.days else period.text
        if other != period.text:
            words = f"{quoted(period.text)} is the same period as {quoted(other)}; keep one of them"
            yield period.route, f"{words}, or make one list of both if the figure was revised"
