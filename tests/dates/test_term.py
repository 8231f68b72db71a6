"""The days of a plan, exact days, months, and how days are printed."""

from datetime import date

import pytest

from csplan.dates import Days, NotADate, Quarter, Term, read_day, read_month, read_term, say_later


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010/11", "April 2010 to March 2011"),
        ("2010-11", "April 2010 to March 2011"),
        ("2010/2011", "April 2010 to March 2011"),
        ("10/11", "April 2010 to March 2011"),
        ("FY 2010/11", "April 2010 to March 2011"),
        ("2010/11 to 2012/13", "April 2010 to March 2013"),
        ("2010/11 – 2012/13", "April 2010 to March 2013"),
        ("2011/14", "April 2011 to March 2014"),
        ("2009-12", "April 2009 to March 2012"),
        ("2008 to 2011", "April 2008 to March 2011"),
        ("2010", "January to December 2010"),
        ("2010 to 2010", "January to December 2010"),
        ("April 2010 to March 2011", "April 2010 to March 2011"),
        ("from April to March 2011", "April 2010 to March 2011"),
        ("1 April 2010 to 31 March 2011", "April 2010 to March 2011"),
        ("2010/11 (April 2010 to March 2011)", "April 2010 to March 2011"),
        ("5 April 2010 to 9 July 2010", "5 April 2010 to 9 July 2010"),
        ("1 - 29 September 2010", "1 September 2010 to 29 September 2010"),
        ("Quarters 1 - 4, 2010/11", "April 2010 to March 2011"),
    ],
)
def test_a_term(text: str, expected: str) -> None:
    term = read_term(text)
    assert str(term.days) == expected
    assert read_term(expected) == term
    assert term == Term(term.days, 4)


@pytest.mark.parametrize("starts", range(1, 13))
def test_a_plan_year_begins_in_any_month(starts: int) -> None:
    term = read_term("2011/12", starts)
    assert term.days.first == date(2011, starts, 1)
    assert term.days.months == 12
    assert term.years == (2011,)
    assert [quarter.number for quarter in term.quarters()] == [1, 2, 3, 4]
    assert {quarter.starts_month for quarter in term.quarters()} == {starts}
    assert Days(term.quarters()[0].days.first, term.quarters()[3].days.last) == term.days


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2012/12", "`2012/12` is not a plan year; write `2012/13`"),
        ("2010/19", "`2010/19` is not a plan year; write `2010/11`"),
        ("", "`nothing` is not the time that a plan covers; write `2010/11`"),
        ("whenever", "`whenever` is not the time that a plan covers"),
        ("Q2", "`Q2` is not the time that a plan covers"),
        ("April 2010", "`April 2010` is not the time that a plan covers"),
        ("April to June", "`April to June` is not the time that a plan covers"),
        ("the year of 2010/11 and more", "is not the time that a plan covers"),
        ("2010/11 2012/13", "`2010/11 2012/13` holds several dates"),
        ("2010/11 (April 2012 to May 2012)", "is not the time that a plan covers"),
        ("spring 2010/11 to autumn 2011", "is not the time that a plan covers"),
        ("29 February 2010/11 to May 2011", "is not the time that a plan covers"),
        ("financial year 2010", "`financial year 2010` is not the time that a plan covers"),
        ("March 2011 to April 2010", "`April 2010` is before `March 2011`"),
        ("2011 to 2010", "is before"),
        ("1 - 30 September 2010", "`1 - 30 September 2010` is not the time that a plan covers"),
        ("1 April 2010 to 30 April 2010", "is not the time that a plan covers"),
        ("April 2010 to April 2010", "is not the time that a plan covers"),
        ("1 April 2010 to 1 April 2010", "is not the time that a plan covers"),
        ("2199/2200", "`2199/2200` is not the time that a plan covers"),
    ],
)
def test_what_is_no_term(text: str, problem: str) -> None:
    with pytest.raises(NotADate) as caught:
        read_term(text)
    assert problem in str(caught.value)


def test_a_term_touches_years_and_holds_quarters() -> None:
    term = read_term("2010")
    assert term.years == (2009, 2010)
    assert [str(quarter) for quarter in term.quarters()] == [
        "January to March 2010 (quarter 4)",
        "April to June 2010 (quarter 1)",
        "July to September 2010 (quarter 2)",
        "October to December 2010 (quarter 3)",
    ]
    assert len(read_term("2010/11 to 2012/13").quarters()) == 12


def test_a_quarter_may_cross_the_new_year() -> None:
    assert str(Quarter(2010, 2, 11).days) == "February to April 2011"


@pytest.mark.parametrize(
    "text",
    ["30 September 2010", "30/9/10", "2010-09-30", "Thursday 30 September 2010", "on 30 Sept 2010"],
)
def test_an_exact_day(text: str) -> None:
    assert read_day(text) == date(2010, 9, 30)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "`nothing` is not an exact day; write one such as `30 September 2010`"),
        ("September 2010", "`September 2010` is not an exact day"),
        ("30 September", "`30 September` is not an exact day"),
        ("10/11", "`10/11` is not an exact day"),
        ("before 1 July 2010", "`before 1 July 2010` is not an exact day"),
        ("30 September 2010, 1 October 2010", "is not an exact day"),
        ("30 September 2010 (roughly)", "is not an exact day"),
        ("30 September 2010 2012", "`30 September 2010 2012` is not an exact day"),
        ("1 May 2010 2012", "`1 May 2010 2012` is not an exact day"),
        ("30 September 2010 Q2", "`30 September 2010 Q2` is not an exact day"),
        ("2010/11, 30 September 2010", "`2010/11, 30 September 2010` is not an exact day"),
        ("1 - 30 September 2010", "`1 - 30 September 2010` is not an exact day"),
        ("30 September 2010, 1 - 30 September 2010", "is not an exact day"),
        ("31 June 2010", "`31 June 2010` is not a day in the calendar; June has 30 days"),
        ("29 February 2010/11", "`29 February 2010/11` is not a day in the calendar"),
        ("Friday 30 September 2010", "`Friday 30 September 2010` is a Thursday; write the day"),
    ],
)
def test_what_is_no_exact_day(text: str, problem: str) -> None:
    with pytest.raises(NotADate) as caught:
        read_day(text)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("text", "number"), [("April", 4), ("apr", 4), ("SEPT.", 9), (" may ", 5), ("12", 12)]
)
def test_a_month(text: str, number: int) -> None:
    assert read_month(text) == number


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Aprli", "`Aprli` is not a month; did you mean `April`?"),
        ("April May", "`April May` is not a month; did you mean `April`?"),
        ("13", "`13` is not a month; write its name, such as `April`"),
        ("", "`nothing` is not a month; write its name, such as `April`"),
        (
            "1" * 5000,
            f"`{'1' * 80}…` is too long for a date; keep the date here, and the rest apart",
        ),
    ],
)
def test_what_is_no_month(text: str, problem: str) -> None:
    with pytest.raises(NotADate) as caught:
        read_month(text)
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2010, 9, 30), date(2010, 9, 30), "30 September 2010"),
        (date(2010, 7, 1), date(2010, 7, 31), "July 2010"),
        (date(2012, 2, 1), date(2012, 2, 29), "February 2012"),
        (date(2012, 2, 1), date(2012, 2, 28), "1 February 2012 to 28 February 2012"),
        (date(2010, 4, 1), date(2010, 6, 30), "April to June 2010"),
        (date(2010, 4, 1), date(2011, 3, 31), "April 2010 to March 2011"),
        (date(2010, 4, 2), date(2010, 7, 31), "2 April 2010 to 31 July 2010"),
    ],
)
def test_days_are_printed(first: date, last: date, printed: str) -> None:
    assert str(Days(first, last)) == printed


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, ""), (1, "1 day later"), (-1, "1 day earlier"), (-92, "92 days earlier"),
     (1250, "1,250 days later")],
)  # fmt: skip
def test_how_much_later_is_said(days: int, said: str) -> None:
    assert say_later(days) == said


def test_days_do_not_end_before_they_begin() -> None:
    with pytest.raises(ValueError, match="2010-01-01 is before 2010-01-02"):
        Days(date(2010, 1, 2), date(2010, 1, 1))
