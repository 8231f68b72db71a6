"""A plan at a glance, for programs and spreadsheets."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from csplan.console.narrowed import facts, in_words
from csplan.console.records import csv_text, plan_facts, record
from csplan.query import Filter
from csplan.query.changes import Change
from csplan.query.groups import Group, Tally
from csplan.query.rated import Rated
from csplan.query.redated import Redated
from csplan.query.rollup import RATINGS, STATES
from csplan.query.shares import Shares, number_of
from csplan.query.status import PlanStatus
from csplan.query.work import Owed, last_heard

_UNRATED = "no rating"


def as_json(found: Iterable[PlanStatus], warning: str, asked: Filter) -> str:
    """The warning, and every count of each plan with its changes."""
    plans = [_plan(status) for status in found]
    whole = {**facts(asked), "warning": warning or None, "plans": plans}
    return json.dumps(whole, indent=2) + "\n"


def _plan(status: PlanStatus) -> dict[str, Any]:
    return {
        **plan_facts(status.plan),
        "as_at": status.as_at.isoformat(),
        "since": status.since.day.isoformat(),
        "since_is": status.since.board or None,
        "due": _group(status.whole),
        "actions": _tally(status.actions),
        "newly_overdue": status.newly_overdue,
        "themes": [{"theme": each.name, **_group(each)} for each in status.themes],
        "agencies": [{"agency": each.name, **_group(each)} for each in status.agencies],
        "changes": [_change(status, each) for each in status.changes],
        "indicators": _rated(status.indicators),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        **_tally(group.tally),
        "overdue": group.overdue,
        "redated": _redated(group.redated),
        "worst_state": group.standing.state,
        "worst_rating": group.standing.rating or None,
        "open": group.known.open,
        "rated": group.known.rated,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "total": tally.total,
        "states": _shares(tally.states),
        "ratings": _shares(tally.ratings),
    }


def _shares(found: Shares) -> dict[str, dict[str, int]]:
    return {
        share.word or _UNRATED: {"number": share.number, "percent": share.percent}
        for share in found
    }


def _redated(found: Redated) -> dict[str, int]:
    return {**found._asdict(), "average": found.average}


def _change(status: PlanStatus, change: Change) -> dict[str, Any]:
    """The record of what changed, with the day and what it was before."""
    heard = last_heard(change.item, status.as_at)
    owed = Owed(status.plan, change.file, change.item, change.now, heard)
    return {
        **record(owed, change.kind)._asdict(),
        "changed_on": change.day.isoformat(),
        "change": change.words or None,
        "note": change.note or None,
    }


def _rated(found: Rated) -> dict[str, Any]:
    return {
        "indicators": found.indicators,
        "rows": found.rows,
        **dict(found.ratings),
        "not_rated": found.not_rated,
        "not_rated_because": dict(found.reasons),
    }


_HEADER = (
    "plan",
    "as_at",
    "since",
    "by",
    "name",
    "total",
    *STATES,
    *(f"{state} %" for state in STATES),
    *RATINGS,
    _UNRATED,
    "overdue",
    "redated",
    "days_later",
    "worst_state",
    "worst_rating",
    "open",
    "rated",
)


def as_csv(found: Iterable[PlanStatus], by: str, asked: Filter) -> str:
    """A row for each plan, or what was asked of it, and one for each theme or agency of it."""
    rows = (row for status in found for row in _rows(status, by, in_words(asked)))
    return csv_text(_HEADER, rows)


def _rows(status: PlanStatus, by: str, narrowed: str) -> Iterator[tuple[str | int | None, ...]]:
    groups = status.agencies if by == "agency" else status.themes
    name = f"{status.whole.name}{narrowed}"
    whole = ("part" if narrowed else "all", status.whole._replace(name=name))
    for kind, group in (whole, *((by, each) for each in groups)):
        states, ratings = group.tally.states, group.tally.ratings
        yield (
            status.plan.title,
            status.as_at.isoformat(),
            status.since.day.isoformat(),
            kind,
            group.name,
            group.tally.total,
            *(share.number for share in states),
            *(share.percent for share in states),
            *(number_of(ratings, word) for word in (*RATINGS, "")),
            group.overdue,
            group.redated.number,
            group.redated.days,
            group.standing.state,
            group.standing.rating or None,
            group.known.open,
            group.known.rated,
        )
