"""What people write in a due box, and the days it is read as."""

from datetime import date

import pytest

from csplan.dates import Days, Due, Term, read_due, read_term

YEAR = read_term("2010/11")
THREE_YEARS = read_term("2010/11 to 2012/13")
CALENDAR = read_term("2010")


def due(text: str, term: Term | None = YEAR) -> Due:
    return read_due(text, term)


def days(text: str, term: Term | None = YEAR) -> str:
    return str(due(text, term).days)


def is_plain(found: Due) -> bool:
    return not found.doubt and not found.clash


@pytest.mark.parametrize(
    "text",
    [
        "30 September 2010",
        "30 Sept. 2010",
        "30th of September, 2010",
        "30TH SEPTEMBER 2010",
        "30sept2010",
        "30thSept2010",
        "September 30, 2010",
        "Sep-30-2010",
        "September the 30th 2010",
        "Thursday 30 September 2010",
        "30 September 2010 (Thursday)",
        "30-Sep-2010",
        "30‑Sep‑2010",
        "30-Sep-10",
        "30 September '10",
        "2010-09-30",
        "2010/9/30",
        "2010, 30 September",
        "30/09/2010",
        "30/9/10",
        "30.09.2010",
        "30.9.10",
        "30 09 2010",
        "30/09/2010 00:00:00",
        "2010-09-30T00:00:00",
        "30 September 2010 at 5pm",
        "by 30 September 2010",
        "no later than 30 September 2010",
        "on or before 30 September 2010",
        "Quarter ending 30 September 2010",
        "Deadline: 30 September 2010",
        "30 September 2010/11",
        "30 September, 2010/11",
        "· 30 September 2010",
        "- 30 September 2010",
        "“30 September 2010”",
        "before 1 October 2010",
        "before October 2010",
        "prior to Q3",
    ],
)
def test_a_day(text: str) -> None:
    found = due(text)
    assert found.kind == "day"
    assert found.days == Days(date(2010, 9, 30), date(2010, 9, 30))
    assert found.reading.startswith("by 30 September 2010")
    assert is_plain(found)


@pytest.mark.parametrize(
    "text",
    [
        "Sept 2010",
        "September 2010",
        "SEPTEMBER2010",
        "sept. 2010.",
        "Sep-10",
        "September '10",
        "September, 2010",
        "September\n2010",
        "2010 September",
        "09/2010",
        "2010-09",
        "By end of September 2010",
        "by the end of September 2010",
        "before the end of September 2010",
        "End-September 2010",
        "month of September 2010",
        "c. September 2010",
        "Quarter 2, September 2010",
        "September 2010 (Q2)",
        "September 2010\n\nQuarter 2",
        "September 2010 / Quarter 2",
        "Quarter 2 - September 2010",
        "2010/11, September",
        "September 2010/11",
        "September 2010, 2010",
        "September 2010 September 2010",
    ],
)
def test_a_month(text: str) -> None:
    found = due(text)
    assert (found.kind, str(found.days)) == ("month", "September 2010")
    assert found.reading == "by 30 September 2010"
    assert is_plain(found)


@pytest.mark.parametrize(
    "text",
    [
        "Q2",
        "q 2",
        "Quarter 2",
        "Quarter two",
        "Qtr. 2",
        "quarter no 2",
        "2nd quarter",
        "second quarter",
        "Second quarter of the financial year",
        "Q2 2010",
        "Q2 2010/11",
        "Q2, 2010-11",
        "Q2 10/11",
        "Quarter 2 (2010/11)",
        "2010-Q2",
        "2010/11 Q2",
        "2010/11, second quarter",
        "2010Q2",
        "by end of Q2",
        "by the end of the second quarter",
    ],
)
def test_a_quarter(text: str) -> None:
    found = due(text)
    assert (found.kind, str(found.days)) == ("quarter", "July to September 2010")
    assert found.reading == (
        "by 30 September 2010, the last day of quarter 2 (July to September 2010)"
    )
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first half of 2010/11", "April to September 2010"),
        ("second half of 2010", "July to December 2010"),
        ("H1", "April to September 2010"),
        ("H2 2010/11", "October 2010 to March 2011"),
        ("2010/11 H2", "October 2010 to March 2011"),
        ("2nd half of the year", "October 2010 to March 2011"),
        ("final half of 2010", "July to December 2010"),
        ("Autumn 2012", "September to November 2012"),
        ("Summer", "June to August 2010"),
        ("Winter 2010", "December 2010 to February 2011"),
        ("Winter 2010/11", "December 2010 to February 2011"),
        ("winter 2011-2012", "December 2011 to February 2012"),
        ("summer 2010/11", "June to August 2010"),
        ("early 2011", "January to April 2011"),
        ("mid 2011", "May to August 2011"),
        ("Mid-2011", "May to August 2011"),
        ("late 2011", "September to December 2011"),
        ("late 2010/11", "December 2010 to March 2011"),
        ("early March 2011", "1 March 2011 to 10 March 2011"),
        ("mid-March 2011", "11 March 2011 to 20 March 2011"),
        ("late February 2012", "21 February 2012 to 29 February 2012"),
        ("start of July 2010", "1 July 2010 to 10 July 2010"),
        ("early autumn 2010", "September 2010"),
        ("late Q2", "September 2010"),
        ("end of 2010", "December 2010"),
        ("by the end of 2010/11", "March 2011"),
        ("year end", "March 2011"),
        ("end of financial year", "March 2011"),
        ("financial year end 2010/11", "March 2011"),
        ("2010/11 year end", "March 2011"),
        ("April to June 2010", "April to June 2010"),
        ("April - June 2010", "April to June 2010"),
        ("April 2010 to June", "April to June 2010"),
        ("November to January 2011", "November 2010 to January 2011"),
        ("between April and June 2010", "April to June 2010"),
        ("between April to June 2010", "April to June 2010"),
        ("between early April and 10 June 2010", "1 April 2010 to 10 June 2010"),
        ("from April 2010 until March 2011", "April 2010 to March 2011"),
        ("April 2010 - 31 March 2011", "April 2010 to March 2011"),
        ("September 2010 - 11 October 2010", "1 September 2010 to 11 October 2010"),
        ("1 - 30 September 2010", "September 2010"),
        ("1st to 15th September 2010", "1 September 2010 to 15 September 2010"),
        ("Q1 to Q3", "April to December 2010"),
        ("Q1-Q3 2011/12", "April to December 2011"),
        ("Q1/Q2", "April to September 2010"),
        ("June/July 2012", "June to July 2012"),
        ("Dec/Jan 2010/11", "December 2010 to January 2011"),
        ("Autumn/Winter 2010", "September 2010 to February 2011"),
        ("spring 2011 to autumn 2011", "March to November 2011"),
        ("week commencing 6 September 2010", "6 September 2010 to 12 September 2010"),
        ("w/e 12 September 2010", "6 September 2010 to 12 September 2010"),
        ("July to September 2010 (quarter 2)", "July to September 2010"),
    ],
)
def test_a_part_of_a_year(text: str, expected: str) -> None:
    found = due(text)
    assert (found.kind, str(found.days)) == ("part", expected)
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010/11", "April 2010 to March 2011"),
        ("2010-11", "April 2010 to March 2011"),
        ("2010/2011", "April 2010 to March 2011"),
        ("2010 - 2011", "April 2010 to March 2011"),
        ("FY10/11", "April 2010 to March 2011"),
        ("the financial year 2010/11", "April 2010 to March 2011"),
        ("2010/11 financial year", "April 2010 to March 2011"),
        ("financial year 2010", "April 2010 to March 2011"),
        ("throughout 2010/11", "April 2010 to March 2011"),
        ("13/14", "April 2013 to March 2014"),
        ("1999/00", "April 1999 to March 2000"),
        ("2011/14", "April 2011 to March 2014"),
        ("2008 to 2011", "April 2008 to March 2011"),
        ("2010/11 to 2012/13", "April 2010 to March 2013"),
        ("2010", "January to December 2010"),
        ("the year 2010", "January to December 2010"),
    ],
)
def test_a_year(text: str, expected: str) -> None:
    found = due(text)
    assert (found.kind, str(found.days)) == ("year", expected)
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "term", "expected", "reading"),
    [
        ("before Q3", YEAR, "30 September 2010", "the day before 1 October 2010"),
        ("end of 2010", YEAR, "December 2010", "the end of 2010"),
        ("H1", YEAR, "April to September 2010", "the first half (April to September 2010)"),
        ("early 2011", YEAR, "January to April 2011", "early 2011 (January to April 2011)"),
        ("2010/11", YEAR, "April 2010 to March 2011", "2010/11 (April 2010 to March 2011)"),
        ("May to June 2010", YEAR, "May to June 2010", "the last day of May to June 2010"),
        ("w/e 12 June 2010", YEAR, "6 June 2010 to 12 June 2010", "of 6 June 2010 to 12 June 2010"),
        ("Q2", THREE_YEARS, "July 2010 to September 2012", "the last day that it could mean"),
    ],
)
def test_a_reading_shows_what_was_understood(
    text: str, term: Term, expected: str, reading: str
) -> None:
    found = due(text, term)
    assert str(found.days) == expected
    assert found.reading.startswith("by ")
    assert found.reading.endswith(reading)


@pytest.mark.parametrize(
    ("text", "term", "expected", "doubt"),
    [
        (
            "By September",
            YEAR,
            "September 2010",
            "`By September` has no year; it was read as September 2010; write `September 2010`",
        ),
        (
            "1st January",
            YEAR,
            "1 January 2011",
            "`1st January` has no year; it was read as 1 January 2011; write `1 January 2011`",
        ),
        (
            "Q2",
            THREE_YEARS,
            "July 2010 to September 2012",
            (
                "`Q2` could be more than one date; it was read as due by 30 September 2012, the"
                " last"
                " day that it could mean; write `Q2 2010/11`, `Q2 2011/12` or `Q2 2012/13`"
            ),
        ),
        (
            "H2",
            CALENDAR,
            "October 2009 to March 2011",
            (
                "`H2` could be more than one date; it was read as due by 31 March 2011, the last"
                " day"
                " that it could mean; write `second half of 2009/10` or `second half of 2010/11`"
            ),
        ),
        (
            "Spring",
            read_term("2010/11 to 2015/16"),
            "March 2010 to May 2016",
            (
                "`Spring` could be more than one date; it was read as due by 31 May 2016, the"
                " last day"
                " that it could mean; write `spring 2010`, `spring 2011`, `spring 2012` or another"
            ),
        ),
        (
            "March 11",
            YEAR,
            "March 2011",
            (
                "`March 11` could be more than one date; it was read as due by 31 March 2011,"
                " the last"
                " day that it could mean; write `March 2011` or `11 March 2011`"
            ),
        ),
        (
            "10/11",
            YEAR,
            "April 2010 to March 2011",
            (
                "`10/11` could be more than one date; it was read as due by 31 March 2011, the"
                " last day"
                " that it could mean; write `April 2010 to March 2011` or `10 November 2010`"
            ),
        ),
        (
            "2010 - 12",
            YEAR,
            "April 2010 to March 2012",
            (
                "`2010 - 12` could be more than one date; it was read as due by 31 March 2012,"
                " the last"
                " day that it could mean; write `April 2010 to March 2012` or `December 2010`"
            ),
        ),
        (
            "Q4",
            read_term("April to September 2010"),
            "None",
            (
                "`Q4` has no year and is not in the plan (April to September 2010); write it,"
                " such as"
                " `Q4 2010/11`"
            ),
        ),
        (
            "Q4",
            None,
            "None",
            "`Q4` has no year, and the plan's years are not known; write it, such as `Q4 2010/11`",
        ),
        (
            "29 February",
            YEAR,
            "None",
            (
                "`29 February` has no year and is not in the plan (April 2010 to March 2011);"
                " write it,"
                " such as `29 February 2012`"
            ),
        ),
        (
            "Year 2",
            THREE_YEARS,
            "April 2011 to March 2012",
            (
                "`Year 2` does not say which year; it was read as April 2011 to March 2012;"
                " write the"
                " year, such as `2011/12`"
            ),
        ),
        (
            "Year 2",
            None,
            "None",
            "`Year 2` does not say which year; write the year, such as `2010/11`",
        ),
        (
            "Quarter 1, Year 2",
            THREE_YEARS,
            "April to June 2011",
            (
                "`Year 2` does not say which year; it was read as April to June 2011; write the"
                " year,"
                " such as `2011/12`"
            ),
        ),
        (
            "Quarter 1, Year 2",
            YEAR,
            "April to June 2010",
            (
                "`Year 2` does not say which year; it was read as April to June 2010; write the"
                " year,"
                " such as `2010/11`"
            ),
        ),
        (
            "Report by the Board, March 2011",
            YEAR,
            "March 2011",
            (
                "`Board` in `Report by the Board, March 2011` could not be read; it was read as"
                " due by"
                " 31 March 2011; write only the date, and any remark in brackets after it"
            ),
        ),
        (
            "one fine day dawning March 2011",
            YEAR,
            "March 2011",
            (
                "`one`, `fine`, `day` and more in `one fine day dawning March 2011` could not be"
                " read;"
                " it was read as due by 31 March 2011; write only the date, and any remark in"
                " brackets"
                " after it"
            ),
        ),
        (
            "March 2011 (not Hastings)",
            YEAR,
            "March 2011",
            (
                "`not` in `March 2011 (not Hastings)` could not be read; it was read as due by"
                " 31 March 2011; write only the date, and any remark in brackets after it"
            ),
        ),
        (
            "Thursday, March 2011",
            YEAR,
            "March 2011",
            "`Thursday` belongs to a day; write which day of March 2011 it is",
        ),
    ],
)
def test_a_doubt_says_what_to_write(
    text: str, term: Term | None, expected: str, doubt: str
) -> None:
    found = due(text, term)
    assert str(found.days) == expected
    assert found.doubt == doubt
    assert found.kind != "unreadable"


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Sept 10", YEAR, "September 2010"),
        ("March 31", YEAR, "31 March 2011"),
        ("March 12", YEAR, "12 March 2011"),
        ("March 11", None, "March 2011"),
        ("September 30", None, "September 2030"),
        ("5/6", YEAR, "5 June 2010"),
        ("31/03", YEAR, "31 March 2011"),
        ("06/10", YEAR, "1 June 2010 to 6 October 2010"),
        ("10-Sep", YEAR, "10 September 2010"),
        ("Sept 10th", YEAR, "10 September 2010"),
        ("1/2", YEAR, "1 February 2011"),
        ("w/c September 2010", YEAR, "September 2010"),
        ("phase 2 March 2011", YEAR, "2 March 2011"),
        ("mid-March", YEAR, "11 March 2011 to 20 March 2011"),
        ("April to June", YEAR, "April to June 2010"),
        ("Aug/Sept", YEAR, "August to September 2010"),
        ("Quarter 2, August", YEAR, "August 2010"),
        ("Quarter 2, August", THREE_YEARS, "August 2010 to August 2012"),
        ("29 February", THREE_YEARS, "29 February 2012"),
        ("spring 2010/11", YEAR, "March 2010 to May 2011"),
        ("Q2 2011/14", YEAR, "July 2011 to September 2013"),
        ("financial year 2011", None, "April 2010 to March 2012"),
        ("year end 2011", None, "March to December 2011"),
        ("end of financial year 2011", None, "March 2011 to March 2012"),
        ("before 10/11", YEAR, "31 March 2010 to 30 September 2011"),
        ("April 11 to March 12", YEAR, "11 April 2010 to 31 March 2012"),
        ("between March 11 and 12 March", None, "1 March 2011 to 12 March 2012"),
        ("w/c 6 September", YEAR, "6 September 2010 to 12 September 2010"),
    ],
)
def test_what_is_ambiguous_is_read_with_a_doubt(
    text: str, term: Term | None, expected: str
) -> None:
    found = due(text, term)
    assert str(found.days) == expected
    assert found.doubt


@pytest.mark.parametrize("text", ["06/13", "year end 2011"])
def test_the_plan_settles_what_could_be_two_things(text: str) -> None:
    assert is_plain(due(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Q2", "quarter"),
        ("By September", "month"),
        ("1st January", "day"),
        ("H1", "part"),
        ("Spring", "part"),
        ("year end", "part"),
        ("April to June", "part"),
        ("early July", "part"),
        ("before Q3", "day"),
        ("Year 2", "year"),
        ("Q1 Year 2", "quarter"),
    ],
)
def test_without_the_plans_years_the_kind_is_kept(text: str, kind: str) -> None:
    found = due(text, None)
    assert (found.kind, found.days, found.by) == (kind, None, None)
    assert found.doubt
    assert "year that is not given" in found.reading


@pytest.mark.parametrize(
    ("text", "term", "expected", "clash"),
    [
        (
            "Quarter 1\nJuly 2010",
            YEAR,
            "April to July 2010",
            (
                "July 2010 is not in quarter 1 (April to June 2010); it was read as due by"
                " 31 July 2010, the later of the two; write only the one that is right"
            ),
        ),
        (
            "September 2010, Quarter 1",
            YEAR,
            "April to September 2010",
            (
                "September 2010 is not in quarter 1 (April to June 2010); it was read as due by"
                " 30 September 2010, the later of the two; write only the one that is right"
            ),
        ),
        (
            "June 2010 (Quarter 3)",
            YEAR,
            "June to December 2010",
            (
                "June 2010 is not in quarter 3 (October to December 2010); it was read as due by"
                " 31 December 2010, the later of the two; write only the one that is right"
            ),
        ),
        (
            "April to June 2010, Q3",
            YEAR,
            "April to December 2010",
            (
                "April to June 2010 is not in quarter 3 (October to December 2010); it was read"
                " as due"
                " by 31 December 2010, the later of the two; write only the one that is right"
            ),
        ),
        (
            "Q3 2010/11, between April 2010 and July 2010",
            YEAR,
            "April to December 2010",
            (
                "October to December 2010 is not in April to July 2010; it was read as due by"
                " 31 December 2010, the later of the two; write only the one that is right"
            ),
        ),
        (
            "Quarter 1, July",
            THREE_YEARS,
            "April 2010 to July 2012",
            (
                "July is not in quarter 1; it was read as due by 31 July 2012, the later of the"
                " two;"
                " write only the one that is right"
            ),
        ),
        (
            "September 2012, 2010/11",
            YEAR,
            "April 2010 to September 2012",
            (
                "September 2012 is not in 2010/11 (April 2010 to March 2011); it was read as due by"
                " 30 September 2012, the later of the two; write only the one that is right"
            ),
        ),
        (
            "Friday 30 September 2010",
            YEAR,
            "30 September 2010",
            "30 September 2010 is a Thursday, not a Friday; write the one that is right",
        ),
    ],
)
def test_parts_that_disagree(text: str, term: Term, expected: str, clash: str) -> None:
    found = due(text, term)
    assert str(found.days) == expected
    assert found.clash == clash
    assert not found.doubt


def test_the_last_quarter_needs_its_year() -> None:
    assert days("last quarter of 2010/11") == "January to March 2011"
    assert due("last quarter").kind == "unreadable"


def test_a_quarter_is_looked_for_where_its_month_is() -> None:
    assert days("Quarter 4, March 2012") == "March 2012"
    assert days("Q1 April 2015", None) == "April 2015"


def test_year_2_is_passed_over_where_the_date_is_settled() -> None:
    found = due("April 2010\n\nQuarter 1\n\nYear 2")
    assert (found.kind, str(found.days)) == ("month", "April 2010")
    assert found.reading == "by 30 April 2010; `Year 2` was not used"
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("March 2011 subject to funding", "subject to funding"),
        ("March 2011 (subject to PCT or council funding)", "subject to PCT or council funding"),
        ("March 2011, funding from the Home Office", "funding from the Home Office"),
        ("March 2011 (report to Board)", "Board"),
        ("March 2011 (£500 of Hastings money)", "£500 of Hastings money"),
        ("March 2011; pending the review (of May 2010)", "pending the review (of May 2010"),
        ("March 2011. Hastings leads", "Hastings leads"),
        ("March 2011\nHastings leads", "Hastings leads"),
        ("March 2011, see HD1", "see HD1"),
    ],
)
def test_a_remark_is_passed_over_and_shown(text: str, unused: str) -> None:
    found = due(text)
    assert days(text) == "March 2011"
    assert f"`{unused}" in found.reading
    assert found.reading.endswith("was not used")
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "expected", "reading"),
    [
        ("Ongoing", "None", "ongoing"),
        ("On-going", "None", "ongoing"),
        ("Throughout the year", "None", "ongoing"),
        ("throughout", "None", "ongoing"),
        ("until further notice", "None", "ongoing"),
        ("On-going\nMonitored quarterly", "None", "ongoing, looked at each quarter"),
        ("Ongoing - every two months", "None", "ongoing, looked at every two months"),
        ("Weekly", "None", "ongoing, weekly"),
        ("six weekly", "None", "ongoing, six weekly"),
        ("every 2 weeks", "None", "ongoing, every 2 weeks"),
        ("Every Monday", "None", "ongoing, every monday"),
        ("Ongoing subject to funding", "None", "ongoing; `subject to funding` was not used"),
        ("Ongoing work with partners", "None", "ongoing"),
        ("Ongoing, Quarter 4", "January to March 2011", "ongoing, to be reviewed by 31 March 2011"),
        ("Quarter 4\nOngoing", "January to March 2011", "ongoing, to be reviewed by 31 March 2011"),
        ("Ongoing (review March 2011)", "March 2011", "ongoing, to be reviewed by 31 March 2011"),
        ("Ongoing until March 2011", "March 2011", "ongoing until 31 March 2011"),
        ("Ongoing to March 2011", "March 2011", "ongoing until 31 March 2011"),
        ("Weekly until March 2011", "March 2011", "ongoing, weekly until 31 March 2011"),
        ("Until March 2011", "March 2011", "ongoing until 31 March 2011"),
        ("to March 2011", "March 2011", "ongoing until 31 March 2011"),
        (
            "From April 2010",
            "April 2010 to March 2011",
            "ongoing from 1 April 2010, with no end given",
        ),
        (
            "From April 2010\nQuarter 1",
            "April 2010 to March 2011",
            "ongoing from 1 April 2010, with no end given",
        ),
        (
            "Start July 2010",
            "July 2010 to March 2011",
            "ongoing from 1 July 2010, with no end given",
        ),
        (
            "July 2010 onwards",
            "July 2010 to March 2011",
            "ongoing from 1 July 2010, with no end given",
        ),
        (
            "Sept 2010 - ongoing",
            "September 2010 to March 2011",
            "ongoing from 1 September 2010, with no end given",
        ),
        (
            "Ongoing from July 2010",
            "July 2010 to March 2011",
            "ongoing from 1 July 2010, with no end given",
        ),
        ("From April 2012", "April 2012", "ongoing from 1 April 2012, with no end given"),
        (
            "April 2010 to ongoing (review March 2011)",
            "March 2011",
            "ongoing from 1 April 2010, to be reviewed by 31 March 2011",
        ),
        (
            "Ongoing, July 2010, Year 2",
            "July 2010",
            "ongoing, to be reviewed by 31 July 2010; `Year 2` was not used",
        ),
        (
            "Ongoing from April to June 2010",
            "April to June 2010",
            "ongoing, to be reviewed by 30 June 2010",
        ),
    ],
)
def test_ongoing(text: str, expected: str, reading: str) -> None:
    found = due(text)
    assert (found.kind, found.every) == ("ongoing", 0)
    assert (str(found.days), found.reading) == (expected, reading)
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("From April 2010", "ongoing from 1 April 2010, with no end given"),
        ("From Q2", "ongoing from quarter 2, in a year that is not given, with no end given"),
        ("Ongoing, Q4", "ongoing, to be reviewed by quarter 4, in a year that is not given"),
    ],
)
def test_ongoing_where_the_plans_years_are_not_known(text: str, reading: str) -> None:
    found = due(text, None)
    assert (found.kind, found.days, found.reading) == ("ongoing", None, reading)


def test_from_a_month_that_is_not_in_its_quarter() -> None:
    found = due("From July 2010, Quarter 1")
    assert (found.kind, str(found.days)) == ("ongoing", "April 2010 to March 2011")
    assert found.clash.startswith("July 2010 is not in quarter 1")


@pytest.mark.parametrize(
    ("text", "term", "doubt"),
    [
        ("Ongoing throughout \n\nYear 2", YEAR, "`Year 2` does not say which year"),
        ("Ongoing, September", YEAR, "`Ongoing, September` has no year"),
        ("Ongoing, not in summer", YEAR, "`not` in `Ongoing, not in summer` could not be read"),
        ("Ongoing for 3 years", YEAR, "`3` in `Ongoing for 3 years` could not be read"),
        ("From Q2", THREE_YEARS, "`From Q2` could be more than one date; it was read as from"),
        ("Until Q2", THREE_YEARS, "`Until Q2` could be more than one date; it was read as until"),
    ],
)
def test_ongoing_with_a_doubt(text: str, term: Term, doubt: str) -> None:
    found = due(text, term)
    assert found.kind == "ongoing"
    assert found.doubt.startswith(doubt)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TBC", "None"),
        ("TBA", "None"),
        ("T.B.C.", "None"),
        ("N/K", "None"),
        ("Date to be confirmed", "None"),
        ("to be agreed", "None"),
        ("Not known", "None"),
        ("?", "None"),
        ("-", "None"),
        ("—", "None"),
        ("TBC (following partnership review process)", "None"),
        ("TBC following the March 2010 review", "None"),
        ("TBC, by March 2011", "March 2011"),
        ("March 2011 (TBC)", "March 2011"),
        ("March 2011?", "March 2011"),
        ("TBC until the budget is agreed in June 2010", "June 2010"),
        ("TBC, not before March 2011", "None"),
        ("TBC: July 2010 and March 2011", "None"),
    ],
)
def test_undecided(text: str, expected: str) -> None:
    found = due(text)
    assert (found.kind, str(found.days)) == ("undecided", expected)
    assert found.reading.startswith("no date yet")
    assert is_plain(found)


@pytest.mark.parametrize(
    "text",
    [
        "(Refer to Alcohol communications plan)",
        "See the 2010/11 road safety plan",
        "As per the drugs plan",
    ],
)
def test_kept_in_another_document(text: str) -> None:
    found = due(text)
    assert (found.kind, found.days) == ("elsewhere", None)
    assert found.reading == "the date is kept in another document"
    assert is_plain(found)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no date is written; write a day"),
        (" \n ", "no date is written; write a day"),
        ("whenever", "`whenever` was not understood as a date; write a day"),
        ("Monday", "`Monday` was not understood as a date; write a day"),
        ("last quarter", "`last quarter` was not understood as a date; write a day"),
        ("Q22010", "`Q22010` was not understood as a date; write a day"),
        ("3010", "`3010` was not understood as a date; write a day"),
        ("31.12", "`31.12` was not understood as a date; write a day"),
        ("45/45", "`45/45` was not understood as a date; write a day"),
        ("١٢/٠٣/٢٠١٠", "`١٢/٠٣/٢٠١٠` was not understood as a date; write a day"),
        ("within 6 months", "`within 6 months` was not understood as a date; write a day"),
        ("Subject to funding", "`Subject to funding` was not understood as a date; write a day"),
        ("40451", "`40451` is how a spreadsheet counts days; write `30 September 2010`"),
        ("31 June 2010", "`31 June 2010` is not a day in the calendar; June has 30 days"),
        ("31 June", "`31 June` is not a day in the calendar; June has 30 days"),
        ("0 June 2010", "`0 June 2010` is not a day in the calendar; June has 30 days"),
        (
            "29 February 2011",
            "`29 February 2011` is not a day in the calendar; February 2011 has 28 days",
        ),
        (
            "12/31/2010",
            (
                "`12/31/2010` has no month 31; write the day first, then the month, such as"
                " `30 September 2010`"
            ),
        ),
        ("30/9/1010", "`30/9/1010` has no year from 1900 to 2199; check the year"),
        ("13/2010", "`13/2010` has no month 13; write a month such as `June 2010`"),
        (
            "2012/12",
            (
                "`2012/12` is not a plan year; write `2012/13` for the plan year that begins in"
                " 2012,"
                " or `2011/12` for the one that ends in it"
            ),
        ),
        ("2010/1", "`2010/1` is not a plan year; write `2010/11`"),
        ("2010/2040", "`2010/2040` is not a plan year; write `2010/11`"),
        ("Q5", "`Q5` does not exist; a year has four quarters; write `Q1`, `Q2`, `Q3` or `Q4`"),
        ("Q0", "`Q0` does not exist"),
        ("third half", "`third half` does not exist; a year has two halves; write `first half of"),
        (
            "March 2011 to April 2010",
            "`April 2010` is before `March 2011`; check the years of the range",
        ),
        ("29 February to 1 March 2011", "the range has no such day near its other end"),
        ("1 March 2012 to 29 February", "the range has no such day near its other end"),
        ("30 June 2010 to 29 February 2010/11", "the range has no such day near its other end"),
        (
            "July 2010 and March 2011",
            "`July 2010 and March 2011` holds several dates; write one milestone for each",
        ),
        (
            "September 2010\nDecember 2010",
            (
                "`September 2010 December 2010` holds several dates (September 2010; December"
                " 2010);"
                " write one milestone for each"
            ),
        ),
        ("30 September 2010, October 2010", "`30 September 2010, October 2010` holds several"),
        ("July 2010/March 2011", "`July 2010/March 2011` holds several dates"),
        ("1 July/2 July 2010", "`1 July/2 July 2010` holds several dates"),
        ("Q1 & Q2", "`Q1 & Q2` holds several dates"),
        (
            "Setpember 2010",
            "`Setpember 2010` was not understood as a date; did you mean `September 2010`?",
        ),
        (
            "Quarter 2, Setpember 2010",
            (
                "`Quarter 2, Setpember 2010` was not understood as a date; did you mean"
                " `Quarter 2, September 2010`?"
            ),
        ),
        ("Febuary", "`Febuary` was not understood as a date; did you mean `February`?"),
        ("12 Novmber", "`12 Novmber` was not understood as a date; did you mean `12 November`?"),
        ("Quaterly", "`Quaterly` was not understood as a date; did you mean `quarterly`?"),
        (
            "Quarterly until Febuary 2011",
            (
                "`Quarterly until Febuary 2011` was not understood as a date; did you mean"
                " `Quarterly until February 2011`?"
            ),
        ),
        (
            "March 2011 or later",
            (
                "`or later` in `March 2011 or later` may change the date and could not be read;"
                " write"
                " the last day or month that it can be, and any remark in brackets after it"
            ),
        ),
        ("not before March 2011", "`not before` in `not before March 2011` may change the date"),
        ("After July 2010", "`After` in `After July 2010` may change the date"),
        ("Following March 2011", "`Following` in `Following March 2011` may change the date"),
        ("March 2011 start", "`start` in `March 2011 start` may change the date"),
        ("between March 2011", "`between` in `between March 2011` may change the date"),
        ("September 3010", "`3010` in `September 3010` may change the date"),
        ("early 30 June 2010", "`early` in `early 30 June 2010` may change the date"),
        ("mid/late 2010", "`mid` in `mid/late 2010` may change the date"),
        ("March 2011 to", "`to` in `March 2011 to` may change the date"),
        ("plan to March 2011", "`to` in `plan to March 2011` may change the date"),
        ("2010 March 5", "`5` in `2010 March 5` may change the date"),
        ("Ongoing, July 2010 and March 2011", "`Ongoing, July 2010 and March 2011` holds several"),
        ("Year 2", "`Year 2` does not say which year; write it, such as `2010/11`"),
        ("Years 2 & 3", "`3` in `Years 2 & 3` may change the date"),
        ("Sept 2010 (was July 2010)", "`Sept 2010 (was July 2010)` holds several dates"),
        ("x" * 201, f"`{'x' * 80}…` is too long for a date; keep the date here, and the rest"),
    ],
)
def test_unreadable(text: str, problem: str) -> None:
    found = due(text)
    assert (found.kind, found.days, found.by) == ("unreadable", None, None)
    assert found.reading == "not understood as a date"
    assert found.doubt.startswith(problem)


def test_what_was_typed_is_kept() -> None:
    assert due("  Quarter 1\n July 2010 ").text == "Quarter 1\n July 2010"


def test_the_last_day() -> None:
    assert due("Q2").by == date(2010, 9, 30)
    assert due("TBC").by is None


@pytest.mark.parametrize(
    "text",
    [
        "July 2010 and (moved) September 2010",
        "Sept 2010 (was July 2010)",
        "31st March (previously March 2010)",
        "31 March 2011 (previously March 2010)",
        "31st March (_previously_ March 2010)",
        "31st March (March 2010 previously)",
        "March (formerly 2009)",
        "Q2 (previously March 2010)",
        "Q2 formerly March 2010",
        "Q2 (originally March 2010)",
        "Q2 (initially March 2010)",
        "Q2 2010/11 (changed from July 2010)",
        "2010/11 (was June 2010)",
        "2010/11 (old target date June 2010)",
        "2010/11, re-scheduled to September 2010",
        "Previously March 2010, now June 2010",
        "Year 2 (previously March 2010)",
        "Ongoing (was March 2010)",
        "Weekly (was March 2010)",
        "Quarterly (previously March 2010)",
    ],
)
def test_a_date_that_was_moved_belongs_to_progress(text: str) -> None:
    found = due(text, THREE_YEARS)
    assert (found.kind, found.days) == ("unreadable", None)
    assert found.doubt.endswith("the date that was agreed later as `due` of an entry of `progress`")


def test_an_old_date_does_not_say_when_the_new_one_is_set() -> None:
    for text in ("TBC (previously March 2010)", "TBC (initially March 2010)"):
        assert (due(text).kind, due(text).days) == ("undecided", None)


def test_a_word_of_moving_is_careful_beside_one_date() -> None:
    assert days("March 2011 (previously agreed)") == "March 2011"
    assert "`previously` in" in due("March 2011 (previously agreed)").doubt
    assert days("30 September 2010 (was 30/9/10)") == "30 September 2010"
    assert due("Formerly March 2011").kind == "unreadable"
    assert is_plain(due("Initially March 2011"))
    assert due("Ongoing (was quarterly)").kind == "ongoing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quarter 1 - 4", "April 2010 to March 2011"),
        ("Q1-4", "April 2010 to March 2011"),
        ("Quarters 1 to 3", "April to December 2010"),
        ("Q1 until 2nd", "April to September 2010"),
        ("Q1/2", "April to September 2010"),
        ("Quarters 1-4, 2010/11", "April 2010 to March 2011"),
        ("2010/11 Quarter 2 - 3", "July to December 2010"),
        ("Quarter 1 - 4 inclusive", "April 2010 to March 2011"),
        ("Quarter 1 - 4 (PCT to lead)", "April 2010 to March 2011"),
        ("Q1 - 4\nBoard", "April 2010 to March 2011"),
        ("H1-2", "April 2010 to March 2011"),
        ("H1-2 2010", "January to December 2010"),
        ("Q1 - 4 May 2010", "4 May 2010"),
        ("Quarter 2, 2 July 2010", "2 July 2010"),
        ("Quarter 1, 3 meetings", "April to June 2010"),
        ("Quarter 1 - 6 meetings", "April to June 2010"),
        ("Quarter 1\n- 2", "April to June 2010"),
    ],
)
def test_quarters_by_their_numbers(text: str, expected: str) -> None:
    assert days(text) == expected
    assert not due(text).doubt


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Q1 - 5", "`Q1 - 5` does not exist; a year has four quarters"),
        ("Quarter 1 - 3 meetings", "`Quarter 1 - 3` could be several quarters; write a range as"),
        ("Q1, 2 and 3", "`Q1, 2` could be several quarters; write a range as `Q1 to Q4`, or one"),
        ("Q1 and 2", "`Q1 and 2` could be several quarters"),
        ("Q1 - 2 - 3", "`Q1 - 2` could be several quarters"),
        ("Q1/3", "`Q1/3` could be several quarters"),
        ("Q3 - 1", "`Q3 - 1` could be several quarters"),
        ("H1 & 2", "`H1 and 2` could be several halves; write both as `H1 to H2`, or one"),
    ],
)
def test_numbers_that_make_no_range_of_quarters(text: str, problem: str) -> None:
    assert due(text).kind == "unreadable"
    assert due(text).doubt.startswith(problem)


@pytest.mark.parametrize("text", ["Quarter 2 (July to September)", "July - Sept (Q2)"])
def test_a_quarter_gives_its_months_their_year(text: str) -> None:
    assert days(text) == "July to September 2010"
    assert is_plain(due(text))
    assert due("July to September").doubt
    assert due("Quarter 2 (August to September)").doubt
    assert due("Quarter 3 (July to September)").clash
