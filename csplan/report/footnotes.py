"""Notes and sources, numbered in the order in which a document first cites them."""

from collections.abc import Iterator, Mapping

from csplan.report.shapes import Inline, Note
from csplan.report.text import Slugs

Citation = tuple[str, str]
"""The path of a file and the name of a note in it: each file has notes of its own."""


class Footnotes:
    """Hands out the marks of notes in reading order, and at the end the notes."""

    def __init__(self, slugs: Slugs) -> None:
        self._slugs = slugs
        self._notes: dict[Citation, Note] = {}

    def cite(self, citation: Citation) -> Inline:
        """The mark of a note at its next place."""
        note = self._note(citation)
        mark = self._slugs.take(f"{note.id}-mark-{len(note.marks) + 1}")
        self._notes[citation] = note._replace(marks=(*note.marks, mark))
        return Inline("note", str(note.number), f"#{note.id}", mark)

    def listed(self, texts: Mapping[Citation, str]) -> Iterator[tuple[Note, str]]:
        """Each note that was cited, with its text; what only hidden actions cite is not told."""
        for citation, note in self._notes.items():
            yield note, texts[citation]

    def _note(self, citation: Citation) -> Note:
        number = len(self._notes) + 1
        return self._notes.get(citation) or Note(
            self._slugs.take(f"note-{number}"), number, words=(), marks=()
        )
