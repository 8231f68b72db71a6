"""Figures entered into their place, and what keeps them from there."""

from collections import Counter
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import PLAN, workspace, write_plan

from csplan.edit import NewFigure, Record, record
from csplan.errors import CannotRunError
from csplan.load import Workspace, load
from csplan.query import find_place, places

PLANS = Path(__file__).parents[2] / "plans"
TODAY = date(2012, 8, 1)
SERIES = """\
values:
  # by year
  2009/10: 1,100
  2011/12: "998" # from the police
unit: offences
polarity: decrease
target: 900
"""


def theme(text: str) -> str:
    head = "theme: Crime\nindicators:\n  - indicator: Assaults\n    code: NI 39\n"
    return head + indent(text, "    ")


def recorded(folder: Path, text: str, *new: NewFigure, today: date = TODAY) -> Record:
    return record(workspace(folder, theme(text)), new, today)


def made(folder: Path, text: str, *new: NewFigure, today: date = TODAY) -> str:
    """The keys of the indicator after figures were recorded."""
    found = recorded(folder, text, *new, today=today)
    assert found.problems == ()
    assert found.draft is not None
    (rewrite,) = found.draft.rewrites
    assert rewrite.after is not None
    return dedent(rewrite.after.decode().partition("NI 39\n")[2])


def figure(period: str, value: str, on: str = "", **said: str) -> NewFigure:
    return NewFigure("ni39", period, value, on=on, **said)


def problem(folder: Path, text: str, new: NewFigure, today: date = TODAY) -> str:
    found = recorded(folder, text, new, today=today)
    assert found.draft is None
    assert found.recorded == ()
    ((number, words),) = found.problems
    assert number == 0
    return words


def test_a_new_period_stands_in_the_order_of_time(tmp_path: Path) -> None:
    assert made(tmp_path, SERIES, figure("2010/11", " 1,005 ", "14 July 2011")) == SERIES.replace(
        "  2011/12", "  2010/11:\n    value: 1,005\n    on: 14 July 2011\n  2011/12"
    )
    assert made(tmp_path, SERIES, figure("2008/09", "1,200", "1/5/09")) == SERIES.replace(
        "  # by year", "  2008/09:\n    value: 1,200\n    on: 1 May 2009\n  # by year"
    )
    assert made(tmp_path, SERIES, figure("Q1 2012/13", "not published")) == SERIES.replace(
        "unit", "  Q1 2012/13:\n    value: not published\n    on: 1 August 2012\nunit"
    )


def test_the_newest_may_stand_first(tmp_path: Path) -> None:
    text = "values: {2011/12: '5', 2010/11: '6', soon: '7'}\n"
    assert made(tmp_path, text, figure("Q1 2012/13", "4")).startswith(
        "values: {Q1 2012/13: {value: 4, on: 1 August 2012}, 2011/12: '5'"
    )
    assert ", 2009/10: {" in made(tmp_path, text, figure("2009/10", "4"))


def test_a_series_begins(tmp_path: Path) -> None:
    both = [figure("2011/12", "5", "1 May 2012", rating="G"), figure("2010/11", "6", "1 May 2012")]
    assert made(tmp_path, "unit: offences\n", *both) == (
        "unit: offences\nvalues:\n"
        "  2010/11:\n    value: 6\n    on: 1 May 2012\n"
        "  2011/12:\n    value: 5\n    on: 1 May 2012\n    rating: green\n"
    )


def test_another_value_is_a_revision(tmp_path: Path) -> None:
    new = figure("Apr 2011 to March 2012", "1,004", "14 July 2012", note="Late\r\n\r\nreports",
                 explanation="a: b", corrective_action="Patrols")  # fmt: skip
    assert made(tmp_path, SERIES, new) == SERIES.replace(
        '  2011/12: "998" # from the police\n',
        '  2011/12:\n    - "998" # from the police\n    - value: 1,004\n      on: 14 July 2012\n'
        "      note: |-\n        Late\n\n        reports\n      explanation: 'a: b'\n"
        "      corrective_action: Patrols\n",
    )
    found = recorded(tmp_path, SERIES, new)
    booked = found.recorded[0].booked
    assert (booked.outcome, booked.period, booked.before) == ("revised", "2011/12", "998")
    (reading,) = found.readings
    assert reading.value is not None
    assert reading.revised_from is not None
    assert (reading.value.text, reading.revised_from.text) == ("1,004", "998")


@pytest.mark.parametrize(
    ("values", "new"),
    [
        ("998 (provisional)", figure("2011/12", "998", "14 July 2012")),
        ("not yet due", figure("2011/12", "998 (part year)", "14 January 2012")),
        ("[5, {value: 6, on: 1 May 2012}]", figure("2011/12", "5", "1 May 2012")),
        ("{value: 40 (part year), on: 1 October 2011}", figure("2011/12", "not yet due",
                                                              "2 October 2011")),
    ],
)  # fmt: skip
def test_what_is_a_revision_too(tmp_path: Path, values: str, new: NewFigure) -> None:
    found = recorded(tmp_path, f"values: {{2011/12: {values}}}\n", new)
    assert [each.booked.outcome for each in found.recorded] == ["revised"]
    assert found.draft is not None
    # The last figure that it had is a reason, or there is none to compare it with.
    assert {each.rule for each in found.draft.warnings} <= {"indicator-incomplete"}


def test_figures_are_entered_in_turn(tmp_path: Path) -> None:
    new = [
        figure("2012/13", "10 (estimated)", "1 May 2012"),
        figure("2012/13", "11 (estimated)", "1 June 2012"),
        figure("2012/13", "11 (estimated)", "", note="Said twice"),
        figure("2012/13", "11 (estimated)", "", note="Said twice"),
    ]
    found = recorded(tmp_path, "values: {2011/12: 5}\n", *new)
    assert [each.booked.outcome for each in found.recorded] == [
        "new", "revised", "added to", "same",
    ]  # fmt: skip
    assert len(found.readings) == 1


def test_the_same_value_changes_nothing(tmp_path: Path) -> None:
    found = recorded(tmp_path, SERIES, figure("2009/10", "1100"), figure("2011/12", "998 "))
    assert [each.booked.outcome for each in found.recorded] == ["same", "same"]
    assert found.draft is None
    assert len(found.readings) == 1
    text = "values: {2011/12: not yet due}\n"
    assert recorded(tmp_path, text, figure("2011/12", "Not yet due")).draft is None
    assert recorded(tmp_path, text).readings == ()


@pytest.mark.parametrize(
    ("values", "after"),
    [
        ("'998'", "{value: '998', note: Counted anew}"),
        ("{value: '998'}", "{value: '998', note: Counted anew}"),
        ("{value: '998', note: Old}", "{value: '998', note: Counted anew}"),
        ("['998']", "[{value: '998', note: Counted anew}]"),
        ("['1', '998']", "['1', {value: '998', note: Counted anew}]"),
        ("['1', {value: '998'}]", "['1', {value: '998', note: Counted anew}]"),
    ],
)
def test_more_may_be_said_of_the_same_value(tmp_path: Path, values: str, after: str) -> None:
    text = f"values: {{2011/12: {values}}}\n"
    assert made(tmp_path, text, figure("2011/12", "998", note="Counted anew")) == (
        f"values: {{2011/12: {after}}}\n"
    )


def test_comments_stay_beside_the_figure_that_more_is_said_of(tmp_path: Path) -> None:
    text = """\
values:
  "2011/12":
    - 1 # provisional
    # revised by the police
    - 998 # final
  2012/13: 7 # counted twice
"""
    new = (figure("2011/12", "998", note="Counted anew"), figure("2012/13", "7", note="True"))
    assert (
        made(tmp_path, text, *new)
        == """\
values:
  "2011/12":
    - 1 # provisional
    # revised by the police
    - value: 998 # final
      note: Counted anew
  2012/13:
    value: 7 # counted twice
    note: True
"""
    )


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (figure("Q4", "5"), "Assaults: `Q4` does not say its year; write it, such as `Q4 2011/12`"),
        (figure(" ", "5"), ("Assaults: no period is given; write the time that the figure is for, "
                           "such as `2011/12`")),
        (figure("2011/12", ""), ("Assaults: no value is given; write the figure, or why there is "
                                "none, such as `not published`")),
        (figure("2011/12", "reduce by 5%"), ("Assaults: `reduce by 5%` is an aim; write "
                                            "the number, or why there is none")),
        (figure("2011/12", "many", "1 May 2013", rating="puce"), (
            "Assaults: `many` is not a figure; write a number, such as `1,424`, `27.0%` or `£322k`,"
            " or why there is none, such as `not available`; 1 May 2013 is still to come; give the"
            " day on which the figure became known; `puce` is not a word for `rating`; `rating` is"
            " one of `red`, `amber`, `green`, `blue`, `grey` or `not rated`")),
        (figure("2010/11", "5", "May 2011"), ("Assaults: `May 2011` is not an exact day; write one "
                                             "such as `30 September 2010`")),
        (figure("2012/13", "5"), (
            "Assaults: `5` cannot have been known on 1 August 2012, because 2012/13 ends on 31"
            " March 2013; correct the period or the day, or write `(part year)` or `(estimated)`"
            " after the figure")),
        (figure("2011/12", "990 (estimated)", "1 March 2012"), (
            "Assaults: `998` is there since 31 March 2012, which is after 1 March 2012; give the"
            " day on which the new figure became known")),
        (NewFigure("NI 390", "2011/12", "5"),
         "no plan has an indicator `NI 390`; did you mean `NI 39`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded(tmp_path: Path, new: NewFigure, words: str) -> None:
    assert problem(tmp_path, SERIES, new) == words


def test_a_revision_is_later_than_what_is_there(tmp_path: Path) -> None:
    text = "values: {2011/12: [5, {value: 6, on: 14 July 2012}]}\n"
    assert problem(tmp_path, text, figure("2011/12", "7", "13 July 2012")) == (
        "Assaults: `6` is there since 14 July 2012, which is after 13 July 2012; give the day on "
        "which the new figure became known"
    )


def test_a_figure_for_every_period_must_be_given_its_own(tmp_path: Path) -> None:
    assert problem(tmp_path, "values: 12\n", figure("2011/12", "7")) == (
        "Assaults: it has one figure for every period, `12`; write that under its own period "
        f"first, such as `2010/11: 12`, at {tmp_path / 'theme.yaml'}:5"
    )


ROWS = """\
rows:
  - row: Amber Valley
    values: {2010/11: 5}
  - row: Amber Hill
  - {row: Bolsover}
"""


def test_a_row_has_figures_of_its_own(tmp_path: Path) -> None:
    new = NewFigure("assaults", "2011/12", "6", row="bolsover")
    assert made(tmp_path, ROWS, new) == ROWS.replace(
        "{row: Bolsover}", "{row: Bolsover, values: {2011/12: {value: 6, on: 1 August 2012}}}"
    )
    found = recorded(tmp_path, ROWS, new._replace(row="amber v"))
    assert [each.name for each in found.readings] == ["Assaults, Amber Valley"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("", ("`Assaults` has its figures by row; say for which: `Amber Valley`, `Amber Hill` and"
             " `Bolsover`")),
        ("Bolsvoer", "`Assaults` has no row `Bolsvoer`; did you mean `Bolsover`?"),
        ("amb", ("`Assaults` has several rows that begin with `amb`; its rows are `Amber Valley`, "
                "`Amber Hill` and `Bolsover`")),
        ("zzz", ("`Assaults` has no row `zzz`; its rows are `Amber Valley`, `Amber Hill` and "
                "`Bolsover`")),
    ],
)  # fmt: skip
def test_which_row_is_meant(tmp_path: Path, row: str, words: str) -> None:
    assert problem(tmp_path, ROWS, NewFigure("assaults", "2011/12", "6", row=row)) == words


def test_many_rows_are_not_all_listed(tmp_path: Path) -> None:
    rows = "rows:\n" + "".join(f"  - row: Row {number}\n" for number in range(7))
    words = problem(tmp_path, rows, figure("2011/12", "5"))
    assert words.endswith("`Row 3` and `Row 4` and 2 more")
    assert problem(tmp_path, SERIES, figure("2011/12", "5", row="North")) == (
        "`Assaults` has no rows; leave out `North`"
    )


INDICATORS = """\
theme: Crime
indicators:
  - {indicator: Thefts of cars, code: NI 39}
  - {indicator: Thefts of bicycles}
  - {indicator: Thefts}
sub_themes:
  - sub_theme: North
    indicators:
      - {indicator: Robberies}
      - {indicator: Robberies}
"""


def test_an_indicator_is_named_by_code_name_or_its_beginning(tmp_path: Path) -> None:
    known = places(workspace(tmp_path, INDICATORS))
    assert find_place(known, "ni39").name == "Thefts of cars"
    assert find_place(known, " thefts  OF b").name == "Thefts of bicycles"
    assert find_place(known, "thefts").name == "Thefts"
    for name, words in (
        ("theft", "`theft` may be one of several indicators: `Thefts of cars` ("),
        ("theft", "write more of its name, or its code"),
        ("Robberies", "name its file after it"),
        ("Robbers", "no plan has an indicator `Robbers`; did you mean `Robberies`?"),
        (" ", "no indicator is named; write its code, or its name as it begins"),
    ):
        with pytest.raises(CannotRunError) as refused:
            find_place(known, name)
        assert words in str(refused.value)


def test_of_many_only_some_are_listed(tmp_path: Path) -> None:
    text = "theme: x\nindicators:\n" + "".join(f"  - indicator: Theft {n}\n" for n in range(7))
    with pytest.raises(CannotRunError, match=r"theme.yaml:7\) and 2 more; write more of its name"):
        find_place(places(workspace(tmp_path, text)), "Theft")


def test_a_file_that_cannot_be_read_has_no_indicators(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, {"theme.yaml": theme(SERIES), "other.yaml": "theme: [x]\n"})
    assert len(places(load((folder,)))) == 1


def test_figures_are_for_one_plan(tmp_path: Path) -> None:
    for name in ("a", "b"):
        other = theme(SERIES).replace("NI 39", f"NI {name}").replace("Assaults", f"A {name}")
        write_plan(tmp_path / name, {"theme.yaml": other, "plan.yaml": PLAN})
    found = load((tmp_path,))
    new = [NewFigure(f"NI {name}", "2010/11", "5") for name in ("a", "b")]
    with pytest.raises(CannotRunError, match="the figures are for several plans; name one: `"):
        record(found, new, TODAY)
    write_plan(tmp_path / "b", {"theme.yaml": theme(SERIES).replace("Assaults", "A a")})
    assert record(found, new[:1], TODAY).problems == ()
    ((_, words),) = record(load((tmp_path,)), [NewFigure("A a", "2010/11", "5")], TODAY).problems
    assert words.startswith("several plans have an indicator `A a`; name one after it: `")


DAYS = st.dates(date(2008, 1, 1), date(2024, 12, 31))
PERIODS = st.builds(
    lambda year, part: f"{part}{year}/{(year + 1) % 100:02}",
    st.integers(2005, 2024),
    st.sampled_from(["", "", "Q1 ", "Q2 ", "Q3 ", "Q4 "]),
)
VALUES = st.sampled_from(["5", "1,424", "27.0%", "<5", "5 (part year)", "6 (estimated)", "n/a: x"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)


SHIPPED = [load((PLANS / name,)) for name in ("derbyshire-2011-12", "safer-essex-2009-11")]


@pytest.mark.usefixtures("untraced")
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_random_figures_in_the_shipped_plans_change_nothing_else(data: st.DataObject) -> None:
    found = SHIPPED[data.draw(st.integers(0, 1))]
    known = places(found)
    asked = []
    for _ in range(data.draw(st.integers(1, 3))):
        place = known[data.draw(st.integers(0, len(known) - 1))]
        rows = [row.row for row in place.indicator.rows] or [""]
        new = NewFigure(
            place.name,
            data.draw(PERIODS),
            data.draw(VALUES),
            data.draw(st.sampled_from(rows)),
            data.draw(DAYS).isoformat(),
            note=data.draw(TEXTS),
        )
        asked.append(new)
    made = record(found, asked, date(2026, 1, 1))
    for rewrite in made.draft.rewrites if made.draft else ():
        before, after = (Counter((data or b"").decode().splitlines()) for data in rewrite[1:])
        # Only what becomes one of several is written on other lines.
        assert (before - after).total() <= 4 * len(asked)
    # What was recorded is in the plan already when it is recorded again.
    periods = {(each.place.name, each.booked.period) for each in made.recorded}
    if made.draft and len(periods) == len(asked):
        again = record(Workspace((made.draft.after,)), asked, date(2026, 1, 1))
        assert {each.booked.outcome for each in again.recorded} == {"same"}
