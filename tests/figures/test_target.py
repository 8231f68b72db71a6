"""Targets as people write them, from text to values."""

from decimal import Decimal

import pytest

from csplan.figures import Change, read_figure, read_target

TWO = Decimal(2)
FIVE = Decimal(5)


@pytest.mark.parametrize(
    ("text", "number", "bound", "wants"),
    [
        ("120", "120", "", ""),
        ("120 offences", "120", "", ""),
        ("target of 120", "120", "", ""),
        ("maintain at 90%", "90", "", ""),
        ("maintain at 2000", "2000", "", ""),
        ("-5.52", "-5.52", "", ""),
        ("Zero", "0", "", ""),
        ("£20k", "20000", "", ""),
        ("No more than 120.", "120", "at most", "decrease"),
        ("not to exceed 120", "120", "at most", "decrease"),
        ("must not exceed 120 offences", "120", "at most", "decrease"),
        ("a maximum of 120", "120", "at most", "decrease"),
        ("120 or fewer", "120", "at most", "decrease"),
        ("120 offences or fewer", "120", "at most", "decrease"),
        ("reduce to 50%", "50", "at most", "decrease"),
        ("below 120", "120", "under", "decrease"),
        ("stay below 120", "120", "under", "decrease"),
        ("to be under 120", "120", "under", "decrease"),
        ("fewer than 2000", "2000", "under", "decrease"),
        ("<5", "5", "under", "decrease"),
        ("at least 90", "90", "at least", "increase"),
        ("90 or more", "90", "at least", "increase"),
        ("90+", "90", "at least", "increase"),
        ("increase to 90%", "90", "at least", "increase"),
        ("over 90", "90", "over", "increase"),
    ],
)
def test_a_number_that_is_to_be_reached(text: str, number: str, bound: str, wants: str) -> None:
    target = read_target(text, "offences")
    assert (target.sense, target.number, target.bound, target.wants) == (
        "figure",
        Decimal(number),
        bound,
        wants,
    )


def test_a_target_may_have_its_unit_and_a_remark() -> None:
    rate = read_target("4.6 per 1,000 population", "per 1,000 population")
    assert rate.number == Decimal("4.6")
    share = read_target("48.8% of residents (to be confirmed)", "% of residents")
    assert share.figure
    assert (share.figure.kind, share.figure.mark) == ("percent", "to be confirmed")
    assert share.figure.text == "48.8% of residents (to be confirmed)"
    assert read_target("27", "%").figure == read_figure("27", "%")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Reduce by 5%", Change("decrease", FIVE)),
        ("5% reduction", Change("decrease", FIVE)),
        ("a reduction of 5 per cent", Change("decrease", FIVE)),
        ("improve by 5%", Change("improvement", FIVE)),
        ("increase by at least 5%", Change("increase", FIVE)),
        ("Reduce by 5% by March 2025", Change("decrease", FIVE)),
        ("5% reduction by the end of March 2025", Change("decrease", FIVE)),
        (
            "Reduce by 5% from the 2021/22 baseline",
            Change("decrease", FIVE, basis="baseline", period="2021/22"),
        ),
        ("Reduce by 5% from the baseline", Change("decrease", FIVE, basis="baseline")),
        ("5% reduction on 2021/22", Change("decrease", FIVE, period="2021/22")),
        (
            "5% reduction by March 2025, compared with 2021/22 levels",
            Change("decrease", FIVE, period="2021/22"),
        ),
        (
            "5% reduction on the same quarter last year",
            Change("decrease", FIVE, basis="year before"),
        ),
        ("5% reduction on same period last year", Change("decrease", FIVE, basis="year before")),
        ("5% reduction on last year's figure", Change("decrease", FIVE, basis="year before")),
        ("reduction on the previous quarter", Change("decrease", basis="period before")),
        ("Reduce by 5% each year", Change("decrease", FIVE, basis="each year")),
        ("Reduce by 5% annually", Change("decrease", FIVE, basis="each year")),
        ("Reduce by 5% year on year", Change("decrease", FIVE, basis="each year")),
        ("2 percentage point reduction", Change("decrease", TWO, in_points=True)),
        ("Reduce by 2 points", Change("decrease", TWO, in_points=True)),
        ("Maintain", Change("no change")),
        ("no change", Change("no change")),
        ("maintain current levels", Change("no change")),
        ("Maintain at 2021/22 level", Change("no change", period="2021/22")),
        ("Maintain 2021/22 levels", Change("no change", period="2021/22")),
        ("Annual decrease", Change("decrease", basis="each year")),
        ("Improvement", Change("improvement")),
        ("reduce", Change("decrease")),
        ("increase", Change("increase")),
        ("fewer than last year", Change("decrease", basis="year before")),
        ("better than 2010/11", Change("improvement", period="2010/11")),
        ("more than 2010/11", Change("increase", period="2010/11")),
    ],
)
def test_a_change_that_is_asked_for(text: str, change: Change) -> None:
    target = read_target(text)
    assert (target.sense, target.change, target.number) == ("change", change, None)
    assert target.wants == (change.aims if change.aims in ("increase", "decrease") else "")


@pytest.mark.parametrize(
    "text",
    [
        *("28% to 40%", "between 95 and 105", "95-105", "3-year average", "Top quartile"),
        *("5% below the same quarter of last year", "5% (reduction)", "about 120", "~5"),
        *("baseline 120", "top 25%", "120 by March 2025", "no more than 5 by 2012", "1 in 3"),
        *("5% reduction in burglary", "reduce by 50", "500 fewer offences", "120 days"),
        *("reduce to at least 50%", "5% reduction each year on 2010/11", "5% on 2010/11"),
        *("Target TBC", "5% reduction on some day", "no increase", "£5%", "about", "5 approx"),
        *("keep 5 lower", "x" * 201),
    ],
)
def test_a_target_of_which_a_word_is_not_understood_is_words(text: str) -> None:
    assert read_target(text, "offences").sense == "words"


def test_a_number_that_is_misspelt_is_words_and_says_so() -> None:
    target = read_target("5,50")
    assert target.sense == "words"
    assert target.reason == "a comma parts thousands; write `5.50` or `550`"


@pytest.mark.parametrize("text", ["not yet set", "To be set by March 2012", "n/a"])
def test_a_target_may_be_missing(text: str) -> None:
    target = read_target(text)
    assert (target.sense, target.reason) == ("missing", text)
