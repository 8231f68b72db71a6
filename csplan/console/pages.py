"""One thing at a time for a person: an action with how it was read."""

from collections.abc import Iterable, Iterator
from datetime import date

from csplan.console.terminal import say, say_wrapped
from csplan.dates import occurrences, say_day
from csplan.escape import one_line
from csplan.load import Item, LoadedPlan, Owner
from csplan.model import Action, Meetings, Milestone
from csplan.query import Found, Position, position


def show_found(found: Iterable[Found], as_at: date) -> None:
    """Each action, and for each milestone how its date and leads were read and where it stands."""
    for number, each in enumerate(found):
        if number:
            say()
        say_wrapped(f"{each.work.ref}: {one_line(each.work.action.action)}", style="bold")
        for line in _about(each):
            say_wrapped(one_line(line), "  ")
        for item in each.items:
            say()
            if item.milestone:
                say_wrapped(f"{item.address}: {one_line(item.milestone.milestone)}", style="bold")
            for line in _item(each.plan, item, as_at):
                further = line[: len(line) - len(line.lstrip(" "))]
                say_wrapped(one_line(line), f"  {further}")


def _about(found: Found) -> Iterator[str]:
    action = found.work.action
    yield from _titles(found)
    yield from _besides(action)
    if not action.publish:
        yield "not published"
    yield f"file: {found.file.path}:{found.line}"


def _besides(entry: Action | Milestone) -> Iterator[str]:
    """What an action or milestone says apart from its words, dates and leads."""
    for name in ("partners", "measure", "meets"):
        if texts := getattr(entry, name, ()):
            yield f"{name}: {'; '.join(map(one_line, texts))}"
    for name in ("start", "cost", "note", "carried_from", "carried_to"):
        if text := getattr(entry, name):
            yield f"{name.replace('_', ' ')}: {one_line(text)}"
    if entry.see:
        yield f"see: {', '.join(entry.see)}"
    if entry.other_documents:
        yield f"other documents: {'; '.join(map(one_line, entry.other_documents))}"


def _titles(found: Found) -> Iterator[str]:
    if found.plan.plan:
        yield f"plan: {one_line(found.plan.plan.title)}"
    is_board = isinstance(found.file.model, Meetings)
    yield f"{'meeting' if is_board else 'theme'}: {one_line(found.work.theme)}"
    if found.work.sub_theme:
        yield f"{'item' if is_board else 'sub-theme'}: {one_line(found.work.sub_theme)}"
    if found.work.period:
        yield f"years of the theme: {one_line(found.work.period)}"


def _item(plan: LoadedPlan, item: Item, as_at: date) -> Iterator[str]:
    now = position(plan, item, as_at)
    yield from _due(plan, now)
    for owner in item.owners:
        yield f"lead: {_owner(owner)}"
    if not item.owners:
        yield "lead: nobody is named"
    if item.milestone:
        yield from _besides(item.milestone)
    rating = f", {now.rating}" if now.rating else ""
    is_own = now.day is None or now.day in (day for day, _ in now.entries)
    with_action = "" if is_own else f" (with its action, {_long(now.day)})"
    yield f"state at {_long(as_at)}: {now.state}{rating}{with_action}"
    for day, entry in now.entries:
        covers = f"for {entry.covers}" if entry.covers else ""
        moved = f"date moved to {one_line(entry.due)}" if entry.due else ""
        said = ", ".join(filter(None, (covers, entry.state, entry.rating, moved, entry.note)))
        yield f"  {say_day(day)}: {said or 'reported'}"
        for name in ("reason", "corrective_action", "by"):
            if text := getattr(entry, name):
                yield f"    {name.replace('_', ' ')}: {one_line(text)}"


def _long(day: date | None) -> str:
    return say_day(day) if day else ""


def _due(plan: LoadedPlan, now: Position) -> Iterator[str]:
    if now.due is None:
        yield "due: no date is given"
        return
    yield f"due: {one_line(now.due.text)}"
    yield f"  read as: {now.due.reading}"
    for doubt in filter(None, (now.due.doubt, now.due.clash)):
        yield f"  but: {doubt}"
    if plan.term and now.due.every:
        days = (each.days.last for each in occurrences(now.due, plan.term))
        yield f"  days: {', '.join(say_day(day) for day in days)}"
    if now.moved_from:
        yield f"  moved by agreement from: {one_line(now.moved_from.text)}"


def _owner(owner: Owner) -> str:
    if not owner.decided:
        return f"{owner.text} (not settled)"
    if not owner.agency:
        return f"{owner.text} (no registered agency)"
    person = f"; person: {owner.person}" if owner.person else ""
    return f"{owner.text} (post: {owner.post or 'none named'}; agency: {owner.agency}{person})"
