"""What whoever reports on work should know of what comes of it."""

from collections.abc import Iterator
from datetime import date

from csplan.dates import months_after, say_day
from csplan.diagnostic import did_you_mean
from csplan.edit.case import Case, action_with, with_entry
from csplan.edit.wording import flat
from csplan.escape import quoted
from csplan.load import Item
from csplan.query import position
from csplan.query.position import CLOSED, entries_up_to

_A_YEAR = 12
_LIKENESS = 0.85


def remarks(case: Case, entry: object, at: int | None) -> Iterator[str]:
    """The remarks on a report that goes in as an entry at a place."""
    item, report, state = case.target.item, case.report, case.state
    if case.cover.remark:
        yield case.cover.remark
    yield from _of_its_year(case)
    yield from _of_who(case)
    if state == "stopped" and not (report.note.strip() or report.reason.strip()):
        yield "the plan does not say why it is stopped; give a reason"
    if state in CLOSED and not item.milestone:
        yield from _closes(case)
    yield from _of_standing(case, with_entry(item, entry, at))


def _of_its_year(case: Case) -> Iterator[str]:
    term, on = case.target.plan.term, case.report.on
    if term is None:
        return
    first, last = term.days.first, term.days.last
    if on > months_after(last, _A_YEAR):
        yield f"{say_day(on)} is long after the plan's years, {term.days}; check the year"
    elif on < months_after(first, -_A_YEAR):
        yield f"{say_day(on)} is long before the plan's years, {term.days}; check the year"


def _of_who(case: Case) -> Iterator[str]:
    agencies, by = case.target.plan.agencies, flat(case.report.by)
    known = () if agencies is None or agencies.official(by) else agencies.names
    # A post is like its agency, but not as like as this.
    if hint := did_you_mean(by, known, _LIKENESS):
        yield f"{quoted(by)} is no agency of the plan{hint}"


def _of_standing(case: Case, made: Item) -> Iterator[str]:
    """What decides where the work stands, if it is not the report; or that the report opens it."""
    plan, on = case.target.plan, case.report.on
    alone = position(plan, action_with(made, ()) if made.milestone else made, case.today)
    now = position(plan, made, case.today)
    if alone.day and alone.day > on:
        yield f"a later entry, of {say_day(alone.day)}, still says where it stands"
    elif alone.state == case.state and not alone.is_open:
        yield from _still_rated(case)
    if case.state and alone.is_open and now.day and not now.is_open:
        yield (
            f"its action is {now.state} since {say_day(now.day)}, and that closes this too; to "
            "open it again, report on the action"
        )
    elif case.state and now.is_open and not case.before.is_open:
        yield f"it was {case.before.state}, and is open again"
    agreed = [day for day, each in now.entries if each.due and day > on]
    if case.report.due.strip() and agreed:
        yield f"a later entry, of {say_day(max(agreed))}, still says when it is due"


def _still_rated(case: Case) -> Iterator[str]:
    entries = entries_up_to(case.target.item.entry.progress, date.max)
    rated = [day for day, each in entries if day > case.report.on and each.rating]
    if rated:
        yield (
            f"a later entry, of {say_day(max(rated))}, rates it as if it were still in progress; "
            "if it is, report that with its state"
        )


def _closes(case: Case) -> Iterator[str]:
    plan, file, item = case.target
    whole = action_with(item, ()).work
    steps = (each for each in file.items if each.milestone and each.work.route == whole.route)
    # Each as it is by now, which need not be as it was read.
    now = zip(steps, whole.action.milestones, strict=True)
    still_open = [
        step.address
        for step, milestone in now
        if position(plan, step._replace(work=whole, milestone=milestone), case.report.on).is_open
    ]
    if still_open:
        yield f"this closes what is still open in it: {', '.join(still_open)}"
