"""Plain data that templates and exports may see: no models, nothing that acts."""

from csplan.report.agreement import agreement
from csplan.report.boards import AgendaItem, Meeting, Meetings, Topic
from csplan.report.endmatter import Agency, Entry, Note
from csplan.report.reports import REPORTS, Kind, Report, Wanted, kind_of
from csplan.report.runs import Block, Cell, Column, Detail, Inline, Line, Row, Section, Table
from csplan.report.shapes import (
    Action,
    Agreement,
    Asked,
    Chapter,
    Driver,
    Expectation,
    Headings,
    Matrix,
    Matter,
    Measure,
    Quotation,
    Source,
    Step,
)

__all__ = [
    "REPORTS",
    "Action",
    "Agency",
    "AgendaItem",
    "Agreement",
    "Asked",
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
    "Kind",
    "Line",
    "Matrix",
    "Matter",
    "Measure",
    "Meeting",
    "Meetings",
    "Note",
    "Quotation",
    "Report",
    "Row",
    "Section",
    "Source",
    "Step",
    "Table",
    "Topic",
    "Wanted",
    "agreement",
    "kind_of",
]
