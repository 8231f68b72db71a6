"""The figures of an indicator by period, for the whole and for each row of its breakdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from csplan.dates import NotADate, read_span
from csplan.model import Figure, Indicator
from csplan.model.figures import EVERY_PERIOD
from csplan.report import runs
from csplan.report.figures import with_commas
from csplan.report.grid import Cells, grid
from csplan.report.history import history, in_force
from csplan.report.runs import Cell, cell, rated, said
from csplan.report.text import plain

_TARGET = "Target"
_WHOLE = "All"
_FIGURE = "Figure"


class Standing(NamedTuple):
    """What is said of an indicator or of one row of it, each in a cell or not at all."""

    figure: Cell | None
    target: Cell | None
    rating: Cell | None
    direction: Cell | None


class _Line(NamedTuple):
    name: str
    figures: Mapping[str, Figure]
    standing: Standing | None


def series(
    indicator: Indicator, whole: Standing, rows: Sequence[Standing], month: int
) -> tuple[runs.Table, ...]:
    """A table of periods by rows, if there are several periods or a breakdown.

    `month` is that in which the plan's years begin.
    """
    lines = tuple(_lines(indicator, whole, rows, month))
    periods = in_order((line.figures for line in lines), month)
    if len(periods) < 2 and not rows:
        return ()
    figures = (
        Cells(
            plain(period) or _FIGURE,
            [_figure(line.figures.get(period)) for line in lines],
            "n/a",
            is_figures=True,
        )
        for period in periods
    )
    heading = "Breakdown" if rows else _FIGURE
    unit, title = plain(indicator.unit or ""), plain(indicator.indicator)
    columns = [
        Cells(heading, [cell(line.name) for line in lines]),
        *figures,
        *(_standings(lines) if rows else ()),
    ]
    return grid("series", f"{title} ({unit})" if unit and unit not in title else title, columns)


def _lines(
    indicator: Indicator, whole: Standing, rows: Sequence[Standing], month: int
) -> Iterator[_Line]:
    unit = indicator.unit or ""
    found = history(indicator, unit, month)
    if indicator.values:
        yield _Line(_WHOLE if rows else "Actual", in_force(found.values), whole)
    if _has_periods(indicator.target):
        yield _Line(_TARGET, in_force(found.target), None)
    for row, standing in zip(indicator.rows, rows, strict=True):
        of_row = history(row, unit, month)
        yield _Line(plain(row.row), in_force(of_row.values), standing)
        if _has_periods(row.target):
            yield _Line(plain(f"{row.row}: target"), in_force(of_row.target), None)


def _has_periods(figures: Mapping[str, tuple[Figure, ...]]) -> bool:
    return len(figures) > 1


def _standings(lines: Sequence[_Line]) -> Iterator[Cells]:
    standings = [line.standing or Standing(None, None, None, None) for line in lines]
    yield Cells("Target", [each.target for each in standings], "No target")
    yield Cells("Rating", [each.rating for each in standings], "Not rated")
    yield Cells("Direction", [each.direction for each in standings])


def _figure(figure: Figure | None) -> Cell | None:
    if figure is None:
        return None
    ratings = [(rated(figure.rating),)] if figure.rating else []
    return Cell((said(with_commas(figure.value)), *ratings))


def in_order(series: Iterable[Mapping[str, Figure]], month: int) -> list[str]:
    """Every period once: in the order of time, or as typed if one of them cannot be read."""
    periods = list(dict.fromkeys(period for figures in series for period in figures))
    try:
        return sorted(periods, key=lambda period: _days(period, month))
    except NotADate:
        return periods


def _days(period: str, month: int) -> tuple[date, int]:
    """By the last day; of periods that end together, a year comes after its last quarter."""
    if period == EVERY_PERIOD:
        return date.max, 0
    days = read_span(period, month)
    return days.last, (days.last - days.first).days
