"""All that a plan is expected to do, as a document of its own."""

from collections.abc import Iterator, Sequence

from csplan.diagnostic import counted
from csplan.load import Asked, LoadedPlan
from csplan.model import Plan
from csplan.report import desk as on
from csplan.report import shapes
from csplan.report.addresses import Addresses
from csplan.report.answers import Answers
from csplan.report.desk import Desk, last_day
from csplan.report.expectations import NOWHERE, STATUSES, status
from csplan.report.grid import Cells, grid, several, words
from csplan.report.reader import Reader
from csplan.report.runs import Detail, Inline, Line, cell, said
from csplan.report.shapes import Matrix
from csplan.report.text import plain

_GAPS = (STATUSES["unanswered"], NOWHERE)


def matrix(loaded: LoadedPlan, reader: Reader, addresses: Addresses, answers: Answers) -> Matrix:
    """The expectations of a plan by source, with how many are answered and how.

    `reader` and `addresses` are those of this document alone. Its glossary is left empty.
    """
    by_source: dict[str, list[tuple[Desk, Asked]]] = {}
    for file in (loaded.file, *loaded.chosen_themes):
        for asked in file.asked:
            desk = Desk(loaded, file, reader, addresses, answers, last_day(loaded))
            by_source.setdefault(plain(asked.by.source), []).append((desk, asked))
    headings = _headings(by_source)
    sources: list[shapes.Asked] = []
    rows: list[_Row] = []
    for source, found in by_source.items():
        reader.begin()
        rows += (own := [_Row(*each) for each in found])
        sources.append(_source(source, headings[source], own, f"source-{len(sources) + 1}"))
    return Matrix(
        counts=tuple(_counts(rows)),
        sources=tuple(sources),
        notes=reader.notes((loaded.file, *loaded.chosen_themes)),
    )


def _headings(by_source: dict[str, list[tuple[Desk, Asked]]]) -> dict[str, str]:
    """The theme that a source is answered in, with the source where another is answered there too.

    What is answered in several themes, or in none, goes by its source.
    """
    themes = {
        source: {
            "" if isinstance(desk.file.model, Plan) else plain(asked.theme) for desk, asked in found
        }
        for source, found in by_source.items()
    }
    alone = {source: next(iter(found)) for source, found in themes.items() if len(found) == 1}
    return {
        source: _heading(alone.get(source, ""), source, list(alone.values())) for source in themes
    }


def _heading(theme: str, source: str, themes: list[str]) -> str:
    if not theme:
        return source
    return f"{theme}: {source}" if themes.count(theme) > 1 else theme


class _Row:
    """One expectation, each cell read in its order."""

    def __init__(self, desk: Desk, asked: Asked) -> None:
        self._desk = desk
        self._asked = asked.expectation
        found = desk.answers[desk.file.path, asked.route]
        self.id = desk.addresses.entry(desk.file, asked.route)
        self.ref = plain(asked.expectation.ref)
        self.put_to = plain(asked.by.put_to or "")
        self.expectation = desk.line(asked.expectation.expectation)
        self.response = list(self._response())
        self.works = list(desk.addresses.works(found.works))
        self.status = status(found)

    @property
    def link(self) -> Inline:
        """Its number, to lead to it."""
        return Inline("link", self.ref, f"#{self.id}")

    def _response(self) -> Iterator[Line]:
        asked, desk = self._asked, self._desk
        for block in desk.prose(asked.response):
            yield from block.lines
        if asked.not_applicable:
            yield desk.line(asked.not_applicable)
        for see in desk.addresses.see(asked.see):
            yield (*said("See "), *see)
        for detail in on.documents(asked.other_documents):
            yield from ((*said("See "), *title) for title in detail.lines)
        if asked.note:
            yield (*said("Note: "), *desk.line(asked.note))


def _source(source: str, heading: str, rows: Sequence[_Row], own_id: str) -> shapes.Asked:
    """A table of rows; who they are put to stands above it if that is the same for all."""
    put_to = {row.put_to for row in rows}
    is_said_once = len(put_to) == 1
    columns = [
        Cells("No.", [cell(row.ref) for row in rows]),
        Cells("Expectation", [several([row.expectation]) for row in rows]),
        *([] if is_said_once else [Cells("Put to", [words(row.put_to) for row in rows])]),
        Cells("Response", [several(row.response) for row in rows], "None"),
        Cells("Covered by", [several(row.works) for row in rows], "No action"),
        Cells("Status", [cell(row.status) for row in rows]),
    ]
    (table,) = grid("matrix", source, columns, [row.id for row in rows])
    return shapes.Asked(
        id=own_id,
        heading=heading,
        details=(
            *(() if source in heading else (Detail("Source", (said(source),)),)),
            *(on.texts("Put to", put_to) if is_said_once else ()),
        ),
        table=table,
    )


def _counts(rows: Sequence[_Row]) -> Iterator[Line]:
    """How many there are, how many are answered in each way, and which are not."""
    if rows:
        yield said(counted(len(rows), "expectation"))
    for each in (*STATUSES.values(), NOWHERE):
        found = [row for row in rows if row.status == each]
        if found and each in _GAPS:
            numbers = "number" if len(found) == 1 else "numbers"
            yield (*said(f"{each}: {len(found)} ({numbers} "), *_links(found), *said(")"))
        elif found:
            yield said(f"{each}: {len(found)}")
    met = sum(bool(row.works) for row in rows)
    if met:
        yield said(f"Covered by actions: {met}")


def _links(rows: Sequence[_Row]) -> Iterator[Inline]:
    for number, row in enumerate(rows):
        yield from said(", ") if number else ()
        yield row.link
