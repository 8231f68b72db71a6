"""What is owed, as rows: the one shape that every format of a question is written from."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from csplan.dates import Days, Quarter
from csplan.diagnostic import counted
from csplan.escape import csv_cell, one_line
from csplan.load import LoadedPlan
from csplan.query import Answer, Filter, Owed

NO_AGENCY = "No agency named"
NO_LEAD = "No lead named"
_MOST_NAMED = 6


class Row(NamedTuple):
    """One line of a table: what is shown of something owed."""

    ref: str
    milestone: str
    due: str
    late: str
    lead: str


class Group(NamedTuple):
    """The rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


def theme_title(owed: Owed) -> str:
    """The title of the theme that something owed belongs to."""
    return one_line(owed.item.theme.theme)


def grouped(owed: tuple[Owed, ...], by: str, asked: Filter) -> list[Group]:
    """Rows under headings, in the order in which the headings first come up.

    What several agencies or leads share stands under each of them that was asked about.
    """
    found: dict[str, list[Row]] = {}
    for each in owed:
        for heading in headings(each, by, asked):
            found.setdefault(heading, []).append(row(each, heading if by == "agency" else ""))
    return [Group(heading, tuple(rows)) for heading, rows in found.items()]


def headings(owed: Owed, by: str, asked: Filter) -> list[str]:
    """The headings under which something owed stands."""
    found = dict.fromkeys(_HEADINGS[by](owed))
    if by != "agency" or asked.agencies is None:
        return list(found)
    return [heading for heading in found if heading in asked.agencies]


def _agencies(owed: Owed) -> Iterator[str]:
    for owner in owed.item.owners:
        yield owner.agency or NO_AGENCY
    if not owed.item.owners:
        yield NO_AGENCY


def _leads(owed: Owed) -> Iterator[str]:
    for owner in owed.item.owners:
        yield owner.text
    if not owed.item.owners:
        yield NO_LEAD


_HEADINGS: dict[str, Callable[[Owed], Iterator[str]]] = {
    "agency": _agencies,
    "theme": lambda owed: iter([theme_title(owed)]),
    "lead": _leads,
    "due": lambda owed: iter([f"Due by {_long_day(owed)}"]),
}


def _long_day(owed: Owed) -> str:
    assert owed.by
    return str(Days(owed.by, owed.by))


def row(owed: Owed, agency: str = "") -> Row:
    """One row; under an agency's heading its own leads are shown by their posts."""
    return Row(
        owed.item.address, one_line(owed.item.words), _due(owed), _late(owed), _lead(owed, agency)
    )


def _due(owed: Owed) -> str:
    now = owed.position
    written = one_line(now.due.text) if now.due else "not given"
    if now.moved_from:
        later = f", {counted(now.days_moved, 'day')} earlier" if now.days_moved > 0 else ""
        written += f" (agreed; was {one_line(now.moved_from.text)}{later})"
    return written


def _late(owed: Owed) -> str:
    if not owed.days_overdue:
        return ""
    days = counted(owed.days_overdue, "day")
    if owed.missed > 1:
        days += f", {owed.missed} reports"
    return f"{days}, from {owed.slipped_from}" if owed.slipped_from else days


def _lead(owed: Owed, agency: str) -> str:
    owners = owed.item.owners
    if not owners:
        return NO_LEAD
    own = [owner for owner in owners if agency and owner.agency == agency]
    named = [owner.text for owner in owners if owner not in own]
    more = [f"{len(named) - _MOST_NAMED} more"] if len(named) > _MOST_NAMED else []
    others = "; ".join(named[:_MOST_NAMED] + more)
    if not own:
        return others
    posts = "; ".join(owner.post or "no post named" for owner in own)
    return f"{posts}; with {others}" if others else posts


class Record(NamedTuple):
    """Something owed for a program; days are ISO, and what is not there is None."""

    plan: str
    theme: str
    ref: str
    action: str
    milestone: str | None
    due: str | None
    due_by: str | None
    lead: str | None
    agency: str | None
    days_overdue: int | None
    due_first: str | None
    days_moved: int
    state: str
    path: str
    line: int


def record(owed: Owed) -> Record:
    """What a program is told of something owed."""
    due, by, milestone = owed.position.due, owed.by, owed.item.milestone
    agencies = dict.fromkeys(owner.agency for owner in owed.item.owners if owner.agency)
    return Record(
        plan=one_line(owed.plan.plan.title) if owed.plan.plan else owed.plan.path,
        theme=theme_title(owed),
        ref=owed.item.address,
        action=one_line(owed.item.action.action),
        milestone=one_line(milestone.milestone) if milestone else None,
        due=due.text if due else None,
        due_by=by.isoformat() if by else None,
        lead="; ".join(owner.text for owner in owed.item.owners) or None,
        agency="; ".join(agencies) or None,
        days_overdue=owed.days_overdue if by else None,
        due_first=owed.position.moved_from.text if owed.position.moved_from else None,
        days_moved=owed.position.days_moved,
        state=owed.position.state,
        path=Path(owed.file.path).as_posix(),
        line=owed.line,
    )


def as_json(answer: Answer, quarter: str | None, warning: str) -> str:
    """The whole answer as one object; `quarter` as it was asked for."""
    whole = {
        "as_at": answer.as_at.isoformat(),
        "quarter": quarter,
        "warning": warning or None,
        "plans": [_plan(plan, asked) for plan, asked in answer.plans],
        "milestones": [record(each)._asdict() for each in answer.overdue],
        "undated": [record(each)._asdict() for each in answer.undated],
        "ongoing": [record(each)._asdict() for each in answer.ongoing],
    }
    return json.dumps(whole, indent=2) + "\n"


def _plan(plan: LoadedPlan, quarter: Quarter | None) -> dict[str, str | None]:
    return {
        "path": Path(plan.path).as_posix(),
        "title": one_line(plan.plan.title) if plan.plan else None,
        "quarter": str(quarter) if quarter else None,
        "first_day": quarter.days.first.isoformat() if quarter else None,
        "last_day": quarter.days.last.isoformat() if quarter else None,
    }


def as_csv(answer: Answer) -> str:
    """One row for each thing owed, as Excel reads it: with a byte order mark and CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("status", *Record._fields))
    for status, owed in (
        ("overdue", answer.overdue),
        ("no date", answer.undated),
        ("ongoing", answer.ongoing),
    ):
        for each in owed:
            writer.writerow((status, *map(_cell, record(each))))
    return "\ufeff" + out.getvalue()


def _cell(value: str | int | None) -> str | int:
    return csv_cell(value) if isinstance(value, str) else "" if value is None else value
