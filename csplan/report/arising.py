"""What earlier meetings asked for, with where each action stands."""

from collections.abc import Iterator, Sequence
from datetime import date

from csplan.load import Item
from csplan.query import position
from csplan.query.since import Sitting, sittings
from csplan.report.addresses import rows
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.progress import progress
from csplan.report.text import plain

_HEADING = "Actions arising from earlier meetings"


def arising(opened: Opened, since: date) -> Iterator[Part]:
    """A part for each earlier meeting, the latest first; nothing if none asked for anything.

    What had been closed by the day of `since` is left out, unless it arose of a later meeting.
    """
    held = sorted(sittings(opened.plan), key=lambda each: each.day, reverse=True)
    parts = tuple(part for each in held for part in _part(opened, each, since))
    if parts:
        yield Part("arising", _HEADING, parts=parts)


def _part(opened: Opened, sitting: Sitting, since: date) -> Iterator[Part]:
    desk = opened.desk_of(sitting.file)
    by_work = rows(desk.file)
    works = [
        work
        for work in desk.file.works
        if work.route[1] == sitting.number
        and (sitting.day >= since or _was_open(opened, by_work[work.route], since))
    ]
    heading = plain(f"{sitting.meeting.meeting}, {sitting.meeting.on}")
    tables = progress(desk, works, f"Actions arising from {heading}")
    if tables:
        yield Part(desk.take(f"arising-{heading}"), heading, tables=tables)


def _was_open(opened: Opened, items: Sequence[Item], day: date) -> bool:
    return any(position(opened.plan, item, day).is_open for item in items)
