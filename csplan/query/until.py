"""Until when a question asks: the next meeting, a day, the end of a quarter, or a quarter ahead."""

from datetime import date
from typing import NamedTuple

from csplan.dates import NotADate, months_after, read_day, say_day
from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted, quoted_path
from csplan.load import LoadedPlan
from csplan.query.owed import read_quarter
from csplan.query.since import MONTHS, sittings

MEETING = "meeting"


class Until(NamedTuple):
    """The last day that is asked about, and what else it is: a board's meeting, a quarter's end."""

    day: date
    called: str = ""

    def __str__(self) -> str:
        """`5 September 2012 (Safer Communities Board)`."""
        return f"{say_day(self.day)}{f' ({self.called})' if self.called else ''}"


def read_until(plan: LoadedPlan, text: str | None, as_at: date) -> Until:
    """What a text means in a plan: `meeting`, a day or a quarter; without one, three months ahead.

    Raises `CannotRunError` if it is none of these, if no meeting is to come, or if it is before
    `as_at`.
    """
    if text is None:
        return Until(months_after(as_at, MONTHS), "three months ahead")
    if text.strip().casefold() == MEETING:
        return _next_meeting(plan, as_at)
    found = _day_or_quarter(plan, text, as_at)
    if found.day < as_at:
        raise CannotRunError(
            f"{quoted(text)} ends on {say_day(found.day)}, before {say_day(as_at)};"
            " write a later day, or ask about an earlier one with `--as-at`"
        )
    return found


def _next_meeting(plan: LoadedPlan, as_at: date) -> Until:
    coming = [sitting for sitting in sittings(plan) if sitting.day > as_at]
    if not coming:
        raise CannotRunError(
            f"{quoted_path(plan.path)} has no meeting after {say_day(as_at)}; add it to the"
            " plan's `meetings`, or write a day or a quarter instead"
        )
    day = min(sitting.day for sitting in coming)
    boards = (one_line(sitting.meeting.meeting) for sitting in coming if sitting.day == day)
    return Until(day, "; ".join(dict.fromkeys(boards)))


def _day_or_quarter(plan: LoadedPlan, text: str, as_at: date) -> Until:
    try:
        return Until(read_day(text))
    except NotADate:
        pass
    try:
        quarter = read_quarter(plan, text, as_at)
    except CannotRunError:
        if plan.term is None:
            raise
        raise CannotRunError(
            f"{quoted(text)} is not a day, a quarter or `{MEETING}`; write such as"
            " `30 September 2010`, `Q2` or `Q2 2010/11`"
        ) from None
    assert quarter
    return Until(quarter.days.last, f"the end of quarter {quarter.number}")
