"""Days and months as people write them: `1st July 2010`, `31-Mar-2012`, `16/3/12`, `Sept 2010`."""

from calendar import monthrange

from csplan.dates.compound import Either
from csplan.dates.days import MONTHS, NotADate
from csplan.dates.when import Stretch, When, Year, a_month
from csplan.dates.words import MONTH_NUMBERS, Line
from csplan.dates.years import ORDINAL_ENDINGS, follows, full_year, is_full_year, year_at
from csplan.escape import quoted

Found = tuple[When, int] | None
_SIGNS = ("/", "-", ".")
_LEAP_YEAR = 2000
_MONTHS_A_YEAR = 12
_SHORT = 2
_SHORTEST = 28
_APART_BY_SPACES, _APART_BY_SIGNS = 2, 4


def day_or_month_at(line: Line, place: int) -> Found:
    """The day or month written at `place`, and where it ends; NotADate for `31 June 2010`."""
    return (
        _day_in_figures(line, place)
        or _month_in_figures(line, place)
        or _day_or_year_in_figures(line, place)
        or _day_then_month(line, place)
        or _month_then_day(line, place)
        or _month(line, place)
    )


def _a_day(day: int, month: int, year: Year | None, typed: str) -> Stretch:
    if not 1 <= month <= _MONTHS_A_YEAR:
        raise NotADate(
            f"{quoted(typed)} has no month {month}; write the day first, then the month,"
            " such as `30 September 2010`"
        )
    calendar_year = year.begins if year and year.calendar else _LEAP_YEAR
    length = monthrange(calendar_year, month)[1]
    if not 1 <= day <= length:
        called = MONTHS[month - 1]
        is_known = year is not None and year.calendar
        if month == _SHORT and is_known:
            called += f" {calendar_year}"
        most = "" if month != _SHORT or is_known else "at most "
        raise NotADate(
            f"{quoted(typed)} is not a day in the calendar; {called} has {most}{length} days"
        )

    return Stretch("day", f"{day} {MONTHS[month - 1]}", month, 1, day=day, year=year)


def _known_year(figures: str, typed: str) -> Year:
    if len(figures) != _SHORT and not is_full_year(figures):
        raise NotADate(f"{quoted(typed)} has no year from 1900 to 2199; check the year")
    return Year(full_year(figures), calendar=True)


def _day_in_figures(line: Line, place: int) -> Found:
    """`16/3/12`, `16.03.2012`, `30 09 2010`, `2010-09-30`."""
    middle = place + 1 + (line.at(place + 1) in _SIGNS)
    end = middle + 1 + (line.at(middle + 1) in _SIGNS)
    figures = [line.digits(place), line.digits(middle), line.digits(end)]
    if not all(figures) or end - place not in (_APART_BY_SPACES, _APART_BY_SIGNS):
        return None
    if is_full_year(figures[0]):
        figures.reverse()
    day, month, year = figures
    if len(day) > _SHORT or len(month) > _SHORT or len(year) == 1:
        return None
    typed = line.typed(place, end + 1)
    return _a_day(int(day), int(month), _known_year(year, typed), typed), end + 1


def _month_in_figures(line: Line, place: int) -> Found:
    """`06/2010`, and `2010-06` where it can be no plan year."""
    first, last, end = line.digits(place), line.digits(place + 2), place + 3
    if line.at(place + 1) not in _SIGNS:
        return None
    if is_full_year(first) and line.at(place + 1) == "-" and len(last) == _SHORT:
        first, last = last, first
        if int(last) % 100 < int(first) or line.at(end) in MONTH_NUMBERS:
            return None
    if not first or len(first) > _SHORT or not is_full_year(last):
        return None
    if not 1 <= int(first) <= _MONTHS_A_YEAR:
        typed = quoted(line.typed(place, end))
        raise NotADate(f"{typed} has no month {int(first)}; write a month such as `June {last}`")
    return a_month(int(first), Year(int(last), calendar=True)), end


def _day_or_year_in_figures(line: Line, place: int) -> Found:
    """`10/11`: the year 2010/11, October 2011 or 10 November."""
    first, last, end = line.digits(place), line.digits(place + 2), place + 3
    if line.at(place + 1) != "/" or not 1 <= len(first) <= _SHORT or not 1 <= len(last) <= _SHORT:
        return None
    options: list[When] = []
    if follows(first, last):
        options.append(Year(full_year(first)))
    if len(last) == _SHORT and 1 <= int(first) <= _MONTHS_A_YEAR:
        options.append(a_month(int(first), Year(full_year(last), calendar=True)))
    if 1 <= int(last) <= _MONTHS_A_YEAR and (not options or int(first) <= _SHORTEST):
        options.append(_a_day(int(first), int(last), None, line.typed(place, end)))
    if len(options) > 1:
        return Either(tuple(options)), end
    return (options[0], end) if options else None


def _day_then_month(line: Line, place: int) -> Found:
    """`30 September 2010`, `1st of July`, `31-Mar-2012`."""
    day = line.digits(place)
    after = line.skip(place + 1, *ORDINAL_ENDINGS)
    after = line.skip_all(after, "of", "the", ",", *_SIGNS)
    month = MONTH_NUMBERS.get(line.at(after), 0)
    if not day or len(day) > _SHORT or not month:
        return None
    year, end = _year_after(line, after + 1)
    end = end if year else after + 1
    return _a_day(int(day), month, year, line.typed(place, end)), end


def _month_then_day(line: Line, place: int) -> Found:
    """`September 30, 2010`, `Sept 30th`."""
    month = MONTH_NUMBERS.get(line.at(place), 0)
    number = line.skip(place + 1, "the", "-")
    day, after = line.digits(number), number + 1
    if not month or not day or len(day) > _SHORT:
        return None
    end = line.skip(after, *ORDINAL_ENDINGS)
    year_place = line.skip(end, ",", "-")
    if is_full_year(line.digits(year_place)):
        typed = line.typed(place, year_place + 1)
        year = _known_year(line.digits(year_place), typed)
        return _a_day(int(day), month, year, typed), year_place + 1
    if end == after:
        return None
    return _a_day(int(day), month, None, line.typed(place, end)), end


def _month(line: Line, place: int) -> Found:
    """`Sept 2010`, `Sep-10`, `2010 March`, `March 2010/11`, `March`, and `March 11`."""
    if is_full_year(line.digits(place)) and line.at(place + 1) in MONTH_NUMBERS:
        year = Year(int(line.digits(place)), calendar=True)
        return a_month(MONTH_NUMBERS[line.at(place + 1)], year), place + 2
    month = MONTH_NUMBERS.get(line.at(place), 0)
    if not month:
        return None
    found, end = _year_after(line, place + 1)
    if not found:
        return a_month(month, None), place + 1
    figures, sign = line.digits(end - 1), line.at(end - 2)
    day = int(figures) if len(figures) == _SHORT and found.calendar and sign not in "'-" else 0
    if 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
        either = a_month(month, found), _a_day(day, month, None, line.typed(place, end))
        return Either(either), end
    return a_month(month, found), end


def _year_after(line: Line, place: int) -> tuple[Year | None, int]:
    """The year that follows a month, if one does."""
    place = line.skip(line.skip_all(place, ",", *_SIGNS, "of", "in"), "'")
    found = year_at(line, place)
    if found and isinstance(found[0], Year):
        return found[0], found[1]
    figures = line.digits(place)
    if len(figures) == _SHORT and not _goes_on(line, place + 1):
        return Year(full_year(figures), calendar=True), place + 1
    return None, place


def _goes_on(line: Line, place: int) -> bool:
    """Whether the number before `place` is the day of another date."""
    after = line.at(line.skip(line.skip_all(place, *_SIGNS), "of"))
    return after in MONTH_NUMBERS or after in ORDINAL_ENDINGS or after.isdigit()
