"""What somebody reports of an action or milestone, made ready for the plan."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, NotADate, read_day, read_due
from csplan.edit.changes import Insert
from csplan.edit.recurring import Cover, cover
from csplan.edit.target import Target
from csplan.edit.wording import flat, paragraphs
from csplan.escape import one_line, quoted
from csplan.load import Item
from csplan.model import Progress, read_word
from csplan.query import Position, position
from csplan.query.position import CLOSED

_NEW_DATE = ("undecided", "ongoing")


class Report(NamedTuple):
    """What is reported of work on a day; each text as it was typed, empty if nothing was said."""

    on: date
    state: str = ""
    rating: str = ""
    note: str = ""
    corrective_action: str = ""
    due: str = ""
    reason: str = ""
    covers: str = ""
    by: str = ""


class Prepared(NamedTuple):
    """A report as a change to the plan, or what is wrong with it.

    There is no change where there are `problems`. `remarks` are what whoever reported should know.
    `is_there` says that the plan holds the report already; that is then its only problem.
    """

    change: Insert | None
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    is_there: bool = False


class _Case(NamedTuple):
    """A report with its words read, and where the work stood before it."""

    target: Target
    report: Report
    today: date
    before: Position
    state: str
    rating: str
    cover: Cover


def prepare(target: Target, report: Report, today: date) -> Prepared:
    """A report as an entry of progress in the order of days, checked against what is there."""
    plan, _, item = target
    state, no_state = _word("state", report.state)
    rating, no_rating = _word("rating", report.rating)
    found = cover(target, report.on, report.covers, state)
    before = position(plan, item, report.on)
    case = _Case(target, report, today, before, state, rating, found)
    entry = _entry(case)
    if any(_is_same(case, entry, held) for held in item.entry.progress):
        return Prepared(None, ("this is in the plan already",), is_there=True)
    problems = (no_state, no_rating, found.problem, *_problems(case))
    if any(problems):
        return Prepared(None, tuple(filter(None, problems)))
    route, at = (*item.route, "progress"), _place(item, report.on)
    # An action may be a plain line; a milestone is not.
    change = Insert(route, entry, at, "" if item.milestone else "action")
    return Prepared(change, (), tuple(_remarks(case)))


def _word(key: str, typed: str) -> tuple[str, str]:
    return read_word(Progress, key, flat(typed)) if typed.strip() else ("", "")


def _entry(case: _Case) -> dict[str, object]:
    report = case.report
    agencies = case.target.plan.agencies
    by = flat(report.by)
    said = {
        "on": _long(report.on),
        "state": case.state,
        "rating": case.rating,
        "note": paragraphs(report.note),
        "corrective_action": paragraphs(report.corrective_action),
        "due": flat(report.due),
        "reason": paragraphs(report.reason),
        "covers": case.cover.name,
        "by": (agencies.official(by) if agencies else "") or by,
    }
    return {key: text for key, text in said.items() if text}


def _long(day: date) -> str:
    return str(Days(day, day))


def _problems(case: _Case) -> Iterator[str]:
    report, is_rated = case.report, bool(case.rating)
    if report.on > case.today:
        yield f"{_long(report.on)} is still to come; give the day on which it was said"
    texts = (report.state, report.rating, report.note, report.corrective_action, report.due)
    if not any(text.strip() for text in (*texts, report.covers)):
        yield "nothing is reported; give a state, a rating, a note or a new due date"
    state = case.state or case.before.state
    if is_rated and (case.state not in ("", "in progress") or state in CLOSED):
        yield f"a rating is for work in progress, and this is {state}; leave the rating out"
    if report.due.strip():
        yield from _of_new_date(case, state)


def _of_new_date(case: _Case, state: str) -> Iterator[str]:
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
        yield f"the new due date {quoted(typed)} has passed already on {_long(case.report.on)}"
    elif now and new.days and new.days == now.days:
        yield f"the new due date {quoted(typed)} is the one that it has already"


def _is_same(case: _Case, entry: dict[str, object], held: Progress) -> bool:
    """Whether an entry says what is reported, as when a sheet comes twice.

    Who says it makes no difference, nor do line ends, nor the period if none was named.
    """
    if _day(held) != case.report.on:
        return False
    there = {key: one_line(text) for key, text in held.model_dump().items() if text}
    said = {key: one_line(str(text)) for key, text in entry.items()}
    term, period = case.target.plan.term, case.report.covers.strip()
    if period and read_due(period, term).days != read_due(held.covers or "", term).days:
        return False
    left_out = ("on", "by", "covers")
    return all(there.get(key) == said.get(key) for key in {*there, *said}.difference(left_out))


def _place(item: Item, on: date) -> int | None:
    """Before which entry a new one stands: the first of a later day, if there is one."""
    days = enumerate(map(_day, item.entry.progress))
    return next((number for number, day in days if day and day > on), None)


def _day(entry: Progress) -> date | None:
    try:
        return read_day(entry.on)
    except NotADate:
        return None


def _remarks(case: _Case) -> Iterator[str]:
    item, report, state = case.target.item, case.report, case.state
    if case.cover.remark:
        yield case.cover.remark
    later = [day for day in map(_day, item.entry.progress) if day and day > report.on]
    if later:
        yield f"a later entry, of {_long(max(later))}, still says where it stands"
    if state == "stopped" and not (report.note.strip() or report.reason.strip()):
        yield "the plan does not say why it is stopped; give a reason"
    if state in CLOSED and not item.milestone:
        yield from _closes(case)
    if state and state not in CLOSED and not case.before.is_open:
        yield f"it was {case.before.state}, and is open again"


def _closes(case: _Case) -> Iterator[str]:
    work = case.target.item.work
    addresses = [f"{work.ref}.{number + 1}" for number in range(len(work.action.milestones))]
    still_open = [
        address
        for address, milestone in zip(addresses, work.action.milestones, strict=True)
        if not _is_closed(milestone.progress, case.report.on)
    ]
    if still_open:
        yield f"this closes what is still open in it: {', '.join(still_open)}"


def _is_closed(progress: tuple[Progress, ...], on: date) -> bool:
    dated = [(day, entry.state) for entry in progress if (day := _day(entry)) and day <= on]
    return bool(dated) and max(dated, key=lambda pair: pair[0])[1] in CLOSED
