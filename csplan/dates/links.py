"""How the things in a due box hang together: ranges, and what `to`, `until` and `from` govern."""

from collections.abc import Sequence
from typing import NamedTuple

from csplan.dates.compound import Range
from csplan.dates.vocabulary import Role
from csplan.dates.when import Stretch, When, Year

_MONTHS_A_YEAR = 12
_LOOSE: tuple[Role, ...] = ("filler", "by", "comma", "open")
_WORK: tuple[Role, ...] = ("recurring", "ongoing", "often")
_STARTING = ("start", "begin", "commenc")
_LINKS: tuple[Role, ...] = ("to", "until", "and", "dash")


class Item(NamedTuple):
    """One thing in a line: what it does, and how it was typed.

    `fresh` is true after a line break or a full stop, `spaced` after a space. `when` is its date;
    `every` its months between occurrences, or the number in `Year 2`; `note` what to write instead
    of a loose word, or the wording of what happens often.
    """

    role: Role
    typed: str
    fresh: bool = False
    spaced: bool = True
    when: When | None = None
    every: int = 0
    note: str = ""


def tied(items: list[Item]) -> list[Item]:
    """`items` with each `X to Y`, `between X and Y` and `June/July` as one."""
    done: list[Item] = []
    for item in items:
        done.append(item)
        if item.when and (joined := _range(done)):
            done[-joined[1] :] = [joined[0]]
    return done


def _range(done: list[Item]) -> tuple[Item, int] | None:
    """The range that the last items make, and how many they are."""
    end = done[-1]
    back = 2
    while back < len(done) and done[-back].role in ("filler", "by"):
        back += 1
    if len(done) <= back or not end.when or not (start := done[-back - 1]).when:
        return None
    link = done[-back].role
    is_between = link == "and" and len(done) > back + 1 and done[-back - 2].role == "between"
    if not is_between and not _links(link, start.when, end.when):
        return None
    if link == "until" and not start.when.dated and _comes_back_at(done[: -back - 1]):
        return None
    typed = f"{start.typed} {done[-back].typed} {end.typed}"
    when = _between(start.when, end.when)
    joined = Item("when", typed, start.fresh, start.spaced, when)
    return joined, back + 1 + is_between


def _comes_back_at(before: Sequence[Item]) -> bool:
    """Whether a date after `before` is when work comes back: `every April until 2013`."""
    roles = [item.role for item in before if item.role not in _LOOSE]
    return "recurring" in roles and roles[-1] != "from"


def _links(link: Role, start: When, end: When) -> bool:
    if link in ("to", "until"):
        return True
    if link == "dash":
        return (start.kind in ("day", "month")) == (end.kind in ("day", "month"))
    return link == "slash" and _are_neighbours(start, end)


def _are_neighbours(start: When, end: When) -> bool:
    """Whether one month or quarter is named straight after the other: `June/July 2012`."""
    if not isinstance(start, Stretch) or not isinstance(end, Stretch) or start.day:
        return False
    return start.kind == end.kind and (end.start - start.start) % _MONTHS_A_YEAR == start.months


def _between(start: When, end: When) -> When:
    # Officers write `2008 to 2011` for three plan years, as in the title of a plan.
    if isinstance(start, Year) and isinstance(end, Year) and start.calendar and end.calendar:
        count = end.begins - start.begins
        return Year(start.begins, count) if count > 0 else Range(start, end)
    return Range(start, end)


def attached(items: Sequence[Item]) -> tuple[Item, ...]:
    """`items`, in which each word that governs a date is one only where a date follows it."""
    return tuple(item._replace(role=_role(items, n)) for n, item in enumerate(items))


def _role(items: Sequence[Item], place: int) -> Role:
    item = items[place]
    before = [each.role for each in items[:place] if each.role not in (*_LOOSE, "dash")][-1:]
    later: list[Role] = [each.role for each in items[place + 1 :] if each.role not in _LOOSE]
    after = later[0] if later else "unknown"
    if item.role in _LINKS and before == ["when"] and after == "ongoing":
        return "onwards"
    if item.role == "ongoing" and item.typed.lower() == "throughout" and after == "when":
        return "filler"
    if item.role == "to":
        return _role_of_to(before, after) if later else "careful"
    if item.role == "between":
        return "filler" if _is_range_after(items, place) else "careful"
    if item.role in ("from", "until") and after != "when":
        return "careful" if item.typed.lower().startswith(_STARTING) else "unknown"
    return item.role


def _is_range_after(items: Sequence[Item], place: int) -> bool:
    """Whether `between` merely stands before `April to June`."""
    return any(isinstance(item.when, Range) for item in items[place + 1 : place + 2])


def _role_of_to(before: list[Role], after: Role) -> Role:
    if after != "when":
        return "filler"
    return "until" if not before or before[0] in _WORK else "careful"
