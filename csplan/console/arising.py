"""Meetings to come, and what is open of those held: for a program or a spreadsheet."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from csplan.console.narrowed import facts
from csplan.console.records import csv_text
from csplan.escape import one_line
from csplan.query import Arising, Diary, Filter, Held


class _Record(NamedTuple):
    """What a program is told of an action arising."""

    plan: str
    meeting: str
    held: str
    item: str
    ref: str
    action: str
    due: str | None
    days_overdue: int
    age: int
    lead: str | None
    agency: str | None
    state: str
    path: str
    line: int


def _record(each: Arising) -> _Record:
    owners, due = each.item.owners, each.position.due
    agencies = dict.fromkeys(owner.agency for owner in owners if owner.agency)
    return _Record(
        plan=each.held.plan.title,
        meeting=one_line(each.held.meeting.meeting),
        held=each.held.day.isoformat(),
        item=one_line(each.item.work.sub_theme),
        ref=each.item.address,
        action=one_line(each.item.words),
        due=due.text if due else None,
        days_overdue=each.days_overdue,
        age=each.age,
        lead="; ".join(owner.text for owner in owners) or None,
        agency="; ".join(agencies) or None,
        state=each.position.state,
        path=Path(each.held.file.path).as_posix(),
        line=each.held.file.tree.locate(each.item.route).line,
    )


def as_json(diary: Diary, warning: str, asked: Filter) -> str:
    """The day, the meetings to come with their agendas, and what is open."""
    whole = {
        "as_at": diary.as_at.isoformat(),
        **facts(asked),
        "warning": warning or None,
        "held": diary.held,
        "coming": [_meeting(held) for held in diary.coming],
        "open": [_record(each)._asdict() for each in diary.open],
    }
    return json.dumps(whole, indent=2) + "\n"


def _meeting(held: Held) -> dict[str, Any]:
    meeting = held.meeting
    return {
        "plan": held.plan.title,
        "meeting": one_line(meeting.meeting),
        "on": held.day.isoformat(),
        "time": meeting.time,
        "place": meeting.place,
        "items": [
            {
                "ref": item.ref,
                "item": one_line(item.item),
                "topic": item.topic,
                "purpose": list(item.purpose),
                "paper": item.paper,
            }
            for item in meeting.items
        ],
        "path": Path(held.file.path).as_posix(),
        "line": held.line,
    }


def as_csv(diary: Diary) -> str:
    """One row for each action arising that is open."""
    return csv_text(_Record._fields, (_record(each) for each in diary.open))
