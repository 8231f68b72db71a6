"""Each theme with its indicators and its actions, as they stand on the day of a paper."""

from collections.abc import Iterator

from csplan.model import Chapter, Matter, Plan, Theme
from csplan.report import desk as on
from csplan.report.desk import Desk
from csplan.report.matter import own_headings
from csplan.report.measures import MeasureWriter
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.progress import progress
from csplan.report.runs import Table, said
from csplan.report.text import plain
from csplan.source import Route


def theme_by_theme(opened: Opened, counts: tuple[Table, ...]) -> Part:
    """The themes in the plan's order, after the counts of them and what is of the whole plan."""
    parts = tuple(_parts(opened))
    words = () if parts else (said("The plan has no themes."),)
    return Part("themes", "Theme by theme", words=words, tables=counts, parts=parts)


def _parts(opened: Opened) -> Iterator[Part]:
    yield from _Writer(opened, opened.desks[0]).whole(opened.model)
    for desk, theme in opened.themes:
        yield _Writer(opened, desk).theme(theme)


class _Writer:
    """Writes the parts of one file in reading order."""

    def __init__(self, opened: Opened, desk: Desk) -> None:
        self._desk = desk
        self._headings = own_headings(opened.model.headings)
        self._measures = MeasureWriter(desk)

    def whole(self, plan: Plan) -> Iterator[Part]:
        """What the plan is measured by that belongs to no theme; nothing if there is none."""
        parts = tuple(self._indicators(plan, "about", "the whole plan"))
        if parts:
            yield Part("about", "The whole plan", parts=parts)

    def theme(self, theme: Theme) -> Part:
        """A theme with its parts."""
        self._desk.reader.begin()
        own_id = self._desk.addresses.chapter(self._desk.file)
        found = self._chapter(theme, own_id, plain(theme.theme), ())
        parts = tuple(
            self._chapter(
                each,
                self._desk.take(f"{own_id}-{each.sub_theme}"),
                plain(each.sub_theme),
                ("sub_themes", number),
            )
            for number, each in enumerate(theme.sub_themes)
        )
        return _or_nothing(found._replace(parts=(*found.parts, *map(_or_nothing, parts))))

    def _chapter(self, chapter: Chapter, own_id: str, heading: str, route: Route) -> Part:
        works = [work for work in self._desk.file.works if work.route[:-2] == route]
        measures = tuple(self._indicators(chapter, own_id, heading))
        tables = progress(self._desk, works, f"{heading}: progress of actions")
        actions = Part(
            self._desk.take(f"{own_id}-actions"),
            self._headings.actions,
            within=heading,
            tables=tables,
        )
        return Part(
            id=own_id,
            heading=heading,
            details=tuple(on.texts("Lead", on.leads(self._desk.owners(chapter.lead)))),
            parts=(*measures, *([actions] if tables else [])),
        )

    def _indicators(self, matter: Matter, own_id: str, heading: str) -> Iterator[Part]:
        tables, measures = self._measures.indicators(
            matter.indicators, own_id, f"Measures of “{heading}”"
        )
        if tables:
            words = self._headings.indicators
            own = self._desk.take(f"{own_id}-indicators")
            yield Part(own, words, within=heading, tables=tables, measures=measures)


def _or_nothing(found: Part) -> Part:
    """A part that says so if the plan has nothing for it that a paper tells of."""
    nothing = said("No indicators and no actions are in the plan for it.")
    return found if found.parts else found._replace(words=(nothing,))
