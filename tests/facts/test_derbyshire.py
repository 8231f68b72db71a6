"""Derbyshire's eleven priorities are in the plan as their papers have them, in other words.

The source itself is not part of this repository; its facts are, in `sources/`. The board's own
papers are the business of `test_derbyshire_board.py`. The file is long because what the checks
allow for stands here as data, with its reasons.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from facts.checks import PLANS, SEEDS, digests, needed, numbers, values
from facts.checks import runs as runs_of
from sources import derbyshire
from sources.derbyshire import (
    ABUSE,
    ADULTS,
    ALCOHOL,
    ASB,
    ASSAULT,
    CHILDREN,
    DRUGS,
    FROZEN,
    GROUPS,
    PLANNED,
    ROADS,
    THEFT,
    Action,
    Series,
)

PLAN = PLANS / "derbyshire-2011-12"
SOURCE = SEEDS / "003_7cea91e7c2cb0abe.txt"
FACTS = derbyshire.thawed(FROZEN.read_text(encoding="utf-8"))
YEARS = ("2008/09", "2009/10", "2010/11", "2011/12")

# Official titles of documents and indicators: they read the same wherever they stand.
TITLES = """
Derbyshire Domestic Abuse and Sexual Violence Strategy
Chesterfield Town Centre Strategic Crime and Disorder Reduction Group
"""

IN_WORDS = "a day or month that is written in words"
REPORT_DAY = "of 01/05/2012, the day of a report, which is written in words"
YEAR = "half of a year that is written in full"
TORN = "a damaged cell that the text has again, or a line between cells"

# Numbers of the source that a theme file leaves out, and why.
LEFT_OUT: dict[str, dict[str, str]] = {
    DRUGS: {"08": YEAR, "01": REPORT_DAY, "05": REPORT_DAY},
    ALCOHOL: {
        **dict.fromkeys(("0", "0.070", "007", "01.114.01", "054", "074", "074.50"), TORN),
        **dict.fromkeys(("10.070", "1030", "1043", "1100", "21.070", "240.01", "254"), TORN),
        **dict.fromkeys(("55", "7", "7.0", "7.00", "800"), TORN),
    },
    ASB: {"08": YEAR, "1.4.2013": IN_WORDS, "2": TORN},
    ABUSE: {
        "08": YEAR,
        "9": TORN,
        **dict.fromkeys(("01629", "538480", "9733"), "how to reach the writer"),
    },
    ROADS: dict.fromkeys(("08", "09", "10"), YEAR),
    GROUPS: {
        "08": YEAR,
        "1011": "of an action on roads, whose last words stand below the heading on groups",
        "9": TORN,
    },
    ASSAULT: {"08": YEAR, "1.6.2011": IN_WORDS},
    ADULTS: {"08": YEAR, "10": YEAR, "9": IN_WORDS},
    CHILDREN: {"08": YEAR},
    THEFT: {"08": YEAR},
}

# Both themes are told of under one heading of the briefing.
TOLD_TOGETHER = {ABUSE: ASSAULT}

# The surnames of the people and the names of the traders whom these parts of the source name, as
# digests: a test must not name them either.
NAMES = """
0c922519426e 128b2a6b11a7 175111eb3d71 190d375ec348 21f5358c1fd3 2a539aaf5ace 3013b18f4387
58619f018300 5e91bad706ce 636bdadf9feb 718e6228569a 756aad05c293 76df69fa9d73 7f2cc2d8db90
9e00106e1ab0 9eac806b76ba 9f5425901004 a02836090e15 aa46163dfa0b bb873b4c077d bf743ae6024c
c33b92a7e401 d991aa6a99db e2120ffdc0d2 f067c16c95e9 f6ea668f95c3 fb7961d139e4
"""

needs_source = needed(SOURCE)
each_theme = pytest.mark.parametrize("theme", PLANNED)


@needs_source
def test_the_frozen_facts_are_those_of_the_source() -> None:
    assert FROZEN.read_text(encoding="utf-8") == derbyshire.frozen(derbyshire.facts(source()))


def test_the_source_has_as_many_facts_as_its_papers_say() -> None:
    kinds = Counter(each.kind for each in FACTS.series)
    figures = sum(len(each.values) for each in FACTS.series)
    districts = sum(kinds[district] for district in derbyshire.DISTRICTS)

    assert len(FACTS.actions) == 41
    assert [kinds["key"], kinds["supporting"], districts, len(kinds)] == [12, 37, 24, 10]
    assert figures == 148


def test_the_plan_has_forty_one_actions_in_the_colours_of_the_source() -> None:
    stated = Counter(each.status for each in FACTS.actions)
    written = [action for theme in PLANNED for action in plan(theme)["actions"]]

    assert stated == {"green": 26, "amber": 12, "red": 1, "grey": 1, "": 1}
    assert Counter(action["progress"][0].get("rating", "") for action in written) == stated


@each_theme
def test_a_theme_has_the_period_of_its_heading(theme: str) -> None:
    assert plan(theme).get("period", "") == FACTS.periods[theme]


@each_theme
def test_the_plan_has_the_actions_of_the_source(theme: str) -> None:
    wanted = [
        action._replace(partners=tuple(map(registered, action.partners)))
        for action in FACTS.actions
        if action.theme == theme
    ]

    assert [as_stated(theme, action) for action in plan(theme)["actions"]] == wanted


def test_only_the_red_action_is_carried_forward_and_only_the_green_are_complete() -> None:
    written = [action["progress"] for theme in PLANNED for action in plan(theme)["actions"]]
    first = {(each[0].get("rating", ""), each[0]["state"]) for each in written}
    [later] = [(each[0]["rating"], *each[1:]) for each in written if len(each) > 1]
    carried = [action for action in plan(ASB)["actions"] if "carried_to" in action]

    assert {state for rating, state in first if rating == "green"} == {"complete"}
    assert {state for rating, state in first if rating != "green"} == {"in progress"}
    assert [later[0], later[1]["on"], later[1]["state"]] == [
        "red",
        "19 June 2012",
        "carried forward",
    ]
    assert [action["progress"][0]["rating"] for action in carried] == ["red"]


@each_theme
def test_the_plan_has_the_series_of_the_source(theme: str) -> None:
    wanted = [series for series in FACTS.series if series.theme == theme]

    assert list(series_of(theme)) == wanted


@each_theme
def test_the_plan_has_the_targets_that_the_source_states(theme: str) -> None:
    found = [
        figure
        for indicator in plan(theme).get("indicators", [])
        for figure in figures(indicator.get("target", {})).values()
    ]

    assert tuple(found) == FACTS.targets.get(theme, ())


@each_theme
def test_the_plan_has_the_exceptions_of_the_source(theme: str) -> None:
    found = Counter(entry.get("exception") for entry in plan(theme).get("indicators", []))
    # The one on organised crime groups is about no indicator; it is a section.
    positive = found["positive"] + (theme == GROUPS)

    assert (positive, found["concern"]) == FACTS.exceptions[theme]


def test_the_plan_has_the_table_of_the_region() -> None:
    [table] = plan(ABUSE)["tables"]
    names = {"Northants": "Northamptonshire"}

    assert [row[0] for row in table["rows"]] == [names.get(row[0], row[0]) for row in FACTS.region]
    assert [row[1].lower() for row in table["rows"]] == [row[1].lower() for row in FACTS.region]


def test_the_districts_make_the_whole_where_the_source_has_them_all() -> None:
    """What bears out the readings of the damaged tables."""
    wholes = {(ALCOHOL, year) for year in YEARS} | {(THEFT, YEARS[0]), (THEFT, YEARS[2])}
    for theme, year in wholes | {(ASB, YEARS[0])}:
        of_theme = [each for each in FACTS.series if each.theme == theme]
        rows = [each for each in of_theme if each.kind in derbyshire.DISTRICTS]
        whole = of_theme[of_theme.index(rows[0]) - 1]

        assert sum(count(row, year) for row in rows) == count(whole, year)


@needs_source
def test_every_figure_of_the_damaged_table_is_in_the_source() -> None:
    of_alcohol = [each for each in FACTS.series if each.theme == ALCOHOL]
    known = {figure for each in of_alcohol for figure in each.values.values()}
    torn = derbyshire.alcohol_table(source()).replace("|", " ").split()

    assert known - set(torn) == set()


@needs_source
@each_theme
def test_no_sentence_of_the_source_is_copied(theme: str) -> None:
    assert sorted(runs(plan_text(theme)) & source_runs()) == []


@needs_source
@each_theme
def test_every_number_of_a_theme_is_in_its_file(theme: str) -> None:
    told = bare(derbyshire.themes(source())[theme])
    missing = told - bare(plan_text(theme) + plan_text(TOLD_TOGETHER.get(theme, theme)))

    assert missing == set(LEFT_OUT.get(theme, {}))


@each_theme
def test_nobody_is_named(theme: str) -> None:
    assert digests(plan_text(theme)) & set(NAMES.split()) == set()


@needs_source
def test_the_names_are_those_of_the_source() -> None:
    assert set(NAMES.split()) - digests(source()) == set()


def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def plan_text(theme: str) -> str:
    return (PLAN / f"{theme}.yaml").read_text(encoding="utf-8")


@cache
def plan(theme: str) -> dict[str, Any]:
    read: dict[str, Any] = values(PLAN / f"{theme}.yaml")
    return read


@cache
def source_runs() -> set[str]:
    return runs(source())


def runs(text: str) -> set[str]:
    return runs_of(text, TITLES.strip().splitlines())


def bare(text: str) -> set[str]:
    """Every number, whether or not it is a percentage."""
    return {number.rstrip("%").rstrip(".") for number in numbers(text)}


def as_stated(theme: str, action: dict[str, Any]) -> Action:
    """An action of the plan as a row of the source."""
    first = action["progress"][0]
    return Action(
        theme,
        action.get("ref", ""),
        codes(action.get("note", "")),
        tuple(registered(agency_of(lead)) for lead in many(action.get("lead", []))),
        first.get("rating", ""),
        action["start"],
        action["due"],
        first["on"],
    )


def codes(note: str) -> tuple[str, ...]:
    _, _, listed = note.strip().partition("belongs to: ")
    return tuple(listed.rstrip(".").split(", ")) if listed else ()


def agency_of(lead: str) -> str:
    """A lead is a post, a comma and an agency, or an agency."""
    return lead.rpartition(", ")[2]


def registered(name: str) -> str:
    """The agency that the plan has under this name."""
    known = [each for each in plan("plan")["agencies"] if name in (each["name"], *each["also"])]
    [found] = [each["name"] for each in known]
    return str(found)


def many(value: list[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else value


def series_of(theme: str) -> Iterator[Series]:
    """Every indicator and row of a theme as a row of the source."""
    for indicator in plan(theme).get("indicators", []):
        yield one_series(theme, indicator["kind"], indicator, indicator["polarity"])
        # Only the districts' thefts have no aim of their own.
        aim = "" if theme == THEFT else indicator["polarity"]
        yield from (one_series(theme, row["row"], row, aim) for row in indicator.get("rows", []))


def one_series(theme: str, kind: str, entry: dict[str, Any], aim: str) -> Series:
    found = {
        year: figure
        for year, figure in figures(entry.get("values", {})).items()
        if (theme, year, figure) not in NOT_IN_A_TABLE
    }
    return Series(theme, kind, aim, found, entry.get("rating", ""), entry.get("direction", ""))


# Figures that stand in a sentence of the source and not in a table.
NOT_IN_A_TABLE = {
    (DRUGS, "Quarter 4 2011/12", "112"),
    (DRUGS, "Quarter 4 2011/12", "53"),
    (THEFT, "Quarter 1 2011/12", "28.6%"),
    (ASB, "2011/12", "127"),
    (ADULTS, "2011/12", "not"),
    # The cells are empty, and so is the whole column of the year after them.
    (GROUPS, "2008/09", "not"),
    (GROUPS, "2009/10", "not"),
}


def figures(series: dict[str, Any] | str) -> dict[str, str]:
    """The bare figure of each period, without what marks it as an estimate."""
    by_period = {"": series} if isinstance(series, str) else series
    return {
        period: (figure["value"] if isinstance(figure, dict) else figure).split()[0]
        for period, figure in by_period.items()
    }


def count(series: Series, year: str) -> int:
    return int(series.values[year].replace(",", ""))
