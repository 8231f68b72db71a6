"""A list of work, whatever was asked of it: the one shape that every format is written from."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from csplan.console.grid import Column
from csplan.console.owed import due, grouped, headings, lead
from csplan.console.paper import Paper, Table
from csplan.escape import one_line
from csplan.load import LoadedPlan
from csplan.query import Filter, Owed

Fact = str | int | None
_DUE = Column("Due", 3, least=len("30 September 2010"))


class Section(NamedTuple):
    """A part of a list: what a program calls it, and the work in it.

    It stands under its own heading, or if it has none is grouped as the officer asks. `column`
    and `says` are for what is said of each besides; `dated` says when it is due.
    """

    key: str
    status: str
    owed: tuple[Owed, ...]
    heading: str = ""
    column: Column | None = None
    says: Callable[[Owed], str] | None = None
    dated: Callable[[Owed], str] = due

    def of(self, plan: LoadedPlan) -> "Section":
        """The same of one plan."""
        return self._replace(owed=tuple(each for each in self.owed if each.plan is plan))


class Page(NamedTuple):
    """What was asked of one plan and what it comes to, in words; `facts` are for a program."""

    plan: LoadedPlan
    question: str
    total: str
    facts: Mapping[str, Fact]


class Worklist(NamedTuple):
    """What a question gave, of every plan; `facts` say how it was asked."""

    as_at: date
    asked: Filter
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    facts: Mapping[str, Fact]


def papers(found: Worklist, by: str) -> Iterator[Paper]:
    """For each plan its sections as tables, with its totals."""
    for page in found.pages:
        sections = [section.of(page.plan) for section in found.sections]
        tables = [table for each in sections for table in _tables(each, by, found.asked)]
        shared = sum(
            len(headings(each, by, found.asked)) > 1
            for section in sections
            if not section.heading
            for each in section.owed
        )
        several = f". What has several leads ({shared} of these) is listed under each"
        yield Paper(
            page.plan.title, (page.question,), tables, (page.total + several * (shared > 0),)
        )


def _tables(section: Section, by: str, asked: Filter) -> Iterator[Table]:
    if section.heading and section.owed:
        yield _table(section, section.heading, section.owed, "")
    elif not section.heading:
        for group in grouped(section.owed, by, asked):
            yield _table(section, group.heading, group.owed, group.agency)


def _table(section: Section, heading: str, owed: tuple[Owed, ...], agency: str) -> Table:
    said = (section.column,) if section.column else ()
    columns = (Column("Ref"), Column("Milestone", 6), _DUE, *said, Column("Lead", 4))
    rows = [
        (
            each.item.address,
            one_line(each.item.words),
            section.dated(each),
            *((section.says(each),) if section.says else ()),
            lead(each, agency),
        )
        for each in owed
    ]
    return Table(f"{heading} ({len(rows)})", columns, rows)
