"""What holds for every date and every text."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.dates import (
    Days,
    NotADate,
    Term,
    occurrences,
    read_day,
    read_due,
    read_month,
    read_quarter,
    read_term,
)
from csplan.dates.vocabulary import OFTEN, RECURRING, ROLES

unhurried = settings(deadline=None, max_examples=60)
DAYS = st.dates(date(1902, 1, 1), date(2190, 12, 31))
STARTS = st.integers(1, 12)
SPACES = st.sampled_from([" ", "  ", "\t", "\u00a0", "\n", " \n "])
WORDINGS = (
    "30 September 2010",
    "Sept 2010",
    "By end of July 2010",
    "31-Mar-2012",
    "1st July 2010",
    "Quarter 2, August 2010",
    "Quarter 1 July 2010",
    "Quarterly until March 2011",
    "Annually in April",
    "From April 2010",
    "Ongoing, Quarter 4",
    "2010/11",
    "First half of 2010/11",
    "Winter 2010/11",
    "mid 2011",
    "April to June 2010",
    "between April and June 2010",
    "By September",
    "March 11",
    "Year 2",
    "TBC, by March 2011",
    "end of financial year",
)


@st.composite
def terms(draw: st.DrawFn) -> Term | None:
    if draw(st.booleans()):
        return None
    first, starts = draw(DAYS), draw(STARTS)
    return Term(Days(first, first + timedelta(days=draw(st.integers(0, 1500)))), starts)


@st.composite
def spans(draw: st.DrawFn) -> Days:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    if draw(st.booleans()):
        after = last.replace(day=1) + timedelta(days=31)
        first, last = first.replace(day=1), after.replace(day=1) - timedelta(days=1)
    return Days(first, last)


@st.composite
def scrambled(draw: st.DrawFn) -> str:
    """Words that the reader knows, in any order."""
    known = [*ROLES, *RECURRING, *OFTEN, "q2", "half", "first", "10/11", "2010", "2010-12", "31"]
    known += ["march", "spring", "early", "end of", "year end", "w/c", "every", "3", "1st", "29"]
    return draw(SPACES).join(draw(st.lists(st.sampled_from(known), max_size=8)))


@unhurried
@given(spans(), terms())
def test_what_is_printed_reads_back(days: Days, term: Term | None) -> None:
    due = read_due(str(days), term)
    assert due.days == days
    assert (due.doubt, due.clash) == ("", "")


@unhurried
@given(DAYS)
def test_a_printed_day_reads_back(day: date) -> None:
    assert read_day(str(Days(day, day))) == day


@unhurried
@given(DAYS, STARTS)
def test_a_printed_quarter_reads_back(day: date, starts: int) -> None:
    term = Term(Days(day, day + timedelta(days=400)), starts)
    quarter = term.quarters()[-1]
    assert read_quarter(str(quarter), term, day) == quarter
    assert read_due(str(quarter), term).days == quarter.days
    assert read_quarter(f"Q{quarter.number}", term, quarter.days.first) == quarter


OLD_WORDS = ("was", "previously", "formerly", "originally", "initially", "moved from", "now")


@unhurried
@given(
    st.sampled_from([*WORDINGS, "31st March", "Q2", "Ongoing", "Quarterly", "TBC", "by September"]),
    st.sampled_from(OLD_WORDS),
    st.sampled_from(["March 2010", "2009", "Q1 2009/10", "1 May 2009", "2009/10", "June"]),
    st.sampled_from(["{} ({} {})", "{}, {} {}", "{} {} {}", "{0} ({2} {1})", "{1} {2}, {0}"]),
    terms(),
)
def test_an_old_date_moves_nothing(
    wording: str, word: str, old: str, shape: str, term: Term | None
) -> None:
    if wording != old:
        found = read_due(shape.format(wording, word, old), term)
        assert found.days is None
        assert (found.kind == "undecided") == wording.startswith("TBC")


@unhurried
@given(st.integers(201, 6000), st.sampled_from(["1", "x", "1 ", "\u0661", "\u00b2"]), terms())
def test_no_long_text_makes_it_crash(length: int, letter: str, term: Term | None) -> None:
    text = (letter * length)[:length].strip() + letter
    check_any(text, term)
    check_other_readers(text, date(2010, 4, 1))


def check_any(text: str, term: Term | None) -> None:
    due = read_due(text, term)
    assert due.text == text.strip()
    assert due.kind != "unreadable" or (due.doubt and due.days is None)
    assert due.reading
    assert "\n" not in due.reading + due.doubt + due.clash
    assert bool(due.every) == (due.kind == "recurring")


@unhurried
@given(st.text(max_size=250), terms())
def test_no_text_makes_it_crash(text: str, term: Term | None) -> None:
    check_any(text, term)


@unhurried
@given(scrambled(), terms())
def test_no_wording_makes_it_crash(text: str, term: Term | None) -> None:
    check_any(text, term)


@unhurried
@given(st.one_of(st.text(max_size=40), scrambled()), DAYS)
def test_the_other_readers_raise_nothing_else(text: str, day: date) -> None:
    check_other_readers(text, day)


def check_other_readers(text: str, day: date) -> None:
    term = Term(Days(day, day + timedelta(days=500)))
    for read in (read_day, read_month, read_term, lambda text: read_quarter(text, term, day)):
        with suppress(NotADate):
            read(text)


@unhurried
@given(DAYS, STARTS)
def test_widening_never_moves_the_last_day_earlier(day: date, starts: int) -> None:
    year = day.year if day.month >= starts else day.year - 1
    quarter = (day.month - starts) % 12 // 3 + 1
    named = f"{year}/{(year + 1) % 100:02}"
    half = "first" if quarter <= 2 else "second"
    exact = Days(day, day)
    wordings = [
        str(exact),
        str(exact).split(" ", 1)[1],
        f"Q{quarter} {named}",
        f"{half} half of {named}",
        named,
    ]
    term = Term(Days(date(year, starts, 1), date(year + 1, starts, 1) - timedelta(days=1)), starts)
    read = [read_due(wording, term) for wording in wordings]
    assert [due.kind for due in read] == ["day", "month", "quarter", "part", "year"]
    for narrow, wide in pairwise(read):
        assert narrow.days
        assert wide.days
        assert wide.days.holds(narrow.days)
    for number in (1, 2, 3, 4):
        both = read_due(f"Quarter {number}, {wordings[1]}", term)
        assert both.by
        assert read[1].by
        assert both.by >= read[1].by
        assert bool(both.clash) == (number != quarter)


@unhurried
@given(st.sampled_from(WORDINGS), st.data(), terms())
def test_capitals_and_spaces_do_not_matter(wording: str, data: st.DataObject, term: Term) -> None:
    change = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    spaced = "".join(data.draw(SPACES) if letter == " " else letter for letter in change(wording))
    plain, typed = read_due(wording, term), read_due(f"  {spaced}\n", term)
    assert (typed.kind, typed.days, typed.every) == (plain.kind, plain.days, plain.every)


@unhurried
@given(
    st.sampled_from(
        [*RECURRING, "every 5 months", "each april", "every 29 february", "annually in Q3"]
    ),
    st.sampled_from(["", " from {}", " until {}", " by {}"]),
    terms(),
    DAYS,
)
def test_occurrences_lie_in_the_term_and_follow_each_other(
    often: str, limit: str, term: Term | None, day: date
) -> None:
    due = read_due(often + limit.format(Days(day, day)), term)
    assert due.kind == "recurring"
    if term is None:
        return
    found = occurrences(due, term)
    assert bool(found) == bool(due.days)
    assert all(term.days.holds(each.days) for each in found)
    assert all(one.days.last < two.days.first for one, two in pairwise(found))
    if found:
        assert due.days == Days(found[0].days.first, found[-1].days.last)


@unhurried
@given(DAYS, STARTS)
def test_a_day_of_the_year_comes_round_in_a_plan_year(day: date, starts: int) -> None:
    first = date(day.year, starts, 1)
    term = Term(Days(first, date(day.year + 1, starts, 1) - timedelta(days=1)), starts)
    wording = str(Days(day, day)).rsplit(" ", 1)[0]
    due = read_due(wording, term)
    if wording != "29 February":
        assert due.by
        assert term.days.first <= due.by <= term.days.last
        assert (due.by.day, due.by.month) == (day.day, day.month)
    assert due.doubt
