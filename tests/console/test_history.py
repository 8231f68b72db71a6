"""What `csplan history` prints."""

import json
from pathlib import Path

import pytest
from repository import Repository
from support import PLAN, Csplan, write_plan

ROOT = Path(__file__).parents[2]
TEXT = Path(__file__).with_name("history.txt")
MARKDOWN = Path(__file__).with_name("history.md")
ASKED = ("SV1", "tests/years", "--as-at", "15 October 2011")


@pytest.mark.parametrize(("form", "golden"), [("text", TEXT), ("markdown", MARKDOWN)])
def test_an_action_through_two_years(
    csplan: Csplan,
    form: str,
    golden: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    rewrite_golden: bool,
) -> None:
    monkeypatch.chdir(ROOT)
    run = csplan("history", *ASKED, "--format", form)
    assert (run.status, run.err) == (0, "")
    assert form != "text" or max(map(len, run.out.splitlines())) <= 80
    if rewrite_golden:
        golden.write_text(run.out, encoding="utf-8")
    assert run.out == golden.read_text(encoding="utf-8")


def test_an_action_for_a_program(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = json.loads(csplan("history", *ASKED, "--format", "json").out)
    assert told["warning"] is None
    (life,) = told["histories"]
    assert {key: life[key] for key in ("ref", "state", "began", "began_by", "ended", "days")} == {
        "ref": "SV1",
        "state": "complete",
        "began": "2010-09-30",
        "began_by": "report",
        "ended": "2011-09-30",
        "days": 366,
    }
    first = life["stages"][0]
    assert (first["due"], first["due_agreed"], first["days_moved"]) == (
        "December 2010",
        "June 2011",
        181,
    )
    assert first["progress"][0] == {
        "on": "2010-09-30",
        "ref": "VC1",
        "state": "in progress",
        "rating": "amber",
        "due": "June 2011",
        "covers": None,
        "note": None,
        "reason": "The venue was lost",
        "by": "Sussex Police",
        "corrective_action": None,
    }
    assert first["changes"] == []


THEME = """\
theme: T
sub_themes:
  - sub_theme: S
    actions:
      - ref: A1
        action: Light the park
        cost: £3k
        carried_from: Q9 of the plan for 2001/02
        carried_to: Q9 of the plan for 2031/32
        milestones:
          - milestone: One
            due: May 2010
            lead: Head, SCT
            progress:
              - {on: 1 May 2010, state: in progress, rating: red, corrective_action: More lamps}
              - {on: 2 June 2010}
              - {on: 3 June 2010, due: April 2010}
          - milestone: Two
            due: Quarterly
            progress: {on: 1 July 2010, covers: Q1}
"""


def test_all_that_is_said_of_it(
    csplan: Csplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path / "p", {"t.yaml": THEME})
    monkeypatch.chdir(tmp_path)
    run = csplan("history", "a1", "p", "--as-at", "15 May 2011")
    expected = """\
A1: Light the park

Anytown Community Safety Agreement 2010/11: A1
  in: T: S
  carried forward from: Q9 of the plan for 2001/02 (not found among the plans
    that were read)
  cost: £3k
  A1.1: One (due: May 2010; now due: April 2010, 31 days earlier; lead: Head,
    SCT; in progress, red on 1 May 2010)
  A1.2: Two (due: Quarterly; lead: nobody is named; in progress on 1 July 2010)
  carried forward to: Q9 of the plan for 2031/32 (not found among the plans that
    were read)
  file: p/t.yaml:5
  what was said:
    A1.1, 1 May 2010: in progress, red; what is done about it: More lamps
    A1.1, 2 June 2010: reported
    A1.1, 3 June 2010: date moved to April 2010
    A1.2, 1 July 2010: for Q1

At 15 May 2011: in progress, red (milestones: 2 in progress); it has been
  reported on since 1 May 2010: 1 year
"""
    assert run.out == expected


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("due: TBC", "At 1 April 2009: not started; it has not begun\n"),
        ("due: May 2010", "  due: May 2010\n"),
        ("note: n", "  due: no date is given\n"),
        (
            "due: May 2010, progress: {on: 1 May 2009, due: 30 June 2010}",
            "  due: May 2010\n  lead",
        ),
        (
            "due: May 2010, progress: {on: 1 March 2009, due: 31 May 2010}",
            "  due: May 2010\n  now due: 31 May 2010\n  lead",
        ),
    ],
)
def test_dates_and_the_day_before_it_began(
    csplan: Csplan, tmp_path: Path, more: str, words: str
) -> None:
    text = f"theme: T\nactions: [{{ref: A1, action: a, {more}}}]\n"
    folder = write_plan(tmp_path, {"t.yaml": text})
    assert words in csplan("history", "A1", folder, "--as-at", "1 April 2009").out


def test_several_lives_and_a_plan_that_cannot_be_read(csplan: Csplan, tmp_path: Path) -> None:
    one = "theme: T\nactions: [{ref: A1, action: a}]\n"
    for name in ("x", "y"):
        write_plan(tmp_path / name, {"t.yaml": one, "plan.yaml": "title: x\n"})
    asked = ("history", "A1", tmp_path, "--as-at", "1 May 2010")
    run = csplan(*asked)
    assert run.out.startswith("Warning: something may be missing here: the plan has 4 errors")
    assert run.out.count("A1: a\n") == 2
    assert run.out.endswith("\nAt 1 May 2010: not started\n")
    assert csplan(*asked, "--format", "markdown").out.startswith("Warning: something may be")
    run = csplan("history", "ZA1", tmp_path)
    assert (run.status, run.out) == (2, "")
    assert run.err == "csplan: no plan has `ZA1`; did you mean `A1`?\n"


def test_text_of_a_plan_is_never_obeyed(csplan: Csplan, tmp_path: Path) -> None:
    progress = "progress: {on: 1 May 2010, note: '[x](http://y)', reason: '|'}"
    text = f"theme: '*T*'\nactions: [{{ref: '<b>', action: '# a', {progress}}}]\n"
    folder = write_plan(tmp_path, {"t.yaml": text})
    marked = csplan("history", "<b>", folder, "--format", "markdown").out
    for words in (r"# \<b\>: \# a", r"- in: \*T\*", r"because: \|; \[x\](http\://y)"):
        assert words in marked
    assert "# a" in csplan("history", "<b>", folder).out


def test_each_thing_said_is_one_line_whatever_the_plan_holds(
    csplan: Csplan, tmp_path: Path
) -> None:
    steps = '[{milestone: "m\\n\\nn"}]'
    text = f'theme: T\nactions: [{{ref: A1, action: "a\\n\\n# b", milestones: {steps}}}]\n'
    folder = write_plan(tmp_path, {"t.yaml": text})
    marked = csplan("history", "A1", folder, "--format", "markdown").out
    for words in ("# A1: a \\# b\n", ": A1\n", "\n- A1.1: m n "):
        assert words in marked


def test_the_days_on_which_the_file_was_changed(csplan: Csplan, tmp_path: Path) -> None:
    kept = Repository(tmp_path)
    one = "theme: T\nactions: [{ref: A1, action: a}]\n"
    kept.commit("Put [x] in", {"p/plan.yaml": PLAN, "p/t.yaml": one})
    kept.git("commit", "--quiet", "--allow-empty-message", "--allow-empty", "-m", "")
    kept.write({"p/t.yaml": one.replace("action: a", "action: b")})
    run = csplan("history", "A1", tmp_path / "p", "--git")
    assert "  when the file was changed:\n    1 January 2010: added: Put [x] in\n" in run.out
    assert "    changed, and not committed yet\n" in run.out
    marked = csplan("history", "A1", tmp_path / "p", "--git", "--format", "markdown").out
    assert "When the file was changed:\n\n- 1 January 2010: added: Put \\[x\\] in\n" in marked
    told = json.loads(csplan("history", "A1", tmp_path, "--git", "--format", "json").out)
    assert told["histories"][0]["stages"][0]["changes"] == [
        {"on": "2010-01-01", "subject": "Put [x] in", "what": "added"},
        {"on": None, "subject": None, "what": "changed"},
    ]


def test_git_outside_of_a_repository(csplan: Csplan, tmp_path: Path) -> None:
    folder = write_plan(tmp_path, {"t.yaml": "theme: T\nactions: [{ref: A1, action: a}]\n"})
    run = csplan("history", "A1", folder, "--git")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("csplan: git knows no repository at `")


@pytest.mark.parametrize(
    ("more", "stands", "since"),
    [
        ("", "not started", "has stood in the plan since 1 April 2010: 4 months"),
        (
            "progress: {on: 1 July 2010, state: complete}",
            "complete on 1 July 2010",
            "stood in the plan from 1 April 2010 to 1 July 2010: 3 months",
        ),
        (
            "progress: [{on: 1 July 2010, state: complete}, {on: 2 July 2010, note: n}]",
            "complete on 1 July 2010",
            "stood in the plan from 1 April 2010 to 1 July 2010: 3 months",
        ),
        (
            "start: June 2010",
            "not started",
            "should have been running since 1 June 2010: 2 months",
        ),
        (
            "start: June 2010, progress: {on: 1 July 2010, rating: red}",
            "in progress, red on 1 July 2010",
            "has been running since 1 June 2010: 2 months",
        ),
        (
            "start: June 2010, progress: {on: 1 July 2010, state: complete}",
            "complete on 1 July 2010",
            "ran from 1 June 2010 to 1 July 2010: 31 days",
        ),
        (
            "start: July 2010, progress: {on: 1 May 2010, state: complete}",
            "complete on 1 May 2010",
            "stood in the plan from 1 April 2010 to 1 May 2010: 31 days",
        ),
        (
            "start: September 2010, progress: {on: 1 July 2010, note: n}",
            "not started",
            "has been reported on since 1 July 2010: 32 days",
        ),
        ("progress: {on: 1 March 2010, state: complete}", "complete on 1 March 2010", ""),
        (
            "milestones: [{milestone: m, progress: {on: 2 July 2010, state: complete}}]",
            "complete (milestones: 1 complete)",
            "stood in the plan from 1 April 2010 to 2 July 2010: 3 months",
        ),
        (
            "milestones: [{milestone: m, progress: {on: 2/7/10, state: stopped}}, {milestone: n}]",
            "in progress (milestones: 1 stopped, 1 not started)",
            "has been reported on since 2 July 2010: 31 days",
        ),
    ],
)
def test_where_it_stands_and_since_when(
    csplan: Csplan, tmp_path: Path, more: str, stands: str, since: str
) -> None:
    theme = f"theme: T\nactions:\n  - {{ref: A1, action: Dig, {more}}}\n"
    folder = write_plan(tmp_path / "p", {"t.yaml": theme})
    run = csplan("history", "A1", folder, "--as-at", "1 August 2010")
    expected = f"At 1 August 2010: {stands}{f'; it {since}' if since else ''}"
    assert " ".join(run.out.split("\n\n")[-1].split()) == expected


def test_what_arises_from_a_meeting_has_been_open_since_then(
    csplan: Csplan, tmp_path: Path
) -> None:
    item = "{item: Lights, ref: 3, actions: [{action: Dig}]}"
    board = f"meetings: [{{meeting: B, on: 1 July 2010, items: [{item}]}}]\n"
    folder = write_plan(tmp_path / "p", {"board.yaml": board})
    run = csplan("history", "3.1", folder, "--as-at", "1 August 2010")
    assert run.out.endswith("not started; it has been open since 1 July 2010: 32 days\n")
