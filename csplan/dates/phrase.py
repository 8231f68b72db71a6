"""One wording of a date: a day or month, a quarter, half, season or year, or a part of one."""

from csplan.dates.compound import Either, Range, Turn, Turned
from csplan.dates.day import day_or_month_at
from csplan.dates.quarters import quarter_or_half_at, season_at, year_after
from csplan.dates.when import Stretch, When, Year
from csplan.dates.words import Line
from csplan.dates.years import ORDINAL_ENDINGS, year_at

Found = tuple[When, int] | None

_LINKS = ("to", "-", "until")
_MONTHS_A_YEAR, _SHORT = 12, 2

_YEAR_ENDS = {
    "year end": False,
    "years end": False,
    "end year": False,
    "end of year": False,
    "end of the year": False,
    "financial year end": True,
    "end of financial year": True,
    "end of the financial year": True,
    "plan year end": True,
    "end of plan year": True,
    "end of the plan year": True,
}
_TURNS: dict[str, Turn] = {
    "early": "early",
    "early in": "early",
    "early part of": "early",
    "start of": "early",
    "beginning of": "early",
    "mid": "mid",
    "middle of": "mid",
    "late": "late",
    "late in": "late",
    "later part of": "late",
    "latter part of": "late",
    "towards the end of": "late",
    "end": "end",
    "end of": "end",
    "before the end of": "end",
    "before end of": "end",
    "before end": "end",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "in advance of": "before",
    "week commencing": "week from",
    "week beginning": "week from",
    "week starting": "week from",
    "week of": "week from",
    "w c": "week from",
    "week ending": "week to",
    "w e": "week to",
}


def phrase_at(line: Line, place: int) -> Found:
    """The wording of a date at `place`, and where it ends; None if there is none.

    NotADate if it is one that cannot be, such as `31 June 2010`, `2012/12` or `Q5`.
    """
    return _year_end(line, place) or _turned(line, place) or _plain(line, place)


def _plain(line: Line, place: int) -> Found:
    return (
        _days_of_one_month(line, place)
        or day_or_month_at(line, place)
        or quarter_or_half_at(line, place)
        or season_at(line, place)
        or year_at(line, place)
    )


def _days_of_one_month(line: Line, place: int) -> Found:
    """`1 - 30 September 2010`, `1st to 30th September`."""
    day, after = line.digits(place), line.skip(place + 1, *ORDINAL_ENDINGS)
    if not day or len(day) > _SHORT or line.at(after) not in _LINKS:
        return None
    found = day_or_month_at(line, after + 1)
    if not found or not isinstance(found[0], Stretch) or not found[0].day > int(day) > 0:
        return None
    return Range(found[0]._replace(day=int(day)), found[0]), found[1]


def _year_end(line: Line, place: int) -> Found:
    found = line.find(line.skip(place, "the"), _YEAR_ENDS)
    if not found:
        return None
    is_plan, after = found
    year, end = year_after(line, after)
    if year is None:
        return Turned(Stretch("part", "the plan year", 1, _MONTHS_A_YEAR, plan=True), "end"), end
    if not year.calendar:
        return Turned(year, "end"), end
    # A "year end 2011" is the end of a year that either ends in 2011 or begins in it.
    later = Year(year.begins, calendar=not is_plan)
    return Either((Turned(later, "end"), Turned(Year(year.begins - 1), "end"))), end


def _turned(line: Line, place: int) -> Found:
    found = line.find(line.skip(place, "the"), _TURNS)
    if not found:
        return None
    turn, after = found
    inner = _plain(line, line.skip_all(after, "-", "the", "of", "in", "month"))
    if inner is None or not _can_turn(inner[0], turn):
        return None
    # The end of a month or a quarter is its last day, which is what it means without `end of`.
    if turn == "end" and not isinstance(inner[0], Year):
        return inner
    return Turned(inner[0], turn), inner[1]


def _can_turn(inner: When, turn: Turn) -> bool:
    if turn in ("end", "before"):
        return True
    if turn in ("week from", "week to"):
        return inner.kind == "day"
    return isinstance(inner, Year | Stretch) and inner.kind != "day"
