"""Figures that are missing on the day of a paper or may still change, and those that did."""

from collections.abc import Iterator
from typing import NamedTuple

from csplan.dates import say_day
from csplan.query import Reading
from csplan.report.figures import with_commas
from csplan.report.grid import Cells, grid, words
from csplan.report.measures import latest_figure
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.runs import Cell, cell
from csplan.report.text import plain


class _Gap(NamedTuple):
    """A row of the table of gaps; `period` may be empty."""

    reading: Reading
    period: str
    why: str


def gaps(opened: Opened) -> Iterator[Part]:
    """What is not yet available, with why; nothing if all is there and final."""
    found = [gap for each in opened.readings for gap in _gaps(each)]
    columns = [
        Cells("Measure", [_measure(gap.reading) for gap in found]),
        Cells("Period", [words(plain(gap.period)) for gap in found], "All"),
        Cells("Why, or what is said of it", [cell(plain(gap.why)) for gap in found]),
    ]
    heading = "Data not yet available or not final"
    tables = grid("gaps", heading, columns)
    if tables:
        yield Part("missing", heading, tables=tables)


def revised(opened: Opened) -> Iterator[Part]:
    """The latest figures that were given another value before."""
    found = [each for each in opened.readings if each.revised_from]
    columns = [
        Cells("Measure", [_measure(each) for each in found]),
        Cells("Now", [cell(latest_figure(each)) for each in found]),
        Cells("Before", [_before(each) for each in found]),
        Cells("Known since", [_known(each) for each in found], "Not stated"),
        Cells("Note", [words(plain(each.note)) for each in found], "None"),
    ]
    tables = grid("gaps", "Revised figures", columns)
    if tables:
        yield Part("revised", "Revised figures", tables=tables)


def _gaps(reading: Reading) -> Iterator[_Gap]:
    for period, figure in reading.missing:
        yield _Gap(reading, period, figure.reason or figure.text)
    if reading.value is None and not reading.missing:
        yield _Gap(reading, "", "No figure is given")
    elif reading.value and (reading.is_provisional or reading.is_estimated):
        said = f"{with_commas(reading.value.text)}: {reading.note}".rstrip(": ")
        yield _Gap(reading, reading.period, said)


def _measure(reading: Reading) -> Cell:
    return cell(plain(reading.name), plain(reading.theme))


def _before(reading: Reading) -> Cell | None:
    return cell(with_commas(reading.revised_from.text)) if reading.revised_from else None


def _known(reading: Reading) -> Cell | None:
    on = reading.known_on
    return cell(say_day(on)) if on else None
