"""Rules about indicators: what a report stated of them, beside what their figures say."""

from collections.abc import Iterator
from itertools import groupby

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.figures import Figure, is_count, is_exact, say_number, total
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.query import COLOURS, Reading
from csplan.rules.figures.series import broken_down, readings_of
from csplan.rules.rule import Finding, warning


@warning
def rating_contradicted(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A stated rating is not the one that figure, target and the plan's own key give.

    csplan works a rating out from the latest figure, its target, `polarity`, and how far amber
    reaches: `within` in the plan's `ratings`, or of the indicator. The stated one stays as it is;
    this shows the arithmetic beside it.

    Bad:
        indicators:
          - indicator: Females in treatment
            unit: "%"
            polarity: increase
            values: {2011/12: 26.0%}
            target: 29%
            within: 5%
            rating: amber

    Good:
        indicators:
          - indicator: Females in treatment
            unit: "%"
            polarity: increase
            values: {2011/12: 26.0%}
            target: 29%
            within: 5%
            rating: red
    """
    for each in readings_of(plan, file):
        if each.differs:
            period = f" for {each.period}" if each.period else ""
            words = f"{quoted(each.name)}: {each.differs}{period}, because {each.arithmetic}"
            yield Finding(each.stated_at, words)


@warning
def rating_unchecked(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A rating is stated that nothing in the plan can bear out.

    A colour says how a figure stands to a target. What is only monitored, or has no target or no
    figure, has none. The rows of an indicator are not named apart.

    Bad:
        indicators:
          - indicator: Male victims accessing services
            polarity: monitor
            values: {2011/12: "6"}
            rating: amber

    Good:
        indicators:
          - indicator: Male victims accessing services
            polarity: monitor
            values: {2011/12: "6"}
    """
    found = (each for each in readings_of(plan, file) if _is_unchecked(each))
    for _, group in groupby(found, key=lambda each: id(each.indicator)):
        first, *others = group
        is_more = others and not first.row
        more = f", with {counted(len(others), 'row')} of it stated too" if is_more else ""
        words = f"{quoted(first.name)} is stated {first.stated}{more}"
        yield Finding(first.stated_at, f"{words}; it cannot be checked: {_why(first)}")


def _is_unchecked(reading: Reading) -> bool:
    return reading.stated in COLOURS and not reading.computed and not reading.arithmetic


def _why(reading: Reading) -> str:
    if reading.value is None:
        return "there is no figure to rate; add its `values`"
    if reading.why_not == "only monitored":
        return "what is only monitored is not rated; if one way is better, say so as `polarity`"
    return reading.why_not + ("; add `target`" if reading.why_not == "no target" else "")


@warning
def direction_contradicted(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A stated direction of travel is not the one that the figures show.

    It is the direction of the value since the period before, by `polarity`: where less is better,
    a fall has `improved`. That of a month or a quarter may also be meant since the same one a year
    earlier. If plan.yaml says `direction_of_travel: rating` it is that of the rating.

    Bad:
        indicators:
          - indicator: Assaults
            unit: offences
            polarity: decrease
            values: {2010/11: "4,854", 2011/12: "3,995"}
            direction: worsened

    Good:
        indicators:
          - indicator: Assaults
            unit: offences
            polarity: decrease
            values: {2010/11: "4,854", 2011/12: "3,995"}
            direction: improved
    """
    for each in readings_of(plan, file):
        if each.direction_differs:
            words = f"direction {each.direction_differs}, because {_turn(each)}"
            yield Finding((*each.route, "direction"), f"{quoted(each.name)}: {words}")


def _turn(reading: Reading) -> str:
    if reading.turns_rating:
        was = f"its rating for {reading.before.period} was {reading.before.computed}"
        return f"{was}, and for {reading.period} it is {reading.computed}"
    better = "less" if reading.polarity == "decrease" else "more"
    return f"the value is {reading.moved}, and {better} is better"


@warning
def rows_mismatch(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The rows of an indicator's breakdown do not make its whole.

    Only whole numbers are added up, and only in periods in which every row has its figure.

    Bad:
        indicators:
          - indicator: Assaults
            unit: offences
            values: {2011/12: "1,051"}
            rows:
              - row: Amber Valley
                values: {2011/12: "605"}
              - row: Bolsover
                values: {2011/12: "437"}

    Good:
        indicators:
          - indicator: Assaults
            unit: offences
            values: {2011/12: "1,042"}
            rows:
              - row: Amber Valley
                values: {2011/12: "605"}
              - row: Bolsover
                values: {2011/12: "437"}
    """
    del plan
    for whole, rows in broken_down(file):
        for period, parts in _by_period(whole, rows) if rows else ():
            if words := _difference(period, parts, whole.unit):
                yield Finding(period.place(period.last), f"{quoted(whole.name)}: {words}")


def _by_period(whole: Measured, rows: list[Measured]) -> Iterator[tuple[Period, list[Figure]]]:
    """Each period of the whole with the figures of the rows, where every row has one."""
    series = [{each.days: each for each in row.values if not each.problem} for row in rows]
    for period in whole.values:
        same = [row[period.days].last.figure for row in series if period.days in row]
        if len(same) == len(rows) and not period.problem:
            yield period, same


def _difference(period: Period, rows: list[Figure], unit: str) -> str:
    whole = period.last.figure
    figures = [whole, *rows]
    made = total(rows)
    if made is None or not all(map(is_exact, figures)) or not is_count(unit, figures):
        return ""
    assert whole.number is not None
    apart = made.total - whole.number
    if not apart:
        return ""
    during = f" in {period.text}" if period.text else ""
    return (
        f"the rows make {say_number(made.total, 'number')}{during}, which is"
        f" {say_number(abs(apart), 'number')} {'more' if apart > 0 else 'less'} than the whole,"
        f" {quoted(whole.text)}; correct the one that is wrong"
    )
