"""All that a plan is expected to do, as a document of its own."""

from collections import Counter
from collections.abc import Iterator

from csplan.diagnostic import counted
from csplan.load import Answer, Asked, LoadedPlan, answer
from csplan.report import desk as on
from csplan.report.addresses import Addresses
from csplan.report.desk import Desk
from csplan.report.expectations import NOWHERE, STATUSES, status
from csplan.report.grid import Cells, grid, several, words
from csplan.report.reader import Reader
from csplan.report.runs import Line, Table, cell, said
from csplan.report.shapes import Matrix
from csplan.report.text import plain


def matrix(loaded: LoadedPlan, reader: Reader, addresses: Addresses) -> Matrix:
    """The expectations of a plan by source, with how many are answered and how.

    `reader` and `addresses` are those of this document alone. Its glossary is left empty.
    """
    by_source: dict[str, list[tuple[Desk, Asked]]] = {}
    for file in (loaded.file, *loaded.chosen_themes):
        for asked in file.asked:
            desk = Desk(loaded, file, reader, addresses)
            by_source.setdefault(plain(asked.by.source), []).append((desk, asked))
    tables = tuple(table for source, found in by_source.items() for table in _table(source, found))
    every = [status(answer(loaded, asked)) for found in by_source.values() for _, asked in found]
    return Matrix(
        counts=tuple(_counts(every)),
        tables=tables,
        notes=reader.notes((loaded.file, *loaded.chosen_themes)),
    )


def _table(source: str, found: list[tuple[Desk, Asked]]) -> tuple[Table, ...]:
    found[0][0].reader.begin()
    rows = [_Row(desk, asked, answer(desk.plan, asked)) for desk, asked in found]
    columns = [
        Cells("No.", [cell(plain(asked.expectation.ref)) for _, asked in found]),
        Cells("Expectation", [several([row.expectation]) for row in rows]),
        Cells("Put to", [words(plain(asked.by.put_to or "")) for _, asked in found]),
        Cells("Response", [several(row.response) for row in rows], "None"),
        Cells("Covered by", [several(row.works) for row in rows], "No action"),
        Cells("Status", [cell(row.status) for row in rows]),
    ]
    return grid("matrix", source, columns, [row.id for row in rows])


class _Row:
    """One expectation, each cell read in its order."""

    def __init__(self, desk: Desk, asked: Asked, found: Answer) -> None:
        self._desk = desk
        self._asked = asked.expectation
        self.id = desk.addresses.entry(desk.file, asked.route)
        self.expectation = desk.line(asked.expectation.expectation)
        self.response = list(self._response())
        self.works = list(desk.addresses.works(found.works))
        self.status = status(found)

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
            yield desk.line(asked.note)


def _counts(statuses: list[str]) -> Iterator[str]:
    """How many expectations there are, and how many of them are answered in each way."""
    if statuses:
        yield counted(len(statuses), "expectation")
    by_status = Counter(statuses)
    for each in (*STATUSES.values(), NOWHERE):
        if by_status[each]:
            yield f"{each}: {by_status[each]}"
