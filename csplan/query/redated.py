"""What was given a new date with the board's approval, and how far that is."""

from collections.abc import Iterable
from typing import NamedTuple

from csplan.query.position import Position


class Redated(NamedTuple):
    """How many have an agreed date in place of the first or of none, and how far they slipped.

    `number` is all of them: those that are due `later` than at first, by `days` in all; those
    `earlier`; and the rest, whose dates are the same day or cannot be compared with a first one.
    """

    number: int
    later: int
    days: int
    earlier: int

    @property
    def average(self) -> int:
        """The days by which one of those due later slipped, rounded half up; 0 if none did."""
        return (2 * self.days + self.later) // (2 * self.later) if self.later else 0


def redated(positions: Iterable[Position]) -> Redated:
    """The new dates that were agreed, of all work, closed or not."""
    moved = [now.days_moved for now in positions if any(entry.due for _, entry in now.entries)]
    later = [days for days in moved if days > 0]
    return Redated(len(moved), len(later), sum(later), sum(days < 0 for days in moved))
