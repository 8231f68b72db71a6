"""Work that comes back: how often, within which limits, and each time that it is due."""

from typing import NamedTuple

from csplan.dates.compound import Range
from csplan.dates.days import Days, NotADate, say_day, whole_months
from csplan.dates.doubts import Use, several_dates
from csplan.dates.links import Item
from csplan.dates.settle import Settled, settle
from csplan.dates.term import Quarter, Term, plan_year_of
from csplan.dates.when import Frame, When
from csplan.dates.words import listed, number_word
from csplan.escape import quoted

_QUARTER, _YEAR = 3, 12
_EACH = {1: "each month", 3: "each quarter", 12: "each year"}
_ANCHORS = ("day", "month", "quarter", "part")
_WITHIN = ("year", "part", "quarter")


class Occurrence(NamedTuple):
    """One time that recurring work is due, and what to call it."""

    days: Days
    name: str


class Recurrence(NamedTuple):
    """How often something comes back: each `every` months, or at `anchors`, in some limits."""

    every: int
    anchors: tuple[When, ...] = ()
    starts: Days | None = None
    ends: Days | None = None
    doubt: str = ""
    is_loose: bool = False
    """Whether it comes back only as often as it has anchors: `each March and September`."""

    @property
    def reading(self) -> str:
        """`each quarter until 31 March 2011`."""
        names = listed([anchor.name or "the months named" for anchor in self.anchors], "and")
        at = ""
        if self.anchors:
            link = "at" if names.startswith("the end") else "in"
            at = f" {'on' if self.anchors[0].kind == 'day' else link} {names}"
        start = f" from {say_day(self.starts.first)}" if self.starts else ""
        end = f" until {say_day(self.ends.last)}" if self.ends else ""
        return f"{how_often(self.every)}{at}{start}{end}"


def how_often(months: int) -> str:
    """`each quarter`, `every two months`, `every two years`."""
    if months in _EACH:
        return _EACH[months]
    if months % _YEAR == 0:
        return f"every {number_word(months // _YEAR)} years"
    return f"every {number_word(months)} months"


def recurrence_of(items: tuple[Item, ...], frame: Frame, text: str) -> Recurrence:
    """How often the work in `items` comes back; NotADate if its limits make no sense."""
    several = [item for item in items if item.role == "recurring"]
    first = several[0]
    if len({item.every for item in several}) > 1:
        raise NotADate(f"{quoted(text)} comes back in two ways; write one milestone for each")
    doubt = (
        f"{quoted(first.typed)} could mean two things; it was read as"
        f" {how_often(first.every)}; write {first.note}"
        if first.note
        else ""
    )
    found = Recurrence(first.every, doubt=doubt, is_loose=first.typed.lower() in ("every", "each"))
    link = ""
    for item in items:
        if item.when:
            found = _limited(found, item.when, link, frame, text)
        link = item.role if item.when is None and item.role != "filler" else link
    return _anchored(found, text)


def _limited(found: Recurrence, when: When, link: str, frame: Frame, text: str) -> Recurrence:
    is_anchor = not when.dated and when.kind in _ANCHORS
    if is_anchor and link not in ("from", "until") and (link != "by" or found.every == _YEAR):
        return found._replace(anchors=(*found.anchors, when))
    use: Use = "from" if link == "from" else "until"
    settled = settle([when], frame, text, use)
    found = _doubted(found, settled.doubt)
    if not settled.days:
        return found
    if link == "from" and not isinstance(when, Range):
        return found._replace(starts=settled.days)
    if isinstance(when, Range):
        return found._replace(starts=settled.days, ends=settled.days)
    if link not in ("by", "until") and settled.kind in _WITHIN:
        return found._replace(starts=settled.days, ends=settled.days)
    if found.ends:
        raise NotADate(several_dates(text))
    if link not in ("by", "until"):
        found = _doubted(found, _unclear_end(found, settled, text))
    return found._replace(ends=settled.days)


def _unclear_end(found: Recurrence, settled: Settled, text: str) -> str:
    each = found._replace(doubt="", ends=settled.days).reading
    return (
        f"{quoted(text)} does not say what the date is for; it was read as {each}; write"
        f" `until {settled.days}`, or only the date if it is due once"
    )


def _doubted(found: Recurrence, doubt: str) -> Recurrence:
    return found._replace(doubt=found.doubt or doubt)


def _anchored(found: Recurrence, text: str) -> Recurrence:
    """`found`, without its anchors if they are not as many as its occurrences in a year."""
    count = len(found.anchors)
    if count and found.is_loose and _YEAR % count == 0:
        return found._replace(every=_YEAR // count)
    if not count or count * found.every == _YEAR:
        return found
    names = " and ".join(anchor.name or "the range" for anchor in found.anchors)
    plain = found._replace(anchors=())
    return _doubted(
        plain,
        f"{quoted(text)} names {names}, which does not fit how often it comes back; it was read"
        f" as {plain.reading}; write one of the two",
    )


def schedule(found: Recurrence, term: Term) -> tuple[Occurrence, ...]:
    """Each occurrence in the term and its limits, in order."""
    first, last = term.days.first, term.days.last
    first = max(first, found.starts.first) if found.starts else first
    last = min(last, found.ends.last) if found.ends else last
    if last < first:
        return ()
    window = Days(first, last)
    if found.anchors:
        return _at_anchors(found.anchors, Frame(term.starts_month, window), window)
    whole = term.days if found.ends is None else None
    return _on_grid(found.every, term, window, whole)


def _at_anchors(anchors: tuple[When, ...], frame: Frame, window: Days) -> tuple[Occurrence, ...]:
    times: list[Occurrence] = []
    for run in sorted({run for anchor in anchors for run in anchor.possible(frame)}):
        shared = window.shared(run)
        if shared and (not times or times[-1].days.last < shared.first):
            times.append(Occurrence(shared, str(run)))
    return tuple(times)


def _on_grid(every: int, term: Term, window: Days, whole: Days | None) -> tuple[Occurrence, ...]:
    """Each period in the window; one that ends after `whole` is not due yet."""
    year, month = plan_year_of(term.days.first, term.starts_month), term.starts_month
    times: list[Occurrence] = []
    while (run := whole_months(year, month, every)).first <= window.last:
        if (shared := window.shared(run)) and (whole is None or run.last <= whole.last):
            times.append(Occurrence(shared, _called(run, term)))
        month += every
    return tuple(times)


def _called(run: Days, term: Term) -> str:
    if run.months != _QUARTER:
        return str(run)
    year = plan_year_of(run.first, term.starts_month)
    number = (run.first.month - term.starts_month) % _YEAR // _QUARTER + 1
    return f"quarter {number} ({Quarter(year, number, term.starts_month).days})"
