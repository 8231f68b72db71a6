"""How many indicators have which rating, and why others have none."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from csplan.query.reading import COLOURS, Reading

_SHORT_REASONS = {
    "only monitored": "only monitored",
    "the targets are for": "no target for the period",
    "the period of its": "no target for the period",
    "the target is for": "no target for the period",
    "no target": "no target",
    "no figure": "no figure",
    "it misses": "missed, but the key does not say how far amber reaches",
    "the figure is for a part": "a part of the year only",
    "the target `": "a target that no figure can be held against",
    "it does not say which way": "which way is better is not said",
}


class Rated(NamedTuple):
    """Indicators and rows of them, counted together by the rating that was computed.

    `ratings` are green, amber and red; `reasons` say why others are not rated, most frequent first.
    """

    indicators: int
    rows: int
    ratings: tuple[tuple[str, int], ...]
    not_rated: int
    reasons: tuple[tuple[str, int], ...]


def rated(readings: Sequence[Reading]) -> Rated:
    """The counts of what was worked out as at a day."""
    rows = sum(bool(each.row) for each in readings)
    ratings = Counter(each.computed for each in readings)
    reasons = Counter(short_reason(each) for each in readings if not each.computed)
    return Rated(
        indicators=len(readings) - rows,
        rows=rows,
        ratings=tuple((colour, ratings[colour]) for colour in reversed(COLOURS)),
        not_rated=ratings[""],
        reasons=tuple(reasons.most_common()),
    )


def short_reason(reading: Reading) -> str:
    """Why an indicator is not rated, in a few words."""
    found = (short for start, short in _SHORT_REASONS.items() if reading.why_not.startswith(start))
    return next(found, "for another reason")
