"""What is owed, for programs and spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from csplan.console.owed import theme_title
from csplan.dates import Quarter
from csplan.escape import csv_cell, one_line
from csplan.load import LoadedPlan
from csplan.query import Answer, Owed


class Record(NamedTuple):
    """Something owed for a program; days are ISO, and what is not there is None."""

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
    path: str
    line: int


def record(owed: Owed) -> Record:
    """What a program is told of something owed."""
    due, by, milestone = owed.position.due, owed.by, owed.item.milestone
    agencies = dict.fromkeys(owner.agency for owner in owed.item.owners if owner.agency)
    return Record(
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
    """One row for each thing owed."""
    lists = (
        ("overdue", answer.overdue),
        ("no date", answer.undated),
        ("ongoing", answer.ongoing),
    )
    rows = ((status, *record(each)) for status, owed in lists for each in owed)
    return csv_text(("status", *Record._fields), rows)


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
