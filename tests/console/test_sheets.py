"""`csplan collect` and `csplan apply` as an officer meets them."""

from pathlib import Path

import pytest
from filling import fill
from support import PLAN, Csplan, write_plan

THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    milestones:
      - milestone: 'Campaign [draft] :100: planned'
        due: June 2010
        lead: Analyst, Sussex Police
      - milestone: Campaign run
        due: Quarterly
        lead: SCT
  - ref: L2
    action: Count it
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small plan at `plans/anytown` of the folder that csplan runs in."""
    monkeypatch.chdir(tmp_path)
    return write_plan(Path("plans/anytown"), {"alcohol.yaml": THEME})


def test_collect_writes_a_sheet_for_each_agency(csplan: Csplan, plan: Path) -> None:
    run = csplan("collect", "--as-at", "1 October 2010")
    assert run == (
        0,
        """\
Work asked about at 1 October 2010
  sheets/sussex-police.csv: Sussex Police (1 row)
  sheets/safer-communities-team.csv: Safer Communities Team (1 row)
  sheets/no-agency.csv: for the officer, because nobody leads it (1 row)

To tell those who fill them in:
  Fill in the columns from `reported on` to the right, in the rows that you have news of.
  Leave the others blank, and change nothing to the left of them.
  reported on: the day of your report; if it is blank, the day on which the sheet is taken in.
  new state: `not started`, `in progress`, `on hold`, `complete`, `stopped` or `carried forward`.
  new rating, while work is in progress: `red`, `amber`, `green`, `blue`, `grey` or `not rated`.
  note: anything else, in a sentence or two.
  corrective action: what is done about it, where it goes wrong.
  new due date: only one that the board agreed, with its reason beside it.
  period: the one that you report on, for recurring work; the oldest without a report is there.

Written; `csplan apply` takes them back
""",
        "",
    )
    assert sorted(path.name for path in Path("sheets").iterdir()) == [
        "no-agency.csv",
        "safer-communities-team.csv",
        "sussex-police.csv",
    ]


def test_collect_for_one_agency_in_excel_elsewhere(csplan: Csplan, plan: Path) -> None:
    run = csplan("collect", plan, "--agency", "SCT", "--format", "xlsx", "--output", "out")
    assert run.status == 0
    assert [path.name for path in Path("out").iterdir()] == ["safer-communities-team.xlsx"]


def test_collect_can_only_show(csplan: Csplan, plan: Path) -> None:
    run = csplan("collect", "--dry-run")
    assert run.out.endswith("\nNothing was written (--dry-run)\n")
    assert not Path("sheets").exists()


def test_collect_where_nothing_is_open(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").write_text("theme: Alcohol\n", encoding="utf-8")
    assert "  nothing is open, so there is no sheet\n" in csplan("collect").out
    assert not Path("sheets").exists()


def test_collect_says_what_may_be_missing(csplan: Csplan, plan: Path) -> None:
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    assert csplan("collect").err.startswith("something may be missing here: the plan has 1 error")


def test_collect_does_not_lose_answers(csplan: Csplan, plan: Path) -> None:
    csplan("collect")
    fill(Path("sheets/sussex-police.csv"), {2: {"new state": "Done"}})
    run = csplan("collect")
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "csplan: `sussex-police.csv` in `sheets` may hold answers that would be lost; take them "
        "in with `csplan apply` and move them away, or write over them with --force\n"
    )
    assert csplan("collect", "--force").status == 0


def answered(csplan: Csplan) -> None:
    csplan("collect", "--as-at", "1 October 2010")
    fill(Path("sheets/sussex-police.csv"), {2: {"new state": "Done", "note": "Ran\x1b[31m well"}})
    answers = {"new rating": "A", "corrective action": "An analyst helps", "reported on": "1/9/10"}
    fill(Path("sheets/safer-communities-team.csv"), {2: answers})


SHEETS = ("sheets/sussex-police.csv", "sheets/safer-communities-team.csv")
SHOWN = """\
sheets/sussex-police.csv
  row 2, L1.1: Campaign [draft] :100: planned
    before: not started, due June 2010
    now: complete, due June 2010
    on 2 October 2010; says: Ran [31m well
sheets/safer-communities-team.csv
  row 2, L1.2: Campaign run
    before: not started, due Quarterly
    now: in progress, amber, due Quarterly
    on 1 September 2010; corrective action: An analyst helps; for: April to June 2010
    note: `1/9/10` was read as 1 September 2010

2 rows with news, 0 blank

"""


def test_apply_shows_writes_and_is_taken_back(csplan: Csplan, plan: Path) -> None:
    answered(csplan)
    shown = csplan("apply", *SHEETS, "--on", "2 October 2010", "--dry-run")
    assert shown == (0, SHOWN + "Nothing was written (--dry-run)\n", "")
    assert (plan / "alcohol.yaml").read_text(encoding="utf-8") == THEME
    run = csplan("apply", *SHEETS, "--on", "2 October 2010")
    assert run == (0, SHOWN + "Written; `csplan undo plans/anytown` takes it back\n", "")
    assert csplan("show", "L1.1", "--as-at", "2 October 2010").out.count("complete") >= 1
    again = csplan("apply", *SHEETS)
    assert again.out == (
        "\n0 rows with news, 2 in the plan already, 0 blank\n\n"
        "Nothing was written, because nothing is new\n"
    )
    undone = csplan("undo", plan)
    assert "Takes back: csplan apply sussex-police.csv safer-communities-team.csv\n" in undone.out
    assert (plan / "alcohol.yaml").read_text(encoding="utf-8") == THEME


def test_apply_says_all_that_is_wrong_and_writes_nothing(csplan: Csplan, plan: Path) -> None:
    answered(csplan)
    fill(Path(SHEETS[0]), {2: {"new state": "finishd"}})
    fill(Path("sheets/no-agency.csv"), {2: {"ref": "", "action": "Else", "note": "[/x]"}})
    run = csplan("apply", *SHEETS, "sheets/no-agency.csv", "--on", "2 October 2010")
    assert (run.status, run.err) == (1, "")
    assert run.out.endswith("""
What is wrong
  sheets/sussex-police.csv, row 2, L1.1: `finishd` is not a word for `state`; `state` is one of \
`not started`, `in progress`, `on hold`, `complete`, `stopped` or `carried forward`
  sheets/no-agency.csv, row 2, no ref: the plan has nothing with this reference and these words; \
collect a new sheet

1 row with news, 2 with a problem, 0 blank

Nothing was written; mend the rows that are wrong and run the command again
""")
    assert (plan / "alcohol.yaml").read_text(encoding="utf-8") == THEME


def test_apply_to_several_plans_is_one_change(csplan: Csplan, plan: Path) -> None:
    other = PLAN.replace("Anytown Community", "Othertown Community")
    write_plan(Path("plans/othertown"), {"alcohol.yaml": THEME, "plan.yaml": other})
    csplan("collect")
    sheet = fill(Path(SHEETS[0]), {2: {"note": "one"}, 3: {"note": "two"}})
    run = csplan("apply", sheet)
    back = "`csplan undo plans/anytown` takes it back"
    assert run.out.endswith(f"\n\n2 rows with news, 0 blank\n\nWritten; {back}\n")
    assert run.out.count("    stays: not started, due June 2010\n") == 2
    assert "note: two" in Path("plans/othertown/alcohol.yaml").read_text(encoding="utf-8")
    assert "Taken back" in csplan("undo", "plans/anytown").out
    for name in ("anytown", "othertown"):
        assert Path(f"plans/{name}/alcohol.yaml").read_text(encoding="utf-8") == THEME


def test_apply_counts_what_two_agencies_say_alike(csplan: Csplan, plan: Path) -> None:
    text = THEME.replace("lead: SCT", "lead: [SCT, Sussex Police]")
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    csplan("collect")
    fill(Path(SHEETS[0]), {3: {"note": "Met"}})
    path = fill(Path(SHEETS[1]), {2: {"note": "Met"}})
    path.write_text(path.read_text(encoding="utf-8-sig") + ",,,,,,,,,,,,,,,,,,,,extra\n")
    run = csplan("apply", *SHEETS, "--dry-run")
    assert (
        "\nnote: `sheets/safer-communities-team.csv`: the column `column u` is not one" in run.out
    )
    assert "\n1 row with news, 1 that say the same as another, 2 blank\n" in run.out


def test_apply_asks_for_a_sheet_and_finds_the_plan(csplan: Csplan, plan: Path) -> None:
    answered(csplan)
    assert csplan("apply").status == 2
    assert csplan("apply", "none.csv").err.startswith("csplan: there is no file `none.csv`")
    Path("plans").rename("elsewhere")
    assert csplan("apply", SHEETS[0]).status == 2
    assert csplan("apply", SHEETS[0], "--plan", "elsewhere").status == 0
