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
        "26% is 3 points (10.3%) short of the target of 29%; amber reaches 5% of the target; "
        "if the 5% of the key meant percentage points, it would be amber"
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
    assert (found.period, found.before.period, found.target_period) == ("2011/12", "2010/11", "")
    assert (found.computed, found.why_not, found.before.computed) == ("red", "", "red")
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
            "the target is for 2010/11",
        ),
        (
            "polarity: increase\nvalues: {2009/10: '5'}\ntarget: {2010/11: '5', 2011/12: '6'}",
            "the targets are for 2010/11 to 2011/12",
        ),
        (
            "polarity: increase\nvalues: {2009/10: '5'}\ntarget: {soon: '5'}",
            "the period of its target was not understood",
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
            "the target `reduce by 5` is in words",
        ),
        (
            "polarity: increase\nbaseline: 6\nvalues: 5\ntarget: reduce",
            "the target `reduce` goes against `polarity: increase`",
        ),
        (
            "polarity: decrease\nvalues: 95\ntarget: At least 90",
            "the target `At least 90` goes against `polarity: decrease`",
        ),
        (
            "polarity: increase\nvalues: 95\ntarget: below 90",
            "the target `below 90` goes against `polarity: increase`",
        ),
        (
            "polarity: decrease\nvalues: 5\ntarget: 5% reduction on last year",
            "the target `5% reduction on last year` needs an earlier figure to compare with",
        ),
        (
            "polarity: decrease\nvalues: 5\ntarget: reduction on the previous quarter",
            (
                "the target `reduction on the previous quarter` needs an earlier figure to compare"
                " with"
            ),
        ),
        (
            "polarity: decrease\nvalues: 5\ntarget: reduction on Q2 2009/10",
            "the target `reduction on Q2 2009/10` needs a figure for Q2 2009/10 to compare with",
        ),
        (
            "polarity: decrease\nvalues: 5\ntarget: 5% reduction on 2009/10",
            "the target `5% reduction on 2009/10` needs a figure for 2009/10 to compare with",
        ),
        (
            "polarity: decrease\nvalues: 5\nbaseline: about 6\ntarget: 5% reduction",
            (
                "the target `5% reduction` needs an exact figure to compare with, and `about 6` is"
                " none"
            ),
        ),
        (
            "polarity: decrease\nvalues: 5\nbaseline: 6\ntarget: 2 point reduction",
            "the target `2 point reduction` is in points, and `6` is no percentage",
        ),
        (
            "polarity: decrease\nvalues: {2010/11: '5'}\ntarget: maintain 2010/11 levels",
            "the target `maintain 2010/11 levels` is for what comes after 2010/11",
        ),
        (
            (
                "polarity: decrease\nbaseline: {2010/11: '20'}\nvalues: {Q1 2011/12: '5'}\n"
                "target: 5% reduction"
            ),
            ("the target `5% reduction` compares with 2010/11, which is not as long as Q1 2011/12"),
        ),
        (
            "polarity: decrease\nvalues: about 5\ntarget: 5",
            "`about 5` is not exact enough to be held against the target of 5",
        ),
        (
            "polarity: decrease\nvalues: <5\ntarget: 3",
            "`<5` is not exact enough to be held against the target of 3",
        ),
        (
            "polarity: decrease\nvalues: over 5\ntarget: 5",
            "`over 5` is not exact enough to be held against the target of 5",
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


VALUES = "values: {Q1 2010/11: '100', Q4 2010/11: '80', Q1 2011/12: '94'}"


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        (
            "baseline: 120\ntarget: Reduce by 5% by March 2025",
            "94 is 20 (17.5%) under 114, which is `Reduce by 5% by March 2025` from 120",
        ),
        (
            "baseline: {2009/10: '99', Q4 2009/10: '120'}\ntarget: 5% reduction on Q4 2009/10",
            (
                "94 is 20 (17.5%) under 114, which is `5% reduction on Q4 2009/10` from 120 for"
                " Q4 2009/10"
            ),
        ),
        (
            "baseline: 120\ntarget: Reduce by 5% from the Q4 2008/09 baseline",
            (
                "94 is 20 (17.5%) under 114, which is `Reduce by 5% from the Q4 2008/09 baseline`"
                " from 120"
            ),
        ),
        (
            "baseline: 120\ntarget: maintain at Q1 2010/11 level",
            "94 is 6 (6%) under 100 for Q1 2010/11",
        ),
        (
            "baseline: 120\ntarget: 5% reduction on the same quarter last year",
            (
                "94 is 1 (1.1%) under 95, which is `5% reduction on the same quarter last year`"
                " from 100 for Q1 2010/11"
            ),
        ),
        (
            "baseline: 120\ntarget: Reduce by 5% annually",
            "94 is 1 (1.1%) under 95, which is `Reduce by 5% annually` from 100 for Q1 2010/11",
        ),
        ("baseline: 120\ntarget: Improvement", "94 is 6 (6%) under 100 for Q1 2010/11"),
        ("baseline: 120\ntarget: lower than baseline", "94 is 26 (21.7%) under 120"),
        (
            "target: 5% reduction on the previous quarter",
            (
                "94 is 18 (23.7%) over 76, which is `5% reduction on the previous quarter` from 80"
                " for Q4 2010/11; amber reaches 5%"
            ),
        ),
    ],
)
def test_what_a_change_is_counted_from(tmp_path: Path, text: str, arithmetic: str) -> None:
    found = reading(tmp_path, f"polarity: decrease\n{VALUES}\n{text}")
    assert (found.arithmetic, found.why_not) == (arithmetic, "")


def test_a_period_may_only_be_one_in_plans_of_other_years(tmp_path: Path) -> None:
    plan = PLAN + "year_starts: July\n"
    target = "maintain at Q2 2011/12 (July to September 2011) level"
    found = reading(tmp_path, f"polarity: decrease\nvalues: 5\ntarget: {target}", plan)
    assert "needs a figure for Q2 2011/12 (July to September 2011)" in found.why_not


def test_points_are_not_per_cent(tmp_path: Path) -> None:
    text = "unit: '%'\npolarity: decrease\nvalues: {2010/11: 40%, 2011/12: 38.1%}\n"
    points = reading(tmp_path, f"{text}target: 2 percentage point reduction\nwithin: 1 point")
    assert (points.computed, points.arithmetic) == (
        "amber",
        (
            "38.1% is 0.1 points (0.3%) over 38%, which is `2 percentage point reduction` from 40%"
            " for 2010/11; amber reaches 1 point"
        ),
    )
    assert reading(tmp_path, f"{text}target: 2% reduction").computed == "green"


@pytest.mark.parametrize(
    ("text", "rating", "arithmetic"),
    [
        ("decrease\nvalues: <5\ntarget: 5", "green", "`<5` can mean reaches the target of 5"),
        ("decrease\nvalues: <5\ntarget: under 5", "green", "`<5` can mean reaches the"),
        ("decrease\nvalues: up to 5\ntarget: below 5", "", ""),
        ("decrease\nvalues: under 5\ntarget: 10", "green", "`under 5` can mean reaches"),
        (
            "decrease\nvalues: over 50% (provisional)\ntarget: 45%",
            "red",
            "all that `over 50% (provisional)` can mean misses the target of 45%; amber reaches 5%",
        ),
        ("decrease\nvalues: at least 52.5\ntarget: 50", "", ""),
        ("decrease\nvalues: over 52.5\ntarget: 50", "red", "misses the target of 50"),
        ("increase\nvalues: over 50\ntarget: 45", "green", "reaches the target of 45"),
        ("increase\nvalues: <5\ntarget: 10", "red", "misses the target of 10"),
        ("increase\nvalues: about 5\ntarget: 10", "", ""),
        ("increase\nvalues: about at least 50\ntarget: 10", "", ""),
    ],
)
def test_a_bound_is_rated_if_all_that_it_can_mean_is(
    tmp_path: Path, text: str, rating: str, arithmetic: str
) -> None:
    found = reading(tmp_path, f"polarity: {text}")
    assert found.computed == rating
    assert arithmetic in found.arithmetic
    assert bool(found.why_not) == (not rating)


def test_a_bound_that_misses_is_red_only_if_the_key_says_how_far_amber_reaches(
    tmp_path: Path,
) -> None:
    assert reading(tmp_path, "polarity: decrease\nvalues: over 9\ntarget: 5", PLAN).computed == ""


def test_nothing_moves_from_or_to_a_bound(tmp_path: Path) -> None:
    found = reading(tmp_path, "polarity: decrease\nvalues: {2010/11: '9', 2011/12: <5}")
    assert (found.before.period, found.moved, found.travel) == ("2010/11", "", "")


def test_what_is_predicted_is_overtaken_where_no_day_is_asked_about(tmp_path: Path) -> None:
    text = "values: {2010/11: '9', 2011/12: 8 (forecast)}"
    assert reading(tmp_path, text).period == "2011/12"
    assert reading(tmp_path, text, as_at=date(2012, 3, 30)).period == "2010/11"
    assert reading(tmp_path, text, as_at=date.max).period == "2010/11"
    assert reading(tmp_path, "values: {2011/12: 8 (forecast)}", as_at=date.max).period == "2011/12"


def test_part_of_a_year_does_not_displace_the_last_whole_one(tmp_path: Path) -> None:
    text = (
        "unit: offences\npolarity: decrease\ntarget: {2010/11: '95', 2011/12: '90'}\n"
        "rating: amber\nvalues: {2009/10: '120', 2010/11: '100 (provisional)', "
    )
    found = reading(tmp_path, text + "April to December 2011: '70'}")
    assert (found.period, found.value and found.value.text) == ("April to December 2011", "70")
    assert (found.rated_period, found.target_period, found.computed) == (
        "2010/11",
        "2010/11",
        "red",
    )
    assert found.arithmetic == (
        "100 for 2010/11 is 5 (5.3%) over the target of 95; amber reaches 5%"
    )
    assert (found.differs, found.turned) == ("", "")
    marked = reading(tmp_path, text + "2011/12: 70 (part year)}")
    assert (marked.period, marked.rated_period) == ("2011/12", "2010/11")
    alone = reading(tmp_path, text + "April to December 2011: '70'}", as_at=date(2010, 3, 31))
    assert (alone.rated_period, alone.why_not) == (
        "2009/10",
        "the targets are for 2010/11 to 2011/12",
    )
    words = text.replace("'95'", "top quartile")
    unrated = reading(tmp_path, words + "April to December 2011: '70'}")
    assert unrated.rated_period == "April to December 2011"
    of_rating = reading(
        tmp_path,
        text + "April to December 2011: '70', April to December 2010: '80'}",
        PLAN + KEY + "direction_of_travel: rating\n",
    )
    assert (of_rating.computed, of_rating.turned) == ("red", "")


def test_a_quarter_is_compared_with_the_same_one_a_year_earlier(tmp_path: Path) -> None:
    text = (
        "polarity: decrease\nvalues: {Q4 2010/11: '9', Q3 2011/12: '5', Q4 2011/12: '7'}\n"
        "direction: "
    )
    improved = reading(tmp_path, f"{text}improved")
    assert [(each.period, each.travel) for each in improved.earlier] == [
        ("Q4 2010/11", "improved"),
        ("Q3 2011/12", "worsened"),
    ]
    assert improved.moved == "down 2 (22.2%) since Q4 2010/11"
    assert improved.direction_differs == ""
    assert reading(tmp_path, f"{text}worsened").direction_differs == ""
    unchanged = reading(tmp_path, f"{text}unchanged")
    assert unchanged.direction_differs == "stated unchanged, computed improved"
    leap = "values: {29 February 2012: '5', 28 February 2011: '4'}"
    assert reading(tmp_path, leap).before.period == "28 February 2011"


def test_a_period_may_have_a_stated_rating_of_its_own(tmp_path: Path) -> None:
    text = (
        "polarity: decrease\ntarget: 5\nrating: green\nvalues:\n  2010/11: {value: 5, rating: red}"
    )
    found = reading(tmp_path, text)
    assert (found.stated, found.differs) == ("red", "stated red, computed green")
    assert found.stated_at == ("indicators", 0, "values", "2010/11", 0, "rating")
    later = reading(tmp_path, f"{text}\n  2011/12: 4")
    assert (later.stated, later.differs, later.stated_at[-1]) == ("green", "", "rating")


def test_what_was_not_understood_is_kept_as_typed(tmp_path: Path) -> None:
    text = "values: {last year: '4', 2011/12: '5,50'}\ntarget: {soon: '5'}"
    found = reading(tmp_path, text)
    assert found.unplaced == (("last year", "4"),)
    assert found.unplaced_targets == (("soon", "5"),)
    assert [(period, figure.text) for period, figure in found.missing] == [("2011/12", "5,50")]


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
    assert (found.before.period, found.travel) == (before, "")
    assert moved is None or found.moved == moved


@pytest.mark.parametrize(
    ("unit", "period", "targets", "target"),
    [
        ("'%'", "2011/12", "{2010/11: 1%, 2011/12: 2%, 2012/13: 3%}", "2011/12"),
        ("'%'", "2011/12", "{2009/10: 1%, 2010/11: 2%, 2012/13: 3%}", "2010/11"),
        ("'%'", "12 months to January 2012", "{2010/11: 1%, 2011/12: 2%}", "2011/12"),
        ("'%'", "April to June 2011", "{2010/11: 1%, 2011/12: 2%}", "2011/12"),
        ("offences", "12 months to January 2012", "{2010/11: '1', 2011/12: '2'}", ""),
        ("offences", "2011", "{2011/12: '2'}", ""),
        ("offences", "2012/13", "{2010/11: '1', 2011/12: '2', 2013/14: '3'}", "2011/12"),
        ("'%'", "June 2011", "{2010/11: 1%, Q1 2011/12: 2%, 2011/12: 3%}", "Q1 2011/12"),
        ("£", "April to June 2011", "{2011/12: £1.2m}", ""),
        ("crimes", "April to June 2011", "{2010/11: '1.5'}", ""),
        ("offences", "April to June 2011", "{2010/11: '1', 2011/12: '2'}", ""),
        ("offences", "April to June 2011", "5", ""),
    ],
)
def test_the_target_of_a_period(
    tmp_path: Path, unit: str, period: str, targets: str, target: str
) -> None:
    as_at = date(2013, 3, 31)
    text = f"unit: {unit}\nvalues: {{{period}: '5'}}\ntarget: {targets}"
    found = reading(tmp_path, text, as_at=as_at)
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


STATED = """\
polarity: increase
unit: "%"
target: "29%"
rating: amber
direction: unchanged
explanation: Females make up 26%
values:
  2008/09: 26%
"""


def test_what_is_stated_without_a_day_is_of_the_last_figure_without_one(tmp_path: Path) -> None:
    then = reading(tmp_path / "a", STATED)
    assert (then.stated, then.direction, then.explanation) == (
        *("amber", "unchanged", "Females make up 26%"),
    )
    later = STATED + "  2009/10: {value: 28%, on: 1 May 2010}\n"
    now = reading(tmp_path / "b", later)
    assert (now.is_of_figure, now.stated, now.direction, now.explanation) == (False, "", "", "")
    assert now.stated == now.differs == now.direction_differs == ""
    revised = STATED.replace("26%\n", "[26%, {value: 28%, on: 1 May 2010}]\n", 2)
    revised = revised.replace("up [26%, {value: 28%, on: 1 May 2010}]", "up 26%")
    assert reading(tmp_path / "c", revised).stated == ""
    own = later.replace("on: 1 May 2010", "on: 1 May 2010, rating: green, explanation: More came")
    assert (reading(tmp_path / "d", own).stated, reading(tmp_path / "e", own).explanation) == (
        *("green", "More came"),
    )
    alone = STATED.replace("2008/09: 26%", "2009/10: {value: 28%, on: 1 May 2010}")
    assert reading(tmp_path / "f", alone).stated == "amber"
