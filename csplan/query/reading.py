"""What there is to say of an indicator on a day."""

from datetime import date
from typing import NamedTuple

from csplan.dates import Days
from csplan.figures import Figure, Target
from csplan.load import LoadedFile, LoadedPlan, Revision
from csplan.model import Figure as Typed
from csplan.model import Indicator, Measure, Row
from csplan.query.comparisons import direction_of
from csplan.query.earlier import NOTHING_EARLIER, Earlier
from csplan.source import Route

COLOURS = ("red", "amber", "green")
"""The ratings that are worked out, worst first."""


class Reading(NamedTuple):
    """An indicator, or a row of one, as at a day.

    `value` is of the latest period that has ended and has a figure, as it was known by then; of a
    period that goes on it is a part of the year, or an estimate if there is nothing else.
    `revisions` are what its period was said to be, oldest first; the last one is the value.
    `earlier` is what it is compared with, the nearest to it in meaning first. `computed` is the
    rating that the plan's key gives, with its `arithmetic`, or nothing, with the reason in
    `why_not`; it is that of the figure for `rated_period`, the latest one that can be held against
    a target. `missing` are later periods without a figure that could be read, `unplaced` periods
    that could not be read with what was typed, for figures and for targets.
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
    revisions: tuple[Revision, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    target_period: str = ""
    target: Target | None = None
    rated_period: str = ""
    computed: str = ""
    arithmetic: str = ""
    why_not: str = ""
    missing: tuple[tuple[str, Figure], ...] = ()
    unplaced: tuple[tuple[str, str], ...] = ()
    unplaced_targets: tuple[tuple[str, str], ...] = ()

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
        """The rating that a report stated for the latest figure, by itself or as it was then."""
        own = self._own
        if own is not None and own.rating:
            return own.rating
        return self._if_of_figure(self.measure.rating)

    @property
    def direction(self) -> str:
        """The direction of travel that a report stated of the latest figure."""
        return self._if_of_figure(self.measure.direction)

    @property
    def is_of_figure(self) -> bool:
        """Whether what is stated without a day is of the latest figure: it is of one without."""
        own = self._own
        if own is None or not own.on:
            return True
        return sum(map(len, self.measure.values.values())) == 1

    def _if_of_figure(self, stated: str | None) -> str:
        return stated if stated and self.is_of_figure else ""

    @property
    def stated_at(self) -> Route:
        """Where the stated rating stands."""
        if not (self._own and self._own.rating):
            return (*self.route, "rating")
        period = filter(None, (self.period,))
        return (*self.route, "values", *period, self.revisions[-1].number, "rating")

    @property
    def _own(self) -> Typed | None:
        return self.revisions[-1].typed if self.revisions else None

    @property
    def note(self) -> str:
        """What must be known of the latest figure."""
        return (self._own and self._own.note) or ""

    @property
    def explanation(self) -> str:
        """What is behind the latest figure."""
        return (self._own and self._own.explanation) or self._if_of_figure(self.measure.explanation)

    @property
    def corrective_action(self) -> str:
        """What is done about the latest figure, or about all of them."""
        own = self._own and self._own.corrective_action
        return own or self.measure.corrective_action or ""

    @property
    def known_on(self) -> date | None:
        """The day on which the latest figure became known, if that is said."""
        return self.revisions[-1].on if self.revisions else None

    @property
    def revised_from(self) -> Figure | None:
        """What the latest figure was before it was revised; None if it was not."""
        before = (each.figure for each in reversed(self.revisions[:-1]))
        return next((each for each in before if each.counts), None)

    @property
    def is_provisional(self) -> bool:
        """Whether the latest figure says that it may still change."""
        return self._is_marked("provisional", "to be confirmed")

    @property
    def is_estimated(self) -> bool:
        """Whether the latest figure was not counted but estimated or predicted."""
        return self._is_marked("estimated", "predicted", "indicative")

    def _is_marked(self, *marks: str) -> bool:
        return self.value is not None and not self.value.marks.isdisjoint(marks)

    @property
    def is_latest_rated(self) -> bool:
        """Whether the computed rating is that of the latest figure, as the stated one is."""
        return self.rated_period == self.period

    @property
    def differs(self) -> str:
        """How the stated rating and the computed one differ; nothing if they don't."""
        if self.stated not in COLOURS or not self.is_latest_rated or self.stated == self.computed:
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
    def before(self) -> Earlier:
        """What the latest figure is compared with first; empty if there is nothing."""
        return self.earlier[0] if self.earlier else NOTHING_EARLIER

    @property
    def moved(self) -> str:
        """How far the value moved since then: `down 859 (17.7%) since 2010/11`."""
        return self.before.moved

    @property
    def travel(self) -> str:
        """The direction of travel of the value since then, by its polarity."""
        return self.before.travel

    @property
    def turned(self) -> str:
        """The direction of travel of what the plan's directions speak of, if it is known."""
        return self._turned_since(self.before)

    def _turned_since(self, earlier: Earlier) -> str:
        if not self.turns_rating:
            return earlier.travel
        if not (self.computed and earlier.computed and self.is_latest_rated):
            return ""
        return direction_of(COLOURS.index(self.computed) - COLOURS.index(earlier.computed))

    @property
    def direction_differs(self) -> str:
        """How the stated direction of travel and the one worked out differ.

        It may be meant since any of the earlier figures.
        """
        stated = self.direction
        possible = [self._turned_since(each) for each in self.earlier]
        if not stated or not self.turned or stated in possible:
            return ""
        return f"stated {stated}, computed {self.turned}"
