"""What several rules about indicators need of a file, worked out once."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.model import Plan
from csplan.query import Reading, readings
from csplan.query.series import order
from csplan.rules.rule import FILES_AT_ONCE
from csplan.source import Route


def broken_down(file: LoadedFile) -> Iterator[tuple[Measured, list[Measured]]]:
    """Each indicator of a file with its rows."""
    for _, group in groupby(file.measures, key=lambda each: id(each.indicator)):
        whole, *rows = group
        yield whole, rows


def latest_of(each: Measured) -> Period | None:
    """The latest period that has a figure; of a year and its last quarter, the year."""
    placed = [one for one in each.values if one.days and one.last.figure.counts]
    return max(placed, key=lambda one: order(one.days), default=None)


def readings_of(plan: LoadedPlan, file: LoadedFile) -> tuple[Reading, ...]:
    """The indicators of a file and their rows, with all that is known of their figures."""
    return _readings(plan, file) if file.measures else ()


# One set of readings serves all rules.
@lru_cache(FILES_AT_ONCE)
def _readings(plan: LoadedPlan, file: LoadedFile) -> tuple[Reading, ...]:
    return tuple(readings(plan, file, date.max))


def tolerances_of(file: LoadedFile) -> Iterator[tuple[Route, str]]:
    """How far amber reaches, as typed in indicators and in the plan's key, and where it stands."""
    for each in file.measures:
        if each.measure.within:
            yield (*each.route, "within"), each.measure.within
    for number, key in enumerate(file.model.ratings if isinstance(file.model, Plan) else ()):
        if key.within:
            yield ("ratings", number, "within"), key.within
