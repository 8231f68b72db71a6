"""`csplan status` as an officer meets it."""

import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest
from support import PLAN, Csplan, write_plan

HERE = Path(__file__).parent
STYLE = re.compile(r"\x1b\[[0-9;]*m")
AT = ("--as-at", "15 October 2010")
RATINGS = "ratings:\n  - {rating: red, means: not going to happen}\n"
THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    lead: Analyst, Sussex Police
    milestones:
      - milestone: 'Campaign [draft] :100: | planned'
        due: May 2010
        progress: {on: 1 August 2010, state: complete, note: '=Done'}
      - milestone: Campaign run
        due: 30 September 2010
        lead: TBC
        progress:
          - {on: 1 May 2010, rating: amber}
          - {on: 1 August 2010, rating: red, note: Nobody to run it}
      - milestone: Campaign reported on
        due: May 2010
        progress: {on: 1 August 2010, due: December 2010}
      - milestone: Campaign ended
        due: December 2010
        progress: {on: 1 June 2010, due: November 2010}
  - ref: L2
    action: Work with shops
    due: July 2010
    publish: false
    lead: SCT
    progress: {on: 1 June 2010, due: August 2010}
indicators:
  - indicator: Assaults
    polarity: decrease
    values: {2009/10: 120}
    target: {2009/10: 130}
  - {indicator: Complaints, values: {2009/10: 12}}
"""
BOARD = """\
meetings:
  - meeting: Safer Communities Board
    on: 7 July 2010
    items:
      - {item: Violence, actions: [{action: Write to the minister, lead: SCT, due: July 2010}]}
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    files = {"alcohol.yaml": THEME, "meetings.yaml": BOARD, "plan.yaml": PLAN + RATINGS}
    return write_plan(anytown, files)


def test_at_eighty_columns(csplan: Csplan, plan: Path) -> None:
    run = csplan("status", *AT)
    assert (run.status, run.err) == (0, "")
    assert run.out == (HERE / "status-80.txt").read_text(encoding="utf-8")
    assert max(map(len, run.out.splitlines())) <= 80


def test_as_markdown(csplan: Csplan, plan: Path) -> None:
    out = csplan("status", *AT, "--by", "agency", "--format", "markdown").out
    assert out.startswith("# Anytown Community Safety Agreement 2010/11\n\nStatus at 15 October")
    assert "\n## By agency\n\n| Agency | All | Complete | In progress |" in out
    assert "\n| Sussex Police | 3 | 1 (33%) | 0 | 2 | 0 | 0 | in progress |\n" in out
    assert "\n| No agency named | 1 | 0 | 1 | 0 | 1 | 1 | red |\n" in out
    assert "\n| L1.1 | Campaign \\[draft\\] \\:100: \\| planned | 1 August 2010 |\n" in out
    assert "| L1.3 | Campaign reported on | 1 August 2010 | May 2010 to December 2010," in out


def test_as_json(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(csplan("status", *AT, "--format", "json").out)
    (found,) = answer["plans"]
    assert (answer["warning"], found["as_at"], found["since"]) == (None, "2010-10-15", "2010-07-07")
    assert found["since_is"] == "Safer Communities Board"
    assert found["due"]["total"] == 6
    assert found["due"]["states"]["not started"] == {"number": 4, "percent": 67}
    assert found["due"]["ratings"]["red"] == {"number": 1, "percent": 100}
    assert found["due"]["ratings"]["no rating"] == {"number": 0, "percent": 0}
    assert found["due"]["redated"] == {
        "number": 3, "later": 2, "days": 214 + 31, "earlier": 1, "average": 123,
    }  # fmt: skip
    assert (found["due"]["worst_state"], found["due"]["worst_rating"]) == ("in progress", "red")
    assert found["actions"]["total"] == 3
    assert [each["theme"] for each in found["themes"]] == [
        "Alcohol",
        "Arising from Safer Communities Board",
    ]
    assert [each["agency"] for each in found["agencies"]] == [
        "Sussex Police",
        "Safer Communities Team",
        "No agency named",
    ]
    assert found["newly_overdue"] == 3
    assert found["indicators"] == {
        "indicators": 2, "rows": 0, "green": 1, "amber": 0, "red": 0, "not_rated": 1,
        "not_rated_because": {"no target": 1},
    }  # fmt: skip
    changed = [(each["status"], each["ref"], each["change"]) for each in found["changes"]]
    assert changed == [
        ("complete", "L1.1", None),
        ("red", "L1.2", "was amber"),
        ("re-dated", "L1.3", "May 2010 to December 2010, 214 days later"),
    ]
    assert found["changes"][1]["changed_on"] == "2010-08-01"
    assert found["changes"][1]["note"] == "Nobody to run it"


def test_as_csv(csplan: Csplan, plan: Path) -> None:
    write_plan(plan, {"roads.yaml": "theme: '=1+1'\nactions: [Count cars]\n"})
    out = csplan("status", *AT, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [(row["by"], row["name"], row["total"]) for row in rows] == [
        ("all", "Anytown Community Safety Agreement 2010/11", "7"),
        ("theme", "Alcohol", "5"),
        ("theme", "'=1+1", "1"),
        ("theme", "Arising from Safer Communities Board", "1"),
    ]
    assert rows[1]["complete"] == "1"
    assert rows[1]["complete %"] == "20"
    assert (rows[1]["red"], rows[1]["no rating"], rows[1]["overdue"]) == ("1", "0", "2")
    assert (rows[1]["redated"], rows[1]["days_later"]) == ("3", "245")
    assert (rows[2]["worst_state"], rows[2]["worst_rating"]) == ("not started", "")
    by_agency = csplan("status", *AT, "--format", "csv", "--by", "agency").out
    assert "agency,Sussex Police,3," in by_agency


def test_since_another_day_and_nothing_changed(csplan: Csplan, plan: Path) -> None:
    out = csplan("status", *AT, "--since", "1 October 2010").out
    assert "what changed since 1 October 2010\n" in out
    assert "\nChanges\n  - None was reported\n" in out
    assert "  - Overdue: 3 of 6, 1 of them since then" not in out
    earlier = csplan("status", *AT, "--since", "30 April 2010").out
    assert "\nRe-dated with approval (3)\n" in earlier
    assert "\nStarted (1)\n" in earlier


def test_only_one_theme_or_agency(csplan: Csplan, plan: Path) -> None:
    out = csplan("status", *AT, "--agency", "SCT").out
    assert "Total: 2 actions: 2 not started (100%); 2 overdue\n" in out
    assert "By rating" not in out
    assert "Newly" not in out
    meetings = csplan("status", *AT, "--theme", "alcohol").out
    assert "Arising" not in meetings


def test_what_was_brought_forward_alone(csplan: Csplan, plan: Path) -> None:
    text = THEME.replace("due: December 2010}", "due: May 2010}").replace(
        "due: August", "due: June"
    )
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    assert "  - Re-dated with approval: 3; 2 earlier\n" in csplan("status", *AT).out
    one = text.replace("due: May 2010}", "due: June 2010}")
    (plan / "alcohol.yaml").write_text(one, encoding="utf-8")
    assert ": 3; 1 later, by 30 days in all; 2 earlier\n" in csplan("status", *AT).out


def test_where_actions_are_due_themselves_milestones_are_not_spoken_of(
    csplan: Csplan, plan: Path
) -> None:
    text = "theme: Roads\nactions:\n  - {ref: R1, action: Count cars, due: May 2010, lead: SCT}\n"
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("status", *AT).out
    assert "Actions that are due themselves" not in out
    assert "\nState        Actions                           Of 2\n" in out
    assert out.endswith("\nTotal: 2 actions: 2 not started (100%); 2 overdue\n")


@pytest.mark.parametrize(("columns", "is_list"), [("80", False), ("70", True)])
def test_numbers_stand_in_a_table_only_where_it_fits(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch, columns: str, *, is_list: bool
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for window in (False, True):
        monkeypatch.setattr(sys.stdout, "isatty", lambda window=window: window)
        lines = STYLE.sub("", csplan("status", *AT).out).splitlines()
        assert ("- Alcohol: 5" in lines) is is_list
        found = [line.split() for line in lines if line.split()[:1] == ["Theme"]]
        names = ["Theme", "All", "Complete", "progress", "started", "Overdue", "Red", "Worst"]
        assert found == ([] if is_list else [names])


@pytest.mark.parametrize(
    ("rating", "others", "worst"),
    [
        ("green", "not started", "green (1 of 3 rated)"),
        ("amber", "on hold", "amber (1 of 3 rated)"),
        ("green", "complete", "green"),
        ("red", "not started", "red"),
        ("not rated", "not started", "not rated"),
    ],
)
def test_the_worst_does_not_read_better_than_what_is_known(
    csplan: Csplan, plan: Path, rating: str, others: str, worst: str
) -> None:
    text = "theme: Roads\nactions:\n"
    text += f"  - {{action: a, progress: {{on: 1 May 2010, rating: {rating}}}}}\n"
    other = f"  - {{action: b, progress: {{on: 1 May 2010, state: {others}}}}}\n"
    text += other * 2
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("status", *AT, "--theme", "roads", "--format", "markdown").out
    (row,) = (line for line in out.splitlines() if line.startswith("| Roads "))
    assert row.endswith(f" | {worst} |")
    found = json.loads(csplan("status", *AT, "--theme", "roads", "--format", "json").out)
    assert found["plans"][0]["due"]["open"] == (1 if others == "complete" else 3)
