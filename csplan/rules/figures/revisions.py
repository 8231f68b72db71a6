"""Rules about when figures became known: before their period had ended, and in which order."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from csplan.dates import Days, say_day
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Revision, is_ahead
from csplan.rules.rule import Finding, warning


@warning
def figure_before_period_end(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A figure became known before the period that it is for had ended.

    The whole of a year or a quarter cannot be counted before it is over. Either the day is wrong,
    or the figure is for a part of the period, or it is an estimate or a prediction: then it says
    so, as `612 (part year)`, `800 (estimated)` or `800 (predicted)`. Until its period has ended a
    figure that says nothing of the kind is left out.

    Bad:
        indicators:
          - indicator: Assaults
            values:
              2011/12: {value: 612, on: 31 December 2011}

    Good:
        indicators:
          - indicator: Assaults
            values:
              2011/12: {value: 612 (part year), on: 31 December 2011}
    """
    del plan
    for each in file.measures:
        for period in each.values:
            for known in period.revisions:
                if period.days and (words := _too_early(known, period.days)):
                    of = f"{quoted(known.typed.value)} for {period.text}"
                    place = (*period.place(known), "on")
                    yield Finding(place, f"{quoted(each.name)}: {of} {words}")


def _too_early(revision: Revision, days: Days) -> str:
    on, figure = revision.on, revision.figure
    if not on or on >= days.last or not figure.counts or is_ahead(figure):
        return ""
    return (
        f"became known on {say_day(on)}, before the period ended on {say_day(days.last)}; correct"
        " the day, or write `(part year)` or `(estimated)` after the figure"
    )


@warning
def revisions_out_of_order(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The figures of one period are not in the order in which they became known.

    A figure that was revised is a list: what it was first, and then each later figure with the day
    on which it became known. The one with the latest day counts. Only the first one needs no day:
    it counts from the last day of its period.

    Bad:
        indicators:
          - indicator: Assaults
            values:
              2010/11: [4,860, 4,854]
              2011/12:
                - {value: 998, on: 14 July 2012}
                - {value: 990, on: 1 May 2012}

    Good:
        indicators:
          - indicator: Assaults
            values:
              2011/12:
                - 990
                - {value: 998, on: 14 July 2012}
    """
    del plan
    for each in file.measures:
        for period in each.every:
            if len(period.revisions) > 1:
                for number, words in _out_of_order(period.revisions):
                    yield Finding((*period.route, number), f"{quoted(each.name)}: {words}")


def _out_of_order(known: tuple[Revision, ...]) -> Iterator[tuple[int, str]]:
    """What is wrong with the order of a period's figures, each with its place in the list."""
    # A day that cannot be read is complained of as such.
    listed = sorted((each for each in known if each.on or not each.typed.on), key=_number)
    without = [each for each in listed if each.on is None]
    for first, after in pairwise(without):
        pair = f"neither {_value(first)} nor {_value(after)} has a day"
        words = f"{pair}; say when the later one became known, as `on: 14 July 2011`"
        yield after.number, words
    # Several without a day are complained of already.
    for first, after in pairwise(each for each in listed if each not in without[1:]):
        if first.on and _day(after) < first.on:
            said = f"is of {say_day(after.on)}" if after.on else "gives no day"
            pair = f"{_value(after)} {said} and stands after {_value(first)}"
            words = f"{pair} of {say_day(first.on)}; put what became known first before it"
            yield after.number, words


def _number(revision: Revision) -> int:
    return revision.number


def _value(revision: Revision) -> str:
    return quoted(revision.typed.value)


def _day(revision: Revision) -> date:
    return revision.on or revision.known
