"""A due box as it was read."""

from datetime import date
from typing import NamedTuple

from csplan.dates.days import Days
from csplan.dates.when import Kind
from csplan.escape import quoted


class Due(NamedTuple):
    """A due box: what was typed, and how it was read.

    `days` are the first and last day that it could mean, or None if there is no date in it; for
    ongoing work they are the days of its review, for recurring work they run from its first
    occurrence to its last. `every` is the months between occurrences of recurring work, else 0.
    `doubt` says what is ambiguous or unreadable and what to write instead; `clash` says which
    parts disagree. Both are `""` when all is well.
    """

    text: str
    kind: Kind
    days: Days | None
    reading: str
    every: int = 0
    doubt: str = ""
    clash: str = ""

    @property
    def shown(self) -> str:
        """What was typed, in backticks, and what it was read as if that has other words.

        More words must follow: `` `Q1`, read as April to June 2010, ``.
        """
        if self.days is None or str(self.days).casefold() == self.text.casefold():
            return quoted(self.text)
        return f"{quoted(self.text)}, read as {self.days},"

    @property
    def has_no_end(self) -> bool:
        """Whether it says from when work goes on, and not until when."""
        return "with no end given" in self.reading

    @property
    def look_by(self) -> date | None:
        """The day by which ongoing work is reviewed or ends, or a missing date is to be set.

        None if there is none, as for work that goes on `from April 2010`.
        """
        is_looked_at = self.kind in ("ongoing", "undecided") and not self.has_no_end
        return self.by if is_looked_at else None

    @property
    def by(self) -> date | None:
        """The last day that it could mean, or None."""
        return self.days.last if self.days else None
