"""What the figures of one indicator or row are rated by: its targets, its key, its history."""

from datetime import date

from csplan.figures import Figure, Target
from csplan.load import Measured
from csplan.query.aim import History, aim_of
from csplan.query.comparisons import last_whole
from csplan.query.rating import Judged, Tolerance, judge, read_tolerance
from csplan.query.reading import Reading
from csplan.query.series import (
    Point,
    Points,
    Targets,
    points,
    starts_month,
    targets,
)
from csplan.query.targets import is_share, target_for, target_of_more

_PART = "the figure is for a part of the year only"
Rated = tuple[Point[Figure], Point[Target] | None, Judged]


class Rater:
    """Rates the figures of one indicator or row."""

    def __init__(self, reading: Reading, found: Measured, series: Points, known_by: date) -> None:
        self._reading = reading
        self._series = series
        self._unit = found.unit
        self._targets: Targets = targets(found.target, found.unit, known_by)
        baseline, month = points(found.baseline, known_by), starts_month(reading.plan)
        self._history = History(series, baseline, month)
        self._tolerance = _tolerance(reading) if self._targets else None

    def rated(self, last: Point[Figure]) -> Rated:
        """The figure that is rated, its target and its rating.

        It is the latest, or the last of a whole year if only that can be held against a target.
        """
        target, judged = self.of(last)
        is_ratable = self._targets and self._reading.polarity != "monitor"
        if not is_ratable or self._can_be_held(last, target):
            return last, target, judged
        whole = last_whole(self._series, last)
        if whole is None or not self._can_be_held(whole, self._target_of(whole)):
            return last, target, judged
        of_whole, found = self.of(whole, whole.period)
        return (whole, of_whole, found) if found.arithmetic else (last, target, judged)

    def _can_be_held(self, value: Point[Figure], target: Point[Target] | None) -> bool:
        return target is not None and not self._is_part(value)

    def _is_part(self, value: Point[Figure]) -> bool:
        return "part year" in value.figure.marks and not is_share(value.figure, self._unit)

    def _target_of(self, value: Point[Figure]) -> Point[Target] | None:
        if not self._targets:
            return None
        return target_for(self._targets, value, is_share=is_share(value.figure, self._unit))

    def rating_of(self, value: Point[Figure]) -> str:
        """The rating of a figure alone."""
        return self.of(value)[1].rating if self._targets else ""

    def of(self, value: Point[Figure], period: str = "") -> tuple[Point[Target] | None, Judged]:
        """The target of a figure, and how it stands to it; `period` is said if it is given."""
        target = self._target_of(value)
        polarity = self._reading.polarity
        if polarity == "monitor":
            return target, Judged(why_not="only monitored")
        if target is None:
            return target, Judged(why_not=self._no_target(value))
        if not polarity:
            return target, Judged(why_not="it does not say which way is better")
        if self._is_part(value):
            return target, Judged(why_not=_PART)
        shares = is_share(value.figure, self._unit)
        aim = aim_of(target.figure, value, self._history, polarity, is_share=shares)
        if isinstance(aim, str):
            return target, Judged(why_not=aim)
        return target, judge(value, aim, polarity, self._tolerance, period)

    def _no_target(self, value: Point[Figure]) -> str:
        if wider := target_of_more(self._targets, value):
            return f"the figure is for a part of {wider.period}, which has the target"
        if not self._targets or not value.period:
            unread = self._reading.unplaced_targets
            return "the period of its target was not understood" if unread else "no target"
        first, last = self._targets[0].period, self._targets[-1].period
        if first == last:
            return f"the target is for {first}"
        return f"the targets are for {first} to {last}"


def _tolerance(reading: Reading) -> Tolerance | None:
    plan = reading.plan.plan
    key = plan.ratings if plan else ()
    of_key = next((each.within for each in key if each.rating == "amber"), None)
    text = reading.measure.within or reading.indicator.within or of_key
    return read_tolerance(text) if text else None
