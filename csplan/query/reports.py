"""What work is due by, and the reports of recurring work that nobody has made."""

from datetime import date

from csplan.dates import Occurrence, occurrences, read_due
from csplan.model import Progress
from csplan.query.begun import begins
from csplan.query.work import Owed

NEVER_OVERDUE = frozenset({"undecided", "elsewhere", "unreadable", "ongoing"})
"""The kinds of date that nothing can be late by."""


def unreported(work: Owed) -> tuple[Occurrence, ...]:
    """The occurrences of recurring work that no progress entry answers for, in order.

    An entry answers for the period that it `covers`, or else for the oldest period begun by its
    day that is still without one; one that only agrees another date reports nothing. Periods
    before the work starts owe nothing.
    """
    due, term = work.position.due, work.plan.term
    if due is None or not due.every or term is None:
        return ()
    start = begins(work.plan, work.file, work.item)
    owed = [each for each in occurrences(due, term) if start is None or each.days.last >= start]
    reports = [pair for pair in work.position.entries if _is_report(pair[1])]
    for day, entry in sorted(reports, key=lambda pair: not pair[1].covers):
        covered = read_due(entry.covers, term).days if entry.covers else None
        for each in owed:
            answers = covered == each.days if covered else each.days.first <= day
            if answers:
                owed.remove(each)
                break
    return tuple(owed)


def _is_report(entry: Progress) -> bool:
    return bool(entry.covers or entry.state or entry.rating or not entry.due)


def next_due(work: Owed, as_at: date) -> date | None:
    """The last day of what work is next due by: its date, past or to come, or its next report.

    None if it has no date; a review of ongoing work is none.
    """
    due = work.position.due
    if due is None or due.kind in NEVER_OVERDUE:
        return None
    if not due.every:
        return due.by
    ahead = (each.days.last for each in unreported(work) if each.days.last >= as_at)
    return next(ahead, None)
