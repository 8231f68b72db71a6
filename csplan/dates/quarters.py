"""Quarters and halves, with a year before them, after them or not at all, and seasons."""

from csplan.dates.compound import Range
from csplan.dates.day import day_or_month_at
from csplan.dates.days import NotADate
from csplan.dates.vocabulary import ROLES
from csplan.dates.when import Stretch, When, Year
from csplan.dates.words import Line
from csplan.dates.years import ORDINAL_ENDINGS, short_year_at, year_at
from csplan.escape import quoted

Found = tuple[When, int] | None

_QUARTER = dict.fromkeys(
    ("q", "qtr", "qtrs", "quarter", "quarters", "quarter number", "quarter no"), "quarter"
)
_HALF = dict.fromkeys(("h", "half"), "half")
_UNITS = _QUARTER | _HALF
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LAST = ("last", "final")
_THE_YEAR = dict.fromkeys(
    f"{link} the {year}"
    for link in ("of", "in")
    for year in ("year", "financial year", "plan year")
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_NUMBERED = {"quarter": 4, "half": 2}
_SPANS, _JOINS = ("-", "to", "until", "/"), (",", "and")
_SEVERAL = {
    "quarter": "quarters; write a range as `Q1 to Q4`, or one milestone for each",
    "half": "halves; write both as `H1 to H2`, or one milestone for each",
}
_BEFORE_YEAR = (",", "of", "in", "the", "-", "/", "(", ":")


def quarter_or_half_at(line: Line, place: int) -> Found:
    """`Q2 2010/11`, `second quarter of 2010/11`, `H1`, `2010-Q2`, `Q1 - 4`; NotADate for `Q5`."""
    found = _numbered(line, place) or _year_then_numbered(line, place)
    return _with_more(line, place, *found) if found else None


def _with_more(line: Line, place: int, first: Stretch, end: int) -> tuple[When, int]:
    """`first`, or the range that begins with it: `Q1 - 4`; NotADate for `Q1, 2 and 3`."""
    link, figures = line.at(end), line.digits(end + 1)
    if link not in (*_SPANS, *_JOINS) or len(figures) != 1 or line.words[end].fresh:
        return first, end
    if day_or_month_at(line, end + 1):
        return first, end
    unit = "quarter" if first.kind == "quarter" else "half"
    number, after = int(figures), line.skip(end + 2, *ORDINAL_ENDINGS)
    year, stop = year_after(line, after)
    is_alone = year is not None or _is_alone(line, stop)
    exists = 1 <= number <= _NUMBERED[unit]
    if not is_alone and (link in _JOINS or not exists):
        return first, end
    typed = quoted(line.typed(place, after))
    if not exists:
        raise NotADate(f"{typed} does not exist; {_choices(unit)}")
    own = (first.start - 1) // first.months + 1
    is_range = number == own + 1 if link == "/" else number > own and link in _SPANS
    if not is_alone or not is_range or _goes_on(line, stop):
        raise NotADate(f"{typed} could be several {_SEVERAL[unit]}, and any remark in brackets")
    left = _quarter_or_half(unit, own, first.year or year)
    return Range(left, _quarter_or_half(unit, number, year or first.year)), stop


def _is_alone(line: Line, place: int) -> bool:
    """Whether the number before `place` counts nothing: unlike that of `Q1 - 3 meetings`."""
    if place >= len(line.words) or line.words[place].fresh:
        return True
    role = line.find(place, ROLES)
    return line.at(place) == "inclusive" or (role is not None and role[0] != "filler")


def _goes_on(line: Line, place: int) -> bool:
    """Whether one more number follows: `Q1 - 2 - 3`."""
    return line.at(place) in (*_SPANS, *_JOINS) and len(line.digits(place + 1)) == 1


def season_at(line: Line, place: int) -> Found:
    """`Autumn 2012`, `winter 2010/11`."""
    start = _SEASONS.get(line.at(place))
    if not start:
        return None
    year, end = year_after(line, place + 1)
    return Stretch("part", line.at(place), start, 3, year=year), end


def _numbered(line: Line, place: int) -> tuple[Stretch, int] | None:
    """`Q2 2010/11`, `second quarter of 2010/11`, `H1`, `first half of 2010`."""
    found = _number_then_unit(line, place) or _unit_then_number(line, place)
    if not found:
        return None
    unit, number, after = found
    if not 1 <= number <= _NUMBERED[unit]:
        typed = quoted(line.typed(place, after))
        raise NotADate(f"{typed} does not exist; {_choices(unit)}")
    year, end = year_after(line, after)
    # Without its year, the last quarter may be the one just past.
    if line.at(place) in _LAST and year is None:
        return None
    return _quarter_or_half(unit, number, year), end


def _choices(unit: str) -> str:
    if unit == "half":
        return "a year has two halves; write `first half of 2010/11` or `second half of 2010/11`"
    return "a year has four quarters; write `Q1`, `Q2`, `Q3` or `Q4`"


def _unit_then_number(line: Line, place: int) -> tuple[str, int, int] | None:
    found = line.find(place, _UNITS)
    if not found:
        return None
    unit, after = found
    after = line.skip(after, "-", ".", ":")
    number = line.number(after)
    if len(line.digits(after)) > 1 or not (number or line.digits(after)):
        return None
    return unit, number, line.skip(after + 1, *ORDINAL_ENDINGS)


def _number_then_unit(line: Line, place: int) -> tuple[str, int, int] | None:
    number = _ORDINALS.get(line.at(place), 0)
    after = place + 1
    if line.digits(place) and line.at(after) in ORDINAL_ENDINGS:
        number, after = int(line.digits(place)), after + 1
    found = line.find(line.skip(after, "-"), _UNITS)
    if found and line.at(place) in _LAST:
        number = _NUMBERED[found[0]]
    return (found[0], number, found[1]) if number and found else None


def _quarter_or_half(unit: str, number: int, year: Year | None) -> Stretch:
    if unit == "quarter":
        return Stretch("quarter", f"quarter {number}", 3 * number - 2, 3, plan=True, year=year)
    name = "the first half" if number == 1 else "the second half"
    # Half of 2010 is half of the calendar year; half of 2010/11 is half of the plan year.
    plan = not (year and year.calendar)
    return Stretch("part", name, 6 * number - 5, 6, plan=plan, year=year)


def _year_then_numbered(line: Line, place: int) -> tuple[Stretch, int] | None:
    """`2010-Q2`, `2010/11, first half`."""
    found = year_at(line, place)
    if not found or not isinstance(found[0], Year):
        return None
    place = line.skip_all(found[1], "-", "/", ",", "(", ":", "the")
    numbered = _number_then_unit(line, place) or _unit_then_number(line, place)
    if not numbered or not 1 <= numbered[1] <= _NUMBERED[numbered[0]]:
        return None
    unit, number, end = numbered
    return _quarter_or_half(unit, number, found[0]), end


def year_after(line: Line, place: int) -> tuple[Year | None, int]:
    """The year that belongs to the quarter, half or season before `place`, if one follows."""
    start = line.skip_all(place, *_BEFORE_YEAR)
    if day_or_month_at(line, start) and not short_year_at(line, start):
        return None, place
    found = short_year_at(line, start) or year_at(line, start)
    if found and isinstance(found[0], Year):
        return found[0], found[1]
    worded = line.find(place, _THE_YEAR)
    return None, worded[1] if worded and not line.number(worded[1]) else place
