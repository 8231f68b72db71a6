"""Indicators as at a day: latest figures against their targets, and which way they move."""

from collections.abc import Iterator
from datetime import date

from csplan.figures import Figure
from csplan.load import LoadedFile, LoadedPlan, Measured, Workspace
from csplan.query.comparisons import earlier
from csplan.query.earlier import Earlier
from csplan.query.filters import EVERYTHING, Filter
from csplan.query.rater import Rater
from csplan.query.reading import Reading
from csplan.query.series import (
    Asked,
    Point,
    Points,
    latest,
    measured,
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
    asked = Asked(as_at, known_by or as_at)
    for each in file.measures:
        place = (each.route, each.theme, each.sub_theme, each.indicator, each.row)
        reading = Reading(plan, file, *place, why_not="no figure")
        if each.values or each.target:
            reading = _worked_out(reading, each, asked)
        yield reading


def _worked_out(reading: Reading, found: Measured, asked: Asked) -> Reading:
    by = asked.known_by
    series = measured(found.values, asked)
    # What is predicted is overtaken by what was counted, unless a day is asked about on which it
    # was the latest.
    last = latest(series, is_real=asked.as_at == date.max)
    missing = () if series and series[-1] is last else without_figure(series, last)
    reading = reading._replace(
        missing=tuple((each.period, each.figure) for each in missing),
        unplaced=tuple(unplaced(found.values, by)),
        unplaced_targets=tuple(unplaced(found.target, by)),
    )
    if last is None:
        alone = next((each for each in series if not each.period), None)
        return reading._replace(revisions=alone.revisions if alone else ())
    return _rated(reading, last, series, Rater(reading, found, series, by))


def _rated(reading: Reading, last: Point[Figure], series: Points, rater: Rater) -> Reading:
    value, target, judged = rater.rated(last)
    return reading._replace(
        period=last.period,
        value=last.figure,
        days=last.days,
        revisions=last.revisions,
        earlier=tuple(
            Earlier(each.period, each.figure, last.figure, reading.polarity, rater.rating_of(each))
            for each in earlier(series, last)
        ),
        target=target.figure if target else None,
        target_period=target.period if target else "",
        rated_period=value.period,
        computed=judged.rating,
        arithmetic=judged.arithmetic,
        why_not=judged.why_not,
    )
