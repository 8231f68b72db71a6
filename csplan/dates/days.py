"""Runs of days, and how days are printed: `Days` is the only shape in which a date travels."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIRST_YEAR, LAST_YEAR = 1900, 2199
ONE_DAY = timedelta(days=1)


class NotADate(ValueError):  # noqa: N818 - it reads as a sentence where it is caught
    """A text that cannot be read as the date asked for; its words say what to write instead."""


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """All days from `first` to `last`, both included; ValueError if they are the wrong way round.

    As text: `30 September 2010`, `July 2010`, `April to June 2010`, `April 2010 to March 2011`,
    `5 April 2010 to 9 July 2010`.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse days that end before they begin."""
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    @property
    def months(self) -> int:
        """How many whole calendar months these days make; 0 if they do not make whole ones."""
        if self.first.day != 1 or (self.last + ONE_DAY).day != 1:
            return 0
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1

    def holds(self, other: "Days") -> bool:
        """Whether every day of `other` is among these."""
        return self.first <= other.first and other.last <= self.last

    def shared(self, other: "Days") -> "Days | None":
        """The days in both, or None if there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None

    def joined(self, other: "Days") -> "Days":
        """From the earlier first day to the later last day."""
        return Days(min(self.first, other.first), max(self.last, other.last))

    def __str__(self) -> str:
        """The shortest wording that reads back to the same days."""
        if self.first == self.last:
            return say_day(self.first)
        if not self.months:
            return f"{say_day(self.first)} to {say_day(self.last)}"
        end = _say_month(self.last)
        if self.months == 1:
            return end
        same_year = self.first.year == self.last.year
        start = MONTHS[self.first.month - 1] if same_year else _say_month(self.first)
        return f"{start} to {end}"


def say_day(day: date) -> str:
    """`30 September 2010`, whatever the language of the computer."""
    return f"{day.day} {_say_month(day)}"


def say_later(days: int) -> str:
    """`92 days later`, or `1 day earlier` if it is below 0; nothing for none."""
    if not days:
        return ""
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days):,} {unit} {'later' if days > 0 else 'earlier'}"


def _say_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def whole_months(year: int, month: int, count: int = 1) -> Days:
    """`count` calendar months from `month` of `year`; month 13 is January of the next year."""
    return Days(_month_start(year, month), _month_start(year, month + count) - ONE_DAY)


def _month_start(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def months_after(day: date, count: int) -> date:
    """The day so many months later, or earlier if `count` is below 0; at most the month's last."""
    month = whole_months(day.year, day.month + count)
    return month.first.replace(day=min(day.day, month.last.day))


def spread(days: tuple[Days, ...]) -> Days:
    """From the first day of the earliest to the last day of the latest; at least one needed."""
    return Days(min(each.first for each in days), max(each.last for each in days))
