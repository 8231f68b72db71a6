"""Due boxes without one fixed date: undecided, ongoing and recurring work."""

from csplan.dates.compound import Range
from csplan.dates.days import Days, NotADate, say_day, spread
from csplan.dates.doubts import by, is_moved
from csplan.dates.due import Due
from csplan.dates.recurring import Recurrence, how_often, recurrence_of, schedule
from csplan.dates.remarks import Sorted, unread
from csplan.dates.settle import Settled, settle
from csplan.dates.term import Term
from csplan.dates.when import Frame, When
from csplan.escape import quoted

_STARTS_MONTH = 4


def frame_of(term: Term | None) -> Frame:
    """Where wordings without a year are looked for."""
    return Frame(term.starts_month, term.days) if term else Frame(_STARTS_MONTH, None)


def read_undecided(text: str, found: Sorted, term: Term | None) -> Due:
    """`TBC`, with the day by which it will be decided if one is given."""
    whens = [item.when for item in found.main if item.when]
    days = None
    if whens and not found.careful and not found.aside and not is_moved(text):
        try:
            days = settle(whens, frame_of(term), text).days
        except NotADate:
            days = None
    return Due(
        text, "undecided", days, f"no date yet, to be set {by(days)}" if days else "no date yet"
    )


def read_ongoing(text: str, found: Sorted, term: Term | None) -> Due:
    """`Ongoing`, `Ongoing, Quarter 4`, `On-going, monitored quarterly`, `Weekly`."""
    start = "ongoing" + _how_often(found)
    begins, reviews = _begins_and_reviews(found)
    if begins and not reviews:
        return noted(
            from_day(text, settle(begins, frame_of(term), text, "from"), term, start), found
        )
    if not reviews:
        return noted(Due(text, "ongoing", None, start), found)
    if begins:
        start += f" from {_first_day(settle(begins, frame_of(term), text, 'from'))}"
    settled = settle(reviews, frame_of(term), text)
    reading = f"{start}, to be reviewed {_by(settled)}"
    if settled.days and found.has("until"):
        reading = f"{start} until {say_day(settled.days.last)}"
    due = Due(text, "ongoing", settled.days, reading, doubt=settled.doubt, clash=settled.clash)
    return noted(due, found)


def _begins_and_reviews(found: Sorted) -> tuple[list[When], list[When]]:
    """The dates on which ongoing work begins, and those on which it is looked at or ends."""
    begins: list[When] = []
    reviews: list[When] = []
    words = [item for item in found.main if item.role not in ("filler", "by", "comma", "open")]
    for before, item, after in zip([None, *words], words, [*words[1:], None], strict=False):
        is_begun = (before and before.role == "from") or (after and after.role == "onwards")
        if item.when and is_begun and not isinstance(item.when, Range):
            begins.append(item.when)
        elif item.when:
            reviews.append(item.when)
    return begins, reviews


def _by(settled: Settled) -> str:
    return by(settled.days) if settled.days else f"by {settled.reading}"


def _first_day(settled: Settled) -> str:
    return say_day(settled.days.first) if settled.days else settled.reading


def _how_often(found: Sorted) -> str:
    often = [f", {item.note}" for item in found.main if item.role == "often"]
    looked_at = [
        f", looked at {how_often(item.every)}" for item in found.main if item.role == "recurring"
    ]
    return "".join([*often, *looked_at])


def from_day(text: str, settled: Settled, term: Term | None, start: str) -> Due:
    """Ongoing work that begins on the first of the settled days and has no end."""
    days = settled.days
    reading = f"{start} from {_first_day(settled)}, with no end given"
    until_end = Days(days.first, max(days.last, term.days.last)) if days and term else None
    return Due(text, "ongoing", until_end, reading, doubt=settled.doubt, clash=settled.clash)


def read_recurring(text: str, found: Sorted, term: Term | None) -> Due:
    """`Quarterly`, `Monthly from July 2010`, `Annually in April`, `Quarterly until March 2011`."""
    changing = [*found.careful, *found.aside]
    if changing and any(item.when for item in found.main):
        raise unread(changing, text)
    recurrence = recurrence_of(found.main, frame_of(term), text)
    days, doubt = _span(recurrence, term), recurrence.doubt
    if term and days is None:
        doubt = (
            doubt or f"{quoted(text)} never comes round in the plan ({term.days}); check its years"
        )
    due = Due(text, "recurring", days, recurrence.reading, recurrence.every, doubt)
    return noted(due, found)


def _span(recurrence: Recurrence, term: Term | None) -> Days | None:
    if term:
        times = tuple(each.days for each in schedule(recurrence, term))
        return spread(times) if times else None
    starts, ends = recurrence.starts, recurrence.ends
    return Days(starts.first, ends.last) if starts and ends and starts.first <= ends.last else None


def noted(due: Due, found: Sorted) -> Due:
    """`due`, with a doubt for words that may change it and a note of those that do not."""
    numbers = tuple(item for item in found.unclear if item.role == "number")
    doubt = due.doubt or found._replace(unclear=numbers).doubt(due.text, due.reading)
    year = found.year_number
    if year and not found.says_year:
        doubt = doubt or (
            f"{quoted(year.typed)} does not say which year; it was read as {due.reading};"
            " write the year, such as `2010/11`"
        )
    return due._replace(doubt=doubt, reading=due.reading + found.unused)
