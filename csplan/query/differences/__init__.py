"""What differs between two plans: of two years, or one plan at two times."""

from csplan.query.differences.comparison import compare
from csplan.query.differences.shapes import (
    KINDS,
    Changed,
    Counted,
    Differences,
    Entry,
    Place,
    Subject,
)

__all__ = [
    "KINDS",
    "Changed",
    "Counted",
    "Differences",
    "Entry",
    "Place",
    "Subject",
    "compare",
]
