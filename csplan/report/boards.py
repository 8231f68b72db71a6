"""The shapes of meetings, to come and held."""

from typing import NamedTuple

from csplan.report.runs import Block, Detail, Line, Table


class AgendaItem(NamedTuple):
    """An item of a meeting; `ref` may be empty."""

    ref: str
    words: str
    details: tuple[Detail, ...]
    note: tuple[Block, ...]
    decisions: tuple[Line, ...]


class Topic(NamedTuple):
    """The items of a meeting under one heading, which may be empty."""

    heading: str
    items: tuple[AgendaItem, ...]


class Meeting(NamedTuple):
    """A meeting with its agenda; `arising` is empty or one table of actions."""

    id: str
    heading: str
    details: tuple[Detail, ...]
    note: tuple[Block, ...]
    topics: tuple[Topic, ...]
    arising: tuple[Table, ...]


class Meetings(NamedTuple):
    """The meetings to come, and those of which there are minutes."""

    planned: tuple[Meeting, ...] = ()
    minuted: tuple[Meeting, ...] = ()
