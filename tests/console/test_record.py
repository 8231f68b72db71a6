"""`csplan record`, as an officer meets it."""

from datetime import date
from pathlib import Path

import pytest
from support import PLAN, Csplan, write_plan

from csplan.dates import Days

THEME = """\
theme: Violence
indicators:
  - indicator: Assaults in public places
    code: NI 39
    unit: offences
    polarity: decrease
    target: 900
    within: 5%
    values:
      2009/10: 1,100 # from the police
      2010/11: 998
  - indicator: Thefts
    rating: green
    direction: improved
    polarity: decrease
    values: {2010/11: '5'}
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_plan(tmp_path / "plans/anytown", {"violence.yaml": THEME})


def test_record_shows_what_it_writes_and_how_the_indicator_stands(
    csplan: Csplan, plan: Path
) -> None:
    said = ("--period", "Apr 2010 - Mar 2011", "--value", "1,004", "--on", "14/7/11")
    more = ("--note", "[red]Late[/red]", "--corrective-action", "Patrols", "--rating", "R")
    trial = csplan("record", "ni39", *said, *more, "--dry-run")
    assert trial.status == 0
    assert trial.out == (
        "Assaults in public places\n"
        "  recorded: 1,004 for 2010/11, known on 14 July 2011 (was 998)\n"
        "  latest: 1,004 offences for 2010/11, revised from 998 on 14 July 2011\n"
        "  target: 900\n"
        "  rating: red, as stated: 1,004 is 104 (11.6%) over the target of 900; amber reaches 5%\n"
        "  direction of travel: improved: down 96 (8.7%) since 2009/10\n"
        "plans/anytown/violence.yaml\n"
        "  @ line 11\n"
        "  -       2010/11: 998\n"
        "  +       2010/11:\n"
        "  +         - 998\n"
        "  +         - value: 1,004\n"
        "  +           on: 14 July 2011\n"
        "  +           rating: red\n"
        "  +           note: '[red]Late[/red]'\n"
        "  +           corrective_action: Patrols\n"
        "\n"
        "Nothing was written (--dry-run)\n"
    )
    assert (plan / "violence.yaml").read_text() == THEME
    real = csplan("record", "Assaults in", *said, *more)
    assert real.out.endswith("\nWritten; `csplan undo plans/anytown` takes it back\n")
    shown = csplan("indicators", "--as-at", "13 July 2011").out
    assert "998 offences for 2010/11; target 900\n" in shown
    shown = csplan("indicators", "--as-at", "14 July 2011").out
    assert "1,004 offences for 2010/11, revised from 998 on 14 July 2011; target 900\n" in shown
    again = csplan("record", "ni39", *said, *more)
    assert again.status == 0
    assert "  in the plan already: 1,004 for 2010/11\n" in again.out
    assert again.out.endswith("\nNothing to write: all of it is in the plan already\n")
    assert csplan("undo").out.startswith(
        "Takes back: csplan record Assaults in --period Apr 2010 - Mar 2011\n"
    )
    assert (plan / "violence.yaml").read_text() == THEME


def test_record_is_of_today_unless_a_day_is_given(csplan: Csplan, plan: Path) -> None:
    today = date.today()  # noqa: DTZ011 - the day on the officer's own calendar
    run = csplan("record", "Thefts", "--period", "2011/12", "--value", "4")
    assert f"  recorded: 4 for 2011/12, known on {today.day} {today:%B %Y}\n" in run.out
    assert (
        "  note: the plan still says `rating: green` and `direction: improved`, which was stated "
        "of an earlier figure; correct it, or take it out\n"
    ) in run.out
    assert f"on: {today.day} {today:%B %Y}}}}}" in (plan / "violence.yaml").read_text()


def test_more_may_be_said_of_a_figure(csplan: Csplan, plan: Path) -> None:
    said = ("--period", "2009/10", "--value", "1100", "--corrective-action", "Done", "--note", "x")
    run = csplan("record", "NI 39", *said)
    assert "  added to: 1100 for 2009/10, note, corrective action\n" in run.out
    assert "value: 1,100 # from the police\n" in (plan / "violence.yaml").read_text()
    run = csplan("record", "NI 39", *said, "--explanation", "y")
    assert "  added to: 1100 for 2009/10, explanation\n" in run.out


def test_record_shows_what_is_new_to_complain_of(csplan: Csplan, plan: Path) -> None:
    (plan / "violence.yaml").write_text(THEME.replace("998", "890"))
    run = csplan("record", "NI 39", "--period", "2010/11", "--value", "998", "--on", "1 May 2011")
    assert "\nnew warning[red-without-corrective-action] plans/anytown/violence.yaml:" in run.out


def test_record_that_is_wrong_writes_nothing(csplan: Csplan, plan: Path) -> None:
    run = csplan("record", "NI 39", "--period", "2010/11", "--value", "lots")
    assert run.status == 2
    assert run.err.startswith("csplan: Assaults in public places: `lots` is not a figure; write")
    assert csplan("record").err == (
        "csplan: name an indicator by its code or name, or a sheet with --from\n"
    )
    assert csplan("record", "NI 93", "--period", "x", "--value", "1").err == (
        "csplan: no plan has an indicator `NI 93`; did you mean `NI 39`?\n"
    )
    assert (plan / "violence.yaml").read_text() == THEME


SHEET = """\
Indicator,Period,Value,On,Note
NI 39,Q1 2011/12,240,14 July 2011,"=1+1, [b]"
thefts,2011/12,4,1 May 2012,
NI 39,2010/11,,,
"""


def test_a_sheet_is_recorded_whole(csplan: Csplan, plan: Path) -> None:
    Path("figures.csv").write_text(SHEET)
    run = csplan("record", "--from", "figures.csv", "plans/anytown")
    assert run.status == 0
    assert run.out.startswith("note: row 4 left out, because nothing is filled in\nAssaults in")
    assert "  recorded: 240 for Q1 2011/12, known on 14 July 2011\n" in run.out
    assert "  recorded: 4 for 2011/12, known on 1 May 2012\n" in run.out
    assert "note: =1+1, [b]\n" in (plan / "violence.yaml").read_text()
    assert csplan("undo").out.startswith("Takes back: csplan record --from figures.csv\n")


def test_a_sheet_with_anything_wrong_is_not_recorded(csplan: Csplan, plan: Path) -> None:
    Path("figures.csv").write_text(SHEET + "NI 39,Q2,5,,\nNI 7,2011/12,5,soon,\n")
    run = csplan("record", "--from", "figures.csv")
    assert run.status == 1
    assert run.out == (
        "note: row 4 left out, because nothing is filled in\n"
        "figures.csv, row 5: Assaults in public places: `Q2` does not say its year; write it, such "
        "as `Q4 2011/12`\n"
        "figures.csv, row 6: no plan has an indicator `NI 7`\n"
        "\n"
        "Nothing was written, because 2 of 4 rows are wrong\n"
    )
    Path("figures.csv").write_text("indicator,period,value\n,2011/12,5\n")
    run = csplan("record", "--from", "figures.csv")
    assert "row 2: no indicator is named; write its code, or its name as it begins\n" in run.out
    assert run.out.endswith("Nothing was written, because 1 of 1 row is wrong\n")
    assert (plan / "violence.yaml").read_text() == THEME


def test_a_sheet_that_says_nothing(csplan: Csplan, plan: Path) -> None:
    Path("figures.csv").write_text("indicator,period,value\nNI 39,2011/12,\n")
    run = csplan("record", "--from", "figures.csv", str(plan), "--on", "1 May 2012")
    assert (run.status, run.err) == (2, "csplan: no figure is filled in in `figures.csv`\n")


@pytest.mark.parametrize("beside", [["--value", "5"], ["NI 39", "plans"]])
def test_a_sheet_says_itself_what_its_figures_are_for(
    csplan: Csplan, plan: Path, beside: list[str]
) -> None:
    run = csplan("record", "--from", "figures.csv", *beside)
    assert (run.status, run.err) == (
        2,
        (
            "csplan: a sheet says itself what its figures are for; only a path and --on may stand"
            " beside it\n"
        ),
    )
    assert plan.exists()


def test_an_indicator_of_a_closed_plan_is_said_to_be_there(csplan: Csplan, plan: Path) -> None:
    old = PLAN + "status: closed\n"
    names = ("Females in treatment", "Thefts of cycles")
    made = "".join(f"  - {{indicator: {name}, values: {{2010/11: 5}}}}\n" for name in names)
    files = {"plan.yaml": old, "drugs.yaml": f"theme: Drugs\nindicators:\n{made}"}
    write_plan(plan.parent / "beetown", files)
    said = ("--period", "2011/12", "--value", "3", "--dry-run")
    run = csplan("record", "females in", *said)
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "csplan: `females in` is in `plans/beetown`, which is closed; name that plan after it\n"
    )
    assert csplan("record", "females in", "plans/beetown", *said).status == 0
    assert "no plan has an indicator `Drugs`\n" in csplan("record", "Drugs", *said).err


def test_an_indicator_in_a_file_that_cannot_be_read(csplan: Csplan, plan: Path) -> None:
    (plan / "violence.yaml").write_text(THEME + "outcomes: [\n")
    said = ("--period", "2011/12", "--value", "3")
    why = (
        "but `plans/anytown/violence.yaml` could not be read; run `csplan validate "
        "plans/anytown/violence.yaml` to see why\n"
    )
    run = csplan("record", "NI 39", *said)
    assert (run.status, run.err) == (2, f"csplan: no plan has an indicator `NI 39`, {why}")
    (plan / "other.yaml").write_text("theme: [\n")
    assert csplan("record", "NI 39", *said).err.endswith(
        "but `plans/anytown/other.yaml` and `plans/anytown/violence.yaml` could not be read; run "
        "`csplan validate plans/anytown` to see why\n"
    )


def test_a_figure_that_became_known_today(csplan: Csplan, plan: Path) -> None:
    said = ("record", "NI 39", "--period", "2010/11", "--value", "1,004", "--on", "Today")
    out = csplan(*said, "--dry-run").out
    today = date.today()  # noqa: DTZ011 - as the officer's own calendar has it
    assert f", known on {Days(today, today)} (was 998)\n" in out
