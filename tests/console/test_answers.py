"""`csplan expectations` as an officer meets it."""

import csv
import io
import json
from pathlib import Path

import pytest
from support import PLAN, Csplan, write_plan

THEME = """\
theme: Crime
expectations:
  source: National plan
  put_to: partnerships
  expects:
    - {ref: 1, expectation: Publish figures, response: '=Done'}
    - {ref: 2, expectation: Hold | meetings}
    - {ref: 3, expectation: Work with schools, see: item 1}
    - {ref: 4, expectation: Work with prisons, see: 2}
    - {ref: 5, expectation: Tackle gangs, not_applicable: none here}
    - {ref: 6, expectation: Train staff}
actions:
  - {ref: A1, action: Train staff, due: Q2, lead: Sussex Police, meets: [item 6, '1']}
"""
TOTAL = (
    "Total: 6 expectations: 1 answered, 1 by action, 2 by reference, 1 not",
    "  applicable, 1 unanswered; 2 gaps; 2 met by actions",
)


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"crime.yaml": THEME})


def test_the_gaps_are_shown(csplan: Csplan, plan: Path) -> None:
    run = csplan("expectations")
    assert run.status == 0
    assert run.out.splitlines() == [
        "Anytown Community Safety Agreement 2010/11",
        "",
        "National plan",
        "No.  Expectation                                  Answer",
        "2    Hold | meetings                              no response",
        "4    Work with prisons                            see 2, which has no answer",
        "                                                  either",
        "",
        *TOTAL,
    ]


def test_all_are_shown_if_asked(csplan: Csplan, plan: Path) -> None:
    out = csplan("expectations", "--all", "--theme", "crime").out
    assert "1    Publish figures                              =Done; met by A1\n" in out
    assert "3    Work with schools                            see item 1\n" in out
    assert "5    Tackle gangs                                 not applicable: none here\n" in out
    assert "6    Train staff                                  met by A1\n" in out


def test_several_plans_stand_apart(csplan: Csplan, plan: Path, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans" / "nothing", {"theme.yaml": "theme: x\n"})
    out = csplan("expectations").out
    assert out.endswith(
        "\n\nAnytown Community Safety Agreement 2010/11\n\nThis plan holds no expectations\n"
    )


def test_as_markdown(csplan: Csplan, plan: Path) -> None:
    out = csplan("expectations", "--format", "markdown").out
    assert "## National plan\n\n| No. | Expectation | Answer |\n| --- | --- | --- |\n" in out
    assert "| 2 | Hold \\| meetings | no response |\n" in out


def test_as_json(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(csplan("expectations", "--format", "json").out)
    assert answer["warning"] is None
    assert len(answer["expectations"]) == 6
    assert answer["expectations"][3] == {
        "plan": "Anytown Community Safety Agreement 2010/11",
        "theme": "Crime",
        "source": "National plan",
        "ref": "4",
        "expectation": "Work with prisons",
        "put_to": "partnerships",
        "status": "by reference",
        "gap": "refers to what is unanswered",
        "response": None,
        "not_applicable": None,
        "see": "2",
        "other_documents": None,
        "met_by": None,
        "path": "plans/anytown/crime.yaml",
        "line": 9,
    }
    assert [each["gap"] for each in answer["expectations"]][:2] == [None, "unanswered"]


def test_as_csv(csplan: Csplan, plan: Path) -> None:
    out = csplan("expectations", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 6
    assert rows[0]["response"] == "'=Done"
    assert rows[5]["met_by"] == "A1"


def test_fail_makes_a_gap_fail(csplan: Csplan, plan: Path) -> None:
    assert csplan("expectations", "--fail").status == 1
    text = THEME.replace("Hold | meetings}", "Hold meetings, response: Done}")
    (plan / "crime.yaml").write_text(text, encoding="utf-8")
    assert csplan("expectations", "--fail").status == 0
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    assert csplan("expectations", "--fail").status == 1


def test_a_warning_comes_first(csplan: Csplan, plan: Path) -> None:
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    warning = "something may be missing here: the plan has 1 error"
    assert csplan("expectations").out.startswith(f"Warning: {warning}")
    assert csplan("expectations", "--format", "markdown").out.startswith(f"Warning: {warning}")
    run = csplan("expectations", "--format", "json")
    assert json.loads(run.out)["warning"].startswith(warning)
    assert run.err.startswith(warning)


def test_what_is_in_a_closed_plan_is_said_to_be_there(csplan: Csplan, plan: Path) -> None:
    closed = {"plan.yaml": PLAN + "status: closed\n", "old.yaml": THEME.replace("A1", "CE - 1/11")}
    write_plan(plan.parent / "beetown", closed)
    where = "csplan: `ce-1/11` is in `plans/beetown`, which is closed; name that plan after it\n"
    for asked in (("show", "ce-1/11"), ("update", "ce-1/11", "--state", "complete")):
        assert csplan(*asked) == (2, "", where)
    assert csplan("show", "ce-1/11", "plans/beetown").status == 0
    assert csplan("history", "ce-1/11").status == 0
    assert csplan("show", "ce-2").err.startswith("csplan: no plan has `ce-2`")
    write_plan(plan.parent / "ceetown", closed)
    several = "in `plans/beetown` and `plans/ceetown`, which are closed; name one after it\n"
    assert several in csplan("show", "CE - 1/11").err
