"""What is copied into the next plan and has to be looked at before it is adopted."""

from collections.abc import Iterator
from typing import NamedTuple

from csplan.dates import Due, Term, read_due, read_term
from csplan.escape import one_line, quoted
from csplan.load.mentions import PROSE
from csplan.model import Action, Chapter, Matter, Milestone, Plan
from csplan.query import Position
from csplan.rollover.measures import to_set
from csplan.rollover.wording import Reader

_LONGEST_NAME = 60


class Years(NamedTuple):
    """The years of the old plan and of the new one, and the new ones as they are written."""

    old: Term
    new: Term
    period: str


def of_plan(plan: Plan, years: Years, reader: Reader) -> Iterator[str]:
    """What is to be looked at in plan.yaml."""
    if plan.summary and (remarks := reader.remarks(plan.summary)):
        yield f"summary: {remarks}"
    yield from of_matter(plan, years, reader)


def of_chapter(chapter: Chapter, years: Years, reader: Reader) -> Iterator[str]:
    """What is to be looked at in a theme or a part of one, its actions apart."""
    if chapter.period:
        # A period that cannot be read is an error, with which no plan is rolled over.
        own = read_term(chapter.period, years.old.starts_month)
        if own.days.last < years.new.days.last:
            yield f"period: {one_line(chapter.period)} does not reach the end of {years.period}"
    for key in PROSE:
        text = getattr(chapter, key)
        if text and (remarks := reader.remarks(text)):
            yield f"{key}: {remarks}"
    for number, outcome in enumerate(chapter.outcomes, start=1):
        # What will be different is always said to be still to come.
        if remarks := reader.remarks(outcome, tense=False):
            yield f"outcome {number}: {remarks}"
    yield from of_matter(chapter, years, reader)


def of_matter(matter: Matter, years: Years, reader: Reader) -> Iterator[str]:
    """What is to be looked at in what a plan, a theme and a part of one have in common."""
    for label, text, tense in _texts(matter):
        if remarks := reader.remarks(text, tense=tense):
            yield f"{label}: {remarks}"
    for indicator in matter.indicators:
        for words in to_set(indicator, years.new, years.period):
            yield f"indicator {short(indicator.indicator)}: {words}"
    for kind, tables in (("table", matter.tables), ("funding", matter.funding)):
        for table in tables:
            yield f"{kind} {short(table.table)}: copied as it was; bring its figures up to date"


def _texts(matter: Matter) -> Iterator[tuple[str, str, bool]]:
    for section in matter.sections:
        yield f"section {short(section.heading)}", section.text, True
    for driver in matter.drivers:
        yield f"driver {short(driver.driver)}", driver.means or "", True
    for number, quotation in enumerate(matter.quotations, start=1):
        yield f"quotation {number}", quotation.quotation, False
    for indicator in matter.indicators:
        yield f"indicator {short(indicator.indicator)}", indicator.explanation or "", True
    for asked in matter.expectations:
        for each in asked.expects:
            yield f"expectation {short(each.ref)}", each.response or "", False


def of_entry(
    entry: Action | Milestone, now: Position | None, years: Years, reader: Reader
) -> Iterator[str]:
    """What is to be looked at in an action or milestone; `now` is None if it is not due itself."""
    words = entry.milestone if isinstance(entry, Milestone) else entry.action
    kind = "milestone" if isinstance(entry, Milestone) else "action"
    texts = [(kind, words), ("note", entry.note or ""), ("cost", entry.cost or "")]
    texts += [("measure", text) for text in entry.measure]
    for label, text in texts:
        if remarks := reader.remarks(text, tense=False):
            yield f"{label}: {remarks}"
    if now and now.due:
        yield from _stale(now.due, years)


def _stale(due: Due, years: Years) -> Iterator[str]:
    """What is said of a due date that is over, or that means other days in the new plan."""
    typed = one_line(due.text)
    then, now = due.days, read_due(due.text, years.new).days
    if due.every:
        return
    if then and then != now:
        read = f", and is read as {now} here" if now else ""
        yield f"due: {quoted(typed)} was {then} in the last plan{read}; agree a new date"
    elif then and then.last < years.new.days.first:
        yield f"due: {quoted(typed)} is before {years.period}; agree a new date"


def short(text: str) -> str:
    """A name as a line of `to_review` gives it."""
    flat = one_line(text)
    return f"{flat[:_LONGEST_NAME]}…" if len(flat) > _LONGEST_NAME else flat
