"""What there is to say of an indicator on a day."""

from decimal import Decimal
from typing import NamedTuple

from csplan.dates import Days
from csplan.figures import Figure
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Indicator, Measure, Row
from csplan.source import Route

COLOURS = ("red", "amber", "green")
"""The ratings that are worked out, worst first."""


class Reading(NamedTuple):
    """An indicator, or a row of one, as at a day.

    `value` is of the latest period that has ended and has a figure, `before` of the one of the
    same length before it. `computed` is the rating that the plan's key gives, with its
    `arithmetic`, or nothing, with the reason in `why_not`. `travel` is the direction of travel of
    the value by its polarity, and `moved` says how far it moved.
    """

    plan: LoadedPlan
    file: LoadedFile
    route: Route
    theme: str
    sub_theme: str
    indicator: Indicator
    row: Row | None
    period: str = ""
    value: Figure | None = None
    days: Days | None = None
    before_period: str = ""
    before: Figure | None = None
    target_period: str = ""
    target: Figure | None = None
    computed: str = ""
    computed_before: str = ""
    arithmetic: str = ""
    why_not: str = ""
    travel: str = ""
    moved: str = ""
    missing: tuple[tuple[str, Figure], ...] = ()

    @property
    def measure(self) -> Measure:
        """What holds the figures: the row, or the indicator itself."""
        return self.row or self.indicator

    @property
    def name(self) -> str:
        """What it is called: the indicator, and the row if it is one."""
        return (
            f"{self.indicator.indicator}, {self.row.row}" if self.row else self.indicator.indicator
        )

    @property
    def polarity(self) -> str:
        """Which way is better; a row goes by its indicator's unless it has its own."""
        return self.measure.polarity or self.indicator.polarity or ""

    @property
    def stated(self) -> str:
        """The rating that a report stated."""
        return self.measure.rating or ""

    @property
    def differs(self) -> str:
        """How the stated rating and the computed one differ; nothing if they don't."""
        if self.stated not in COLOURS or self.stated == self.computed:
            return ""
        if self.computed:
            return f"stated {self.stated}, computed {self.computed}"
        is_missed = self.stated == "green" and self.arithmetic
        return "stated green, but it misses its target" if is_missed else ""

    @property
    def turns_rating(self) -> bool:
        """Whether the plan's stated directions of travel are those of the rating."""
        return self.plan.plan is not None and self.plan.plan.direction_of_travel == "rating"

    @property
    def turned(self) -> str:
        """The direction of travel of what the plan's directions speak of, if it is known."""
        if not self.turns_rating:
            return self.travel
        if not (self.computed and self.computed_before):
            return ""
        return direction_of(COLOURS.index(self.computed) - COLOURS.index(self.computed_before))

    @property
    def direction_differs(self) -> str:
        """How the stated direction of travel and the one worked out differ."""
        stated = self.measure.direction
        if not stated or not self.turned or stated == self.turned:
            return ""
        return f"stated {stated}, computed {self.turned}"


def direction_of(better: Decimal | int) -> str:
    """`improved`, `worsened` or `unchanged`, by how much better it is."""
    return "unchanged" if not better else "improved" if better > 0 else "worsened"
