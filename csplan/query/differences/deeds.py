"""What differs between an action, or a milestone, in two plans."""

from collections.abc import Iterator
from datetime import date

from csplan.dates import Due, say_day, say_later
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load import Item
from csplan.model import Progress
from csplan.query.differences.matching import Pair
from csplan.query.differences.pairing import Paired
from csplan.query.differences.priorities import Priorities
from csplan.query.differences.shapes import Changed
from csplan.query.differences.values import compare_keys
from csplan.query.position import Position, position
from csplan.query.tasks import Task

_TOLD_APART = frozenset({"action", "milestone", "ref", "due", "lead", "progress", "milestones"})
_CARRYING = frozenset({"carried_from", "carried_to"})


def changes_of(
    pair: Pair[Task], priorities: Priorities, paired: Paired, as_at: date, *, is_carried: bool
) -> Iterator[Changed]:
    """Everything that differs, what a board asks for first.

    What is carried forward starts anew, so that its states and reports are not held against each
    other.
    """
    old, new = pair.old, pair.new
    yield from _reference(pair)
    yield from _home(pair, priorities, paired)
    if one_line(old.words) != one_line(new.words):
        yield Changed("words", one_line(old.words), one_line(new.words))
    was, now = position(old.plan, old.item, as_at), position(new.plan, new.item, as_at)
    yield from _due(old.item, new.item, was if is_carried else None)
    if not is_carried or now.moved_from:
        yield from _agreed(was, now)
    yield from _lead(old.item, new.item)
    if not is_carried:
        yield from _state(was, now, pair)
        yield from _progress(was.entries, now.entries)
    told = _TOLD_APART | _CARRYING if is_carried else _TOLD_APART
    yield from compare_keys(old.entry, new.entry, told)
    yield from _order(pair, paired)


def _reference(pair: Pair[Task]) -> Iterator[Changed]:
    """A new reference; one that is made of a file's name and a number is none."""
    if pair.old.key != pair.new.key and not pair.new.item.milestone:
        yield Changed("reference", pair.old.ref, pair.new.ref)


def _home(pair: Pair[Task], priorities: Priorities, paired: Paired) -> Iterator[Changed]:
    """A move to another theme, or of a milestone to another action."""
    old, new = pair.old, pair.new
    if new.item.milestone:
        if paired.partners.get(old.home) != new.home:
            yield Changed("action", old.item.work.ref, new.item.work.ref)
    elif priorities.partners.get(old.home) != new.home:
        yield Changed("theme", old.within, new.within)


def _due(old: Item, new: Item, was: Position | None) -> Iterator[Changed]:
    """The first date; of what is carried forward with the last one that was agreed for it."""
    before, after = (one_line(each.entry.due or "") for each in (old, new))
    if before != after:
        agreed = was.due if was and was.moved_from else None
        note = f"the board had agreed {one_line(agreed.text)}" if agreed else ""
        apart = _apart(agreed or old.due, new.due)
        yield Changed("due", before, after, ", ".join(filter(None, (note, apart))))


def _agreed(was: Position, now: Position) -> Iterator[Changed]:
    """The date that a board agreed instead of the first one."""
    before, after = (each.due if each.moved_from else None for each in (was, now))
    old, new = (one_line(each.text) if each else "" for each in (before, after))
    if old != new:
        reasons = (each.reason for _, each in reversed(now.entries) if each.due)
        reason = one_line(next(reasons, None) or "")
        note = _apart(before or was.due, after or now.due)
        yield Changed("date agreed", old, new, "; ".join(filter(None, (note, reason))))


def _apart(old: Due | None, new: Due | None) -> str:
    if old is None or new is None or old.days is None or new.days is None:
        return ""
    if old.every or new.every:
        return ""
    days = (new.days.last - old.days.last).days
    return say_later(days) or "with the same last day"


def _lead(old: Item, new: Item) -> Iterator[Changed]:
    """Who answers for it; what a milestone takes from its action is said there."""
    if old.milestone and not old.milestone.lead and not new.entry.lead:
        return
    names = [[(each.post, each.agency or each.text) for each in item.owners] for item in (old, new)]
    if names[0] != names[1]:
        before, after = ("; ".join(each.text for each in item.owners) for item in (old, new))
        yield Changed("lead", before, after)


def _state(was: Position, now: Position, pair: Pair[Task]) -> Iterator[Changed]:
    """Where it stands; a milestone that is closed with its action is told of there."""
    own = {day for day, _ in now.entries}
    if pair.new.item.milestone and now.day and now.day not in own:
        return
    if was.state == now.state:
        if was.rating != now.rating:
            yield Changed("rating", was.rating, now.rating, _said(now))
        return
    before, after = (", ".join(filter(None, (each.state, each.rating))) for each in (was, now))
    yield Changed("state", before, after, _said(now))


def _said(now: Position) -> str:
    return f"on {say_day(now.day)}" if now.day else ""


def _progress(
    was: tuple[tuple[date, Progress], ...], now: tuple[tuple[date, Progress], ...]
) -> Iterator[Changed]:
    more = sum(each not in was for each in now)
    gone = sum(each not in now for each in was)
    if more or gone:
        words = [f"{more} new"] if more else []
        words += [f"{gone} taken out or written anew"] if gone else []
        yield Changed("progress", _reports(was), _reports(now), ", ".join(words))


def _reports(entries: tuple[tuple[date, Progress], ...]) -> str:
    return counted(len(entries), "report")


def _order(pair: Pair[Task], paired: Paired) -> Iterator[Changed]:
    """Milestones that stand in another order."""
    places = {step.spot: number for number, step in enumerate(pair.new.milestones)}
    kept = [
        (step.ref, places[there])
        for step in pair.old.milestones
        if (there := paired.partners.get(step.spot)) in places
    ]
    inorder = sorted(kept, key=lambda each: each[1])
    if kept != inorder:
        old, new = (", ".join(ref for ref, _ in some) for some in (kept, inorder))
        yield Changed("order of milestones", old, new, "by their old references")
