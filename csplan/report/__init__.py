"""Plain data that templates and exports may see: no models, nothing that acts."""

from csplan.report.agreement import agreement
from csplan.report.boards import AgendaItem, Meeting, Meetings, Topic
from csplan.report.runs import Block, Cell, Column, Detail, Inline, Line, Row, Section, Table
from csplan.report.shapes import (
    Action,
    Agency,
    Agreement,
    Chapter,
    Driver,
    Entry,
    Expectation,
    Headings,
    Matrix,
    Matter,
    Measure,
    Note,
    Quotation,
    Source,
    Step,
)

__all__ = [
    "Action",
    "Agency",
    "AgendaItem",
    "Agreement",
    "Block",
    "Cell",
    "Chapter",
    "Column",
    "Detail",
    "Driver",
    "Entry",
    "Expectation",
    "Headings",
    "Inline",
    "Line",
    "Matrix",
    "Matter",
    "Measure",
    "Meeting",
    "Meetings",
    "Note",
    "Quotation",
    "Row",
    "Section",
    "Source",
    "Step",
    "Table",
    "Topic",
    "agreement",
]
