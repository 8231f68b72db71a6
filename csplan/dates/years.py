"""Years as people write them: `2010/11`, `2010-2011`, `FY 10/11`, `2010`, `2011/14`."""

from csplan.dates.compound import Either
from csplan.dates.days import FIRST_YEAR, LAST_YEAR, NotADate
from csplan.dates.when import When, Year, a_month
from csplan.dates.words import MONTH_NUMBERS, Line
from csplan.escape import quoted

ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_CENTURY = 100
_LONGEST_SHORT = 5
_LONGEST_FULL = 20
_FULL, _SHORT = 4, 2
_MONTHS_A_YEAR = 12
_PLAN_YEAR_WORDS = dict.fromkeys(
    ("financial year", "fy", "f y", "plan year", "municipal year", "business year"), True
)
_YEAR_WORDS = {**_PLAN_YEAR_WORDS, "calendar year": False, "year": False, "yr": False}


def year_at(line: Line, place: int) -> tuple[When, int] | None:
    """The year or years written at `place`, and where they end; NotADate for `2012/12`."""
    start = line.skip(place, "the")
    worded = line.find(start, _YEAR_WORDS)
    is_plan, after = worded or (False, place)
    after = line.skip(after, "of", ":") if worded else after
    found = _years_in_figures(line, after) or (short_year_at(line, after) if worded else None)
    if found is None:
        return None
    year, end = found
    ending = line.find(end, _YEAR_WORDS)
    if ending and not line.number(ending[1]) and line.at(ending[1]) != "end":
        is_plan, end = is_plan or ending[0], ending[1]
    if is_plan and year.calendar:
        return Either((Year(year.begins), Year(year.begins - 1))), end
    if worded or year.calendar or line.at(after + 1) != "-":
        return year, end
    return _year_or_month(year, line.digits(after + 2)), end


def _year_or_month(year: Year, last: str) -> When:
    """`2010-12`, which is two plan years or December 2010; `2010-11` is a plan year."""
    if len(last) != _SHORT or year.count == 1 or int(last) > _MONTHS_A_YEAR:
        return year
    return Either((year, a_month(int(last), Year(year.begins, calendar=True))))


def short_year_at(line: Line, place: int) -> tuple[Year, int] | None:
    """`10/11` where a year must stand."""
    first, last = line.digits(place), line.digits(place + 2)
    if line.at(place + 1) not in ("/", "-") or line.at(place + 3) in ("/", "-", "."):
        return None
    if not follows(first, last):
        return None
    return Year(full_year(first)), place + 3


def follows(first: str, last: str) -> bool:
    """Whether both have two figures and `last` is the year after `first`."""
    if len(first) != _SHORT or len(last) != _SHORT:
        return False
    return (int(first) + 1) % _CENTURY == int(last)


def full_year(figures: str) -> int:
    """`10` and `2010` as 2010."""
    return int(figures) + (2000 if len(figures) == _SHORT else 0)


def is_full_year(figures: str) -> bool:
    """Whether these are four figures that name a year the tool knows."""
    return len(figures) == _FULL and FIRST_YEAR <= int(figures) <= LAST_YEAR


def _years_in_figures(line: Line, place: int) -> tuple[Year, int] | None:
    first, last = line.digits(place), line.digits(place + 2)
    if not is_full_year(first):
        return None
    if line.at(place + 1) == "/" and last:
        return _several(line, place), place + 3
    if line.at(place + 1) == "-" and len(last) in (_SHORT, _FULL) and not _starts_day(line, place):
        return _several(line, place), place + 3
    return Year(int(first), calendar=True), place + 1


def _starts_day(line: Line, place: int) -> bool:
    """Whether the number after the dash belongs to a day: `2010 - 11 October 2010`."""
    after = line.at(place + 3)
    return after in ORDINAL_ENDINGS or after in MONTH_NUMBERS or after in ("/", ".")


def _several(line: Line, place: int) -> Year:
    first, last = line.digits(place), line.digits(place + 2)
    begins = int(first)
    if len(last) == _FULL:
        count, most = int(last) - begins, _LONGEST_FULL
    else:
        count, most = (int(last) - begins) % _CENTURY, _LONGEST_SHORT
    if len(last) not in (_SHORT, _FULL) or not 0 < count <= most:
        typed = quoted(line.typed(place, place + 3))
        raise NotADate(
            f"{typed} is not a plan year; write `{Year(begins).name}` for the plan year that"
            f" begins in {begins}, or `{Year(begins - 1).name}` for the one that ends in it"
        )
    return Year(begins, count)
