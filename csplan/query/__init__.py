"""Pure questions about a workspace as at a day; nothing here asks the clock."""

from csplan.query.expectations import Answered, expectations
from csplan.query.filters import EVERYTHING, Filter, read_filter
from csplan.query.find import Found, find
from csplan.query.indicators import indicators, readings
from csplan.query.meetings import Arising, Diary, Held, meetings
from csplan.query.owed import Answer, Owed, overdue, read_quarter
from csplan.query.position import Position, position
from csplan.query.rating import read_tolerance
from csplan.query.reading import COLOURS, Reading
from csplan.query.series import Point, points, starts_month

__all__ = [
    "COLOURS",
    "EVERYTHING",
    "Answer",
    "Answered",
    "Arising",
    "Diary",
    "Filter",
    "Found",
    "Held",
    "Owed",
    "Point",
    "Position",
    "Reading",
    "expectations",
    "find",
    "indicators",
    "meetings",
    "overdue",
    "points",
    "position",
    "read_filter",
    "read_quarter",
    "read_tolerance",
    "readings",
    "starts_month",
]
