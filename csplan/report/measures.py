"""The indicators of a chapter: a table of all, and what there is to say of each."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from csplan.figures.units import read_unit
from csplan.load import read_series
from csplan.model import EVERY_PERIOD, Indicator, Row
from csplan.query import Reading, readings, starts_month
from csplan.report import desk as on
from csplan.report import shapes
from csplan.report.desk import Desk
from csplan.report.figures import with_commas
from csplan.report.grid import Cells, grid, several, words
from csplan.report.history import History, by_period, history
from csplan.report.remarks import remarks
from csplan.report.runs import Block, Cell, Inline, Line, Table, TableKind, cell, rated, said, tone
from csplan.report.series import Standing, series
from csplan.report.text import plain

_KINDS = {"key": "Main measure", "supporting": "Supporting measure"}
_BETTER = {
    "increase": "higher is better",
    "decrease": "lower is better",
    "monitor": "watched only",
}
_AS_REPORTED = "Ratings are as reported where no target is stated."
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_PER = re.compile(r"\s*per\b", re.IGNORECASE)


class MeasureWriter:
    """Writes the indicators of one file as they stand on the last day of the plan's term.

    What became known later of the plan's own years belongs to them.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        plan, found = desk.plan.plan, readings(desk.plan, desk.file, desk.as_at, date.max)
        self._readings = {(id(each.indicator), id(each.row)): each for each in found}
        of_rating = plan is not None and plan.direction_of_travel == "rating"
        self._direction = (
            "Direction of travel of the rating" if of_rating else "Direction of travel"
        )

    def indicators(
        self, found: Sequence[Indicator], holder_id: str, caption: str
    ) -> tuple[tuple[Table, ...], tuple[shapes.Measure, ...]]:
        """The table of the indicators, and those of which there is more to say."""
        measures = [self._measure(indicator, holder_id) for indicator in found]
        more = tuple(measure for measure in measures if measure.id)
        columns = self._overview(found, measures)
        kind: TableKind = (
            "measures" if sum(any(each.cells) for each in columns) > 3 else "indicators"
        )
        notes = on.texts("Note", [_AS_REPORTED if any(map(self._is_as_reported, found)) else ""])
        tables = grid(kind, caption, columns)
        details = tuple(notes)
        return tuple(table._replace(details=details) for table in tables), more

    def _is_as_reported(self, indicator: Indicator) -> bool:
        parts = (self._readings[id(indicator), id(row)] for row in (None, *indicator.rows))
        rated_alone = (each for each in parts if not (each.computed or each.measure.target))
        return any(tone(each.stated) for each in rated_alone)

    def _overview(
        self, found: Sequence[Indicator], measures: Sequence[shapes.Measure]
    ) -> list[Cells]:
        whole = [self._readings[id(indicator), id(None)] for indicator in found]
        standings = [self._standing(indicator) for indicator in found]
        codes = [plain(indicator.code or "") for indicator in found]
        are_national = all(code.startswith("NI ") for code in codes if code)
        return [
            Cells("Measure", [*map(_named, whole, measures)]),
            Cells("National code" if are_national else "Code", [*map(words, codes)], "No code"),
            Cells("Use", [words(_KINDS.get(each.kind or "", "")) for each in found], "Not said"),
            Cells("Latest figure", [each.figure for each in standings], "No figure"),
            Cells("Target", [each.target for each in standings], "No target"),
            Cells("Rating", [each.rating for each in standings], "Not rated"),
            Cells(self._direction, [each.direction for each in standings]),
        ]

    def _standing(self, indicator: Indicator, row: Row | None = None) -> Standing:
        reading = self._readings[id(indicator), id(row)]
        direction = reading.direction
        misleads = direction and self._is_of_earlier_figures(reading)
        adds_nothing = misleads or (
            reading.moved.startswith("unchanged") and "unchanged" in (direction, reading.turned)
        )
        return Standing(
            figure=words(latest_figure(reading)),
            target=words(aim(reading), aim_apart(reading)),
            rating=several([both(reading.stated, reading.computed)]),
            direction=several(
                [both(direction, reading.turned)], "" if adds_nothing else plain(reading.moved)
            ),
        )

    def _is_of_earlier_figures(self, row: Reading) -> bool:
        """Whether it is a row without the latest figure, of which what is stated speaks."""
        whole = self._readings[id(row.indicator), id(None)].days
        return bool(row.days and whole and row.days.last < whole.last)

    def _measure(self, indicator: Indicator, holder_id: str) -> shapes.Measure:
        """All that the table of all does not hold; without an id if that is nothing."""
        whole, *others = (self._readings[id(indicator), id(row)] for row in (None, *indicator.rows))
        details = tuple(remarks(whole, others, self._desk))
        rows = [self._standing(indicator, row) for row in indicator.rows]
        figures = series(indicator, self._standing(indicator), rows, starts_month(self._desk.plan))
        explanation = self._desk.prose(indicator.explanation)
        if explanation and not whole.is_of_figure:
            earlier = Block("paragraph", (said("Of an earlier figure this was said:"),))
            explanation = (earlier, *explanation)
        title = plain(indicator.indicator)
        is_more = details or figures or explanation
        own_id = self._desk.take(f"{holder_id}-{title}") if is_more else ""
        unit = on.texts("Unit", [indicator.unit if figures else ""])
        return shapes.Measure(own_id, title, (*unit, *details), figures, explanation)


def _named(reading: Reading, measure: shapes.Measure) -> Cell:
    """What is measured; in small what is counted, if no figure says it, and which way is better."""
    indicator = reading.indicator
    unit, aim = plain(indicator.unit or ""), _BETTER.get(indicator.polarity or "", "")
    with_figure = reading.value and (read_unit(unit).is_percent or _PER.match(unit))
    is_said = with_figure or unit.casefold() in measure.words.casefold()
    small = "; ".join(filter(None, ["" if is_said else unit, aim]))
    if not measure.id:
        return cell(measure.words, small)
    return Cell(((Inline("link", measure.words, f"#{measure.id}"),),), small)


def _in_unit(text: str, unit: str) -> str:
    """A figure with what it is a rate of: `19.0%`, `371.59 per 100,000 population`."""
    typed, gap, mark = plain(text).partition(" (")
    number = with_commas(typed)
    if read_unit(unit).is_percent:
        sign = "%" if _NUMBER.fullmatch(number) else ""
        return f"{number}{sign}{gap}{mark}"
    return f"{number} {plain(unit)}{gap}{mark}" if _PER.match(unit) else f"{number}{gap}{mark}"


def latest_figure(reading: Reading) -> str:
    """The latest figure with its period, or else why there is none."""
    if reading.value:
        value = _in_unit(reading.value.text, reading.indicator.unit or "")
        return plain(f"{value} ({reading.period})" if reading.period else value)
    found = list(by_period(_history(reading).values))
    return found[-1] if found else ""


def aim(reading: Reading) -> str:
    """The target that the latest figure is held against, or else all that are stated."""
    if reading.target is None:
        return "; ".join(by_period(_history(reading).target))
    unit = reading.indicator.unit if reading.target.number is not None else ""
    text = _in_unit(reading.target.text, unit or "")
    other = reading.target_period if reading.target_period != reading.period else ""
    return plain(f"{text} ({other})" if other else text)


def aim_apart(reading: Reading) -> str:
    """That the target shown is of another period than the figure; empty if it holds for it."""
    typed = reading.measure.target if reading.period else {}
    periods = set(typed) if reading.target is None else {reading.target_period}
    holding = {EVERY_PERIOD, reading.period, *_holding(reading)}
    return "for another period than the figure" if periods - holding else ""


def _holding(reading: Reading) -> Iterator[str]:
    """The periods of targets that the period of the figure is a part of."""
    month, own = starts_month(reading.plan), reading.days
    for period in read_series(("target",), reading.measure.target, "", month):
        if own and period.days and period.days.holds(own):
            yield period.text


def _history(reading: Reading) -> History:
    unit = reading.indicator.unit or ""
    return history(reading.measure, unit, starts_month(reading.plan))


def both(stated: str, computed: str) -> Line:
    """What a report stated beside what is worked out: `Red (stated; computed: amber)`.

    What stands alone was stated; a line of nothing if neither is there.
    """
    if not computed:
        return (rated(stated),) if stated else ()
    if not stated:
        return (rated(computed), *said(" (computed)"))
    if stated == computed:
        return (rated(stated), *said(" (stated and computed)"))
    other = rated(computed, computed)
    return (rated(stated), *said(" (stated; computed: "), other, *said(")"))
