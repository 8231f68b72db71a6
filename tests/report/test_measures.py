"""Indicators as they stand on the last day of the plan's term."""

from typing import Any

import pytest
from render.pages import cells, report

from csplan.report import Agreement, Detail, Inline, Line, Matter
from csplan.report.measures import both

KEY = [
    {"rating": "green", "means": "on target"},
    {"rating": "amber", "means": "within 5%[^n]", "within": "5%"},
    {"rating": "red", "means": "further off"},
]


def shown(*indicators: dict[str, Any], **plan: Any) -> Agreement:
    return report({"indicators": [*indicators]}, {"ratings": KEY, "notes": {"n": "N"}, **plan})


def text(line: Line) -> str:
    return "".join(run.text for run in line)


def matter(*indicators: dict[str, Any], **plan: Any) -> Matter:
    return shown(*indicators, **plan).chapters[0].matter


ALL_SAID = {
    "indicator": "Positive outcomes",
    "code": "NI 30",
    "kind": "key",
    "unit": "%",
    "polarity": "increase",
    "source": "Police",
    "lead": "Officer, Sussex Police",
    "baseline": "30%",
    "target": {"2009/10": "26%", "2010/11": "27%"},
    "values": {
        "2010/11": {"value": "19.0%", "note": "Counted anew"},
        "2009/10": "25.0%",
        "2011/12": "40%",
    },
    "rating": "amber",
    "direction": "improved",
    "exception": "concern",
    "explanation": "Why.\n\n- x",
}


def test_an_indicator_with_all_that_can_be_said_of_it() -> None:
    found = matter(ALL_SAID, {"indicator": "Other", "code": "LI 1"})
    assert found.indicators[0].kind == "measures"
    assert cells(found.indicators[0]) == [
        ["Measure", "Code", "Use", "Latest figure", "Target", "Rating", "Direction of travel"],
        [
            *("Positive outcomes (higher is better)", "NI 30", "Main measure"),
            *("19.0% (2010/11)", "27%"),
            "Amber (stated; computed: red)",
            "Improved (stated; computed: worsened) (down 6 points (24%) since 2009/10)",
        ],
        [
            "Other",
            "LI 1",
            "Not said",
            "No figure",
            "No target",
            "Not rated",
            "Not stated",
        ],
    ]
    (measure,) = found.measures
    assert measure.id == "theme-positive-outcomes"
    said = [(detail.label, detail.lines[0][0].text) for detail in measure.details]
    assert said == [
        ("Unit", "%"),
        ("Baseline", "30%"),
        (
            "Against the target",
            "19.0% is 8 points (29.6%) short of the target of 27%; amber reaches 5%",
        ),
        ("Singled out", "As a concern"),
        ("Source of the figures", "Police"),
        ("Lead", "Officer, Sussex Police"),
        ("Note on 2010/11", "Counted anew"),
    ]
    assert cells(measure.series[0]) == [
        ["Figure", "2009/10", "2010/11", "2011/12"],
        ["Actual", "25.0%", "19.0%", "40%"],
        ["Target", "26%", "27%", "n/a"],
    ]
    assert [block.kind for block in measure.explanation] == ["paragraph", "bullets"]


def test_the_key_stands_where_a_rating_is_shown() -> None:
    found = shown(ALL_SAID)
    assert [(entry.label, entry.lines[0][0].text, entry.tone) for entry in found.ratings] == [
        ("Green", "on target", "green"),
        ("Amber", "within 5%", "amber"),
        ("Red", "further off", "red"),
    ]
    assert shown({"indicator": "I"}).ratings == ()


def test_a_breakdown_has_a_row_for_each_part() -> None:
    rows = [
        {
            "row": "North",
            "values": {"2009/10": "10", "2010/11": {"value": "8", "note": "New area"}},
            "target": {"2009/10": "9", "2010/11": "9"},
            "rating": "green",
            "baseline": "12",
            "exception": "positive",
            "explanation": "Hard work",
        },
        {"row": "South", "values": {"2010/11": "1234"}, "direction": "worsened"},
    ]
    found = matter(
        {
            "indicator": "Burglaries",
            "unit": "burglaries",
            "polarity": "decrease",
            "values": {"2009/10": "1300", "2010/11": "1242"},
            "rows": rows,
        }
    )
    (measure,) = found.measures
    table = measure.series[0]
    assert (table.caption, table.kind) == ("Burglaries (burglaries)", "series")
    assert cells(table) == [
        ["Breakdown", "2009/10", "2010/11", "Target", "Rating", "Direction"],
        *(
            ["All", "1,300", "1,242", "No target", "Not rated",
             "Improved (computed) (down 58 (4.5%) since 2009/10)"],
            ["North", "10", "8", "9", "Green (stated and computed)",
             "Improved (computed) (down 2 (20%) since 2009/10)"],
            ["North: target", "9", "9", "No target", "Not rated", "Not stated"],
            ["South", "n/a", "1,234", "No target", "Not rated", "Worsened"],
        ),
    ]  # fmt: skip
    assert [detail.label for detail in measure.details[1:]] == [
        "North, baseline",
        "North, singled out",
        "North, note on 2010/11",
        "North",
    ]


def test_a_breakdown_alone() -> None:
    found = matter({"indicator": "I", "rows": [{"row": "North", "values": "8"}]})
    assert cells(found.measures[0].series[0]) == [["Breakdown", "Figure"], ["North", "8"]]
    assert cells(found.indicators[0]) == [["Measure"], ["I"]]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"values": "1424"}, ["1,424"]),
        ({"values": {"2010/11": "not published: expected in July 2012"}},
         ["not published: expected in July 2012 (2010/11)"]),
        ({"values": {"2030/31": "5"}}, ["5 (2030/31)"]),
        ({"target": {"2010/11": "27%", "2011/12": "28%"}}, ["27% (2010/11); 28% (2011/12)"]),
        ({"values": {"2009/10": "8.07%"}, "target": {"2008/09": "7.7%"}},
         ["8.07% (2009/10)", "7.7% (2008/09) (for another period than the figure)"]),
        ({"rating": "not rated"}, ["Not rated"]),
        ({"unit": "%", "values": {"2010/11": "19.5 (provisional)"}, "target": "20"},
         ["19.5% (provisional) (2010/11)", "20%"]),
        ({"unit": "% of residents", "values": "19.5%", "target": "fewer than 20"},
         ["19.5%", "fewer than 20"]),
        ({"unit": "per 1,000 population", "values": {"2010/11": "1371.5 (estimated)"},
          "target": {"2010/11": "1300", "2011/12": "9"}},
         ["1,371.5 per 1,000 population (estimated) (2010/11)", "1,300 per 1,000 population"]),
        ({"unit": "per 1,000 population", "values": "not published"}, ["not published"]),
        ({"unit": "per 1,000 population", "values": "5", "target": "Annual decrease"},
         ["5 per 1,000 population", "Annual decrease"]),
    ],
)  # fmt: skip
def test_what_there_is_of_figures(said: dict[str, Any], shown: list[str]) -> None:
    (found,) = matter({"indicator": "I", **said}).indicators
    assert cells(found)[1][1:] == shown


def test_periods_that_cannot_be_read_stay_as_typed() -> None:
    values = {"long ago": "1", "2009/10": "2", "1999/2000": "3"}
    found = matter({"indicator": "I", "values": values}).measures[0]
    assert cells(found.series[0])[0] == ["Figure", "long ago", "2009/10", "1999/2000"]


def test_why_a_stated_rating_has_none_beside_it() -> None:
    found = matter({"indicator": "I", "values": "5", "target": "6", "rating": "red"}).measures[0]
    (detail,) = found.details
    assert detail.label == "Why no rating is worked out"


def test_the_direction_of_a_rating() -> None:
    found = matter(ALL_SAID, direction_of_travel="rating").indicators[0]
    assert cells(found)[0][-1] == "Direction of travel of the rating"
    assert cells(found)[1][-1].startswith("Improved (stated")


@pytest.mark.parametrize(
    ("stated", "computed", "words"),
    [
        ("", "", ""),
        ("red", "", "Red"),
        ("", "amber", "Amber (computed)"),
        ("red", "red", "Red (stated and computed)"),
        ("red", "amber", "Red (stated; computed: amber)"),
    ],
)
def test_stated_beside_computed(stated: str, computed: str, words: str) -> None:
    assert text(both(stated, computed)) == words


def test_a_rating_has_its_colour_and_a_direction_has_none() -> None:
    assert both("red", "amber")[:3:2] == (
        Inline("text", "Red", tone="red"),
        Inline("text", "amber", tone="amber"),
    )
    assert both("not rated", "") == (Inline("text", "Not rated"),)
    assert both("improved", "") == (Inline("text", "Improved"),)


AS_REPORTED = Detail(
    "Note", ((Inline("text", "Ratings are as reported where no target is stated."),),)
)


@pytest.mark.parametrize(
    ("said", "details"),
    [
        ({"rating": "red"}, (AS_REPORTED,)),
        ({"rows": {"row": "North", "rating": "red"}}, (AS_REPORTED,)),
        ({"values": {"2010/11": {"value": "5", "rating": "red"}}}, (AS_REPORTED,)),
        ({"values": "5"}, ()),
        ({"rating": "not rated"}, ()),
        ({"values": "5", "target": "6", "rating": "red"}, ()),
        (ALL_SAID, ()),
    ],
)
def test_ratings_without_a_target_are_as_reported(
    said: dict[str, Any], details: tuple[Detail, ...]
) -> None:
    assert matter({"indicator": "I", **said}).indicators[0].details == details


def test_a_rating_that_was_stated_for_a_period() -> None:
    values = {
        "2009/10": {"value": "5", "rating": "green"},
        "2010/11": {"value": "4", "rating": "red"},
    }
    found = shown({"indicator": "I", "values": values})
    own = found.chapters[0].matter
    assert cells(own.indicators[0])[1] == ["I", "4 (2010/11)", "Red"]
    assert cells(own.measures[0].series[0])[1] == ["Actual", "5; Green", "4; Red"]
    assert own.measures[0].series[0].rows[0].cells[1].lines[1][0].tone == "green"
    assert len(found.ratings) == 3


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"polarity": "increase"}, "Unchanged (computed)"),
        ({"direction": "unchanged"}, "Unchanged"),
        ({"polarity": "increase", "direction": "unchanged"}, "Unchanged (stated and computed)"),
        ({"direction": "improved"}, "Improved (unchanged since 2009/10)"),
    ],
)
def test_what_is_unchanged_is_said_once(said: dict[str, Any], words: str) -> None:
    values = {"2009/10": "5", "2010/11": "5"}
    (table,) = matter({"indicator": "I", "values": values, **said}).indicators
    assert cells(table)[1][-1] == words


def test_what_is_stated_of_the_latest_figure_has_no_movement_of_earlier_ones() -> None:
    values = {"2008/09": "10", "2009/10": "8"}
    rows = [
        {"row": "North", "values": values, "direction": "worsened"},
        {"row": "South", "values": values},
        {"row": "West", "values": {**values, "2010/11": "9"}, "direction": "worsened"},
    ]
    whole = {"2009/10": "24", "2010/11": "25"}
    found = matter({"indicator": "I", "polarity": "decrease", "values": whole, "rows": rows})
    (table,) = found.measures[0].series
    assert [row[-1] for row in cells(table)[2:]] == [
        "Worsened (stated; computed: improved)",
        "Improved (computed) (down 2 (20%) since 2008/09)",
        "Worsened (stated and computed) (up 1 (12.5%) since 2009/10)",
    ]


def test_what_has_only_a_unit_and_an_aim_has_no_heading_of_its_own() -> None:
    found = matter(
        {"indicator": "Burglary rate", "unit": "%", "polarity": "decrease"},
        {"indicator": "Burglaries", "unit": "burglaries", "polarity": "monitor"},
    )
    assert found.measures == ()
    assert cells(found.indicators[0])[1:] == [
        ["Burglary rate (%; lower is better)"],
        ["Burglaries (watched only)"],
    ]


def test_what_a_figure_was_before_is_noted() -> None:
    figures = {
        "2009/10": [
            "1000",
            {"value": "990", "on": "1 May 2010"},
            {
                "value": "985",
                "on": "14 July 2011",
                "note": "Counted anew",
                "explanation": "Late reports",
                "corrective_action": "More patrols",
            },
        ],
        "2010/11": ["not published", {"value": "950", "on": "2 June 2011"}, "940"],
    }
    row = {"row": "eMBED", "values": figures, "corrective_action": "A warden", "see": "A1"}
    (measure,) = matter(
        {
            "indicator": "I",
            "values": figures,
            "target": ["900", {"value": "890", "on": "1 May 2010"}],
            "baseline": {"2008/09": ["[x](y)", "1001"]},
            "corrective_action": "More lights",
            "see": ["A1"],
            "rows": [row],
        },
    ).measures
    said = [(detail.label, text(detail.lines[0])) for detail in measure.details]
    assert said[1:9] == [
        ("Note on 2009/10", "Counted anew"),
        ("Explanation of 2009/10", "Late reports"),
        ("What is done about 2009/10", "More patrols"),
        ("Revision of 2009/10", "It was 1,000 before 1 May 2010, and 990 before 14 July 2011"),
        ("Revision of 2010/11", "It was 940 before 2 June 2011"),
        ("Revision of target", "It was 900 before 1 May 2010"),
        ("Revision of baseline 2008/09", "It was [x](y) before"),
        ("What is done about it", "More lights"),
    ]
    assert [label for label, _ in said[10:]] == [
        "eMBED, note on 2009/10",
        "eMBED, explanation of 2009/10",
        "eMBED, what is done about 2009/10",
        "eMBED, revision of 2009/10",
        "eMBED, revision of 2010/11",
        "eMBED, what is done about it",
        "eMBED, see",
    ]
    assert cells(measure.series[0])[1][1:3] == ["985", "950"]


def test_a_document_tells_what_became_known_after_its_years() -> None:
    values = {"2010/11": ["998", {"value": "990", "on": "14 July 2011"}]}
    (found,) = matter({"indicator": "I", "values": values}).indicators
    assert cells(found)[1][1] == "990 (2010/11)"
