"""Rules about figures whose own notes say that they are for something else."""

import re
from collections.abc import Iterator

from csplan.dates import NotADate, read_span
from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.query import starts_month
from csplan.rules.figures.series import broken_down
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_PERIOD = late(
    r"(?:(?:(?:this|it) )?(?:is|covers|only)\s+(?:for|over|from)?|for|over|from)\s*(?:the )?"
    r"(?P<told>(?:(?:(?:two|three|four|five) years|12 months|year)\s+)?"
    r"(?P<span>(?![\w ]{0,20}(?:target|baseline))[\w/ ]{0,60}?(?:19|20)\d\d(?:/\d\d)?))"
    r" *(?:[.,;(\n]|only\b|$)",
    re.IGNORECASE,
)
_AREA = late(
    r"(?:this|it)?\s*(?:is|covers)?\s*(?:only )?(?:for|of|covers) the "
    r"(?:(?:whole|wider|larger) )?(?:area|county|city|borough|district|division|police force|"
    r"force|region)(?= (?:area|of|alone|only|as)\b|[.,;\n]|$)[^.;,\n]{0,60}",
    re.IGNORECASE,
)


@warning
def figure_of_other_period(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A figure stands under one period, and its own note says that it is for another.

    It is compared with the figures and the target of the period that it stands under, which has
    other months. Write the period that it is for in its place. What lies within the period, such as
    the autumn in which a survey was made, is not complained of. One finding stands for an
    indicator and its rows.

    Bad:
        indicators:
          - indicator: People killed or seriously injured
            values:
              2011/12:
                value: "337"
                note: For January to December 2011

    Good:
        indicators:
          - indicator: People killed or seriously injured
            values:
              January to December 2011: "337"
    """
    month = starts_month(plan)
    for whole, rows in broken_down(file):
        found = [
            (each, period, told)
            for each in (whole, *rows)
            for period in each.values
            if period.last.typed.note and (told := _told(period, month))
        ]
        for each, period, told in found[:1]:
            words = f"{quoted(each.name)}: the note says that {quoted(period.last.typed.value)} is"
            words += f" for {quoted(told)}, and it stands under {quoted(period.text)}"
            more = f" ({counted(len(found), 'figure')} in all)" if found[1:] else ""
            write = "write the period that it is for in its place"
            place = (*period.place(period.last), "note")
            yield Finding(place, f"{words}{more}; {write}")


def _told(period: Period, month: int) -> str:
    """The other period that the note of a figure names, as typed, or nothing."""
    found = _PERIOD.match(period.last.typed.note or "")
    days = period.days
    if found is None or days is None or "part year" in period.last.figure.marks:
        return ""
    for typed in (found["told"], found["span"]):
        try:
            named = read_span(typed.strip(), month)
        except NotADate:
            continue
        return "" if days.holds(named) else found["told"].strip()
    return ""


@warning
def figure_of_other_area(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The note of a figure says which area it is for, and the rest of the series is for another.

    A rate of the police force's area beside those of the county shows a change that may be none.
    Give such a figure an indicator or a row of its own, or say of each figure what it is for. One
    finding stands for an indicator and its rows.

    Bad:
        indicators:
          - indicator: All crime
            unit: per 1,000 population
            values:
              2008/09: 67
              2009/10: {value: 61.8, note: For the area of the police force}

    Good:
        indicators:
          - indicator: All crime
            unit: per 1,000 population
            values: {2008/09: 67, 2009/10: 64.2}
            rows:
              - row: The area of the police force
                values: {2009/10: 61.8}
    """
    del plan
    for whole, rows in broken_down(file):
        found = [(each, *told) for each in (whole, *rows) for told in _elsewhere(each)]
        for each, period, area in found[:1]:
            words = f"{quoted(each.name)}: {quoted(area)} is said of"
            words += f" {quoted(period.last.typed.value)} and not of the other figures, so they"
            write = "give it an indicator or a row of its own"
            place = (*period.place(period.last), "note")
            yield Finding(place, f"{words} cannot be compared; {write}")


def _elsewhere(each: Measured) -> Iterator[tuple[Period, str]]:
    """The figures whose notes name an area, if there are others that do not."""
    noted = [(period, _AREA.match(period.last.typed.note or "")) for period in each.values]
    counts = [found for period, found in noted if period.last.figure.counts]
    if None in counts:
        yield from ((period, found[0].strip()) for period, found in noted if found)
