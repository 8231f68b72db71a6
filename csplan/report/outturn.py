"""How the figures of a plan ended, against target and baseline."""

from collections.abc import Iterator

from csplan.figures import Figure
from csplan.load import read_series
from csplan.query import Reading, starts_month
from csplan.query.earlier import Earlier
from csplan.query.series import Point, points
from csplan.report.figures import with_commas
from csplan.report.grid import Cells, grid, several, words
from csplan.report.measures import aim, aim_apart, both, latest_figure
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.runs import Cell, cell
from csplan.report.text import plain


def outturn(opened: Opened) -> Iterator[Part]:
    """A row for each indicator that has a figure; nothing if none has."""
    found = [each for each in opened.readings if each.row is None and each.value]
    has_ended = opened.last_day is None or opened.day >= opened.last_day
    final, end = ("Final", "ended") if has_ended else ("Latest", "stand")
    columns = [
        Cells("Measure", [cell(plain(each.name), plain(each.theme)) for each in found]),
        Cells("Baseline", [_baseline(opened, each) for each in found], "Not stated"),
        Cells(f"{final} figure", [_final(opened, each) for each in found]),
        Cells("Change on the baseline", [_change(opened, each) for each in found], "Not known"),
        Cells("Target", [words(aim(each), aim_apart(each)) for each in found], "No target"),
        Cells(
            "Rating", [several([both(each.stated, each.computed)]) for each in found], "Not rated"
        ),
    ]
    tables = grid("gaps", f"{final} figures against target and baseline", columns)
    if tables:
        yield Part("outturn", f"How the figures {end}", tables=tables)


def _final(opened: Opened, reading: Reading) -> Cell | None:
    """The figure, and that it is of a year before the plan if there is none of the plan's own."""
    term = opened.plan.term
    is_old = term and reading.days and reading.days.last < term.days.first
    mark = "from before this plan began" if is_old else ""
    return words(latest_figure(reading), mark)


def _starts(opened: Opened, reading: Reading) -> Point[Figure] | None:
    """The last baseline that is a figure; None if there is none."""
    unit, month = reading.indicator.unit or "", starts_month(opened.plan)
    series = read_series(("baseline",), reading.measure.baseline, unit, month)
    found = points(series, opened.day)
    return next((point for point in reversed(found) if point.figure.counts), None)


def _baseline(opened: Opened, reading: Reading) -> Cell | None:
    start = _starts(opened, reading)
    return cell(with_commas(start.figure.text), plain(start.period)) if start else None


def _change(opened: Opened, reading: Reading) -> Cell | None:
    """How far the final figure is from the baseline, and whether that is better."""
    start = _starts(opened, reading)
    if start is None or reading.value is None:
        return None
    found = Earlier(start.period, start.figure, reading.value, reading.polarity, "")
    moved = found.moved.partition(" since ")[0]
    return cell(plain(moved), found.travel) if moved else None
