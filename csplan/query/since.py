"""Since when a question asks: the last meeting of a board, unless a day is given."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import NotADate, months_after, read_day, say_day
from csplan.errors import CannotRunError
from csplan.escape import one_line
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meeting, Meetings

MONTHS = 3
"""How far back a question goes if no board has met."""


class Sitting(NamedTuple):
    """A meeting of a board, its day and its number in its file."""

    file: LoadedFile
    number: int
    meeting: Meeting
    day: date


class Since(NamedTuple):
    """The day after which something has to have happened, and the board that met on it, if any."""

    day: date
    board: str = ""

    def __str__(self) -> str:
        """`7 March 2011 (Safer Communities Board)`."""
        return f"{say_day(self.day)}{f' ({self.board})' if self.board else ''}"


def sittings(plan: LoadedPlan) -> Iterator[Sitting]:
    """Every meeting of a plan's boards, in the order of the files.

    One whose day cannot be read is left out; the rule `unreadable-date` says so.
    """
    for file in plan.boards:
        if isinstance(file.model, Meetings):
            for number, meeting in enumerate(file.model.meetings):
                try:
                    day = read_day(meeting.on)
                except NotADate:
                    continue
                yield Sitting(file, number, meeting, day)


def since_when(plan: LoadedPlan, as_at: date, asked: date | None = None) -> Since:
    """The day that was asked for, the last meeting of a board before `as_at`, or a quarter before.

    Raises `CannotRunError` if the day that was asked for is not before `as_at`.
    """
    if asked:
        if asked >= as_at:
            raise CannotRunError(
                f"`{say_day(asked)}` is not before {say_day(as_at)}; ask about a later"
                " day with `--as-at`, or since an earlier one"
            )
        return Since(asked)
    held = [sitting for sitting in sittings(plan) if sitting.day < as_at]
    if not held:
        return Since(months_after(as_at, -MONTHS))
    day = max(sitting.day for sitting in held)
    boards = (one_line(sitting.meeting.meeting) for sitting in held if sitting.day == day)
    return Since(day, "; ".join(dict.fromkeys(boards)))
