"""A theme to a chapter: its narrative, outcomes, measures and actions."""

from collections.abc import Iterable, Iterator

from csplan.dates import Term
from csplan.diagnostic import counted
from csplan.load import LoadedFile
from csplan.load.index import PROSE
from csplan.model import Chapter, Headings, Indicator, Section, SubTheme, Theme
from csplan.report import shapes
from csplan.report.actions import ActionWriter, documents
from csplan.report.addresses import Addresses
from csplan.report.reader import Reader
from csplan.report.shapes import Action, Detail
from csplan.report.text import plain
from csplan.source import Route

_KINDS = {"key": "Main measure", "supporting": "Supporting measure"}


class ChapterWriter:
    """Writes the chapter of one theme file, part by part in reading order."""

    def __init__(
        self,
        file: LoadedFile,
        reader: Reader,
        addresses: Addresses,
        term: Term | None,
        headings: Headings,
    ) -> None:
        self._file = file
        self._reader = reader
        self._addresses = addresses
        self._headings = headings
        self._actions = ActionWriter(file, reader, addresses, term)

    def theme(self, theme: Theme) -> shapes.Chapter:
        """The chapter of the whole file."""
        self._reader.begin()
        chapter_id = self._addresses.chapter(self._file)
        chapter = self._chapter(theme, plain(theme.theme), chapter_id, ())
        sub_themes = tuple(
            self._sub_theme(sub_theme, chapter_id, number)
            for number, sub_theme in enumerate(theme.sub_themes)
        )
        actions = (*chapter.actions, *(action for sub in sub_themes for action in sub.actions))
        return chapter._replace(sub_themes=sub_themes, holds=_counted(actions))

    def _sub_theme(self, sub_theme: SubTheme, chapter_id: str, number: int) -> shapes.Chapter:
        heading = plain(sub_theme.sub_theme)
        own_id = self._addresses.slugs.take(f"{chapter_id}-{heading}")
        return self._chapter(sub_theme, heading, own_id, ("sub_themes", number))

    def _chapter(
        self, chapter: Chapter, heading: str, chapter_id: str, route: Route
    ) -> shapes.Chapter:
        sections = tuple(self._sections(chapter, chapter_id))
        outcomes = tuple(self._reader.line(text, self._file) for text in chapter.outcomes)
        actions = tuple(self._actions.actions(chapter.actions, route))
        return shapes.Chapter(
            id=chapter_id,
            heading=heading,
            holds=_counted(actions),
            sections=sections,
            outcomes=outcomes,
            indicators=tuple(map(_indicator, chapter.indicators)),
            actions=actions,
            sub_themes=(),
            related=tuple(self._related(chapter)),
        )

    def _sections(self, chapter: Chapter, chapter_id: str) -> Iterator[shapes.Section]:
        for key in PROSE:
            text = getattr(chapter, key)
            if text:
                section_id = self._addresses.slugs.take(f"{chapter_id}-{key}")
                blocks = self._reader.prose(text, self._file)
                yield shapes.Section(section_id, plain(getattr(self._headings, key)), blocks)
        yield from own_sections(
            chapter.sections, chapter_id, self._file, self._reader, self._addresses
        )

    def _related(self, chapter: Chapter) -> Iterator[Detail]:
        see = tuple(self._addresses.see(chapter.see))
        if see:
            yield Detail("In this agreement", see)
        if chapter.other_documents:
            yield documents(chapter.other_documents)


def own_sections(
    sections: Iterable[Section],
    holder_id: str,
    file: LoadedFile,
    reader: Reader,
    addresses: Addresses,
) -> Iterator[shapes.Section]:
    """Narrative under headings of the plan's own."""
    for section in sections:
        heading = plain(section.heading)
        section_id = addresses.slugs.take(f"{holder_id}-{heading}")
        yield shapes.Section(section_id, heading, reader.prose(section.text, file))


def _indicator(indicator: Indicator) -> shapes.Indicator:
    return shapes.Indicator(
        words=plain(indicator.indicator),
        code=plain(indicator.code or "No code"),
        kind=_KINDS[indicator.kind],
    )


def _counted(actions: Iterable[Action]) -> str:
    """`4 actions, 12 milestones`; empty if there are no actions."""
    found = tuple(actions)
    # An action that is due itself has a row, but it is no milestone.
    milestones = sum(step.address != action.ref for action in found for step in action.steps)
    words = [
        counted(len(found), "action"),
        *([counted(milestones, "milestone")] * bool(milestones)),
    ]
    return ", ".join(words) if found else ""
