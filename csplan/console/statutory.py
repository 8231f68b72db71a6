"""The statutory checklist: for a terminal, as Markdown and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from csplan.console.grid import Column
from csplan.console.paper import Bullets, Paper, Table
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.load import LoadedPlan
from csplan.query.statutory import Cover, Evidence, statutory

_COLUMNS = (Column("What the law asks for", 4), Column("Cover"), Column("Where", 5, quoting=True))
_MOST_PLACES = 3
_NOTE = (
    "This is a checklist and not legal advice: it says where a plan speaks of what the law asks "
    "for, not whether that is enough. A plan need not hold what was not yet the law in its years."
)


def papers(plans: Iterable[LoadedPlan]) -> Iterator[Paper]:
    """For each plan the table of items, their sources beneath, and the counts."""
    for plan in plans:
        covers = statutory(plan)
        table = Table("Cover of the law", _COLUMNS, [_row(each) for each in covers])
        yield Paper(plan.title, (_NOTE,), (table, *_sources(covers)), (_closing(covers),))


def _row(each: Cover) -> tuple[str, ...]:
    places = [_place(found) for found in each.found[:_MOST_PLACES]]
    more = len(each.found) - len(places)
    where = "; ".join([*places, *([f"and {more:,} more"] if more else [])])
    hint = "" if each.verdict == "present" else f"would show it: {each.item.wanted}"
    return each.item.title, each.verdict, "; ".join(filter(None, (where, hint)))


def _place(found: Evidence) -> str:
    return f"{Path(found.file.path).name}:{found.line} {one_line(found.title)}"


def _sources(covers: Iterable[Cover]) -> Iterator[Bullets]:
    lines = [f"{each.item.title}: {each.item.source}{each.item.mark}" for each in covers]
    yield Bullets("Where the law says it", lines)


def _closing(covers: Iterable[Cover]) -> str:
    found = Counter(each.verdict for each in covers)
    counts = ", ".join(f"{found[verdict]} {verdict}" for verdict in ("present", "thin", "absent"))
    unverified = "unverified: its text could not be read when csplan was written"
    return f"{counted(found.total(), 'item')}: {counts} ({unverified})"


def as_json(plans: Iterable[LoadedPlan], warning: str) -> str:
    """The items of each plan with their cover, every place and their source."""
    whole = {
        "warning": warning or None,
        "note": _NOTE,
        "plans": [
            {"plan": plan.title, "path": _posix(plan.path), "items": _items(plan)} for plan in plans
        ],
    }
    return json.dumps(whole, indent=2) + "\n"


def _items(plan: LoadedPlan) -> list[dict[str, Any]]:
    return [
        {
            "item": each.item.title,
            "cover": each.verdict,
            "source": each.item.source,
            "verified": each.item.seen,
            "about": each.item.about,
            "found": [
                {
                    "title": one_line(found.title),
                    "in_full": found.strength == "full",
                    "path": _posix(found.file.path),
                    "line": found.line,
                }
                for found in each.found
            ],
        }
        for each in statutory(plan)
    ]


def _posix(path: str) -> str:
    return Path(path).as_posix()
