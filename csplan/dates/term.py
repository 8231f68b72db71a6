"""The days that a plan covers, its years and its quarters."""

from datetime import date
from typing import NamedTuple

from csplan.dates.days import Days, whole_months


def plan_year(year: int, starts_month: int, count: int = 1) -> Days:
    """The `count` plan years that begin in `starts_month` of calendar year `year`."""
    return whole_months(year, starts_month, 12 * count)


def plan_year_of(day: date, starts_month: int) -> int:
    """The calendar year in which the plan year that holds `day` begins."""
    return day.year if day.month >= starts_month else day.year - 1


class Quarter(NamedTuple):
    """Quarter `number` (1 to 4) of the plan year that begins in `starts_month` of `year`."""

    year: int
    number: int
    starts_month: int

    @property
    def days(self) -> Days:
        """Its three calendar months."""
        return whole_months(self.year, self.starts_month + 3 * (self.number - 1), 3)

    def __str__(self) -> str:
        """`July to September 2010 (quarter 2)`."""
        return f"{self.days} (quarter {self.number})"


def quarter_of(day: date, starts_month: int) -> Quarter:
    """The quarter of the plan year that holds a day."""
    month = (day.month - starts_month) % 12
    return Quarter(plan_year_of(day, starts_month), month // 3 + 1, starts_month)


class Term(NamedTuple):
    """The days that a plan covers, and the month (1 to 12) in which its years begin."""

    days: Days
    starts_month: int = 4

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years that it touches, each named by the calendar year in which it begins."""
        first = plan_year_of(self.days.first, self.starts_month)
        return tuple(range(first, plan_year_of(self.days.last, self.starts_month) + 1))

    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that share a day with the term, in order."""
        every = (Quarter(y, n, self.starts_month) for y in self.years for n in (1, 2, 3, 4))
        return tuple(quarter for quarter in every if self.days.shared(quarter.days))
