"""Notes and sources, numbered in the order in which a document first cites them."""

from collections.abc import Iterator, Mapping

from csplan.report.endmatter import Note
from csplan.report.runs import Inline
from csplan.report.text import Slugs

Citation = tuple[str, str]
"""The path of a file and the name of a note in it: each file has notes of its own."""


class Footnotes:
    """Hands out the marks of notes in reading order, and at the end the notes."""

    def __init__(self, slugs: Slugs) -> None:
        self._slugs = slugs
        self._notes: dict[Citation, Note] = {}
        self._marks: dict[Citation, list[str]] = {}

    def cite(self, citation: Citation) -> Inline:
        """The mark of a note at its next place."""
        note = self._note(citation)
        marks = self._marks[citation]
        marks.append(self._slugs.take(f"{note.id}-mark-{len(marks) + 1}"))
        return Inline("note", str(note.number), f"#{note.id}", marks[-1])

    def listed(self, texts: Mapping[Citation, str]) -> Iterator[tuple[Note, str]]:
        """Each note that was cited, with its text; what only hidden actions cite is not told."""
        for citation, note in self._notes.items():
            yield note._replace(marks=tuple(self._marks[citation])), texts[citation]

    def _note(self, citation: Citation) -> Note:
        if citation not in self._notes:
            number = len(self._notes) + 1
            note_id = self._slugs.take(f"note-{number}")
            self._notes[citation] = Note(note_id, number, words=(), marks=())
            self._marks[citation] = []
        return self._notes[citation]
