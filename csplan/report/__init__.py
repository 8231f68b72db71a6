"""Plain data that templates and exports may see: no models, nothing that acts."""

from csplan.report.agreement import agreement
from csplan.report.shapes import (
    Action,
    Agency,
    Agreement,
    Block,
    Chapter,
    Detail,
    Entry,
    Indicator,
    Inline,
    Line,
    Note,
    Section,
    Step,
)

__all__ = [
    "Action",
    "Agency",
    "Agreement",
    "Block",
    "Chapter",
    "Detail",
    "Entry",
    "Indicator",
    "Inline",
    "Line",
    "Note",
    "Section",
    "Step",
    "agreement",
]
