"""Which documents have a report of their own, and how each is built from a plan."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from csplan.load import LoadedPlan
from csplan.report.agreement import agreement

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
    """What a document is made of; `lacks` says why there may be nothing for it in any plan."""

    build: Callable[[LoadedPlan, Wanted], Report]
    lacks: str = "none of the plans holds what it shows"


AGREEMENT = Kind(lambda plan, _: agreement(plan))
"""The whole of a plan, which every document gets that has no report of its own."""
REPORTS: Mapping[str, Kind] = MappingProxyType({"agreement": AGREEMENT})
"""The documents with reports of their own, by the names of their templates."""


def kind_of(document: str) -> Kind:
    """What a document is made of, one of the user's own too."""
    return REPORTS.get(document, AGREEMENT)
