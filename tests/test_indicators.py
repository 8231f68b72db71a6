"""Indicators as at a day, from text to values."""

from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
from support import PLAN, workspace, write_plan

from csplan.load import load
from csplan.query import EVERYTHING, Reading, indicators, read_filter

KEY = """\
ratings:
  - {rating: green, means: on target}
  - {rating: amber, means: within 5% of the target, within: 5%}
  - {rating: red, means: more than 5% from the target}
"""
YEAR_END = date(2012, 3, 31)


def reading(folder: Path, text: str, plan: str = PLAN + KEY, as_at: date = YEAR_END) -> Reading:
    """The first reading of one indicator with these keys."""
    theme = f"theme: Crime\nindicators:\n  - indicator: Assaults\n{indent(text, '    ')}"
    return indicators(workspace(folder, theme, plan), as_at)[0]


def test_a_key_that_may_mean_points_is_said_to(tmp_path: Path) -> None:
    text = "unit: '%'\npolarity: increase\nvalues: 26%\ntarget: 29%"
    found = reading(tmp_path, text)
    assert found.computed == "red"
    assert found.arithmetic == (
        "26% is 3 points (10.3%) short of the target of 29%; amber reaches 5% of the target "
        "(5 points would make it amber)"
    )
    meant = reading(tmp_path, f"{text}\nwithin: 5 points")
    assert (meant.computed, meant.arithmetic) == (
        "amber",
        "26% is 3 points (10.3%) short of the target of 29%; amber reaches 5 points",
    )


def test_a_missed_target(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        "unit: '%'\npolarity: increase\nvalues: {2010/11: 24%, 2011/12: 19.0%}\ntarget: 27%\n"
        "rating: amber\ndirection: improved\n",
    )
    assert (found.theme, found.sub_theme, found.name) == ("Crime", "", "Assaults")
    assert (found.period, found.before_period, found.target_period) == ("2011/12", "2010/11", "")
    assert (found.computed, found.why_not, found.computed_before) == ("red", "", "red")
    assert found.arithmetic == (
        "19.0% is 8 points (29.6%) short of the target of 27%; amber reaches 5%"
    )
    assert (found.travel, found.moved) == ("worsened", "down 5 points (20.8%) since 2010/11")
    assert found.differs == "stated amber, computed red"
    assert found.direction_differs == "stated improved, computed worsened"


@pytest.mark.parametrize(
    ("text", "rating", "arithmetic"),
    [
        (
            "polarity: decrease\nvalues: 992\ntarget: 865",
            "red",
            "992 is 127 (14.7%) over the target of 865; amber reaches 5%",
        ),
        (
            "polarity: decrease\nvalues: 900\ntarget: 865",
            "amber",
            "900 is 35 (4%) over the target of 865; amber reaches 5%",
        ),
        (
            "polarity: decrease\nvalues: 900\ntarget: 865\nwithin: 10",
            "red",
            "900 is 35 (4%) over the target of 865; amber reaches 10",
        ),
        (
            "polarity: increase\nunit: '%'\nvalues: 26%\ntarget: 27%\nwithin: 1 point",
            "amber",
            "26% is 1 point (3.7%) short of the target of 27%; amber reaches 1 point",
        ),
        ("polarity: increase\nvalues: 5\ntarget: 5", "green", "5 is exactly the target of 5"),
        ("polarity: increase\nvalues: 6\ntarget: 5", "green", "6 is 1 (20%) over the target of 5"),
        ("polarity: decrease\nvalues: 4\ntarget: 5", "green", "4 is 1 (20%) under the target of 5"),
        (
            "polarity: decrease\nvalues: 5\ntarget: under 5",
            "amber",
            "5 is exactly the target of 5; amber reaches 5%",
        ),
        (
            "polarity: decrease\nvalues: £1,000\ntarget: 0\nunit: £",
            "red",
            "£1,000 is £1,000 over the target of £0; amber reaches 5%",
        ),
        (
            "polarity: decrease\nvalues: {2010/11: '67', 2011/12: '61.8'}\ntarget: Annual decrease",
            "green",
            "61.8 is 5.2 (7.8%) under 67 for 2010/11",
        ),
        (
            "polarity: decrease\nvalues: {2010/11: '67', 2011/12: '67'}\ntarget: Improvement",
            "amber",
            "67 is exactly 67 for 2010/11; amber reaches 5%",
        ),
        (
            "polarity: decrease\nvalues: {2010/11: '67', 2011/12: '67'}\ntarget: no change",
            "green",
            "67 is exactly 67 for 2010/11",
        ),
        (
            "polarity: decrease\nbaseline: 100\nvalues: 96\ntarget: reduce by 5%",
            "amber",
            "96 is 1 (1.1%) over 95, which is `reduce by 5%` from 100; amber reaches 5%",
        ),
        (
            (
                "polarity: increase\nbaseline: 90\nvalues: {2010/11: '100', 2011/12: '99'}\n"
                "target: 10% increase"
            ),
            "green",
            "99 is exactly 99, which is `10% increase` from 90",
        ),
    ],
)
def test_a_rating_with_its_arithmetic(
    tmp_path: Path, text: str, rating: str, arithmetic: str
) -> None:
    found = reading(tmp_path, text)
    assert (found.computed, found.arithmetic) == (rating, arithmetic)
    assert not found.why_not


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("polarity: monitor\nvalues: 5\ntarget: 5", "only monitored"),
        ("polarity: increase\nvalues: 5", "no target"),
        ("polarity: increase\ntarget: 5", "no figure"),
        ("values: 5\ntarget: 5", "it does not say which way is better"),
        ("polarity: increase\nvalues: 5\ntarget: not yet set", "no target: not yet set"),
        (
            "polarity: increase\nvalues: 5\ntarget: 5%",
            "the figure is a number and the target a percentage",
        ),
        (
            "polarity: increase\nvalues: {2009/10: '5'}\ntarget: {2010/11: '5'}",
            "no target for 2009/10",
        ),
        (
            "polarity: decrease\nvalues: {April 2011 to January 2012: '5'}\ntarget: {2011/12: '6'}",
            "the figure is for a part of 2011/12, which has the target",
        ),
        (
            "polarity: decrease\nvalues: 5 (part year)\ntarget: 6",
            "the figure is for a part of the year only",
        ),
        (
            "polarity: decrease\nvalues: 5\ntarget: Annual decrease",
            "the target `Annual decrease` needs an earlier figure to compare with",
        ),
        (
            "polarity: decrease\nvalues: 5\ntarget: reduce by 5",
            "the target `reduce by 5` gives no figure to compare with",
        ),
        (
            "polarity: increase\nbaseline: 6\nvalues: 5\ntarget: reduce",
            "the target `reduce` goes against `polarity: increase`",
        ),
        (
            "polarity: increase\nvalues: 9.8%\ntarget: top quartile",
            "the target `top quartile` is in words",
        ),
    ],
)
def test_what_is_not_rated(tmp_path: Path, text: str, why: str) -> None:
    found = reading(tmp_path, text)
    assert (found.computed, found.arithmetic, found.why_not) == ("", "", why)


def test_without_a_reach_of_amber_only_green_is_certain(tmp_path: Path) -> None:
    missed = reading(tmp_path, "polarity: increase\nvalues: 5\ntarget: 6\nrating: green", PLAN)
    assert (missed.computed, missed.arithmetic) == ("", "5 is 1 (16.7%) short of the target of 6")
    assert missed.why_not == "it misses its target, and the key does not say how far amber reaches"
    assert missed.differs == "stated green, but it misses its target"
    assert reading(tmp_path, "polarity: increase\nvalues: 6\ntarget: 6", PLAN).computed == "green"
    unread = reading(tmp_path, "polarity: increase\nvalues: 5\ntarget: 6\nwithin: a little", PLAN)
    assert not unread.computed


@pytest.mark.parametrize(
    ("values", "period"),
    [
        ("{2010/11: '4', 2011/12: '5'}", "2011/12"),
        ("{2011/12: '5', 2012/13: '6'}", "2011/12"),
        ("{2011/12: '5', Q4 2011/12: '1'}", "2011/12"),
        ("{Q4 2011/12: '1', 2011/12: '5'}", "2011/12"),
        ("{2010/11: '4', 2011/12: not yet due}", "2010/11"),
        ("{2010/11: '4', whenever: '5'}", "2010/11"),
        ("{2010/11: '4', 2011/12: '5,50'}", "2010/11"),
        ("5", ""),
    ],
)
def test_the_latest_figure_counts(tmp_path: Path, values: str, period: str) -> None:
    found = reading(tmp_path, f"values: {values}")
    assert found.value
    assert found.period == period


def test_missing_figures_keep_their_reason(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        "values: {2008/09: n/a, 2009/10: '4', 2010/11: suppressed, 2011/12: 'not yet due'}",
        as_at=date(2011, 4, 1),
    )
    assert [(period, figure.reason) for period, figure in found.missing] == [
        ("2010/11", "suppressed")
    ]
    nothing = reading(tmp_path, "values: not available")
    assert [figure.reason for _, figure in nothing.missing] == ["not available"]


@pytest.mark.parametrize(
    ("values", "before", "moved"),
    [
        ("{2010/11: '4', Q3 2011/12: '1', 2011/12: '5'}", "2010/11", "up 1 (25%) since 2010/11"),
        ("{2010/11: '5', 2011/12: '5'}", "2010/11", "unchanged since 2010/11"),
        ("{2010/11: '0', 2011/12: '5'}", "2010/11", "up 5 since 2010/11"),
        ("{2010/11: 5%, 2011/12: '5'}", "2010/11", ""),
        ("{2010/11: '5', Q4 2011/12: '5'}", "", ""),
        ("{'1 to 9 May 2010': '5', '2 to 10 May 2010': '4'}", "1 to 9 May 2010", None),
    ],
)
def test_the_period_before_has_the_same_length(
    tmp_path: Path, values: str, before: str, moved: str | None
) -> None:
    found = reading(tmp_path, f"values: {values}")
    assert (found.before_period, found.travel) == (before, "")
    assert moved is None or found.moved == moved


@pytest.mark.parametrize(
    ("unit", "period", "targets", "target"),
    [
        ("'%'", "2011/12", "{2010/11: 1%, 2011/12: 2%, 2012/13: 3%}", "2011/12"),
        ("'%'", "2011/12", "{2009/10: 1%, 2010/11: 2%, 2012/13: 3%}", "2010/11"),
        ("'%'", "12 months to January 2012", "{2010/11: 1%, 2011/12: 2%}", "2011/12"),
        ("'%'", "April to June 2011", "{2010/11: 1%, 2011/12: 2%}", "2011/12"),
        ("offences", "12 months to January 2012", "{2010/11: '1', 2011/12: '2'}", "2011/12"),
        ("offences", "April to June 2011", "{2010/11: '1', 2011/12: '2'}", ""),
        ("offences", "April to June 2011", "5", ""),
    ],
)
def test_the_target_of_a_period(
    tmp_path: Path, unit: str, period: str, targets: str, target: str
) -> None:
    found = reading(tmp_path, f"unit: {unit}\nvalues: {{{period}: '5'}}\ntarget: {targets}")
    assert found.target_period == target
    assert (found.target is None) == (targets.startswith("{") and not target)


def test_a_figure_that_stands_alone_takes_the_only_target(tmp_path: Path) -> None:
    assert reading(tmp_path, "values: 5\ntarget: {2011/12: '5'}").target_period == "2011/12"
    assert reading(tmp_path, "values: 5\ntarget: {2010/11: '4', 2011/12: '5'}").target is None


def test_a_direction_can_be_that_of_the_rating(tmp_path: Path) -> None:
    plan = PLAN + KEY + "direction_of_travel: rating\n"
    text = "polarity: increase\nvalues: {2010/11: '5', 2011/12: '8'}\ntarget: 10\n"
    same = reading(tmp_path, f"{text}direction: improved", plan)
    assert (same.travel, same.turned) == ("improved", "unchanged")
    assert same.direction_differs == "stated improved, computed unchanged"
    better = reading(tmp_path, text.replace("'8'", "'9.6'"), plan)
    assert (better.computed, better.turned, better.direction_differs) == ("amber", "improved", "")
    assert reading(tmp_path, text.replace("target: 10\n", ""), plan).turned == ""


ROWS = """\
theme: Crime
lead: SCT
indicators:
  - indicator: Assaults
    unit: offences
    polarity: decrease
    within: 10%
    values: {2011/12: "10"}
    rows:
      - {row: North, values: {2011/12: "5"}, target: 4.8}
      - {row: South, polarity: monitor, values: {2011/12: "5"}}
  - indicator: Homicides
    kind: key
    lead: Analyst, Sussex Police
sub_themes:
  - sub_theme: Knives
    indicators:
      - indicator: Knife crime
"""


def test_rows_go_by_their_indicator(tmp_path: Path) -> None:
    found = indicators(workspace(tmp_path, ROWS), YEAR_END)
    assert [(each.name, each.sub_theme, each.why_not) for each in found] == [
        ("Homicides", "", "no figure"),
        ("Assaults", "", "no target"),
        ("Assaults, North", "", ""),
        ("Assaults, South", "", "only monitored"),
        ("Knife crime", "Knives", "no figure"),
    ]
    assert found[2].computed == "amber"
    assert found[2].route == ("indicators", 0, "rows", 0)


def test_a_question_can_be_about_one_theme_or_agency(tmp_path: Path) -> None:
    plan = PLAN + "indicators:\n  indicator: Of the plan\n"
    files = {"plan.yaml": plan, "a.yaml": ROWS, "b.yaml": "theme: x\n", "c.yaml": "oops: 1\n"}
    loaded = load((write_plan(tmp_path, files),))
    assert len(indicators(loaded, YEAR_END, EVERYTHING)) == 6
    of_theme = indicators(loaded, YEAR_END, read_filter(loaded, None, "Crime"))
    assert len(of_theme) == 5
    of_agency = indicators(loaded, YEAR_END, read_filter(loaded, "Sussex Police", None))
    assert [each.name for each in of_agency] == ["Homicides"]


def test_a_plan_that_cannot_be_read_keeps_its_indicators(tmp_path: Path) -> None:
    loaded = workspace(tmp_path, ROWS, "title: x\n")
    asked = read_filter(workspace(tmp_path / "other", ROWS), "SCT", None)
    assert len(indicators(loaded, YEAR_END)) == 5
    assert indicators(loaded, YEAR_END, asked) == ()
    assert indicators(loaded, YEAR_END)[0].turned == ""
