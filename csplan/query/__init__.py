"""Pure questions about a workspace as at a day; nothing here asks the clock."""

from csplan.query.expectations import Answered, expectations
from csplan.query.filters import EVERYTHING, Filter, read_filter
from csplan.query.find import Found, find
from csplan.query.indicators import indicators, readings
from csplan.query.meetings import Arising, Diary, Held, meetings
from csplan.query.named import Place, find_place, places
from csplan.query.owed import Answer, overdue, read_quarter
from csplan.query.position import CLOSED, Position, position
from csplan.query.rating import read_tolerance
from csplan.query.reading import COLOURS, Reading
from csplan.query.series import Point, starts_month
from csplan.query.work import Owed

__all__ = [
    "CLOSED",
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
    "Place",
    "Point",
    "Position",
    "Reading",
    "expectations",
    "find",
    "find_place",
    "indicators",
    "meetings",
    "overdue",
    "places",
    "position",
    "read_filter",
    "read_quarter",
    "read_tolerance",
    "readings",
    "starts_month",
]
