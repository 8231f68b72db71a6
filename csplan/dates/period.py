"""The other readers: the days of a plan, a quarter, a day, a month."""

from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from csplan.dates.compound import Either, Range
from csplan.dates.days import MONTHS, Days, NotADate
from csplan.dates.items import items_of
from csplan.dates.links import Item
from csplan.dates.settle import settle
from csplan.dates.term import Quarter, Term, plan_year_of
from csplan.dates.vocabulary import WEEKDAY_NAMES, WEEKDAYS
from csplan.dates.when import Frame, Stretch, When, Year
from csplan.dates.words import MONTH_NUMBERS, cut
from csplan.escape import quoted

_MONTHS_A_YEAR = 12
_QUARTER_WORDINGS = "write `Q2`, or with its year `Q2 2010/11`, `2010/11 Q2` or `2010-Q2`"
_SURROUNDINGS = ("filler", "by", "open", "close", "comma")
_LIKENESS = 0.6
_CACHED = 4096


def read_month(text: str) -> int:
    """The number of the month that `text` names: `April` and `apr` are 4; NotADate otherwise."""
    line = cut(text)
    number = MONTH_NUMBERS.get(line.at(0)) or line.number(0)
    if len(line.words) == 1 and 1 <= number <= _MONTHS_A_YEAR:
        return number
    close = get_close_matches(text.strip().capitalize(), MONTHS, 1, _LIKENESS)
    write = f"did you mean `{close[0]}`?" if close else "write its name, such as `April`"
    raise NotADate(f"{quoted(text)} is not a month; {write}")


@lru_cache(_CACHED)
def read_day(text: str) -> date:
    """The one day that `text` means, day first if in figures; NotADate otherwise."""
    items = [item for item in items_of(text) if item.role not in ("comma", "filler")]
    whens = [item.when for item in items if item.when]
    if len(whens) != 1 or not _is_exact(whens[0]) or any(_is_more(item) for item in items):
        raise NotADate(f"{quoted(text)} is not an exact day; write one such as `30 September 2010`")
    day = settle(whens, Frame(4, None), text).days
    if day is None:
        raise NotADate(f"{quoted(text)} is not a day in the calendar; check its year")
    for item in items:
        if item.role == "weekday" and WEEKDAYS[item.typed[:2].lower()] != day.first.weekday():
            right = WEEKDAY_NAMES[day.first.weekday()]
            raise NotADate(f"{quoted(text)} is a {right}; write the day without its weekday")
    return day.first


def _is_exact(when: When) -> bool:
    return isinstance(when, Stretch) and when.day > 0 and when.dated


def _is_more(item: Item) -> bool:
    return item.role not in ("when", "weekday")


@lru_cache(_CACHED)
def read_term(text: str, starts_month: int = 4) -> Term:
    """The days of a plan: `2010/11`, `2010/11 to 2012/13`, `2011/14`, `2010`, and with months.

    `starts_month` (1 to 12) is the month in which its plan years begin. NotADate otherwise, and
    for days that would not read back as they are printed, such as those of a single month.
    """
    days = _days_of_term(text, starts_month)
    if days is None or _days_of_term(str(days), starts_month) != days:
        raise NotADate(_not_a_term(text))
    return Term(days, starts_month)


def _days_of_term(text: str, starts_month: int) -> Days | None:
    """The days that `text` means, or None if it is no term; NotADate if they cannot be."""
    items = [
        item for item in items_of(text) if item.role not in ("filler", "from", "open", "close")
    ]
    whens = [as_years(item.when) for item in items if item.when]
    if not whens or len(whens) != len(items) or not all(map(_is_term, whens)):
        return None
    settled = settle(whens, Frame(starts_month, None), text)
    return None if settled.clash or settled.doubt else settled.days


def as_years(when: When) -> When:
    """`10/11` and `2009-12` as years: a plan covers no single day or month."""
    years = (
        [each for each in when.options if isinstance(each, Year)]
        if isinstance(when, Either)
        else []
    )
    return years[0] if len(years) == 1 else when


def _is_term(when: When) -> bool:
    return isinstance(when, Year | Range) and when.dated


def _not_a_term(text: str) -> str:
    return (
        f"{quoted(text)} is not the time that a plan covers; write `2010/11`,"
        " `2010/11 to 2012/13` or `April 2010 to March 2011`"
    )


def read_quarter(text: str, term: Term, as_at: date) -> Quarter:
    """The quarter that `text` means; a bare one is in the plan year nearest to `as_at`.

    NotADate if it is none.
    """
    asked = f"Q{text}" if text.strip().isdecimal() else text
    whens = [item.when for item in items_of(asked) if item.role not in _SURROUNDINGS]
    quarters = [when for when in whens if isinstance(when, Stretch) and when.kind == "quarter"]
    others = [when for when in whens if when not in quarters]
    if len(quarters) != 1 or len(others) > 1 or not all(whens):
        raise _not_a_quarter(text)
    number, year = int(quarters[0].name[-1]), quarters[0].year
    if others and others[0]:
        return _that_is(others[0], number, term, text)
    if year is None:
        return _nearest(number, term, as_at)
    if year.count > 1:
        raise _not_a_quarter(text)
    return Quarter(year.begins, number, term.starts_month)


def _not_a_quarter(text: str) -> NotADate:
    return NotADate(f"{quoted(text)} is not a quarter; {_QUARTER_WORDINGS}")


def _that_is(other: When, number: int, term: Term, text: str) -> Quarter:
    """The quarter as it is printed: `July to September 2010 (quarter 2)`."""
    days = other.possible(Frame(term.starts_month, term.days))
    if other.dated and len(days) == 1:
        quarter = Quarter(plan_year_of(days[0].first, term.starts_month), number, term.starts_month)
        if quarter.days == days[0]:
            return quarter
    raise _not_a_quarter(text)


def _nearest(number: int, term: Term, as_at: date) -> Quarter:
    clamped = min(max(as_at, term.days.first), term.days.last)
    year = plan_year_of(clamped, term.starts_month)
    inside = [quarter for quarter in term.quarters() if quarter.number == number]
    pool = inside or [Quarter(each, number, term.starts_month) for each in term.years]
    return min(pool, key=lambda quarter: abs(quarter.year - year))
