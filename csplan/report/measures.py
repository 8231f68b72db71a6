"""The indicators of a chapter: a table of all, and what there is to say of each."""

from collections.abc import Iterator, Sequence

from csplan.model import Indicator, Row
from csplan.query import Reading, readings
from csplan.query.series import starts_month
from csplan.report import desk as on
from csplan.report import shapes
from csplan.report.desk import Desk
from csplan.report.figures import with_commas
from csplan.report.grid import Cells, grid, words
from csplan.report.runs import Cell, Detail, Inline, Table, TableKind, cell
from csplan.report.series import Standing, by_period, noted, series
from csplan.report.text import plain

_KINDS = {"key": "Main measure", "supporting": "Supporting measure"}
_BETTER = {
    "increase": "Higher is better",
    "decrease": "Lower is better",
    "monitor": "Watched only, and not rated",
}
_EXCEPTIONS = {"positive": "As something positive", "concern": "As a concern"}


class MeasureWriter:
    """Writes the indicators of one file as they stand on the last day of the plan's term."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        plan, found = desk.plan.plan, readings(desk.plan, desk.file, desk.as_at)
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
        return grid(kind, caption, columns), more

    def _overview(
        self, found: Sequence[Indicator], measures: Sequence[shapes.Measure]
    ) -> list[Cells]:
        standings = [self._standing(indicator) for indicator in found]
        codes = [plain(indicator.code or "") for indicator in found]
        are_national = all(code.startswith("NI ") for code in codes if code)
        return [
            Cells("Measure", [_named(measure) for measure in measures]),
            Cells("National code" if are_national else "Code", [*map(words, codes)], "No code"),
            Cells("Use", [words(_KINDS.get(each.kind or "", "")) for each in found], "Not said"),
            Cells("Latest figure", [each.figure for each in standings], "No figure"),
            Cells("Target", [each.target for each in standings], "No target"),
            Cells("Rating", [each.rating for each in standings], "Not rated"),
            Cells(self._direction, [each.direction for each in standings]),
        ]

    def _standing(self, indicator: Indicator, row: Row | None = None) -> Standing:
        reading = self._readings[id(indicator), id(row)]
        part = row or indicator
        return Standing(
            figure=words(_latest(reading)),
            target=words(_target(reading)),
            rating=words(both(part.rating or "", reading.computed)),
            direction=words(both(part.direction or "", reading.turned), plain(reading.moved)),
        )

    def _measure(self, indicator: Indicator, holder_id: str) -> shapes.Measure:
        """All that the table of all does not hold; without an id if that is nothing."""
        details = tuple(self._details(indicator))
        rows = [self._standing(indicator, row) for row in indicator.rows]
        figures = series(indicator, self._standing(indicator), rows, starts_month(self._desk.plan))
        explanation = self._desk.prose(indicator.explanation)
        title = plain(indicator.indicator)
        is_more = details or figures or explanation
        own_id = self._desk.take(f"{holder_id}-{title}") if is_more else ""
        return shapes.Measure(own_id, title, details, figures, explanation)

    def _details(self, indicator: Indicator) -> Iterator[Detail]:
        reading = self._readings[id(indicator), id(None)]
        yield from on.texts("Unit", [indicator.unit])
        yield from on.texts("Aim", [_BETTER.get(indicator.polarity or "")])
        yield from on.texts("Baseline", by_period(indicator.baseline))
        yield from on.texts("Against the target", [reading.arithmetic])
        if indicator.rating and indicator.target and not reading.computed:
            yield from on.texts("Why no rating is worked out", [reading.why_not])
        yield from on.texts("Singled out", [_EXCEPTIONS.get(indicator.exception or "")])
        yield from on.texts("Source of the figures", [indicator.source])
        yield from on.texts("Lead", on.leads(self._desk.owners(indicator.lead)))
        for what, note in noted(indicator):
            yield Detail(plain(f"Note on {what}"), (self._desk.line(note),))
        for row in indicator.rows:
            yield from self._row_details(row)

    def _row_details(self, row: Row) -> Iterator[Detail]:
        name = plain(row.row)
        yield from on.texts(f"{name}, baseline", by_period(row.baseline))
        yield from on.texts(f"{name}, singled out", [_EXCEPTIONS.get(row.exception or "")])
        for what, note in noted(row):
            yield Detail(plain(f"{name}, note on {what}"), (self._desk.line(note),))
        if row.explanation:
            yield Detail(name, (self._desk.line(row.explanation),))


def _named(measure: shapes.Measure) -> Cell:
    if not measure.id:
        return cell(measure.words)
    return Cell(((Inline("link", measure.words, f"#{measure.id}"),),))


def _latest(reading: Reading) -> str:
    """The latest figure with its period, or else why there is none."""
    if reading.value:
        value = with_commas(reading.value.text)
        return plain(f"{value} ({reading.period})" if reading.period else value)
    found = list(by_period(reading.measure.values))
    return found[-1] if found else ""


def _target(reading: Reading) -> str:
    """The target that the latest figure is held against, or else all that are stated."""
    if reading.target is None:
        return "; ".join(by_period(reading.measure.target))
    text = with_commas(reading.target.text)
    other = reading.target_period if reading.target_period != reading.period else ""
    return plain(f"{text} ({other})" if other else text)


def both(stated: str, computed: str) -> str:
    """What a report stated beside what is worked out: `Red (stated; computed: amber)`."""
    if not stated or not computed:
        return f"{stated.capitalize()} (stated)" * bool(stated) + (
            f"{computed.capitalize()} (computed)" * bool(computed)
        )
    if stated == computed:
        return f"{stated.capitalize()} (stated and computed)"
    return f"{stated.capitalize()} (stated; computed: {computed})"
