"""Figures that become known, and are revised, as time goes by."""

from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import PLAN, workspace

from csplan.dates import Days
from csplan.load import LoadedFile, LoadedPlan, revisions
from csplan.model import Figure
from csplan.query import Reading, indicators, readings

KEY = "ratings:\n  - {rating: amber, means: near, within: 5%}\n"
REVISED = """\
polarity: decrease
target: 900
corrective_action: Patrols go where it happens
explanation: Fewer cars
values:
  2009/10: 1,000
  2010/11:
    - {value: 998 (provisional), rating: red, note: Early, explanation: First count}
    - {value: 880, on: 14 July 2011, rating: green, corrective_action: Nothing more}
"""


def a_plan(folder: Path, text: str) -> tuple[LoadedPlan, LoadedFile]:
    theme = f"theme: Crime\nindicators:\n  - indicator: Assaults\n{indent(text, '    ')}"
    (plan,) = workspace(folder, theme, PLAN + KEY).plans
    return plan, plan.themes[0]


def reading(folder: Path, text: str, as_at: date) -> Reading:
    return next(readings(*a_plan(folder, text), as_at))


def test_a_figure_is_the_one_that_was_known_on_the_day(tmp_path: Path) -> None:
    early = reading(tmp_path, REVISED, date(2011, 7, 13))
    assert early.value is not None
    assert (early.period, early.value.text, early.computed) == (
        "2010/11",
        "998 (provisional)",
        "red",
    )
    assert (early.stated, early.note, early.explanation) == ("red", "Early", "First count")
    assert early.corrective_action == "Patrols go where it happens"
    assert (early.revised_from, early.known_on) == (None, None)
    assert (early.is_provisional, early.is_estimated) == (True, False)
    assert early.moved == "down 2 (0.2%) since 2009/10"


def test_a_revised_figure_comes_with_all_that_was_said_of_it(tmp_path: Path) -> None:
    late = reading(tmp_path, REVISED, date(2011, 7, 14))
    assert late.value is not None
    assert late.revised_from is not None
    assert (late.value.text, late.computed, late.stated) == ("880", "green", "green")
    # An explanation without a day was given of an earlier figure.
    assert (late.note, late.explanation, late.corrective_action) == ("", "", "Nothing more")
    assert (late.revised_from.text, late.known_on) == ("998 (provisional)", date(2011, 7, 14))
    assert late.stated_at == ("indicators", 0, "values", "2010/11", 1, "rating")
    assert not late.is_provisional


def test_before_its_period_has_ended_a_figure_is_not_known(tmp_path: Path) -> None:
    assert reading(tmp_path, REVISED, date(2011, 3, 30)).period == "2009/10"
    assert reading(tmp_path, REVISED, date(2010, 3, 30)).why_not == "no figure"


def test_figures_may_be_wanted_as_they_were_known_later(tmp_path: Path) -> None:
    plan, file = a_plan(tmp_path, REVISED)
    (found,) = readings(plan, file, date(2010, 3, 31), date.max)
    assert found.period == "2009/10"
    (found,) = readings(plan, file, date(2011, 3, 31), date.max)
    assert found.value is not None
    assert found.value.text == "880"


@pytest.mark.parametrize(
    ("values", "as_at", "known"),
    [
        # A part of the year is known when it is counted, and the whole when the year has ended.
        ("[{value: 40 (part year), on: 1 October 2010}, 90]", date(2010, 10, 1), "40 (part year)"),
        ("[{value: 40 (part year), on: 1 October 2010}, 90]", date(2010, 9, 30), "100"),
        ("[{value: 40 (part year), on: 1 October 2010}, 90]", date(2011, 3, 31), "90"),
        # What is estimated of a year that goes on displaces nothing that was counted.
        ("{value: 90 (estimated), on: 1 October 2010}", date(2010, 10, 1), "100"),
        ("{value: 90 (forecast), on: 1 October 2010}", date(2011, 3, 31), "90 (forecast)"),
        ("{value: 90 (forecast), on: 1 October 2010}", date.max, "100"),
        ("{value: 90 (estimated), on: 1 October 2010}", date.max, "90 (estimated)"),
        # The whole of a year cannot have been counted before it ended.
        ("{value: 90, on: 1 October 2010}", date(2010, 10, 1), "100"),
        ("{value: 90, on: 1 October 2010}", date(2011, 3, 31), "90"),
        ("{value: 90 (estimated)}", date(2011, 3, 30), "100"),
        # Of those known on one day the last in the list counts.
        ("[90, 91]", date(2011, 3, 31), "91"),
        ("[{value: 91, on: 2 May 2011}, {value: 90, on: 1 May 2011}]", date(2011, 5, 2), "91"),
        ("[90, {value: 91, on: no day}]", date(2011, 3, 31), "91"),
        ("[90, {value: suppressed, on: 1 May 2011}]", date(2011, 5, 1), "100"),
    ],
)
def test_which_figure_counts(tmp_path: Path, values: str, as_at: date, known: str) -> None:
    found = reading(tmp_path, f"values: {{2009/10: '100', 2010/11: {values}}}", as_at)
    assert found.value is not None
    assert found.value.text == known


def test_an_estimate_is_better_than_nothing(tmp_path: Path) -> None:
    text = "values: {2010/11: {value: 90 (estimated), on: 1 October 2010}}"
    found = reading(tmp_path, text, date(2010, 10, 1))
    assert (found.period, found.is_estimated) == ("2010/11", True)
    assert reading(tmp_path, text, date(2010, 9, 30)).value is None


def test_what_was_withheld_later_is_missing(tmp_path: Path) -> None:
    text = "values: {2010/11: [90, {value: suppressed, on: 1 May 2011}]}"
    found = reading(tmp_path, text, date(2011, 5, 1))
    assert [(period, figure.reason) for period, figure in found.missing] == [
        ("2010/11", "suppressed")
    ]


def test_why_there_is_no_figure_yet_may_be_said_before_its_period_has_ended(tmp_path: Path) -> None:
    text = "values: {2009/10: '100', 2010/11: [%s, {value: 40 (part year), on: 1 October 2010}]}"
    said = text % "{value: not yet due, on: 1 June 2010}"
    assert not reading(tmp_path, said, date(2010, 5, 31)).missing
    found = reading(tmp_path, said, date(2010, 6, 1))
    assert found.value is not None
    assert (found.value.text, [period for period, _ in found.missing]) == ("100", ["2010/11"])
    found = reading(tmp_path, said, date(2011, 3, 31))
    assert found.value is not None
    assert found.value.text == "40 (part year)"
    assert not reading(tmp_path, text % "not yet due", date(2010, 6, 1)).missing
    # What has no day was known before what follows it in the list.
    found = reading(tmp_path, text % "not yet due", date(2011, 3, 31))
    assert found.value is not None
    assert found.value.text == "40 (part year)"


def test_what_was_missing_first_was_not_revised(tmp_path: Path) -> None:
    text = "values: {2010/11: [not published, {value: 90, on: 1 May 2011}]}"
    found = reading(tmp_path, text, date(2011, 5, 1))
    assert (found.revised_from, found.known_on) == (None, date(2011, 5, 1))


def test_a_figure_for_every_period_may_be_revised(tmp_path: Path) -> None:
    text = "values: [5, {value: 6, on: 1 May 2011, rating: red}]"
    found = reading(tmp_path, text, date(2011, 4, 30))
    assert found.value is not None
    assert (found.value.text, found.stated) == ("5", "")
    found = reading(tmp_path, text, date(2011, 5, 1))
    assert found.stated_at == ("indicators", 0, "values", 1, "rating")


def test_a_figure_that_cannot_be_read_keeps_its_rating(tmp_path: Path) -> None:
    found = reading(tmp_path, "values: {value: lots, rating: red}", date(2011, 5, 1))
    assert (found.value, found.stated) == (None, "red")


def test_a_target_may_be_changed(tmp_path: Path) -> None:
    text = "polarity: decrease\nvalues: {2010/11: '90'}\ntarget: {2010/11: %s}"
    changed = text % "[80, {value: 95, on: 1 May 2011}]"
    assert reading(tmp_path, changed, date(2011, 4, 30)).computed == "red"
    assert reading(tmp_path, changed, date(2011, 5, 1)).computed == "green"
    agreed_late = text % "{value: 95, on: 1 May 2011}"
    assert reading(tmp_path, agreed_late, date(2011, 4, 30)).why_not == "no target"


def test_a_baseline_may_be_changed(tmp_path: Path) -> None:
    text = (
        "polarity: decrease\nvalues: {2010/11: '90'}\ntarget: 5% reduction\n"
        "baseline: [100, {value: 92, on: 1 May 2011}]"
    )
    assert reading(tmp_path, text, date(2011, 4, 30)).computed == "green"
    assert reading(tmp_path, text, date(2011, 5, 1)).computed == "amber"


def test_a_period_that_cannot_be_read_is_told_as_it_was_known(tmp_path: Path) -> None:
    text = "values: {last year: [{value: 5, on: 1 May 2011}, {value: 6, on: 1 May 2012}]}"
    for year, expected in ((2010, ()), (2011, ("5",)), (2012, ("6",))):
        found = reading(tmp_path, text, date(year, 5, 1))
        assert tuple(text for _, text in found.unplaced) == expected


def test_indicators_are_as_at_the_day(tmp_path: Path) -> None:
    theme = f"theme: Crime\nindicators:\n  - indicator: Assaults\n{indent(REVISED, '    ')}"
    found = indicators(workspace(tmp_path, theme), date(2011, 7, 14))[0]
    assert found.value is not None
    assert found.value.text == "880"


YEAR = Days(date(2010, 4, 1), date(2011, 3, 31))
FIGURES = st.builds(
    Figure,
    value=st.sampled_from(["5", "5 (part year)", "5 (estimated)", "not published"]),
    on=st.none() | st.dates(date(2010, 1, 1), date(2012, 12, 31)).map(date.isoformat),
)


@given(st.lists(FIGURES, min_size=1, max_size=5))
def test_revisions_are_in_the_order_in_which_they_became_known(typed: list[Figure]) -> None:
    found = revisions(typed, YEAR, "")
    assert sorted(each.number for each in found) == list(range(len(typed)))
    assert [(each.known, each.number) for each in found] == sorted(
        (each.known, each.number) for each in found
    )
    for each in found:
        if each.on:
            whole = each.typed.value == "5"
            assert each.known == (max(each.on, YEAR.last) if whole else each.on)
        else:
            later = [other.known for other in found if other.number > each.number and other.on]
            assert each.known == min([YEAR.last, *later])
