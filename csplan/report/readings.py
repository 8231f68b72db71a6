"""What is said of a due date beside it: how it was read, and that it lies outside of the plan."""

import re

from csplan.dates import Due, Term
from csplan.load import Item
from csplan.report.text import plain

_NO_DATE = frozenset({"undecided", "elsewhere", "unreadable"})
_QUARTERS = 4
_DAY = re.compile(r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}")
_WORDS = re.compile(r"\w+")
_OF_SEVERAL = ", the last day that it could mean"


def reading(item: Item, term: Term | None) -> str:
    """What a reader cannot see from a date as it was typed; empty if it says all by itself."""
    if item.due is None:
        return ""
    return plain("; ".join(filter(None, (_read_as(item.due), _outside(item, term)))))


def _read_as(due: Due) -> str:
    """How a date was read, in short, where that says more than what was typed."""
    typed = " ".join(due.text.casefold().split())
    short = due.reading.partition(";")[0].partition(", the last day of ")[0]
    if due.clash:
        why = due.clash.partition(";")[0].partition(" (")[0]
        return f"{why}; read as {short.replace(_OF_SEVERAL, ', the later of the two')}"
    if due.kind in _NO_DATE:
        return "" if short.casefold() == typed else short
    # Work that comes back or goes on may have no day to tell.
    has_day = any(map(str.isdigit, short))
    days = str(due.days)
    is_typed = short.casefold() in typed or days.casefold() in typed or _same_day(typed, days)
    return f"read as {short}" if (due.doubt or has_day) and not is_typed else ""


def _same_day(typed: str, day: str) -> bool:
    """Whether `31-mar-2012` is typed where `31 March 2012` is meant."""
    return bool(_DAY.fullmatch(day)) and _short_months(typed) == _short_months(day)


def _short_months(text: str) -> list[str]:
    return [
        word.lstrip("0")[:4] if word.isdigit() else word[:3]
        for word in _WORDS.findall(text.casefold())
    ]


def _outside(item: Item, term: Term | None) -> str:
    """Which side of the plan's years a date lies on, unless the plan says where it came from."""
    days = item.due.days if item.due else None
    if term is None or days is None or item.entry.carried_from or item.action.carried_from:
        return ""
    years = "year" if len(term.quarters()) <= _QUARTERS else "years"
    if days.last < term.days.first:
        return f"before the agreement’s own {years}"
    return f"after the agreement’s own {years}" if days.last > term.days.last else ""
