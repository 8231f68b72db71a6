"""What a plan, a theme and a part of one have in common, in reading order."""

from collections.abc import Iterator

from csplan.model import Chapter, Driver, Headings, Matter, Quotation
from csplan.report import shapes
from csplan.report.desk import Desk
from csplan.report.expectations import sources
from csplan.report.figures import tables
from csplan.report.inline import without_marks
from csplan.report.measures import MeasureWriter
from csplan.report.prose import read_prose
from csplan.report.text import plain
from csplan.source import Route


class MatterWriter:
    """Writes what stands in one file, under the plan's own headings."""

    def __init__(self, desk: Desk, headings: Headings) -> None:
        self._desk = desk
        self._measures = MeasureWriter(desk)
        self._headings = own_headings(headings)

    def quotations(self, matter: Matter) -> Iterator[shapes.Quotation]:
        """What people said; it stands before all else, so that no section seems to say it."""
        return map(self._quotation, matter.quotations)

    def matter(self, matter: Matter, holder_id: str, route: Route, title: str) -> shapes.Matter:
        """All that comes after the narrative, less the quotations."""
        desk = self._desk
        shown = tables(matter.tables, desk)
        drivers = tuple(map(self._driver, matter.drivers))
        outcomes = matter.outcomes if isinstance(matter, Chapter) else ()
        read_outcomes = tuple(map(desk.line, outcomes))
        overview, measures = self._measures.indicators(
            matter.indicators, holder_id, f"Measures of “{title}”"
        )
        return shapes.Matter(
            headings=self._headings,
            tables=shown,
            drivers=drivers,
            outcomes=read_outcomes,
            indicators=overview,
            measures=measures,
            sources=tuple(sources(matter.expectations, desk, route)),
            funding=tables(matter.funding, desk),
        )

    def _quotation(self, quotation: Quotation) -> shapes.Quotation:
        blocks = read_prose(quotation.quotation)
        about = quotation.about
        return shapes.Quotation(
            # Word for word: nothing is spelt out.
            lines=tuple(without_marks(line) for block in blocks for line in block.lines),
            by=plain(quotation.by or ""),
            about=self._desk.line(about) if about else (),
        )

    def _driver(self, driver: Driver) -> shapes.Driver:
        return shapes.Driver(plain(driver.driver), self._desk.prose(driver.means))


def own_headings(headings: Headings) -> shapes.Headings:
    """The headings of a document, as the plan has them."""
    return shapes.Headings(
        outcomes=plain(headings.outcomes),
        indicators=plain(headings.indicators),
        actions=plain(headings.actions),
    )
