"""What somebody reports of an action or milestone, made ready for the plan."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import read_due, say_day
from csplan.edit.case import Case, Report, place
from csplan.edit.changes import Insert
from csplan.edit.recurring import cover
from csplan.edit.remarks import remarks
from csplan.edit.target import Target
from csplan.edit.wording import flat, paragraphs
from csplan.escape import one_line, quoted
from csplan.model import Progress, read_word
from csplan.query import position
from csplan.query.position import CLOSED, day_of

_NEW_DATE = ("undecided", "ongoing")
# Figures and at most the name of a month: `30/11/2010`, `1st Dec 10`, `Jan-11`.
_SHORT = re.compile(
    r"(?:\d{1,4}(?:st|nd|rd|th)?[\s./-]*)?(?:[a-z]{3,9}|\d{1,2})\.?[\s./',-]*\d{2,4}",
    re.IGNORECASE,
)


class Prepared(NamedTuple):
    """A report as a change to the plan, or what is wrong with it.

    There is no change where there are `problems`. `remarks` are what whoever reported should know.
    `is_there` says that the plan holds the report already; that is then its only problem.
    """

    change: Insert | None
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    is_there: bool = False


def prepare(target: Target, report: Report, today: date) -> Prepared:
    """A report as an entry of progress in the order of days, checked against what is there."""
    plan, _, item = target
    state, no_state = _word("state", report.state)
    rating, no_rating = _word("rating", report.rating)
    found = cover(target, report.on, report.covers, state, is_told=_is_told(report))
    before = position(plan, item, report.on)
    case = Case(target, report, today, before, state, rating, found)
    entry = _entry(case)
    there = [held for held in item.entry.progress if _is_same(case, entry, held)]
    if there:
        return Prepared(None, (_is_there(case, entry, there),), is_there=True)
    problems = (no_state, no_rating, found.problem, *_problems(case))
    if any(problems):
        return Prepared(None, tuple(filter(None, problems)))
    route, at = (*item.route, "progress"), place(item, report.on)
    # An action may be a plain line; a milestone is not.
    change = Insert(route, entry, at, "" if item.milestone else "action")
    return Prepared(change, (), tuple(remarks(case, entry, at)))


def _word(key: str, typed: str) -> tuple[str, str]:
    return read_word(Progress, key, flat(typed)) if typed.strip() else ("", "")


def _is_told(report: Report) -> bool:
    """Whether anything is said of the work, and not only that it has another date."""
    said = (report.state, report.rating, report.note, report.corrective_action)
    return any(text.strip() for text in said)


def _entry(case: Case) -> dict[str, object]:
    report = case.report
    agencies = case.target.plan.agencies
    by = flat(report.by)
    said = {
        "on": say_day(report.on),
        "state": case.state,
        "rating": case.rating,
        "note": paragraphs(report.note),
        "corrective_action": paragraphs(report.corrective_action),
        "due": _in_full(flat(report.due), case),
        "reason": paragraphs(report.reason),
        "covers": case.cover.name,
        "by": (agencies.official(by) if agencies else "") or by,
    }
    return {key: text for key, text in said.items() if text}


def _in_full(due: str, case: Case) -> str:
    """A due date as a plan has it: `30 November 2010` for `30/11/2010`; wordings stay."""
    read = read_due(due, case.target.plan.term)
    is_short = read.kind in ("day", "month") and _SHORT.fullmatch(due)
    return str(read.days) if is_short else due


def _problems(case: Case) -> Iterator[str]:
    report, is_rated = case.report, bool(case.rating)
    if report.on > case.today:
        yield f"{say_day(report.on)} is still to come; give the day on which it was said"
    texts = (report.state, report.rating, report.note, report.corrective_action, report.due)
    if not any(text.strip() for text in (*texts, report.covers)):
        yield "nothing is reported; give a state, a rating, a note or a new due date"
    state = case.state or case.before.state
    if is_rated and (case.state not in ("", "in progress") or state in CLOSED):
        yield f"a rating is for work in progress, and this is {state}; leave the rating out"
    if report.due.strip():
        yield from _of_new_date(case, state)


def _of_new_date(case: Case, state: str) -> Iterator[str]:
    typed, now = flat(case.report.due), case.before.due
    new = read_due(typed, case.target.plan.term)
    if state in CLOSED:
        yield f"a new due date is for open work, and this is {state}"
    if not case.report.reason.strip():
        yield f"the new due date {quoted(typed)} needs a reason: say why the board agreed it"
    if new.doubt or new.clash:
        yield f"the new due date {new.doubt or new.clash}"
    elif new.days is None and new.kind not in _NEW_DATE:
        yield f"the new due date {quoted(typed)} names no day; write such as `30 September 2010`"
    elif new.days and new.days.last < case.report.on:
        yield f"the new due date {quoted(typed)} has passed already on {say_day(case.report.on)}"
    elif now and new.days and (new.days, new.every) == (now.days, now.every):
        yield f"the new due date {quoted(typed)} is the one that it has already"


def _is_there(case: Case, entry: dict[str, object], there: list[Progress]) -> str:
    said = "this is in the plan already"
    if "by" not in entry or any(held.by for held in there):
        return said
    _, file, item = case.target
    number = item.entry.progress.index(there[0])
    line = file.tree.locate((*item.route, "progress", number)).line
    return (
        f"{said}, without who reported it; write `by: {entry['by']}` into the entry at "
        f"{file.path}:{line} by hand"
    )


def _is_same(case: Case, entry: dict[str, object], held: Progress) -> bool:
    """Whether an entry says what is reported, as when a sheet comes twice.

    Who says it makes no difference, nor do line ends, nor the period if none was named.
    """
    if day_of(held) != case.report.on:
        return False
    there = {key: one_line(text) for key, text in held.model_dump().items() if text}
    said = {key: one_line(str(text)) for key, text in entry.items()}
    term, period = case.target.plan.term, case.report.covers.strip()
    if period and read_due(period, term).days != read_due(held.covers or "", term).days:
        return False
    if "due" in there:
        there["due"] = _in_full(there["due"], case)
    left_out = ("on", "by", "covers")
    return all(there.get(key) == said.get(key) for key in {*there, *said}.difference(left_out))
