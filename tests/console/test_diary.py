"""`csplan meetings` as an officer meets it."""

import csv
import io
import json
from pathlib import Path

import pytest
from support import Csplan, write_plan

MEETINGS = """\
meetings:
  - meeting: Safer Communities Board
    on: 7 March 2011
    items:
      - ref: 5/11
        item: Terms of reference
        actions:
          - action: Reconsider the terms [of reference]
            lead: Analyst, Sussex Police
            due: 6 June 2011
          - action: Ask for a place
            measure: A place is given
  - meeting: Safer Communities Board
    on: 5 September 2011
    time: 2pm
    place: County Hall
    items:
      - ref: 1
        item: Annual report
        topic: Governance
        purpose: [information, decision]
        paper: report attached
      - Any other business
  - meeting: Safer Communities Board
    on: 5 December 2011
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"meetings.yaml": MEETINGS})


def test_meetings_to_come_and_what_is_open(csplan: Csplan, plan: Path) -> None:
    run = csplan("meetings", "--as-at", "8 June 2011")
    assert run.status == 0
    assert run.out.splitlines() == [
        "Anytown Community Safety Agreement 2010/11",
        "Meetings at 8 June 2011",
        "",
        "Next: Safer Communities Board, 5 September 2011, 2pm, County Hall",
        "  - 1: Governance: Annual report (for information and decision)",
        "  - Any other business",
        "",
        "Safer Communities Board, 5 December 2011",
        "  - no agenda yet",
        "",
        "Still open from Safer Communities Board, 7 March 2011 (2)",
        "Ref     Action arising             Due                Age      Lead",
        "5/11.1  Reconsider the terms [of   6 June 2011 (2     93 days  Analyst, Sussex",
        "        reference]                 days late)                  Police",
        "5/11.2  Ask for a place            not given          93 days  No lead named",
        "",
        "Total: 2 meetings to come; 2 actions arising still open, 1 overdue",
    ]


def test_a_plan_without_meetings_says_so(csplan: Csplan, plan: Path, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans" / "nothing", {"theme.yaml": "theme: x\n"})
    out = csplan("meetings", "--as-at", "8 June 2011").out
    assert out.endswith("\n\nTotal: 0 meetings to come; 0 actions arising still open\n")
    assert (
        "Meetings at 8 June 2011\n\n"
        in csplan("meetings", "plans/nothing", "--as-at", "8 June 2011", "--format", "markdown").out
    )


def test_one_agency(csplan: Csplan, plan: Path) -> None:
    out = csplan("meetings", "--as-at", "8 June 2011", "--agency", "sussex police").out
    assert "7 March 2011 (1)" in out


def test_meetings_as_markdown(csplan: Csplan, plan: Path) -> None:
    out = csplan("meetings", "--as-at", "8 June 2011", "--format", "markdown").out
    assert "## Next: Safer Communities Board, 5 September 2011, 2pm, County Hall\n\n- 1: Gov" in out
    assert "| 5/11.1 | Reconsider the terms \\[of reference\\] | 6 June 2011 (2 days late) |" in out


def test_meetings_as_json(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(csplan("meetings", "--as-at", "2011-06-08", "--format", "json").out)
    assert answer["as_at"] == "2011-06-08"
    assert answer["warning"] is None
    assert answer["held"] == 1
    assert answer["coming"][0] == {
        "plan": "Anytown Community Safety Agreement 2010/11",
        "meeting": "Safer Communities Board",
        "on": "2011-09-05",
        "time": "2pm",
        "place": "County Hall",
        "items": [
            {
                "ref": "1",
                "item": "Annual report",
                "topic": "Governance",
                "purpose": ["information", "decision"],
                "paper": "report attached",
            },
            {"ref": None, "item": "Any other business", "topic": None, "purpose": [],
             "paper": None},
        ],
        "path": "plans/anytown/meetings.yaml",
        "line": 13,
    }  # fmt: skip
    assert answer["open"][0] == {
        "plan": "Anytown Community Safety Agreement 2010/11",
        "meeting": "Safer Communities Board",
        "held": "2011-03-07",
        "item": "Terms of reference",
        "ref": "5/11.1",
        "action": "Reconsider the terms [of reference]",
        "due": "6 June 2011",
        "days_overdue": 2,
        "age": 93,
        "lead": "Analyst, Sussex Police",
        "agency": "Sussex Police",
        "state": "not started",
        "path": "plans/anytown/meetings.yaml",
        "line": 8,
    }
    assert answer["open"][1]["due"] is None


def test_meetings_as_csv(csplan: Csplan, plan: Path) -> None:
    out = csplan("meetings", "--as-at", "2011-06-08", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [row["ref"] for row in rows] == ["5/11.1", "5/11.2"]


def test_a_warning_comes_first(csplan: Csplan, plan: Path) -> None:
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    warning = "something may be missing here: the plan has 1 error"
    assert csplan("meetings").out.startswith(f"Warning: {warning}")
    assert csplan("meetings", "--format", "markdown").out.startswith(f"Warning: {warning}")
    assert csplan("meetings", "--format", "csv").err.startswith(warning)


def test_an_action_arising_can_be_shown(csplan: Csplan, plan: Path) -> None:
    out = csplan("show", "5/11.2").out
    assert "  meeting: Safer Communities Board, 7 March 2011\n  item: Terms of reference\n" in out
    assert "  measure: A place is given\n" in out
