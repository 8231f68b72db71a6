"""How the figures of a plan ended, against target and baseline."""

from collections.abc import Iterator

from csplan.figures import Figure
from csplan.query import Reading, starts_month
from csplan.query.indicators import compared
from csplan.query.series import Point, points
from csplan.report.figures import with_commas
from csplan.report.grid import Cells, grid, several, words
from csplan.report.measures import aim, both, latest_figure
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.runs import Cell, cell
from csplan.report.text import plain


def outturn(opened: Opened) -> Iterator[Part]:
    """A row for each indicator that has a figure; nothing if none has."""
    found = [each for each in opened.readings if each.row is None and each.value]
    columns = [
        Cells("Measure", [cell(plain(each.name), plain(each.theme)) for each in found]),
        Cells("Baseline", [_baseline(opened, each) for each in found], "Not stated"),
        Cells("Final figure", [words(latest_figure(each)) for each in found]),
        Cells("Change on the baseline", [_change(opened, each) for each in found], "Not known"),
        Cells("Target", [words(aim(each)) for each in found], "No target"),
        Cells(
            "Rating", [several([both(each.stated, each.computed)]) for each in found], "Not rated"
        ),
    ]
    tables = grid("gaps", "Final figures against target and baseline", columns)
    if tables:
        yield Part("outturn", "How the figures ended", tables=tables)


def _starts(opened: Opened, reading: Reading) -> Point[Figure] | None:
    """The last baseline that is a figure; None if there is none."""
    unit, month = reading.indicator.unit or "", starts_month(opened.plan)
    found = points(reading.measure.baseline, unit, month, opened.day)
    return next((point for point in reversed(found) if point.figure.counts), None)


def _baseline(opened: Opened, reading: Reading) -> Cell | None:
    start = _starts(opened, reading)
    return cell(with_commas(start.figure.text), plain(start.period)) if start else None


def _change(opened: Opened, reading: Reading) -> Cell | None:
    """How far the final figure is from the baseline, and whether that is better."""
    start = _starts(opened, reading)
    if start is None or reading.value is None:
        return None
    found = compared(start, reading.value, reading.polarity, "")
    moved = found.moved.partition(" since ")[0]
    return cell(plain(moved), found.travel) if moved else None
