"""The reader of due boxes: which kind of box it is, and what its dates mean."""

from functools import lru_cache

from csplan.dates.dated import read_dated
from csplan.dates.days import NotADate
from csplan.dates.doubts import is_moved, several_dates
from csplan.dates.due import Due
from csplan.dates.items import items_of
from csplan.dates.recurring import Occurrence, recurrence_of, schedule
from csplan.dates.remarks import Sorted, check_spelling, sort_out
from csplan.dates.term import Term
from csplan.dates.undated import frame_of, read_ongoing, read_recurring, read_undecided

_CACHED = 4096


def read_due(text: str, term: Term | None) -> Due:
    """`text` as a due date in a plan that covers `term`; None if its days are not known.

    Any text at all has an answer: what cannot be read is `unreadable`, and its `doubt` says what
    to write instead.
    """
    return _read(text.strip(), term)


def occurrences(due: Due, term: Term) -> tuple[Occurrence, ...]:
    """Each time that recurring work is due in `term`, in order; none for anything else."""
    return _occurrences(due.text, term) if due.kind == "recurring" else ()


@lru_cache(_CACHED)
def _occurrences(text: str, term: Term) -> tuple[Occurrence, ...]:
    found = sort_out(items_of(text))
    return schedule(recurrence_of(found.main, frame_of(term), text), term)


@lru_cache(_CACHED)
def _read(text: str, term: Term | None) -> Due:
    try:
        return _understood(text, term)
    except NotADate as problem:
        return _unreadable(text, str(problem))


def _unreadable(text: str, problem: str) -> Due:
    return Due(text, "unreadable", None, "not understood as a date", doubt=problem)


def _has_old_date(found: Sorted) -> bool:
    """Whether there is a date besides another date, or besides what else work may be due by."""
    whens = {item.when for item in found.main if item.when}
    has_other = found.has("ongoing", "often", "recurring", "year number")
    return len(whens) > (0 if has_other else 1)


def _understood(text: str, term: Term | None) -> Due:
    items = items_of(text)
    leading = [item for item in items if item.role not in ("open", "filler", "dash", "by")]
    if leading and leading[0].role == "elsewhere":
        return Due(text, "elsewhere", None, "the date is kept in another document")
    found = sort_out(items)
    if found.has("undecided") or {item.role for item in items} == {"dash"}:
        return read_undecided(text, found, term)
    check_spelling(items, found.unclear, text)
    if _has_old_date(found) and is_moved(text):
        raise NotADate(several_dates(text))
    if found.has("ongoing", "often"):
        return read_ongoing(text, found, term)
    if found.has("recurring"):
        return read_recurring(text, found, term)
    return read_dated(text, found, term)
