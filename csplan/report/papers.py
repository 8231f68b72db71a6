"""The shapes of a paper for a meeting: parts within parts, as at a day."""

from typing import NamedTuple

from csplan.report.boards import Topic
from csplan.report.endmatter import Entry, Note
from csplan.report.runs import Detail, Line, Table
from csplan.report.shapes import Measure


class Part(NamedTuple):
    """A part of a paper under a heading, each of what it holds in this order; never empty.

    `id` is the same in every paper, such as `exceptions`, but for that of a theme. `within` is
    what the heading would have to say besides, if nobody saw where it stands.
    """

    id: str
    heading: str
    within: str = ""
    details: tuple[Detail, ...] = ()
    words: tuple[Line, ...] = ()
    counts: tuple[Line, ...] = ()
    agenda: tuple[Topic, ...] = ()
    tables: tuple[Table, ...] = ()
    measures: tuple[Measure, ...] = ()
    parts: "tuple[Part, ...]" = ()


class Paper(NamedTuple):
    """What a meeting is given of a plan, as at a day; nothing to publish if it has no parts.

    `heading` is what the paper is, `title` that of the plan; `day` is in words. `called` is the
    heading with the day and with the meeting that it is for, if any. `notices` say what a reader
    must know first: what it is for, and what is left out.
    """

    title: str
    partnership: str
    period: str
    days: str
    status: str
    heading: str
    day: str
    called: str
    notices: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    glossary: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
