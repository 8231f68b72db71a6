"""What differs between two plans: of two years, or one plan at two times."""

from csplan.query.differences.comparison import compare
from csplan.query.differences.likeness import ALIKE, MOST_PAIRS
from csplan.query.differences.shapes import (
    KINDS,
    Changed,
    Counted,
    Differences,
    Entry,
    Kind,
    Place,
    Subject,
)

__all__ = [
    "ALIKE",
    "KINDS",
    "MOST_PAIRS",
    "Changed",
    "Counted",
    "Differences",
    "Entry",
    "Kind",
    "Place",
    "Subject",
    "compare",
]
