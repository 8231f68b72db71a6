"""The shapes of a published plan: texts, numbers and tuples of them, in reading order.

An `id` is unique in a document and made of `[a-z0-9-]`; `#` and an id is an internal address.
"""

from typing import NamedTuple

from csplan.report.boards import Meetings
from csplan.report.endmatter import Agency, Entry, Note
from csplan.report.runs import Block, Detail, Line, Section, Table


class Step(NamedTuple):
    """One thing that is due, as a row of a table in which no cell is empty.

    `reading` tells how the date was read where that says more than `due`, and is empty
    otherwise.
    """

    id: str
    address: str
    words: Line
    details: tuple[Detail, ...]
    due: str
    reading: str
    leads: tuple[str, ...]


class Action(NamedTuple):
    """An action and what is due in it.

    One without steps is an entry of a list: all that the plan says of it is in its details.
    `ref` is empty if such an action has none of its own.
    """

    id: str
    ref: str
    words: str
    details: tuple[Detail, ...]
    steps: tuple[Step, ...]


class Quotation(NamedTuple):
    """What somebody said, a line for each paragraph; `by` and `about` may be empty."""

    lines: tuple[Line, ...]
    by: str
    about: Line


class Driver(NamedTuple):
    """Something from outside that shapes the plan; it may say nothing more than its title."""

    title: str
    means: tuple[Block, ...]


class Measure(NamedTuple):
    """What there is to say of an indicator beside its row in the table of all of them."""

    id: str
    words: str
    details: tuple[Detail, ...]
    series: tuple[Table, ...]
    explanation: tuple[Block, ...]


class Expectation(NamedTuple):
    """One thing that is expected; `status` says in words whether it has an answer."""

    id: str
    ref: str
    words: Line
    status: str
    is_gap: bool
    response: tuple[Block, ...]
    not_applicable: Line
    details: tuple[Detail, ...]


class Source(NamedTuple):
    """What one source expects, and of whom."""

    title: str
    put_to: str
    expects: tuple[Expectation, ...]


class Headings(NamedTuple):
    """What stands over the parts of a chapter, in the plan's own words where it can have some."""

    outcomes: str
    indicators: str
    actions: str
    figures: str = "Figures"
    drivers: str = "What shapes the work"
    expectations: str = "What is expected"
    funding: str = "Funding"
    ratings: str = "What the colours mean"
    meetings: str = "Meetings"


class Matter(NamedTuple):
    """What a plan, a theme and a part of one have in common.

    `indicators` is empty or one table of all; `measures` holds those of which there is more to
    say. Empty tuples are what the plan does not have, and have no heading in a document.
    """

    headings: Headings
    quotations: tuple[Quotation, ...] = ()
    tables: tuple[Table, ...] = ()
    drivers: tuple[Driver, ...] = ()
    outcomes: tuple[Line, ...] = ()
    indicators: tuple[Table, ...] = ()
    measures: tuple[Measure, ...] = ()
    sources: tuple[Source, ...] = ()
    funding: tuple[Table, ...] = ()


class Chapter(NamedTuple):
    """A theme, or a sub-theme within one.

    `holds` counts its actions and milestones in words. `period` is empty unless it has years of
    its own. `due` is empty or one table: the actions that are due as a whole; `actions` are the
    others, in reading order after it.
    """

    id: str
    heading: str
    holds: str
    period: str
    details: tuple[Detail, ...]
    sections: tuple[Section, ...]
    matter: Matter
    due: tuple[Table, ...]
    actions: tuple[Action, ...]
    sub_themes: "tuple[Chapter, ...]"
    related: tuple[Detail, ...]


class Asked(NamedTuple):
    """What one source expects, as a table under the heading that the contents name."""

    id: str
    heading: str
    details: tuple[Detail, ...]
    table: Table


class Matrix(NamedTuple):
    """All that is expected, as a document of its own: a table for each source.

    `counts` say how many there are and how they are answered, with links to those that are not.
    Nothing in it leads to the agreement; its notes and glossary are its own.
    """

    counts: tuple[Line, ...] = ()
    sources: tuple[Asked, ...] = ()
    glossary: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()


class Agreement(NamedTuple):
    """A plan as it is published; `period` is as written and `days` what it means.

    `ratings` is the key to the colours, if any stands in the document.
    """

    title: str
    partnership: str
    period: str
    days: str
    status: str
    matter: Matter
    summary: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    ratings: tuple[Detail, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    meetings: Meetings = Meetings()
    agencies: tuple[Agency, ...] = ()
    glossary: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    matrix: Matrix = Matrix()
