"""What messages say of a date that is read with doubt: what is wrong, how it was read, the cure."""

import re
from collections.abc import Sequence
from typing import Literal

from csplan.dates.days import Days, say_day
from csplan.dates.term import plan_year
from csplan.dates.when import Frame, When
from csplan.dates.words import evened, listed
from csplan.escape import quoted

Use = Literal["due by", "from", "until"]
"""What a date says of the work; where it could mean several days, `from` takes the first."""

_EXAMPLE = Frame(4, plan_year(2010, 4, 4))
_MOST_LISTED = 3
_MOVED = re.compile(
    r"""(?<![^\W\d_])(?:
        was | were | originally | orig | initially | previous | previously | prev | formerly
        | now | instead | rather\s+than | in\s+place\s+of | supersed(?:es|ed|ing)
        | moved | revised | slipped | extended | postponed | deferred | re[\s-]*scheduled
        | (?:changed | delayed | put\s+back | pushed\s+back | brought\s+forward)\s+(?:from|to)
        | (?:old | original | initial | former | first)\s+(?:due\s+|target\s+|completion\s+)?
          (?:date | deadline | target)
    )(?![^\W\d_])""",
    re.IGNORECASE | re.VERBOSE,
)


def is_moved(text: str) -> bool:
    """Whether some word says that a date has taken the place of another."""
    return bool(_MOVED.search(evened(text)))


def several_dates(text: str, dates: str = "") -> str:
    """For a box that holds dates which do not belong to one another."""
    words = f"{quoted(text)} holds several dates{dates}; write "
    if is_moved(text):
        return (
            f"{words}the first one here, and the date that was agreed later as `due` of an entry "
            "of `progress`"
        )
    return f"{words}one milestone for each"


def by(days: Days) -> str:
    """`by 30 September 2010`."""
    return f"by {say_day(days.last)}"


def no_year(when: When, frame: Frame, text: str) -> str:
    """For a wording without a year that the plan does not settle."""
    example = when.possible(_EXAMPLE)
    write = f", such as `{when.written(example[0], _EXAMPLE.starts_month)}`" if example else ""
    if frame.within is None:
        return f"{quoted(text)} has no year, and the plan's years are not known; write it{write}"
    return f"{quoted(text)} has no year and is not in the plan ({frame.within}); write it{write}"


def without_year(text: str, days: Days) -> str:
    """For a day or month without a year of which the plan holds only one."""
    return f"{quoted(text)} has no year; it was read as {days}; write `{days}`"


def several(text: str, span: Days, use: Use, written: Sequence[str]) -> str:
    """For a wording that could mean several runs of days; `written` is how to write each."""
    shown = [f"`{each}`" for each in written[:_MOST_LISTED]]
    shown += ["another"] if len(written) > _MOST_LISTED else []
    end, day = ("first", span.first) if use == "from" else ("last", span.last)
    return (
        f"{quoted(text)} could be more than one date; it was read as {use} {say_day(day)}, the"
        f" {end} day that it could mean; write {listed(shown)}"
    )
