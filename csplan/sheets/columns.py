"""The columns of a sheet for a partner: what is told, and what is to be filled in."""

from typing import NamedTuple

from csplan.model import Progress, words_for
from csplan.report.text import plain

NO_AGENCY = "no agency named"
"""What stands for the agency in the officer's own sheet, of what nobody leads."""
DAY = "reported on"
"""The column that says nothing by itself."""
_LONGEST = 2000


class Column(NamedTuple):
    """A heading, its width in letters, whether it is to be filled in, and the words for that."""

    name: str
    width: int
    is_answer: bool = False
    choices: tuple[str, ...] = ()


COLUMNS = (
    Column("plan", 16),
    Column("agency", 16),
    Column("ref", 9),
    Column("action", 34),
    Column("milestone", 34),
    Column("due", 15),
    Column("due by", 15),
    Column("lead", 24),
    Column("state", 11),
    Column("rating", 8),
    Column("last report", 15),
    Column("last note", 28),
    Column(DAY, 14, is_answer=True),
    Column("new state", 14, is_answer=True, choices=tuple(words_for(Progress, "state"))),
    Column("new rating", 10, is_answer=True, choices=tuple(words_for(Progress, "rating"))),
    Column("note", 34, is_answer=True),
    Column("corrective action", 28, is_answer=True),
    Column("new due date", 14, is_answer=True),
    Column("reason", 24, is_answer=True),
    Column("period", 18, is_answer=True),
)
NEEDED = ("plan", "agency", "ref", "action", "milestone")
"""The columns by which a row is known."""
PREFILLED = "period"
"""What is to be filled in and suggested."""
ANSWERS = tuple(column.name for column in COLUMNS if column.is_answer)


def shown(text: str) -> str:
    """Text of a plan as a cell holds it: on one line, without what no spreadsheet can hold."""
    flat = plain(text)
    return f"{flat[:_LONGEST]}…" if len(flat) > _LONGEST else flat
