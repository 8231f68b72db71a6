"""The text of a plan to lines of a document, in the order in which they are read."""

from collections.abc import Iterable, Iterator, Mapping

from csplan.load import LoadedFile
from csplan.report.acronyms import Acronyms
from csplan.report.endmatter import Note
from csplan.report.footnotes import Citation, Footnotes
from csplan.report.inline import read_inline, without_marks
from csplan.report.prose import read_prose
from csplan.report.runs import Block, Inline, Line
from csplan.report.text import Slugs, plain


class Reader:
    """Spells out acronyms and numbers notes as it meets them, so it must be asked in order."""

    def __init__(self, glossary: Mapping[str, str], names: Iterable[str], slugs: Slugs) -> None:
        self._acronyms = Acronyms(glossary, names)
        self._footnotes = Footnotes(slugs)

    def begin(self) -> None:
        """A part that people read by itself begins: acronyms are spelt out in it anew."""
        self._acronyms.forget()

    def line(self, text: str, file: LoadedFile) -> Line:
        """Running text on one line."""
        return tuple(self._cited(self._spelt_out(read_inline(plain(text))), file))

    def prose(self, text: str | None, file: LoadedFile) -> tuple[Block, ...]:
        """Narrative; its subheadings are no running text, so no acronym is spelt out in them."""
        return tuple(
            Block(block.kind, tuple(self._prose_line(block, line, file) for line in block.lines))
            for block in read_prose(text or "")
        )

    def notes(self, files: Iterable[LoadedFile]) -> tuple[Note, ...]:
        """The notes of the files; ask for them last."""
        self.begin()
        texts: dict[Citation, str] = {
            (file.path, name): text for file in files for name, text in _notes(file).items()
        }
        return tuple(
            note._replace(words=tuple(self._spelt_out(without_marks(read_inline(plain(text))))))
            for note, text in self._footnotes.listed(texts)
        )

    def _prose_line(self, block: Block, line: Line, file: LoadedFile) -> Line:
        runs = line if block.kind == "heading" else self._spelt_out(line)
        return tuple(self._cited(runs, file))

    def _spelt_out(self, line: Iterable[Inline]) -> Iterator[Inline]:
        for number, run in enumerate(line):
            if run.kind == "text":
                yield from self._acronyms.expand(run.text, opens=number == 0)
            else:
                yield run

    def _cited(self, runs: Iterable[Inline], file: LoadedFile) -> Iterator[Inline]:
        for run in runs:
            if run.kind != "note":
                yield run
            elif run.text in _notes(file):
                yield self._footnotes.cite((file.path, run.text))
            else:
                yield Inline("text", f"[^{run.text}]")


def _notes(file: LoadedFile) -> Mapping[str, str]:
    return file.model.notes if file.model else {}
