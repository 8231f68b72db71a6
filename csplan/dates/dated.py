"""Due boxes with one date: a day, month, quarter, part or year, or a day from which work runs."""

from datetime import date, timedelta

from csplan.dates.compound import Range
from csplan.dates.days import Days, NotADate, say_day
from csplan.dates.doubts import Use, several_dates
from csplan.dates.due import Due
from csplan.dates.remarks import Sorted, unread
from csplan.dates.settle import Settled, settle
from csplan.dates.term import Term, plan_year, plan_year_of
from csplan.dates.undated import frame_of, from_day
from csplan.dates.vocabulary import WEEKDAY_NAMES, WEEKDAYS
from csplan.dates.when import When, Year
from csplan.escape import quoted

_SERIAL_ZERO = date(1899, 12, 30)
_EXAMPLE_YEAR = 2010
_SERIALS = range(20_000, 80_000)
_WHAT_TO_WRITE = (
    "write a day (`30 September 2010`), a month (`September 2010`), a quarter (`Q2`),"
    " `Quarterly`, `Ongoing` or `TBC`"
)


def read_dated(text: str, found: Sorted, term: Term | None) -> Due:
    """The one date that `found` holds; NotADate if it is none, several, or may be changed."""
    whens = [item.when for item in found.main if item.when]
    _check(text, found, whens)
    settled = _settled(text, found, whens, term)
    due = _of_kind(text, found, whens, settled, term)
    due = _with_weekday(due, found)
    doubt = due.doubt or found.doubt(text, due.reading)
    return due._replace(doubt=doubt, reading=due.reading + found.unused)


def _use(found: Sorted, whens: list[When]) -> Use:
    if found.has("from", "onwards") and not isinstance(whens[0], Range):
        return "from"
    return "until" if found.has("until") else "due by"


def _check(text: str, found: Sorted, whens: list[When]) -> None:
    if not text:
        raise NotADate(f"no date is written; {_WHAT_TO_WRITE}")
    if not whens and not found.year_number:
        if serial := _spreadsheet_day(text):
            raise NotADate(
                f"{quoted(text)} is how a spreadsheet counts days; write `{say_day(serial)}`"
            )
        raise NotADate(f"{quoted(text)} was not understood as a date; {_WHAT_TO_WRITE}")
    changing = [item for item in found.unclear if item.role == "number"]
    changing += found.careful
    if changing:
        raise unread(changing, text)
    if len(set(whens)) > 1 and found.has("and"):
        raise NotADate(several_dates(text))


def _settled(text: str, found: Sorted, whens: list[When], term: Term | None) -> Settled:
    frame, number = frame_of(term), found.year_number
    if number is None or found.says_year:
        return settle(whens, frame, text, _use(found, whens))
    years = term.years if term else ()
    days: Days | None = None
    if 1 < len(years) >= number.every:
        days = plan_year(years[number.every - 1], frame.starts_month)
        whens = whens or [Year(years[number.every - 1])]
    elif not whens and term:
        raise NotADate(f"{quoted(text)} does not say which year; write it, such as `2010/11`")
    if not whens:
        settled = Settled("year", None, "a year that is not given")
    else:
        settled = settle(whens, frame._replace(within=days) if days else frame, text)
    read_as = f"it was read as {settled.days}; " if settled.days else ""
    begins = plan_year_of(settled.days.first, frame.starts_month) if settled.days else _EXAMPLE_YEAR
    doubt = f"{quoted(number.typed)} does not say which year; {read_as}write the year, such as"
    return settled._replace(doubt=f"{doubt} `{Year(begins).name}`")


def _of_kind(
    text: str, found: Sorted, whens: list[When], settled: Settled, term: Term | None
) -> Due:
    use = _use(found, whens) if whens else "due by"
    if use == "from":
        return from_day(text, settled, term, "ongoing")
    kind, reading = settled.kind, settled.reading
    if settled.days and use == "until":
        kind, reading = "ongoing", f"ongoing until {say_day(settled.days.last)}"
    return Due(text, kind, settled.days, reading, doubt=settled.doubt, clash=settled.clash)


def _with_weekday(due: Due, found: Sorted) -> Due:
    """`due`, with a clash if a day of the week is named and is not that of the day."""
    named = next((item.typed for item in found.main if item.role == "weekday"), "")
    if not named or not due.days:
        return due
    if due.kind != "day" or due.days.first != due.days.last:
        words = f"{quoted(named)} belongs to a day; write which day of {due.days} it is"
        return due._replace(doubt=due.doubt or words)
    right, typed = due.days.first.weekday(), WEEKDAYS[named[:2].lower()]
    if typed == right:
        return due
    clash = (
        f"{due.days} is a {WEEKDAY_NAMES[right]}, not a {WEEKDAY_NAMES[typed]};"
        " write the one that is right"
    )
    return due._replace(clash=due.clash or clash)


def _spreadsheet_day(text: str) -> date | None:
    """The day that Excel shows as a bare number when a cell loses its format."""
    is_serial = text.isascii() and text.isdecimal() and int(text) in _SERIALS
    return _SERIAL_ZERO + timedelta(days=int(text)) if is_serial else None
