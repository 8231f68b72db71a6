"""Each time that recurring work is due."""

import pytest

from csplan.dates import Occurrence, occurrences, read_due, read_term

YEAR = read_term("2010/11")
THREE_YEARS = read_term("2010/11 to 2012/13")
CALENDAR = read_term("2010")


def times(text: str, period: str = "2010/11", starts: int = 4) -> list[str]:
    term = read_term(period, starts)
    return [str(each.days) for each in occurrences(read_due(text, term), term)]


QUARTERS = [
    "April to June 2010",
    "July to September 2010",
    "October to December 2010",
    "January to March 2011",
]
HALVES = ["April to September 2010", "October 2010 to March 2011"]


@pytest.mark.parametrize(
    "text",
    [
        "Quarterly",
        "QUARTERLY",
        "Each quarter",
        "Every quarter",
        "Every 3 months",
        "every three months",
        "three-monthly",
        "4 times a year",
        "four times per year",
        "Quarterly reports to Board",
        "Quarterly until March 2011",
        "Quarterly to end of March 2011",
        "Quarterly by March 2011",
        "Quarterly 2010/11",
        "Quarterly in 2010/11",
        "Quarterly from April 2010",
        "Quarterly from April 2010 to March 2011",
    ],
)
def test_quarterly(text: str) -> None:
    due = read_due(text, YEAR)
    assert (due.kind, due.every, str(due.days)) == ("recurring", 3, "April 2010 to March 2011")
    assert due.reading.startswith("each quarter")
    assert (due.doubt, due.clash) == ("", "")
    assert times(text) == QUARTERS


@pytest.mark.parametrize(
    ("text", "every", "reading", "expected"),
    [
        ("Six-monthly", 6, "every six months", HALVES),
        ("Half-yearly", 6, "every six months", HALVES),
        ("½ yearly", 6, "every six months", HALVES),
        ("Twice a year", 6, "every six months", HALVES),
        ("every 2 quarters", 6, "every six months", HALVES),
        ("Annually", 12, "each year", ["April 2010 to March 2011"]),
        ("once a year", 12, "each year", ["April 2010 to March 2011"]),
        ("Annually in April", 12, "each year in April", ["April 2010"]),
        ("Annually by end of March", 12, "each year in March", ["March 2011"]),
        ("Annually (by 31 March)", 12, "each year on 31 March", ["31 March 2011"]),
        ("Annual (Q4)", 12, "each year in quarter 4", ["January to March 2011"]),
        ("Every autumn", 12, "each year in autumn", ["September to November 2010"]),
        (
            "annually at year end",
            12,
            "each year at the end of the plan year",
            ["March 2011"],
        ),
        (
            "Each March and September",
            6,
            "every six months in March and September",
            ["September 2010", "March 2011"],
        ),
        (
            "Quarterly (June, September, December and March)",
            3,
            "each quarter in June, September, December and March",
            ["June 2010", "September 2010", "December 2010", "March 2011"],
        ),
        (
            "Twice a year (spring and early March)",
            6,
            "every six months in spring and early March",
            ["April to May 2010", "1 March 2011 to 10 March 2011"],
        ),
        (
            "three times a year",
            4,
            "every four months",
            ["April to July 2010", "August to November 2010", "December 2010 to March 2011"],
        ),
        (
            "every 7 months",
            7,
            "every 7 months",
            ["April to October 2010"],
        ),
        (
            "Quarterly until December 2010",
            3,
            "each quarter until 31 December 2010",
            QUARTERS[:3],
        ),
        (
            "Quarterly from August 2010",
            3,
            "each quarter from 1 August 2010",
            ["August to September 2010", *QUARTERS[2:]],
        ),
        (
            "Quarterly from Q2 to Q3",
            3,
            "each quarter from 1 July 2010 until 31 December 2010",
            QUARTERS[1:3],
        ),
        (
            "Monthly from January 2011",
            1,
            "each month from 1 January 2011",
            ["January 2011", "February 2011", "March 2011"],
        ),
        (
            "Monthly Q4 2010/11",
            1,
            "each month from 1 January 2011 until 31 March 2011",
            ["January 2011", "February 2011", "March 2011"],
        ),
        (
            "Monthly until 15 May 2010",
            1,
            "each month until 15 May 2010",
            ["April 2010", "1 May 2010 to 15 May 2010"],
        ),
        (
            "Quarterly from October 2010 subject to funding",
            3,
            "each quarter from 1 October 2010; `subject to funding` was not used",
            QUARTERS[2:],
        ),
    ],
)
def test_recurrences(text: str, every: int, reading: str, expected: list[str]) -> None:
    due = read_due(text, YEAR)
    assert (due.kind, due.every, due.reading) == ("recurring", every, reading)
    assert (due.doubt, due.clash) == ("", "")
    assert times(text) == expected


def test_occurrences_of_a_longer_plan() -> None:
    assert times("Annually in April", "2010/11 to 2012/13") == [
        "April 2010",
        "April 2011",
        "April 2012",
    ]
    assert times("Annually in April until 2012", "2010/11 to 2012/13") == [
        "April 2010",
        "April 2011",
        "April 2012",
    ]
    assert times("Every September until June 2012", "2010/11 to 2012/13") == [
        "September 2010",
        "September 2011",
    ]
    assert times("Every 29 February", "2010/11 to 2012/13") == ["29 February 2012"]
    assert len(times("Monthly", "2010/11 to 2012/13")) == 36
    assert times("Every other year", "2010/11 to 2012/13") == [
        "April 2010 to March 2012",
    ]
    assert times("Every other year", "2010/11") == []
    assert len(times("Every other year until June 2012", "2010/11 to 2012/13")) == 2


def test_occurrences_follow_the_plan_year() -> None:
    assert times("Quarterly", "2010", 4)[0] == "January to March 2010"
    assert times("Six-monthly", "2010", 4) == [
        "January to March 2010",
        "April to September 2010",
    ]
    assert times("Six-monthly", "2010/11", 9) == [
        "September 2010 to February 2011",
        "March to August 2011",
    ]


def test_occurrences_have_names() -> None:
    quarter, *_ = occurrences(read_due("Quarterly", YEAR), YEAR)
    assert quarter == Occurrence(quarter.days, "quarter 1 (April to June 2010)")
    assert occurrences(read_due("Monthly", YEAR), YEAR)[4].name == "August 2010"
    assert occurrences(read_due("Six-monthly", YEAR), YEAR)[1].name == "October 2010 to March 2011"
    assert occurrences(read_due("Each Q4", YEAR), YEAR)[0].name == "January to March 2011"


@pytest.mark.parametrize("text", ["Q2", "Ongoing", "Weekly", "TBC", "whenever", "From April 2010"])
def test_nothing_else_occurs(text: str) -> None:
    assert times(text) == []
    assert read_due(text, YEAR).every == 0


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "Bi-monthly",
            (
                "`Bi-monthly` could mean two things; it was read as every two months; write"
                " `every two months` or `twice a month`"
            ),
        ),
        (
            "BIANNUAL",
            (
                "`BIANNUAL` could mean two things; it was read as every six months; write"
                " `twice a year` or `every two years`"
            ),
        ),
        (
            "Quarterly, March 2011",
            (
                "`Quarterly, March 2011` does not say what the date is for; it was read as each"
                " quarter until 31 March 2011; write `until March 2011`, or only the date if it is"
                " due once"
            ),
        ),
        (
            "Quarterly in August",
            (
                "`Quarterly in August` names August, which does not fit how often it comes back;"
                " it was read as each quarter; write one of the two"
            ),
        ),
        (
            "Quarterly, April to June",
            (
                "`Quarterly, April to June` names the range, which does not fit how often it comes"
                " back; it was read as each quarter; write one of the two"
            ),
        ),
        (
            "Monthly until 2009",
            (
                "`Monthly until 2009` never comes round in the plan (April 2010 to March 2011);"
                " check"
                " its years"
            ),
        ),
        (
            "Monthly for 2 sites",
            (
                "`2` in `Monthly for 2 sites` could not be read; it was read as each month;"
                " write only the date, and any remark in brackets after it"
            ),
        ),
        (
            "Quarterly in Year 2",
            (
                "`Year 2` does not say which year; it was read as each quarter; write the year,"
                " such as `2010/11`"
            ),
        ),
    ],
)
def test_recurrences_with_a_doubt(text: str, doubt: str) -> None:
    due = read_due(text, YEAR)
    assert due.kind == "recurring"
    assert due.doubt == doubt


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("monthly/quarterly", "`monthly/quarterly` comes back in two ways; write one milestone"),
        ("September 2010\nDecember 2010\nQuarterly", "holds several dates; write one milestone"),
        ("Monthly from March 2011 to April 2010", "`April 2010` is before `March 2011`"),
        ("Quarterly in 2010/11, until March 2011", "holds several dates; write one milestone"),
        ("Monthly, not in August 2010", "`not` in `Monthly, not in August 2010` may change"),
        ("seven times a year", "was not understood"),
        ("5 times a year", "was not understood"),
        ("every 99 months", "was not understood"),
    ],
)
def test_recurrences_that_cannot_be_read(text: str, problem: str) -> None:
    due = read_due(text, YEAR)
    assert due.kind == "unreadable"
    assert problem in due.doubt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quarterly", "None"),
        ("Quarterly until March 2011", "None"),
        ("Quarterly from Q2 until March 2011", "July 2010 to March 2011"),
        ("Quarterly from April 2010 to March 2011", "April 2010 to March 2011"),
        ("Quarterly until March 2011 from April 2012", "None"),
        ("Quarterly from Q2", "None"),
    ],
)
def test_recurrences_where_the_plans_years_are_not_known(text: str, expected: str) -> None:
    due = read_due(text, None)
    assert (due.kind, due.every, str(due.days)) == ("recurring", 3, expected)


def test_limits_that_cross_leave_nothing() -> None:
    due = read_due("Quarterly until June 2010, from October 2010", YEAR)
    assert due.days is None
    assert "never comes round" in due.doubt
    assert occurrences(due, YEAR) == ()


def test_a_range_of_months_comes_back_too() -> None:
    assert read_due("every April to June", YEAR).reading == "each year in the months named"
    assert times("every April to June", "2010/11") == ["April to June 2010"]
