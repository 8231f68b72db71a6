"""`csplan indicators` as an officer meets it."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from support import PLAN, Csplan, write_plan

THEME = """\
theme: Violence
indicators:
  - indicator: Assaults with less serious injury in public places and in homes of every kind
    unit: offences
    polarity: decrease
    values: {2010/11: "4,854", 2011/12: "3,995 (provisional)"}
    rating: green
    direction: improved
    rows:
      - row: North
        values: {2010/11: "5", 2011/12: suppressed}
        direction: worsened
  - indicator: Repeat | referrals
    kind: key
    code: NI 32
    unit: "%"
    polarity: increase
    values: {2010/11: 24%, 2011/12: 19%}
    target: {2010/11: 27%}
    rating: amber
    direction: improved
  - indicator: Nothing yet
    code: =1+1
  - indicator: No data
    values: not available
    rating: not rated
  - indicator: On target
    polarity: increase
    values: {2010/11: "5", 2011/12: "5"}
    target: at least 5
    rating: green
    direction: unchanged
  - indicator: Nearly
    polarity: increase
    values: {2010/11: "7", 2011/12: "8.4"}
    target: {2011/12: Annual increase}
sub_themes:
  - sub_theme: Knives
    indicators:
      - indicator: Knife crime
        values: 5
        target: 4
"""
KEY = """\
ratings:
  - {rating: green, means: on target}
  - {rating: amber, means: near it, within: 5%}
"""
TEXT = """\
Anytown Community Safety Agreement 2010/11
Indicators at 31 March 2012
Key: green: on target; amber: near it

Violence

Repeat | referrals (key, NI 32)
  19% for 2011/12; target 27% for 2010/11
  red, but stated amber: 19% is 8 points (29.6%) short of the target of 27%;
    amber reaches 5%
  worsened: down 5 points (20.8%) since 2010/11, but stated improved

Assaults with less serious injury in public places and in homes of every kind
  3,995 offences (provisional) for 2011/12
  not rated (stated green): no target
  improved: down 859 (17.7%) since 2010/11, as stated
    North: 5 offences for 2010/11; no figure for 2011/12 (suppressed)
      not rated: no target
      stated worsened

Nothing yet (=1+1)
  no figure

No data
  no figure (not available)
  not rated: no figure

On target
  5 for 2011/12; target at least 5
  green, as stated: 5 is exactly the target of 5
  unchanged since 2010/11, as stated

Nearly
  8.4 for 2011/12; target Annual increase
  green: 8.4 is 1.4 (20%) over 7 for 2010/11
  improved: up 1.4 (20%) since 2010/11

Violence: Knives

Knife crime
  5; target 4
  not rated: it does not say which way is better

Total: 7 indicators and 1 row: 2 green, 0 amber, 1 red, 5 not rated (2 no
  target, 2 no figure, 1 which way is better is not said); unlike the rating
  stated: 1, unlike the direction stated: 1
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    files = {"plan.yaml": PLAN + KEY, "violence.yaml": THEME}
    return write_plan(anytown, files)


def test_every_indicator_is_shown(csplan: Csplan, plan: Path) -> None:
    run = csplan("indicators", "--as-at", "31 March 2012")
    assert (run.status, run.out) == (0, TEXT)


def test_one_theme(csplan: Csplan, plan: Path) -> None:
    write_plan(
        plan, {"plan.yaml": PLAN, "drugs.yaml": "theme: Drugs\nindicators: {indicator: x}\n"}
    )
    out = csplan("indicators", "--theme", "drugs", "--as-at", "31 March 2012").out
    assert out.startswith(
        "Anytown Community Safety Agreement 2010/11\n"
        "Indicators at 31 March 2012, in the theme Drugs\n\nDrugs\n\nx\n"
    )
    assert "Violence" not in out


def test_plans_stand_apart_and_may_hold_none(csplan: Csplan, plan: Path, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans" / "broken", {"plan.yaml": "title: Broken\n"})
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert out.startswith("Warning: something may be missing here")
    assert "\n\nplans/broken\nIndicators at 31 March 2012\n\nThis plan holds no indicators\n" in out


def test_directions_may_be_of_the_rating(csplan: Csplan, plan: Path) -> None:
    write_plan(plan, {"plan.yaml": PLAN + KEY + "direction_of_travel: rating\n"})
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert "\nStated directions of travel are those of the rating\n" in out
    assert (
        "\n  worsened: down 5 points (20.8%) since 2010/11; rating unchanged, but stated\n"
        "    improved (red for 2010/11)\n"
    ) in out
    assert "\n  improved: down 859 (17.7%) since 2010/11; rating stated improved\n" in out
    assert "unlike the direction stated: 1" in " ".join(out.split())


def test_in_a_window_lines_are_wrapped_once(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "120")
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert (
        "\n  red, but stated amber: 19% is 8 points (29.6%) short of the target of 27%;\n"
        "    amber reaches 5%\n"
    ) in out
    monkeypatch.setenv("COLUMNS", "50")
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert "\n  red, but stated amber: 19% is 8 points (29.6%)\n    short of the target of" in out


def test_as_markdown(csplan: Csplan, plan: Path) -> None:
    write_plan(plan, {"plan.yaml": PLAN + KEY, "broken.yaml": "oops\n"})
    out = csplan("indicators", "--as-at", "31 March 2012", "--format", "markdown").out
    assert out.startswith("Warning: something may be missing here")
    assert "\n# Anytown Community Safety Agreement 2010/11\n\nIndicators at 31 March 2012\n" in out
    assert (
        "\n## Violence\n\n| Indicator | Latest | Target | Rating | Direction of travel |\n" in out
    )
    assert "\n| Repeat \\| referrals (key, NI 32) | 19% for 2011/12 | 27% for 2010/11 | red" in out
    assert "in homes of every kind: North | 5 offences for 2010/11; no figure" in out
    assert "\nTotal: 7 indicators and 1 row" in out
    write_plan(plan, {"broken.yaml": "theme: x\n"})
    assert csplan("indicators", "--format", "markdown").out.startswith("# Anytown")


def test_as_json(csplan: Csplan, plan: Path) -> None:
    whole = json.loads(csplan("indicators", "--as-at", "31 March 2012", "--format", "json").out)
    assert (whole["as_at"], whole["warning"], len(whole["indicators"])) == ("2012-03-31", None, 8)
    assert whole["indicators"][0] == {
        "plan": "Anytown Community Safety Agreement 2010/11",
        "theme": "Violence",
        "sub_theme": None,
        "indicator": "Repeat | referrals",
        "row": None,
        "kind": "key",
        "code": "NI 32",
        "unit": "%",
        "polarity": "increase",
        "period": "2011/12",
        "first_day": "2011-04-01",
        "last_day": "2012-03-31",
        "value": "19%",
        "number": "19",
        "mark": None,
        "known_on": None,
        "revised_from": None,
        "revised_from_number": None,
        "target": "27%",
        "target_number": "27",
        "target_period": "2010/11",
        "rating": "red",
        "rated_period": "2011/12",
        "rating_stated": "amber",
        "arithmetic": "19% is 8 points (29.6%) short of the target of 27%; amber reaches 5%",
        "not_rated_because": None,
        "differs": "stated amber, computed red",
        "direction": "worsened",
        "direction_stated": "improved",
        "direction_differs": "stated improved, computed worsened",
        "moved": "down 5 points (20.8%) since 2010/11",
        "missing": None,
        "note": None,
        "explanation": None,
        "corrective_action": None,
        "path": "plans/anytown/violence.yaml",
        "line": 13,
    }
    north, _, no_data = whole["indicators"][2:5]
    assert (north["row"], north["missing"]) == ("North", "2011/12: suppressed")
    assert (no_data["number"], no_data["missing"]) == (None, "not available")


def test_as_csv_for_spreadsheets(csplan: Csplan, plan: Path) -> None:
    out = csplan("indicators", "--as-at", "31 March 2012", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) == 8
    assert rows[3]["code"] == "'=1+1"
    assert rows[1]["mark"] == "provisional"


UNREAD = """\
theme: x
indicators:
  - indicator: As typed
    unit: offences
    polarity: decrease
    values: {2009/10: "10", 2010/11: <5, 2011/12: "5,50", last year: "4"}
    target: {soon: top quartile}
  - indicator: About
    unit: offences
    values: about 410 (provisional)
    target: 5% below last year
  - indicator: Part of a year
    unit: offences
    polarity: decrease
    values: {2010/11: "1,000", April to December 2011: "700"}
    target: {2010/11: "900"}
    rating: green
  - indicator: Of a period
    polarity: increase
    values: {2010/11: {value: "5", rating: green}}
    target: "1000"
"""


def test_what_was_not_understood_is_shown_as_typed(csplan: Csplan, plan: Path) -> None:
    write_plan(plan, {"plan.yaml": PLAN + KEY, "violence.yaml": UNREAD})
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert (
        "\n  <5 offences for 2010/11; 5,50 for 2011/12 (not understood); 4 for last year\n"
        "    (not understood); target top quartile for soon\n"
        "  not rated: the period of its target was not understood\n"
    ) in out
    assert "\n  about 410 (provisional); target 5% below last year\n" in out
    assert (
        "\n  700 offences for April to December 2011; target 900 for 2010/11\n"
        "  red (stated green): 1,000 for 2010/11 is 100 (11.1%) over the target of 900;\n"
    ) in out
    assert (
        "\n  5 for 2010/11; target 1,000\n  red, but stated green: 5 is 995 (99.5%) short"
    ) in out
    whole = json.loads(csplan("indicators", "--as-at", "31 March 2012", "--format", "json").out)
    first, second = whole["indicators"][:2]
    assert first["missing"] == "2011/12: 5,50 (not understood); last year: 4 (not understood)"
    assert (first["target"], second["target"], second["target_number"]) == (
        None,
        "5% below last year",
        None,
    )


def test_a_reason_that_is_rare_is_counted_as_another(csplan: Csplan, plan: Path) -> None:
    target = "theme: x\nindicators: {indicator: x, polarity: increase, values: 5, target: 5%}\n"
    write_plan(plan, {"violence.yaml": target})
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert "Total: 1 indicator: 0 green, 0 amber, 0 red, 1 not rated (1 for another reason)" in out
    rated = target.replace("5%", "5")
    write_plan(plan, {"violence.yaml": rated})
    out = csplan("indicators", "--as-at", "31 March 2012").out
    assert "Total: 1 indicator: 1 green, 0 amber, 0 red; unlike the rating stated: 0" in out


REVISED = """\
theme: Violence
indicators:
  - indicator: Assaults
    unit: offences
    explanation: |
      Fewer nights out.
    values:
      2010/11:
        - "1000"
        - {value: "998", on: 14 July 2011, note: Final, corrective_action: "=Patrols"}
  - indicator: Thefts
    values: {2010/11: [about 5, "6"]}
"""


def test_what_a_figure_was_before(csplan: Csplan, tmp_path: Path) -> None:
    folder = str(write_plan(tmp_path, {"theme.yaml": REVISED}))
    shown = csplan("indicators", folder, "--as-at", "1 August 2011").out
    assert "998 offences for 2010/11, revised from 1,000 on 14 July 2011\n" in shown
    assert "6 for 2010/11, revised from about 5\n" in shown
    earlier = csplan("indicators", folder, "--as-at", "1 July 2011").out
    assert "1,000 offences for 2010/11\n" in earlier
    markdown = csplan("indicators", folder, "--as-at", "1 August 2011", "--format", "markdown").out
    assert "revised from 1,000 on 14 July 2011" in markdown.replace("\\", "")


def test_what_a_figure_was_before_for_a_program(csplan: Csplan, tmp_path: Path) -> None:
    folder = str(write_plan(tmp_path, {"theme.yaml": REVISED}))
    arguments = ("indicators", folder, "--as-at", "1 August 2011", "--format")
    first = json.loads(csplan(*arguments, "json").out)["indicators"][0]
    assert (first["value"], first["known_on"]) == ("998", "2011-07-14")
    assert (first["revised_from"], first["revised_from_number"]) == ("1000", "1000")
    assert (first["note"], first["explanation"]) == ("Final", None)
    before = json.loads(csplan(*arguments[:3], "1 July 2011", "--format", "json").out)
    assert before["indicators"][0]["explanation"] == "Fewer nights out."
    row = next(csv.DictReader(io.StringIO(csplan(*arguments, "csv").out.lstrip("\ufeff"))))
    assert (row["known_on"], row["corrective_action"]) == ("2011-07-14", "'=Patrols")
