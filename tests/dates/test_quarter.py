"""The quarter that a command is asked for."""

from datetime import date

import pytest

from csplan.dates import NotADate, Quarter, read_quarter, read_term

YEAR = read_term("2010/11")
THREE_YEARS = read_term("2010/11 to 2012/13")
AS_AT = date(2011, 5, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Q2",
        "q2",
        " 2 ",
        "quarter 2",
        "Quarter two",
        "2nd quarter",
        "by Q2",
        "Q2 2010",
        "Q2 2010/11",
        "Q2 10/11",
        "2010/11 Q2",
        "2010-Q2",
        "Quarter 2 (2010/11)",
        "July to September 2010 (quarter 2)",
    ],
)
def test_a_quarter_of_the_plan(text: str) -> None:
    quarter = read_quarter(text, YEAR, AS_AT)
    assert quarter == Quarter(2010, 2, 4)
    assert str(quarter) == "July to September 2010 (quarter 2)"


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (date(2009, 1, 1), "April to June 2010 (quarter 1)"),
        (date(2010, 4, 1), "April to June 2010 (quarter 1)"),
        (date(2011, 3, 31), "April to June 2010 (quarter 1)"),
        (date(2011, 4, 1), "April to June 2011 (quarter 1)"),
        (date(2015, 1, 1), "April to June 2012 (quarter 1)"),
    ],
)
def test_a_bare_quarter_is_in_the_year_that_holds_the_day(as_at: date, expected: str) -> None:
    assert str(read_quarter("Q1", THREE_YEARS, as_at)) == expected


@pytest.mark.parametrize(
    ("period", "starts", "number", "expected"),
    [
        ("2010", 4, 4, "January to March 2010 (quarter 4)"),
        ("2010", 4, 1, "April to June 2010 (quarter 1)"),
        ("2010", 1, 4, "October to December 2010 (quarter 4)"),
        ("2010/11", 9, 2, "December 2010 to February 2011 (quarter 2)"),
        ("April to June 2010", 4, 3, "October to December 2010 (quarter 3)"),
    ],
)
def test_quarters_are_those_of_the_plan_year(
    period: str, starts: int, number: int, expected: str
) -> None:
    term = read_term(period, starts)
    assert str(read_quarter(str(number), term, term.days.first)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "whenever",
        "August 2010",
        "Q2, Q3",
        "foo Q2",
        "Q2 2010/13",
        "Q2 financial year 2010",
        "Q2, August 2010",
        "Q2, August",
        "July to September 2010 (quarter 3)",
        "2010/11, July to September 2010 (quarter 2)",
        "Q1 - 4",
    ],
)
def test_what_is_no_quarter(text: str) -> None:
    with pytest.raises(NotADate, match=r"is not a quarter; write `Q2`, or with its year"):
        read_quarter(text, YEAR, AS_AT)


@pytest.mark.parametrize("text", ["5", "0", "Q5"])
def test_a_quarter_that_does_not_exist(text: str) -> None:
    with pytest.raises(NotADate, match="a year has four quarters"):
        read_quarter(text, YEAR, AS_AT)
