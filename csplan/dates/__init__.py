"""What people write in a due box, and the days it means; the plan's years and its quarters.

Nothing here asks the clock. `read_due` answers for any text; the other readers raise `NotADate`,
whose words say what to write instead.
"""

from csplan.dates.days import Days, NotADate, months_after, say_day, say_later
from csplan.dates.due import Due
from csplan.dates.period import read_day, read_month, read_quarter, read_term
from csplan.dates.reader import occurrences, read_due
from csplan.dates.recurring import Occurrence
from csplan.dates.span import read_span
from csplan.dates.term import Quarter, Term, quarter_of
from csplan.dates.when import Kind

__all__ = [
    "Days",
    "Due",
    "Kind",
    "NotADate",
    "Occurrence",
    "Quarter",
    "Term",
    "months_after",
    "occurrences",
    "quarter_of",
    "read_day",
    "read_due",
    "read_month",
    "read_quarter",
    "read_span",
    "read_term",
    "say_day",
    "say_later",
]
