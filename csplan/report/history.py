"""The figures of an indicator as they stand, with what was said of each and what it was before."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from csplan.dates import say_day
from csplan.figures import read_figure
from csplan.load import Revision, histories
from csplan.model import EVERY_PERIOD, Figure, Measure
from csplan.report.figures import with_commas
from csplan.report.text import plain


class History(NamedTuple):
    """The figures of an indicator or of a row of one: by period, each oldest first."""

    values: Mapping[str, tuple[Revision, ...]]
    target: Mapping[str, tuple[Revision, ...]]
    baseline: Mapping[str, tuple[Revision, ...]]
    unit: str


def history(part: Measure, unit: str, month: int) -> History:
    """All that is known of the figures; `month` is that in which the plan's years begin."""
    return History(
        histories("values", part.values, unit, month),
        histories("target", part.target, unit, month),
        histories("baseline", part.baseline, unit, month),
        unit,
    )


def in_force(figures: Mapping[str, tuple[Revision, ...]]) -> dict[str, Figure]:
    """Each period with the last that was said of it."""
    return {period: found[-1].typed for period, found in figures.items()}


def by_period(figures: Mapping[str, tuple[Revision, ...]]) -> Iterator[str]:
    """Each figure with its period: `27.0% (2010/11)`."""
    for period, figure in in_force(figures).items():
        value = with_commas(figure.value)
        yield value if period == EVERY_PERIOD else plain(f"{value} ({period})")


def noted(found: History) -> Iterator[tuple[str, str]]:
    """What was said of a figure, each text with a label that names the figure."""
    for name, known in _named(found):
        figure = known[-1].typed
        for label, text in (
            ("note on", figure.note),
            ("explanation of", figure.explanation),
            ("what is done about", figure.corrective_action),
        ):
            if text:
                yield f"{label} {name}", text


def revised(found: History) -> Iterator[tuple[str, str]]:
    """What each revised figure was before, with a label that names the figure."""
    for name, known in _named(found):
        if words := ", and ".join(_before(known, found.unit)):
            yield f"revision of {name}", f"It was {words}"


def _named(found: History) -> Iterator[tuple[str, tuple[Revision, ...]]]:
    """The figures of each period, with what they are: `2010/11`, `target 2010/11`, `figure`."""
    for kind, figures in (
        ("", found.values),
        ("target ", found.target),
        ("baseline ", found.baseline),
    ):
        for period, known in figures.items():
            yield f"{kind}{period}".strip() or "figure", known


def _before(known: tuple[Revision, ...], unit: str) -> Iterator[str]:
    for old, new in pairwise(known):
        if read_figure(old.typed.value, unit).kind != "missing":
            day = f" {say_day(new.on)}" if new.on else ""
            yield f"{with_commas(old.typed.value)} before{day}"
