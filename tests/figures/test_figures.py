"""Figures as people write them, from text to values."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from csplan.figures import (
    Figure,
    is_count,
    is_exact,
    is_rate,
    read_figure,
    read_target,
    say_number,
    say_rounded,
)
from csplan.figures.units import says_unit


@pytest.mark.parametrize(
    ("text", "number", "kind", "half", "mark"),
    [
        ("1,424", "1424", "number", "0", ""),
        ("1 424", "1424", "number", "0", ""),
        ("5.501", "5.501", "number", "0.0005", ""),
        (".036", "0.036", "number", "0.0005", ""),
        ("-5.52", "-5.52", "number", "0.005", ""),
        ("\u2212 5.52", "-5.52", "number", "0.005", ""),
        ("27.0%", "27.0", "percent", "0.05", ""),
        ("+3.01%", "3.01", "percent", "0.005", ""),
        ("27 per cent", "27", "percent", "0.5", ""),
        ("£322k", "322000", "money", "500", ""),
        ("£1.2 million", "1200000", "money", "50000", ""),
        ("£ 3 bn", "3000000000", "money", "500000000", ""),
        ("£1,236,586", "1236586", "money", "0", ""),
        ("£-5", "-5", "money", "0", ""),
        ("£12.50", "12.50", "money", "0", ""),
        ("12k", "12000", "number", "500", ""),
        ("two", None, "unreadable", "0", ""),
        ("12 thousand", "12000", "number", "500", ""),
        ("5.6 per 1,000", "5.6", "number", "0.05", ""),
        ("71 per 1,000", "71", "number", "0.5", ""),
        ("4.6 per 1000 pop (6330 offences)", "4.6", "number", "0.05", ""),
        ("6330 offences", "6330", "number", "0", ""),
        ("796 (estimated)", "796", "number", "0", "estimated"),
        ("55.7% (to be confirmed)", "55.7", "percent", "0.05", "to be confirmed"),
        ("12,462 (part year, p)", "12462", "number", "0", "part year, provisional"),
        ("provisional: 796", "796", "number", "0", "provisional"),
        ("about 7,000", "7000", "number", "0", "about"),
        ("up to £20k", "20000", "money", "500", "up to"),
        ("over 7,000 students", "7000", "number", "0", "over"),
        ("<5", "5", "number", "0", "under"),
        ("no more than 5", "5", "number", "0", "at most"),
        ("not to exceed 5", "5", "number", "0", "at most"),
        ("under 5% (provisional)", "5", "percent", "0.5", "under, provisional"),
        ("50+", "50", "number", "0", "at least"),
        ("potentially £255,000", "255000", "money", "0", "potentially"),
        ("nil", "0", "number", "0", ""),
        ("-0", "0", "number", "0", ""),
        ("5,", "5", "number", "0", ""),
    ],
)
def test_a_figure(text: str, number: str | None, kind: str, half: str, mark: str) -> None:
    figure = read_figure(text)
    wanted = Decimal(number) if number else None
    assert (figure.number, figure.kind, figure.half, figure.mark) == (
        wanted,
        kind,
        Decimal(half),
        mark,
    )


@pytest.mark.parametrize(
    ("text", "unit", "number", "kind", "half"),
    [
        ("27", "%", "27", "percent", "0.5"),
        ("27", "% of residents", "27", "percent", "0.5"),
        ("5", "percentage points", "5", "number", "0"),
        ("4.6 per 1,000", "%", "4.6", "number", "0.05"),
        ("322", "£000", "322000", "money", "500"),
        ("£322k", "£000", "322000", "money", "500"),
        ("1.5", "£m", "1500000", "money", "50000"),
        ("156320", "Capital sum £", "156320", "money", "0"),
        ("0.5 FTE", "£", "0.5", "number", "0.05"),
        ("5 (provisional)", "£", "5", "money", "0"),
        ("71", "per 1,000 population", "71", "number", "0.5"),
        ("71", "offences", "71", "number", "0"),
    ],
)
def test_a_figure_under_a_unit(text: str, unit: str, number: str, kind: str, half: str) -> None:
    figure = read_figure(text, unit)
    assert (figure.number, figure.kind, figure.half) == (Decimal(number), kind, Decimal(half))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not yet due", "not yet due"),
        ("not published: expected in July 2012", "not published: expected in July 2012"),
        ("N/A (see item 6.2b)", "N/A (see item 6.2b)"),
        ("–", "none stated"),
        ("", "none stated"),
        ("suppressed", "suppressed"),
        ("suppressed (fewer than 5)", "suppressed (fewer than 5)"),
        ("to be published in 2012", "to be published in 2012"),
        ("the target is not yet set", "the target is not yet set"),
        ("no data for 2011/12", "no data for 2011/12"),
        ("TBC", "TBC"),
        ("Data not available until July 2012", "Data not available until July 2012"),
        ("expected in July 2012", "expected in July 2012"),
        ("monitor only", "monitor only"),
    ],
)
def test_a_missing_figure(text: str, reason: str) -> None:
    assert read_figure(text) == Figure(text, None, "missing", reason=reason)


@pytest.mark.parametrize(
    "text",
    [
        *("Annual decrease", "reduce", "fewer than last year", "increase", "Improve-ment"),
        *("no change", "no increase", "increase or decrease", "reduce by 5%", "5% reduction"),
        *("5% reduction on 2010/11", "reduce by 50", "reduce to 50%", "500 fewer offences"),
    ],
)
def test_a_wish(text: str) -> None:
    assert read_figure(text) == Figure(text, None, "wish")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see above", "is not a figure; write a number, such as"),
        ("5,50", "a comma parts thousands; write `5.50` or `550`"),
        ("1,23,456", "its commas do not part thousands; write `123456`"),
        ("1.234.567", "write it with one point at most, such as `1,424.5`"),
        ("1234567890123456", "it has more than 15 digits"),
        ("5-10", "is a range; write one figure, and the range in brackets after it"),
        ("8.5% Jan 09", "holds several numbers; write one, and the rest in brackets after it"),
        ("1 in 3", "holds several numbers"),
        ("rate 5.5%", "was not understood; write the number first, such as `5.5%`"),
        ("$5", "was not understood; write the number first, such as `5`"),
        ("--5", "was not understood; write the number first"),
        ("£-5-", ""),
        ("-£-5", "was not understood; write the number first, such as `£5`"),
        ("provisional - 5", "write the number and its sign first"),
        ("(£5)", "is in brackets; write `-£5` if it is less than nothing"),
        ("£5%", "is both money and a percentage; write one of the two"),
        ("5th", "write a space after the number"),
        ("5*", "`5*` was not understood; write `5`, and what `*` means in a `note`"),
        ("27%c", "`27%c` was not understood; write `27%`, and what `c` means in a `note`"),
        ("*", "`*` is not understood; if the figure was withheld, write `suppressed`"),
        ("[c]", "`[c]` is not understood; if the figure was withheld, write `suppressed`"),
        ("MSG average (7.1%)", "was not understood; write the number first, such as `7.1%`"),
        ("?", "`?` is not a figure; write a number"),
        ("x" * 201, "is too long for a figure"),
    ],
)
def test_a_figure_that_cannot_be_read(text: str, words: str) -> None:
    figure = read_figure(text)
    assert (figure.kind == "unreadable") == bool(words)
    assert words in figure.reason


@given(st.text(max_size=210), st.sampled_from(["", "%", "£000", "per 1,000", "offences"]))
@example("٣٤", "")
@example("5²", "")
@example("1,424" * 41, "")
def test_any_text_has_an_answer(text: str, unit: str) -> None:
    figure = read_figure(text, unit)
    assert figure.text == text
    assert figure.counts <= (figure.number is not None)
    assert bool(figure.reason) == (figure.kind in ("missing", "unreadable"))
    assert read_target(text, unit).text == text


_FIGURES = st.text(alphabet="0123456789.,%£-+ kmbn()pertoabous<>", max_size=30)


@given(_FIGURES)
def test_any_figure_reads_back(text: str) -> None:
    figure = read_figure(text)
    if figure.counts:
        assert figure.number is not None
        again = read_figure(say_number(figure.number, figure.kind))
        assert (again.number, again.kind) == (figure.number, figure.kind)


@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    st.sampled_from(["number", "percent", "money"]),
)
def test_any_number_reads_back(number: Decimal, kind: str) -> None:
    assert read_figure(say_number(number, kind))[1:3] == (number, kind)


def test_numbers_are_printed() -> None:
    assert say_number(Decimal("-17.7"), "number") == "-17.7"
    assert say_number(Decimal("27.0"), "percent") == "27.0%"
    assert say_number(Decimal(-1236586), "money") == "-£1,236,586"
    assert say_number(Decimal("12.5"), "money") == "£12.50"
    assert say_rounded(Decimal("17.699")) == "17.7"
    assert say_rounded(Decimal("8.04")) == "8"
    assert say_rounded(Decimal("1000.4"), 0) == "1,000"


def test_what_is_about_a_number_is_not_exact() -> None:
    assert is_exact(read_figure("5 (provisional)"))
    assert not is_exact(read_figure("about 5"))
    assert not is_exact(read_figure("not available"))


def test_what_is_counted() -> None:
    whole, rate, missing = map(read_figure, ("5", "5.5", "n/a"))
    assert is_count("offences", [whole, missing])
    assert not is_count("offences", [whole, rate])
    assert not is_count("offences", [missing])
    assert not is_count("per 1,000", [whole])
    assert not is_count("%", [whole])
    assert not is_count("£", [whole])


def test_a_unit_says_what_its_figures_are() -> None:
    assert is_rate("%")
    assert is_rate("rate per head")
    assert not is_rate("offences")
    assert says_unit("% change since 2018/19")
    assert says_unit("Capital £")
    assert not says_unit("Capital 2010/11, a 50% cut")


def test_long_numbers_are_rounded_and_said_too() -> None:
    assert say_rounded(Decimal("9" * 60 + ".96")) == f"{10**60:,}"
    assert say_number(Decimal("9" * 40 + ".5"), "money") == f"£{int('9' * 40):,}.50"
