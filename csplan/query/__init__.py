"""Pure questions about a workspace as at a day; nothing here asks the clock."""

from csplan.query.expectations import Answered, expectations
from csplan.query.filters import EVERYTHING, Filter, read_filter
from csplan.query.find import Found, find
from csplan.query.meetings import Arising, Diary, Held, meetings
from csplan.query.owed import Answer, Owed, overdue, read_quarter
from csplan.query.position import Position, position

__all__ = [
    "EVERYTHING",
    "Answer",
    "Answered",
    "Arising",
    "Diary",
    "Filter",
    "Found",
    "Held",
    "Owed",
    "Position",
    "expectations",
    "find",
    "meetings",
    "overdue",
    "position",
    "read_filter",
    "read_quarter",
]
