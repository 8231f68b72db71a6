"""What every writer of a part of a document has at hand."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.load import LoadedFile, LoadedPlan, Owner
from csplan.model import Lead
from csplan.report.addresses import Addresses
from csplan.report.answers import Answers
from csplan.report.reader import Reader
from csplan.report.runs import Block, Detail, Line, said
from csplan.report.text import plain


class Desk(NamedTuple):
    """One file of a plan, with what reads its text and knows its addresses and answers.

    `as_at` is the day that its figures are those of; `names` is whether people may be named.
    """

    plan: LoadedPlan
    file: LoadedFile
    reader: Reader
    addresses: Addresses
    answers: Answers
    as_at: date
    names: bool = False

    def line(self, text: str) -> Line:
        """Running text on one line."""
        return self.reader.line(text, self.file)

    def prose(self, text: str | None) -> tuple[Block, ...]:
        """Narrative."""
        return self.reader.prose(text, self.file)

    def take(self, wanted: str) -> str:
        """An id that nothing else in the document has."""
        return self.addresses.slugs.take(wanted)

    def owners(self, leads: Iterable[Lead]) -> tuple[Owner, ...]:
        """Leads as they are read by the registry of agencies."""
        agencies = self.plan.agencies
        return tuple(agencies.owner(lead) for lead in leads) if agencies else ()

    def led_by(self, owners: Iterable[Owner]) -> tuple[Line, ...]:
        """Who leads, a line each, with the person where people may be named."""
        return tuple(
            said(plain(f"{owner.text} ({owner.person})" if owner.person else owner.text))
            if self.names
            else said(text)
            for owner in owners
            for text in leads([owner]) or ([""] if self.names else [])
        )


def texts(label: str, found: Iterable[str | None]) -> Iterator[Detail]:
    """A detail of plain texts, unless there are none."""
    lines = tuple(said(plain(text)) for text in found if text)
    if lines:
        yield Detail(label, lines)


def lines(label: str, found: Iterable[Line]) -> Iterator[Detail]:
    """A detail of lines, unless there are none."""
    every = tuple(found)
    if every:
        yield Detail(label, every)


def documents(titles: Iterable[str]) -> Iterator[Detail]:
    """Documents outside of the plan; titles are names, in which nothing is spelt out."""
    every = tuple(titles)
    yield from texts("Other documents" if len(every) > 1 else "Other document", every)


def leads(owners: Iterable[Owner]) -> tuple[str, ...]:
    """Posts and agencies as written; a person who is named without either is not shown."""
    return tuple(
        plain(owner.text) for owner in owners if owner.post or owner.agency or not owner.person
    )


def last_day(plan: LoadedPlan) -> date:
    """The last day of the plan's term, for a document of the whole of it."""
    return plan.term.days.last if plan.term else date.max
