"""Indicators as at a day: latest figures against their targets, and which way they move."""

from collections.abc import Iterator
from datetime import date

from csplan.figures import Figure, is_exact
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.load.index import matters
from csplan.model import Theme
from csplan.query.comparisons import Earlier, direction_of, earlier
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.rater import Rater
from csplan.query.rating import say_apart
from csplan.query.reading import Reading
from csplan.query.series import (
    Asked,
    Point,
    latest,
    measured,
    starts_month,
    unplaced,
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


def readings(
    plan: LoadedPlan, file: LoadedFile, as_at: date, known_by: date | None = None
) -> Iterator[Reading]:
    """Every indicator of a file and every row of one, in the order of the file.

    Figures are taken as they were known by the day, or by `known_by` if that is another one.
    """
    if file.model is None:
        return
    asked = Asked(as_at, known_by or as_at)
    for route, title, matter in matters(file.model):
        theme = file.model.theme if isinstance(file.model, Theme) else title
        sub_theme = title if route else ""
        for number, indicator in enumerate(matter.indicators):
            place = (*route, "indicators", number)
            whole = Reading(plan, file, place, theme, sub_theme, indicator, None)
            yield _worked_out(whole, asked)
            for at, row in enumerate(indicator.rows):
                yield _worked_out(whole._replace(route=(*place, "rows", at), row=row), asked)


def _worked_out(reading: Reading, asked: Asked) -> Reading:
    month, unit = starts_month(reading.plan), reading.indicator.unit or ""
    values, by = reading.measure.values, asked.known_by
    series = measured(values, unit, month, asked)
    # What is predicted is overtaken by what was counted, unless a day is asked about on which it
    # was the latest.
    last = latest(series, is_real=asked.as_at == date.max)
    reading = reading._replace(
        missing=tuple((each.period, each.figure) for each in without_figure(series, last)),
        unplaced=tuple(unplaced(values, month, by)),
        unplaced_targets=tuple(unplaced(reading.measure.target, month, by)),
    )
    if last is None:
        alone = next((each for each in series if not each.period), None)
        return reading._replace(why_not="no figure", revisions=alone.revisions if alone else ())
    rater = Rater(reading, series, unit, month, by)
    value, target, judged = rater.rated(last)
    return reading._replace(
        period=last.period,
        value=last.figure,
        days=last.days,
        revisions=last.revisions,
        earlier=tuple(
            compared(each, last.figure, reading.polarity, rater.of(each)[1].rating)
            for each in earlier(series, last)
        ),
        target=target.figure if target else None,
        target_period=target.period if target else "",
        rated_period=value.period,
        computed=judged.rating,
        arithmetic=judged.arithmetic,
        why_not=judged.why_not,
    )


def compared(point: Point[Figure], value: Figure, polarity: str, computed: str) -> Earlier:
    """How far a value moved since an earlier point, which had a rating."""
    other = point.figure
    is_like = is_exact(value) and is_exact(other) and value.kind == other.kind
    if not is_like or value.number is None or other.number is None:
        return Earlier(point.period, other, "", "", computed)
    apart = value.number - other.number
    better = {"increase": apart, "decrease": -apart}.get(polarity)
    travel = "" if better is None else direction_of(better)
    way = f"{'up' if apart > 0 else 'down'} {say_apart(value, other.number)}"
    moved = f"{way if apart else 'unchanged'} since {point.period}"
    return Earlier(point.period, other, travel, moved, computed)
