"""A theme to a chapter: its narrative, outcomes, measures and actions."""

from collections.abc import Iterable, Iterator

from csplan.diagnostic import counted
from csplan.load.mentions import PROSE
from csplan.model import Chapter, Headings, Section, SubTheme, Theme
from csplan.report import desk as on
from csplan.report import runs, shapes
from csplan.report.actions import ActionWriter
from csplan.report.desk import Desk
from csplan.report.matter import MatterWriter
from csplan.report.runs import Detail
from csplan.report.text import plain
from csplan.source import Route


class ChapterWriter:
    """Writes the chapter of one theme file, part by part in reading order."""

    def __init__(self, desk: Desk, headings: Headings) -> None:
        self._desk = desk
        self._headings = headings
        self._actions = ActionWriter(desk)
        self._matter = MatterWriter(desk, headings)

    def theme(self, theme: Theme) -> shapes.Chapter:
        """The chapter of the whole file."""
        self._desk.reader.begin()
        chapter_id = self._desk.addresses.chapter(self._desk.file)
        chapter = self._chapter(theme, plain(theme.theme), chapter_id, ())
        sub_themes = tuple(
            self._sub_theme(sub_theme, chapter_id, number)
            for number, sub_theme in enumerate(theme.sub_themes)
        )
        return chapter._replace(sub_themes=sub_themes, holds=_counted((chapter, *sub_themes)))

    def _sub_theme(self, sub_theme: SubTheme, chapter_id: str, number: int) -> shapes.Chapter:
        heading = plain(sub_theme.sub_theme)
        own_id = self._desk.take(f"{chapter_id}-{heading}")
        return self._chapter(sub_theme, heading, own_id, ("sub_themes", number))

    def _chapter(
        self, chapter: Chapter, heading: str, chapter_id: str, route: Route
    ) -> shapes.Chapter:
        quotations = tuple(self._matter.quotations(chapter))
        sections = tuple(self._sections(chapter, chapter_id))
        matter = self._matter.matter(chapter, chapter_id, route, heading)
        due = self._actions.due(chapter.actions, route, heading)
        actions = tuple(self._actions.actions(chapter.actions, route))
        found = shapes.Chapter(
            id=chapter_id,
            heading=heading,
            holds="",
            period=plain(chapter.period or ""),
            details=tuple(on.texts("Lead", on.leads(self._desk.owners(chapter.lead)))),
            sections=sections,
            matter=matter._replace(quotations=quotations),
            due=due,
            actions=actions,
            sub_themes=(),
            related=tuple(self._related(chapter)),
        )
        return found._replace(holds=_counted((found,)))

    def _sections(self, chapter: Chapter, chapter_id: str) -> Iterator[runs.Section]:
        for key in PROSE:
            text = getattr(chapter, key)
            if text:
                section_id = self._desk.take(f"{chapter_id}-{key}")
                blocks = self._desk.prose(text)
                yield runs.Section(section_id, plain(getattr(self._headings, key)), blocks)
        yield from own_sections(chapter.sections, chapter_id, self._desk)

    def _related(self, chapter: Chapter) -> Iterator[Detail]:
        yield from on.lines("In this agreement", self._desk.addresses.see(chapter.see))
        yield from on.documents(chapter.other_documents)


def own_sections(sections: Iterable[Section], holder_id: str, desk: Desk) -> Iterator[runs.Section]:
    """Narrative under headings of the plan's own."""
    for section in sections:
        heading = plain(section.heading)
        section_id = desk.take(f"{holder_id}-{heading}")
        yield runs.Section(section_id, heading, desk.prose(section.text))


def _counted(chapters: tuple[shapes.Chapter, ...]) -> str:
    """`4 actions, 12 milestones`; empty if there are no actions."""
    found = [action for chapter in chapters for action in chapter.actions]
    whole = sum(len(table.rows) for chapter in chapters for table in chapter.due)
    # An action that is due itself has a row, but it is no milestone.
    milestones = sum(step.address != action.ref for action in found for step in action.steps)
    words = [
        counted(len(found) + whole, "action"),
        *([counted(milestones, "milestone")] * bool(milestones)),
    ]
    return ", ".join(words) if found or whole else ""
