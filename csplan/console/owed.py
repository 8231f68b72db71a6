"""What is owed, in words: under which headings it stands, and what its cells say."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.query import Filter, Owed
from csplan.query.groups import NO_AGENCY

NO_LEAD = "No lead named"
_MOST_NAMED = 6
_MOST_SAID = 120


class Group(NamedTuple):
    """What stands under one heading; `agency` is the one that the heading names, if it does."""

    heading: str
    owed: tuple[Owed, ...]
    agency: str = ""


def theme_title(owed: Owed) -> str:
    """The title of the theme, or the meeting, that something owed belongs to."""
    return one_line(owed.item.work.theme)


def _whole_title(owed: Owed) -> str:
    """The title with that of the part of it, and the years if they are not the plan's."""
    work = owed.item.work
    title = one_line(": ".join(filter(None, (work.theme, work.sub_theme))))
    return f"{title} ({work.period})" if work.period else title


def grouped(owed: tuple[Owed, ...], by: str, asked: Filter) -> list[Group]:
    """What is owed under headings, in the order in which the headings first come up.

    Themes come in the order of the plan, days in that of time. What several agencies or leads
    share stands under each of them that was asked about.
    """
    found: dict[str, list[Owed]] = {}
    for each in _ORDERS[by](owed):
        for heading in headings(each, by, asked):
            found.setdefault(heading, []).append(each)
    return [
        Group(heading, tuple(each), heading if by == "agency" else "")
        for heading, each in found.items()
    ]


def _in_plan_order(owed: tuple[Owed, ...]) -> list[Owed]:
    """By where the theme of each, and the part of it, stand in the plan."""
    plans = {id(each.plan): each.plan for each in owed}.values()
    order = {part.path: n for plan in plans for n, part in enumerate(plan.parts)}

    def place(each: Owed) -> tuple[int, tuple[int, ...]]:
        steps = each.item.work.route[:-2]
        return order[each.file.path], tuple(step for step in steps if isinstance(step, int))

    return sorted(owed, key=place)


def _in_time(owed: tuple[Owed, ...]) -> list[Owed]:
    return sorted(owed, key=lambda each: each.by or date.max)


_ORDERS: dict[str, Callable[[tuple[Owed, ...]], Iterable[Owed]]] = {
    "agency": iter,
    "theme": _in_plan_order,
    "lead": iter,
    "due": _in_time,
}


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
    "theme": lambda owed: iter([_whole_title(owed)]),
    "lead": _leads,
    "due": lambda owed: iter(
        [f"Due by {say_day(owed.by)}" if owed.by else "No date to be late by"]
    ),
}


def due(owed: Owed) -> str:
    """Its date as it is written; with the first one, if the board agreed another."""
    now = owed.position
    written = one_line(now.due.text) if now.due else "not given"
    if now.moved_from:
        later = f", {counted(now.days_moved, 'day')} earlier" if now.days_moved > 0 else ""
        written += f" (agreed; was {one_line(now.moved_from.text)}{later})"
    return written


def next_due(owed: Owed) -> str:
    """Its date as it is written; of recurring work with the day of the report in question."""
    is_recurring = owed.position.due is not None and owed.position.due.every
    return f"{due(owed)}: {say_day(owed.by)}" if is_recurring and owed.by else due(owed)


def late(owed: Owed) -> str:
    """How late it is, of how many reports, and since which quarter; nothing if it is not."""
    if not owed.days_overdue:
        return ""
    days = counted(owed.days_overdue, "day")
    if owed.missed > 1:
        days += f", {owed.missed} reports"
    return f"{days}, from {owed.slipped_from}" if owed.slipped_from else days


def heard(owed: Owed) -> str:
    """When something was last said of it, and what; or `never`."""
    if owed.heard is None:
        return "never"
    day, entry = owed.heard
    covers = f"for {entry.covers}" if entry.covers else ""
    moved = f"new date {entry.due}" if entry.due else ""
    words = one_line(
        "; ".join(filter(None, (entry.state, entry.rating, covers, moved, entry.note)))
    )
    cut = f"{words[:_MOST_SAID]}…" if len(words) > _MOST_SAID else words
    return f"{say_day(day)}: {cut}" if cut else say_day(day)


def lead(owed: Owed, agency: str = "") -> str:
    """Who answers for it; under an agency's heading its own leads are shown by their posts."""
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
