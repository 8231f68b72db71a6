"""The periods that figures are for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csplan.dates import Days, NotADate, read_span


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2011/12", "April 2011 to March 2012"),
        ("08/09", "April 2008 to March 2009"),
        ("2008/9", "April 2008 to March 2009"),
        ("2007-8", "April 2007 to March 2008"),
        ("2009", "January to December 2009"),
        ("2010-12", "April 2010 to March 2012"),
        ("2007/08-2009/10", "April 2007 to March 2010"),
        ("Q4 2011/12", "January to March 2012"),
        ("January 2010", "January 2010"),
        ("Jan 09", "January 2009"),
        ("31 January 2010", "31 January 2010"),
        ("April 2009 to January 2010", "April 2009 to January 2010"),
        ("April 09– January 10", "April 2009 to January 2010"),
        ("Sept – Dec 08", "September to December 2008"),
        ("12 months to February 2012", "March 2011 to February 2012"),
        ("rolling twelve months to the end of June 2009", "July 2008 to June 2009"),
        ("12 months to 15 June 2010", "16 June 2009 to 15 June 2010"),
        ("year to January 2010", "February 2009 to January 2010"),
        ("quarter to June 2011", "April to June 2011"),
        ("three years to 2009/10", "April 2007 to March 2010"),
        ("year to date January 2010", "April 2009 to January 2010"),
        ("year end 2011/12", "April 2011 to March 2012"),
        ("11/12 Year End", "April 2011 to March 2012"),
        ("as at 31 January 2010", "31 January 2010"),
        ("2009/10 (provisional)", "April 2009 to March 2010"),
    ],
)
def test_a_period(text: str, days: str) -> None:
    assert str(read_span(text)) == days


def test_plan_years_begin_when_the_plan_says() -> None:
    assert str(read_span("2011/12", 7)) == "July 2011 to June 2012"
    assert str(read_span("Q1 2011/12", 7)) == "July to September 2011"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Q4", "`Q4` does not say its year; write it, such as `Q4 2011/12`"),
        ("last year", "`last year` is not a period that was understood; write such as `2011/12`"),
        ("", "`nothing` is not a period"),
        ("500 months to June 2010", "is not a period"),
        ("some months to June 2010", "is not a period"),
        ("2008/7", "`2008/7` is not a plan year"),
        ("Q1 2011/12, July 2011", "is not a period"),
        ("x" * 300, "too long"),
    ],
)
def test_a_period_that_cannot_be_read(text: str, words: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_span(text)
    assert words in str(refused.value)


@given(st.text(alphabet="0123456789/- QJanuryFebtomhsyed", max_size=40))
def test_any_text_is_days_or_refused(text: str) -> None:
    try:
        days: Days | None = read_span(text)
    except NotADate:
        days = None
    assert days is None or days.first <= days.last
