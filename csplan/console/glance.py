"""A plan at a glance: how much of it stands how, what changed, and how its indicators are rated."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from csplan.console import measured
from csplan.console.grid import Column
from csplan.console.paper import Bullets, Paper, Table
from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.query.changes import ChangeKind
from csplan.query.groups import Group
from csplan.query.redated import Redated
from csplan.query.shares import Share, Shares, number_of
from csplan.query.status import PlanStatus

_NARROWEST_NAME = 14
UNRATED = "no rating given"
_CHANGED: dict[ChangeKind, str] = {
    "complete": "Newly complete",
    "stopped": "Stopped",
    "carried forward": "Carried forward",
    "red": "Newly red",
    "on hold": "Put on hold",
    "reopened": "Taken up again",
    "started": "Started",
    "re-dated": "Re-dated with approval",
}
_CHANGES = (Column("Ref"), Column("Milestone", 6), Column("On", 3), Column("Change", 5))
_NUMBERS = ("All", "Complete", "In progress", "Not started", "Overdue", "Red", "Worst")


def papers(found: Iterable[PlanStatus], by: str) -> Iterator[Paper]:
    """Each plan at a glance, with a row for each theme or agency."""
    for status in found:
        yield Paper(
            status.plan.title, list(_opening(status)), list(_blocks(status, by)), (_total(status),)
        )


def _opening(status: PlanStatus) -> Iterator[str]:
    yield f"Status at {say_day(status.as_at)}, and what changed since {status.since}"
    if _noun(status) == "milestone":
        yield "Actions that are due themselves are counted among the milestones"
    yield from measured.key_of(status.plan)


def _blocks(status: PlanStatus, by: str) -> Iterator[Table | Bullets]:
    if status.whole.tally.total:
        yield _states(status)
        if number_of(status.whole.tally.states, "in progress"):
            yield _ratings(status)
        groups = status.agencies if by == "agency" else status.themes
        name = by.capitalize()
        columns = (Column(name, 1, _NARROWEST_NAME), *map(Column, _NUMBERS))
        yield Table(f"By {by}", columns, [_row(group) for group in groups])
        yield Bullets("Dates", list(_dates(status)))
    yield from _changes(status)
    if status.indicators.indicators:
        yield Bullets("Indicators", [measured.ratings(status.indicators)])


def _noun(status: PlanStatus) -> str:
    """What is counted; where every action is due itself, milestones need not be spoken of."""
    return "action" if status.actions == status.whole.tally else "milestone"


def _states(status: PlanStatus) -> Table:
    found = [status.whole.tally.states, status.actions.states]
    return Table("By state", *_shares("State", _noun(status), found))


def _ratings(status: PlanStatus) -> Table:
    found = [status.whole.tally.ratings, status.actions.ratings]
    return Table("By rating, of what is in progress", *_shares("Rating", _noun(status), found))


def _shares(
    name: str, noun: str, found: Sequence[Shares]
) -> tuple[list[Column], list[tuple[str, ...]]]:
    """How many milestones and whole actions there are of each, leaving out what none is."""
    shown = found[:1] if noun == "action" else found
    columns = [Column(name)]
    for each, counted_as in zip(shown, (noun, "action"), strict=False):
        total = sum(share.number for share in each)
        columns += [Column(f"{counted_as.capitalize()}s", 2), Column(f"Of {total:,}", 2)]
    rows = [
        (each[0].word or UNRATED, *(cell for share in each for cell in _cells(share)))
        for each in zip(*shown, strict=True)
        if any(share.number for share in each)
    ]
    return columns, rows


def _cells(share: Share) -> tuple[str, str]:
    return f"{share.number:,}", f"{share.percent}%"


def _row(group: Group) -> tuple[str, ...]:
    states, ratings = group.tally.states, group.tally.ratings
    complete = next(share for share in states if share.word == "complete")
    return (
        one_line(group.name),
        f"{group.tally.total:,}",
        f"{complete.number:,} ({complete.percent}%)" if complete.number else "0",
        f"{number_of(states, 'in progress'):,}",
        f"{number_of(states, 'not started'):,}",
        f"{group.overdue:,}",
        f"{number_of(ratings, 'red'):,}",
        worst(group),
    )


def worst(group: Group) -> str:
    """The worst rating, and of how much one is known if not of all; or the state without one.

    Red is the worst of all, whatever else there is.
    """
    rating, (rated, still_open) = group.standing.rating, group.known
    if rating in ("", "red", "not rated") or rated == still_open:
        return rating or group.standing.state
    return f"{rating} ({rated:,} of {still_open:,} rated)"


def _dates(status: PlanStatus) -> Iterator[str]:
    whole = status.whole
    newly = f", {status.newly_overdue:,} of them since then" if status.newly_overdue else ""
    yield f"Overdue: {whole.overdue:,} of {whole.tally.total:,}{newly} (see `csplan overdue`)"
    yield f"Re-dated with approval: {_moved(whole.redated)}"


def _moved(found: Redated) -> str:
    words = f"{found.number:,}"
    if found.later:
        on_average = f" ({counted(found.average, 'day')} on average)" if found.later > 1 else ""
        words += f"; {found.later:,} later, by {counted(found.days, 'day')} in all{on_average}"
    return f"{words}; {found.earlier:,} earlier" if found.earlier else words


def _changes(status: PlanStatus) -> Iterator[Table | Bullets]:
    for kind, group in groupby(status.changes, key=lambda change: change.kind):
        rows = [
            (each.item.address, one_line(each.item.words), say_day(each.day), each.words)
            for each in group
        ]
        is_said = any(words for *_, words in rows)
        columns = _CHANGES if is_said else _CHANGES[:-1]
        shown = [row[: len(columns)] for row in rows]
        yield Table(f"{_CHANGED[kind]} ({len(rows)})", columns, shown)
    if status.whole.tally.total and not status.changes:
        yield Bullets("Changes", ["None was reported"])


def _total(status: PlanStatus) -> str:
    whole = status.whole
    states = ", ".join(
        f"{share.number:,} {share.word} ({share.percent}%)"
        for share in whole.tally.states
        if share.number
    )
    due = counted(whole.tally.total, _noun(status))
    return f"Total: {due}{f': {states}' if states else ''}; {whole.overdue:,} overdue"
