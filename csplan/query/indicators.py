"""Indicators as at a day: latest figures against their targets, and which way they move."""

from collections.abc import Iterator
from datetime import date

from csplan.figures import is_rate
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.load.index import matters
from csplan.model import Theme
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.rating import Judged, Tolerance, judge, read_tolerance, say_apart
from csplan.query.reading import Reading, direction_of
from csplan.query.series import (
    Point,
    Points,
    before,
    ended,
    latest,
    points,
    starts_month,
    target_for,
    target_of_more,
    without_figure,
)


def indicators(
    workspace: Workspace, as_at: date, asked: Filter = EVERYTHING
) -> tuple[Reading, ...]:
    """Every indicator that is asked about, in the plan's order, key ones first in each part."""
    return tuple(
        reading
        for plan in workspace.plans
        for file in plan.files
        if plan.is_chosen(file) and asked.covers(file)
        for reading in _key_first(readings(plan, file, as_at))
        if asked.agencies is None or not asked.agencies.isdisjoint(_agencies(reading))
    )


def _key_first(found: Iterator[Reading]) -> list[Reading]:
    parts: dict[str, int] = {}
    return sorted(
        found,
        key=lambda reading: (
            parts.setdefault(reading.sub_theme, len(parts)),
            reading.indicator.kind != "key",
        ),
    )


def _agencies(reading: Reading) -> Iterator[str]:
    if reading.plan.agencies:
        for lead in reading.indicator.lead:
            yield reading.plan.agencies.owner(lead).agency or ""


def readings(plan: LoadedPlan, file: LoadedFile, as_at: date) -> Iterator[Reading]:
    """Every indicator of a file and every row of one, in the order of the file."""
    if file.model is None:
        return
    for route, title, matter in matters(file.model):
        theme = file.model.theme if isinstance(file.model, Theme) else title
        sub_theme = title if route else ""
        for number, indicator in enumerate(matter.indicators):
            place = (*route, "indicators", number)
            whole = Reading(plan, file, place, theme, sub_theme, indicator, None)
            yield _worked_out(whole, as_at)
            for at, row in enumerate(indicator.rows):
                yield _worked_out(whole._replace(route=(*place, "rows", at), row=row), as_at)


def _worked_out(reading: Reading, as_at: date) -> Reading:
    month, unit = starts_month(reading.plan), reading.indicator.unit or ""
    series = ended(points(reading.measure.values, unit, month), as_at)
    last = latest(series)
    reading = reading._replace(
        missing=tuple((each.period, each.figure) for each in without_figure(series, last))
    )
    if last is None:
        return reading._replace(why_not="no figure")
    rating = _Rating(reading, series, unit, month)
    earlier = before(series, last)
    target, judged = rating.of(last)
    reading = reading._replace(
        period=last.period,
        value=last.figure,
        days=last.days,
        target=target.figure if target else None,
        target_period=target.period if target else "",
        computed=judged.rating,
        arithmetic=judged.arithmetic,
        why_not=judged.why_not,
    )
    if earlier is None:
        return reading
    return _moved(reading, earlier)._replace(computed_before=rating.of(earlier)[1].rating)


class _Rating:
    """What the figures of one indicator or row are rated by."""

    def __init__(self, reading: Reading, series: Points, unit: str, month: int) -> None:
        measure = reading.measure
        self._reading = reading
        self._series = series
        self._unit = unit
        self._targets = points(measure.target, unit, month)
        self._baseline = latest(points(measure.baseline, unit, month))
        self._tolerance = _tolerance(reading)

    def of(self, value: Point) -> tuple[Point | None, Judged]:
        """The target of a figure, and how it stands to it."""
        is_share = is_rate(self._unit) or value.figure.kind == "percent"
        target = target_for(self._targets, value, is_rate=is_share or value.figure.half > 0)
        return target, self._judged(value, target)

    def _judged(self, value: Point, target: Point | None) -> Judged:
        polarity = self._reading.polarity
        if polarity == "monitor":
            return Judged(why_not="only monitored")
        if target is None:
            return Judged(why_not=self._no_target(value))
        if not polarity:
            return Judged(why_not="it does not say which way is better")
        if "part year" in value.figure.mark and value.figure.kind != "percent":
            return Judged(why_not="the figure is for a part of the year only")
        basis = before(self._series, value)
        if target.figure.number is not None:
            basis = self._baseline or basis
        return judge(value, target, basis or self._baseline, polarity, self._tolerance)

    def _no_target(self, value: Point) -> str:
        if wider := target_of_more(self._targets, value):
            return f"the figure is for a part of {wider.period}, which has the target"
        return f"no target for {value.period}" if self._targets and value.period else "no target"


def _tolerance(reading: Reading) -> Tolerance | None:
    plan = reading.plan.plan
    key = plan.ratings if plan else ()
    of_key = next((each.within for each in key if each.rating == "amber"), None)
    text = reading.measure.within or reading.indicator.within or of_key
    return read_tolerance(text) if text else None


def _moved(reading: Reading, earlier: Point) -> Reading:
    value, other = reading.value, earlier.figure
    reading = reading._replace(before_period=earlier.period, before=other)
    if not value or value.number is None or other.number is None or value.kind != other.kind:
        return reading
    apart = value.number - other.number
    since = f"since {earlier.period}"
    better = {"increase": apart, "decrease": -apart}.get(reading.polarity)
    travel = "" if better is None else direction_of(better)
    if not apart:
        return reading._replace(travel=travel, moved=f"unchanged {since}")
    way = "up" if apart > 0 else "down"
    return reading._replace(travel=travel, moved=f"{way} {say_apart(value, other.number)} {since}")
