"""What is expected of a partnership: the gaps first, then all of it if asked."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from csplan.console.grid import Column
from csplan.console.narrowed import facts
from csplan.console.paper import Paper, Table
from csplan.console.records import csv_text
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load import LoadedPlan, Status
from csplan.query import Answered, Filter

_COLUMNS = (Column("No."), Column("Expectation", 6), Column("Answer", 4))
_NOTHING = "this plan holds no expectations"


class _Record(NamedTuple):
    """What a program is told of an expectation."""

    plan: str
    theme: str
    source: str
    ref: str
    expectation: str
    put_to: str | None
    status: str
    gap: str | None
    response: str | None
    not_applicable: str | None
    see: str | None
    other_documents: str | None
    met_by: str | None
    path: str
    line: int


def papers(
    plans: Iterable[LoadedPlan], found: Iterable[Answered], *, every: bool
) -> Iterator[Paper]:
    """For each plan its gaps, or every expectation, by source; with counts at the end."""
    everything = tuple(found)
    for plan in plans:
        mine = [each for each in everything if each.plan is plan]
        groups: dict[str, list[tuple[str, ...]]] = {}
        for each in mine:
            if every or each.answer.is_gap:
                source = one_line(each.asked.by.source)
                groups.setdefault(source, []).append(_row(each))
        blocks = [Table(source, _COLUMNS, rows) for source, rows in groups.items()]
        yield Paper(plan.title, (), blocks, (_closing(mine),))


def _row(each: Answered) -> tuple[str, ...]:
    expectation = each.asked.expectation
    return expectation.ref, one_line(expectation.expectation), _said(each)


def _said(each: Answered) -> str:
    """What answers an expectation, or that nothing does."""
    expectation, answer = each.asked.expectation, each.answer
    met = f"met by {', '.join(work.ref for _, work in answer.works)}" if answer.works else ""
    see = f"see {', '.join((*expectation.see, *expectation.other_documents))}"
    if answer.leads_nowhere:
        return f"{see}, which has no answer either"
    words = {
        "answered": expectation.response or "",
        "by action": "",
        "by reference": see,
        "not applicable": f"not applicable: {expectation.not_applicable}",
        "unanswered": "no response",
    }[answer.status]
    return one_line("; ".join(filter(None, (words, met))))


def _closing(found: list[Answered]) -> str:
    if not found:
        return _NOTHING.capitalize()
    statuses = Counter(each.answer.status for each in found)
    counts = [f"{statuses[each]} {each}" for each in get_args(Status) if statuses[each]]
    gaps = counted(sum(each.answer.is_gap for each in found), "gap")
    covered = sum(bool(each.answer.works) for each in found)
    words = f"Total: {counted(len(found), 'expectation')}: {', '.join(counts)}; {gaps}"
    return f"{words}; {covered} met by actions"


def _record(each: Answered) -> _Record:
    expectation, by = each.asked.expectation, each.asked.by
    gap = "unanswered" if not each.answer.leads_nowhere else "refers to what is unanswered"
    return _Record(
        plan=each.plan.title,
        theme=one_line(each.asked.theme),
        source=one_line(by.source),
        ref=expectation.ref,
        expectation=one_line(expectation.expectation),
        put_to=by.put_to and one_line(by.put_to),
        status=each.answer.status,
        gap=gap if each.answer.is_gap else None,
        response=expectation.response and one_line(expectation.response),
        not_applicable=expectation.not_applicable and one_line(expectation.not_applicable),
        see="; ".join(expectation.see) or None,
        other_documents="; ".join(map(one_line, expectation.other_documents)) or None,
        met_by="; ".join(work.ref for _, work in each.answer.works) or None,
        path=Path(each.file.path).as_posix(),
        line=each.line,
    )


def as_json(found: Iterable[Answered], warning: str, asked: Filter) -> str:
    """The warning and every expectation, gaps or not."""
    whole = {
        **facts(asked),
        "warning": warning or None,
        "expectations": [_record(each)._asdict() for each in found],
    }
    return json.dumps(whole, indent=2) + "\n"


def as_csv(found: Iterable[Answered]) -> str:
    """One row for each expectation, gap or not."""
    return csv_text(_Record._fields, (_record(each) for each in found))
