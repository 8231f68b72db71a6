"""What is owed, as rows: the one shape that every format of a question is written from."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from csplan.dates import Days
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.query import Filter, Owed

NO_AGENCY = "No agency named"
NO_LEAD = "No lead named"
_MOST_NAMED = 6


class Row(NamedTuple):
    """One line of a table: what is shown of something owed."""

    ref: str
    milestone: str
    due: str
    late: str
    lead: str


class Group(NamedTuple):
    """The rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


def theme_title(owed: Owed) -> str:
    """The title of the theme, or the meeting, that something owed belongs to."""
    return one_line(owed.item.work.theme)


def _whole_title(owed: Owed) -> str:
    """The title with that of the part of it, and the years if they are not the plan's."""
    work = owed.item.work
    title = one_line(": ".join(filter(None, (work.theme, work.sub_theme))))
    return f"{title} ({work.period})" if work.period else title


def grouped(owed: tuple[Owed, ...], by: str, asked: Filter) -> list[Group]:
    """Rows under headings, in the order in which the headings first come up.

    Themes come in the order of the plan. What several agencies or leads share stands under each
    of them that was asked about.
    """
    found: dict[str, list[Row]] = {}
    for each in _in_plan_order(owed) if by == "theme" else owed:
        for heading in headings(each, by, asked):
            found.setdefault(heading, []).append(row(each, heading if by == "agency" else ""))
    return [Group(heading, tuple(rows)) for heading, rows in found.items()]


def _in_plan_order(owed: tuple[Owed, ...]) -> list[Owed]:
    """By where the theme of each, and the part of it, stand in the plan."""
    plans = {id(each.plan): each.plan for each in owed}.values()
    order = {part.path: n for plan in plans for n, part in enumerate(plan.parts)}

    def place(each: Owed) -> tuple[int, tuple[int, ...]]:
        steps = each.item.work.route[:-2]
        return order[each.file.path], tuple(step for step in steps if isinstance(step, int))

    return sorted(owed, key=place)


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
    "due": lambda owed: iter([f"Due by {_long_day(owed)}"]),
}


def _long_day(owed: Owed) -> str:
    assert owed.by
    return str(Days(owed.by, owed.by))


def row(owed: Owed, agency: str = "") -> Row:
    """One row; under an agency's heading its own leads are shown by their posts."""
    return Row(
        owed.item.address, one_line(owed.item.words), _due(owed), _late(owed), _lead(owed, agency)
    )


def _due(owed: Owed) -> str:
    now = owed.position
    written = one_line(now.due.text) if now.due else "not given"
    if now.moved_from:
        later = f", {counted(now.days_moved, 'day')} earlier" if now.days_moved > 0 else ""
        written += f" (agreed; was {one_line(now.moved_from.text)}{later})"
    return written


def _late(owed: Owed) -> str:
    if not owed.days_overdue:
        return ""
    days = counted(owed.days_overdue, "day")
    if owed.missed > 1:
        days += f", {owed.missed} reports"
    return f"{days}, from {owed.slipped_from}" if owed.slipped_from else days


def _lead(owed: Owed, agency: str) -> str:
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
