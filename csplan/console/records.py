"""Lists of work, for programs and spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from csplan.console.narrowed import facts
from csplan.console.owed import theme_title
from csplan.console.worklist import Worklist
from csplan.escape import csv_cell, one_line
from csplan.load import LoadedPlan
from csplan.query import Owed


class Record(NamedTuple):
    """A piece of work for a program; days are ISO, and what is not there is None.

    `status` is why it is listed. `heard_on` and `heard` are the day of the last entry and its note.
    """

    status: str
    plan: str
    theme: str
    sub_theme: str | None
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
    rating: str | None
    heard_on: str | None
    heard: str | None
    path: str
    line: int


def record(owed: Owed, status: str) -> Record:
    """What a program is told of a piece of work that is listed for a reason."""
    due, by, milestone = owed.position.due, owed.by, owed.item.milestone
    agencies = dict.fromkeys(owner.agency for owner in owed.item.owners if owner.agency)
    note = owed.heard.entry.note if owed.heard else None
    return Record(
        status=status,
        plan=owed.plan.title,
        theme=theme_title(owed),
        sub_theme=one_line(owed.item.work.sub_theme) or None,
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
        rating=owed.position.rating or None,
        heard_on=owed.heard.day.isoformat() if owed.heard else None,
        heard=one_line(note) if note else None,
        path=Path(owed.file.path).as_posix(),
        line=owed.line,
    )


def as_json(found: Worklist, warning: str) -> str:
    """The whole list as one object: how it was asked, the plans, and each section by its key."""
    whole = {
        "as_at": found.as_at.isoformat(),
        **found.facts,
        **facts(found.asked),
        "warning": warning or None,
        "plans": [{**plan_facts(page.plan), **page.facts} for page in found.pages],
    }
    for section in found.sections:
        whole[section.key] = [record(each, section.status)._asdict() for each in section.owed]
    return json.dumps(whole, indent=2) + "\n"


def plan_facts(plan: LoadedPlan) -> dict[str, str | None]:
    """Where a plan is and what it is called; no title if its plan.yaml cannot be read."""
    return {
        "path": Path(plan.path).as_posix(),
        "title": one_line(plan.plan.title) if plan.plan else None,
    }


def as_csv(found: Worklist) -> str:
    """One row for each piece of work."""
    rows = (record(each, section.status) for section in found.sections for each in section.owed)
    return csv_text(Record._fields, rows)


def csv_text(header: Iterable[str], rows: Iterable[Iterable[str | int | None]]) -> str:
    """Rows as Excel reads them: with a byte order mark and CRLF, no cell taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(map(_cell, row))
    return "\ufeff" + out.getvalue()


def _cell(value: str | int | None) -> str | int:
    return csv_cell(value) if isinstance(value, str) else "" if value is None else value
