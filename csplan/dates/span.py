"""The periods that figures are for: `2011/12`, `Q4 2011/12`, `12 months to February 2012`."""

import re
from datetime import date
from functools import lru_cache

from csplan.dates.days import MONTHS, ONE_DAY, Days, NotADate
from csplan.dates.items import items_of
from csplan.dates.period import as_years
from csplan.dates.settle import settle
from csplan.dates.term import plan_year, plan_year_of
from csplan.dates.when import Frame
from csplan.dates.words import cut, evened
from csplan.escape import one_line, quoted

# A cache that a large series does not fit into would never answer anything.
_CACHED = 65_536
_UP_TO = re.compile(
    r"(?:(?:the|rolling|in|for|over|latest|last)\s)*(?:(?P<count>[0-9]+|[a-z]+)[\s-])?"
    r"(?P<unit>month|quarter|year)s?(?:\s(?:period|rolling|average))*"
    r"\s(?:to|ending|ended|ends|up\sto|until)\s(?:(?:the|in|on|at)\s)*(?P<end>.+)",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"year[\s-]to[\s-]date\W+(?:(?:to|at|for|in)\s)?(?P<end>.+)", re.IGNORECASE)
_YEAR_END = r"(?:(?:as\s)?at|year[\s-]?end|full\syear|outturn)"
_WHOLE = re.compile(
    rf"{_YEAR_END}(?:\sof|\sfor)?\s(?P<after>.+)|(?P<before>.+)\s{_YEAR_END}", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\b((?:19|20)[0-9]{2})[/-]([0-9])(?![0-9/-])")
_MONTH_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in (*MONTHS, "Sept"))
_MONTH_AND_YEAR = re.compile(
    rf"\b({_MONTH_NAMES})\.?\s?'?([0-9]{{2}})\b(?!\s?(?:st|nd|rd|th|,?\s?[0-9]))", re.IGNORECASE
)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MOST_MONTHS = 240
_AROUND = ("filler", "from", "open", "close", "comma")


@lru_cache(_CACHED)
def read_span(text: str, starts_month: int = 4) -> Days:
    """The days of the period that a figure is for; its year must be written. NotADate otherwise.

    `starts_month` (1 to 12) is the month in which plan years begin.
    """
    flat = one_line(evened(text)) if len(cut(text).words) else ""
    flat = _SHORT_YEAR.sub(_full_year, _MONTH_AND_YEAR.sub(r"\1 20\2", flat))
    if found := _TO_DATE.fullmatch(flat):
        days = _plain(found["end"], starts_month, text)
        first = plan_year(plan_year_of(days.last, starts_month), starts_month).first
        return Days(min(first, days.first), days.last)
    if found := _UP_TO.fullmatch(flat):
        months = _MONTHS[found["unit"].lower()] * _count(found["count"])
        if 0 < months <= _MOST_MONTHS:
            return _back(_plain(found["end"], starts_month, text).last, months)
    if found := _WHOLE.fullmatch(flat):
        return _plain(found["after"] or found["before"], starts_month, text)
    return _plain(flat, starts_month, text)


def _full_year(found: re.Match[str]) -> str:
    """`2008/9` as `2008/09`, if it is one."""
    follows = (int(found[1]) + 1) % 10 == int(found[2])
    return f"{found[1]}/{(int(found[1]) + 1) % 100:02}" if follows else found[0]


def _count(typed: str | None) -> int:
    return cut(typed).number(0) if typed else 1


def _back(last: date, months: int) -> Days:
    """So many months up to a day."""
    after = last + ONE_DAY
    year, month = divmod(12 * after.year + after.month - 1 - months, 12)
    start = date(year, month + 1, 1)
    return Days(start.replace(day=min(after.day, 28)), last)


def _plain(text: str, starts_month: int, typed: str) -> Days:
    items = [item for item in items_of(text) if item.role not in _AROUND]
    whens = [as_years(item.when) for item in items if item.when]
    if not whens or len(whens) != len(items):
        raise NotADate(_not_a_period(typed))
    settled = settle(whens, Frame(starts_month, None), typed)
    if settled.days is None:
        raise NotADate(f"{quoted(typed)} does not say its year; write it, such as `Q4 2011/12`")
    if settled.doubt or settled.clash:
        raise NotADate(_not_a_period(typed))
    return settled.days


def _not_a_period(text: str) -> str:
    return (
        f"{quoted(text)} is not a period that was understood; write such as `2011/12`,"
        " `Q4 2011/12`, `January 2010` or `12 months to February 2012`"
    )
