"""Which documents have a report of their own, and how each is built from a plan."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from csplan.load import LoadedPlan
from csplan.report.agreement import agreement
from csplan.report.board_pack import board_pack
from csplan.report.desk import last_day
from csplan.report.monitoring import monitoring
from csplan.report.year_end import year_end

Report = tuple[object, ...]
"""Plain data that templates see as `plan`; `title` and the like as in `Agreement`."""


class Wanted(NamedTuple):
    """Which document is wanted, as at which day and for whom.

    `as_at` and `since` are the days that were asked for, if any; `today` stands in for the first.
    `internal` is whether it may hold what is not published.
    """

    today: date
    document: str = "agreement"
    as_at: date | None = None
    since: date | None = None
    internal: bool = False

    @property
    def day(self) -> date:
        """The day that a document is as at."""
        return self.as_at or self.today


class Kind(NamedTuple):
    """What a document is made of.

    `is_dated` is whether it is as at a day, `compares` whether with an earlier one; `lacks` says
    why there may be nothing for it.
    """

    build: Callable[[LoadedPlan, Wanted], Report]
    is_dated: bool = False
    compares: bool = False
    lacks: str = "none of the plans holds what it shows"


def _monitoring(plan: LoadedPlan, wanted: Wanted) -> Report:
    return monitoring(plan, wanted.day, wanted.since, is_internal=wanted.internal)


def _board_pack(plan: LoadedPlan, wanted: Wanted) -> Report:
    return board_pack(plan, wanted.day, wanted.since, is_internal=wanted.internal)


def _year_end(plan: LoadedPlan, wanted: Wanted) -> Report:
    """As at the last day of the plan, unless that is still to come or another is asked for."""
    day = wanted.as_at or min(wanted.today, last_day(plan))
    return year_end(plan, day, is_internal=wanted.internal, says_later=wanted.as_at is None)


AGREEMENT = Kind(lambda plan, _: agreement(plan))
"""The whole of a plan, which every document gets that has no report of its own."""
REPORTS: Mapping[str, Kind] = MappingProxyType(
    {
        "agreement": AGREEMENT,
        "monitoring": Kind(_monitoring, is_dated=True, compares=True),
        "board-pack": Kind(
            _board_pack,
            is_dated=True,
            compares=True,
            lacks="no meeting is planned for that day or later; write the next one under "
            "`meetings`, or name an earlier day with `--as-at`",
        ),
        "year-end": Kind(_year_end, is_dated=True),
    }
)
"""The documents with reports of their own, by the names of their templates."""


def kind_of(document: str) -> Kind:
    """What a document is made of, one of the user's own too."""
    return REPORTS.get(document, AGREEMENT)
