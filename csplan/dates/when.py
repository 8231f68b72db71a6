"""What one wording of a date could mean: years, and what comes round each year.

Each shape answers `possible(frame)`: the days it could mean, earliest first. A wording without a
year has one answer for each time that it comes round within the frame.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from csplan.dates.days import MONTHS, Days, whole_months
from csplan.dates.term import plan_year, plan_year_of

Kind = Literal[
    "day",
    "month",
    "quarter",
    "part",
    "year",
    "recurring",
    "ongoing",
    "undecided",
    "elsewhere",
    "unreadable",
]
_MONTHS_A_YEAR = 12


class Frame(NamedTuple):
    """Where a wording without a year is looked for: within some days, or nowhere (None)."""

    starts_month: int
    within: Days | None


class When(Protocol):
    """A wording of one date or run of days."""

    @property
    def kind(self) -> Kind:
        """How wide it is."""

    @property
    def name(self) -> str:
        """What readings call it, or `""` if its days say it best."""

    @property
    def dated(self) -> bool:
        """Whether it says its year."""

    @property
    def needs_year(self) -> bool:
        """Whether good practice asks for the year, even where the plan settles it."""

    def possible(self, frame: Frame) -> tuple[Days, ...]:
        """The days it could mean, earliest first; none if the frame has no such days."""

    def written(self, days: Days, starts_month: int) -> str:
        """How to write it so that it can only mean `days`, which are among the possible ones."""


class Plain:
    """A wording that is best written as its days are printed."""

    __slots__ = ()

    def written(self, days: Days, starts_month: int) -> str:
        """Its days, whatever the plan year."""
        del starts_month
        return str(days)


@dataclass(frozen=True, slots=True)
class Year(Plain):
    """`count` plan years, or calendar years, from the one that begins in `begins`."""

    begins: int
    count: int = 1
    calendar: bool = False
    kind: Kind = "year"
    dated: bool = True
    needs_year: bool = False

    @property
    def name(self) -> str:
        """`2010/11`, `2011/14` or `2010`."""
        if self.calendar:
            return str(self.begins)
        return f"{self.begins}/{(self.begins + self.count) % 100:02}"

    def possible(self, frame: Frame) -> tuple[Days, ...]:
        """Its one run of days."""
        return (plan_year(self.begins, 1 if self.calendar else frame.starts_month, self.count),)


class Stretch(NamedTuple):
    """Something that comes round each year: a day, a month, a quarter, a half, a season.

    It begins in month `start` and has `months` months, counted from January, or from the start of
    the plan year if `plan`. A `day` above 0 narrows it to that day of its month.
    """

    kind: Kind
    name: str
    start: int
    months: int
    plan: bool = False
    day: int = 0
    year: Year | None = None

    @property
    def dated(self) -> bool:
        """Whether it says its year."""
        return self.year is not None

    @property
    def needs_year(self) -> bool:
        """Days and months do; quarters, halves and seasons take the plan's."""
        return not self.dated and self.kind in ("day", "month")

    def possible(self, frame: Frame) -> tuple[Days, ...]:
        """Each time that it comes round in its own year, or else within the frame."""
        if self.year is None:
            return self._each_within(frame.within, frame.starts_month)
        if self.plan or self.year.calendar or self._crosses_years:
            years = range(self.year.begins, self.year.begins + self.year.count)
            return self._in_years(years, frame.starts_month)
        return self._each_within(self.year.possible(frame)[0], frame.starts_month)

    def written(self, days: Days, starts_month: int) -> str:
        """`Q2 2010/11`, `first half of 2010/11`, `autumn 2010`, or for a day or month its days."""
        if self.kind in ("day", "month"):
            return str(days)
        if not self.plan:
            return f"{self.name} {days.first.year}"
        year = Year(plan_year_of(days.first, starts_month)).name
        if self.kind == "quarter":
            return f"Q{self.name[-1]} {year}"
        return f"{self.name.removeprefix('the ')} of {year}"

    @property
    def _crosses_years(self) -> bool:
        return self.start + self.months - 1 > _MONTHS_A_YEAR

    def _each_within(self, within: Days | None, starts_month: int) -> tuple[Days, ...]:
        if within is None:
            return ()
        # A quarter of the plan year may begin in the second calendar year after its name.
        years = range(within.first.year - 2, within.last.year + 1)
        return tuple(d for d in self._in_years(years, starts_month) if within.shared(d))

    def _in_years(self, years: range, starts_month: int) -> tuple[Days, ...]:
        start = self.start + (starts_month - 1 if self.plan else 0)
        runs = (whole_months(year, start, self.months) for year in years)
        if not self.day:
            return tuple(runs)
        return tuple(
            Days(exact, exact)
            for run in runs
            if self.day <= run.last.day
            for exact in [run.first.replace(day=self.day)]
        )


def a_month(month: int, year: Year | None) -> Stretch:
    """The calendar month numbered `month`."""
    return Stretch("month", MONTHS[month - 1], month, 1, year=year)
