"""The commands as an officer meets them: what they print, where, and how they exit."""

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import PLAN, Csplan, write_plan

from csplan import __version__, cli
from csplan.console.lint import FORMATS
from csplan.rules import DOCUMENTED

THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    cost: £3k
    lead: Analyst, Sussex Police
    milestones:
      - milestone: 'Campaign [draft] :100: planned'
        due: Quarter 1, July 2010
      - milestone: Campaign run
        due: 30 September 2010
        lead: TBC
      - milestone: Campaign reported on
        due: Quarterly
        lead:
          - Analyst, SCT
          - Inspector, Sussex Police
      - milestone: Lessons shared
        due: Ongoing
      - milestone: Lessons learnt
        due: TBC
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"alcohol.yaml": THEME})


def test_version(csplan: Csplan) -> None:
    assert csplan("--version") == (0, f"csplan {__version__}\n", "")


def test_help_names_every_command(csplan: Csplan) -> None:
    run = csplan("--help")
    assert run.status == 0
    # What is cut ends in dots.
    assert "..." not in run.out.partition("Commands:")[2]
    for command in (
        "validate",
        "status",
        "overdue",
        "due",
        "unowned",
        "quiet",
        "render",
        "show",
        "explain",
    ):
        assert f"  {command} " in run.out
        assert csplan(command, "--help").status == 0


def test_validate_shows_each_complaint_with_its_line_and_a_caret(
    csplan: Csplan, plan: Path
) -> None:
    run = csplan("validate")
    assert run.status == 0
    lines = run.out.splitlines()
    assert lines[0].startswith("plans/anytown/alcohol.yaml:9:14: warning[quarter-month-mismatch]")
    assert lines[1:3] == ["    9 |         due: Quarter 1, July 2010", "      |              ^"]
    assert lines[-1].startswith("2 files, 1 action, 5 milestones: 0 errors, ")
    assert run.err == ""


def test_warnings_fail_only_when_strict(csplan: Csplan, plan: Path) -> None:
    assert csplan("validate", plan).status == 0
    assert csplan("validate", plan, "--strict").status == 1
    (plan / "alcohol.yaml").write_text("theme: [\n", encoding="utf-8")
    assert csplan("validate", plan).status == 1


def test_a_sound_plan_passes_when_strict(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").write_text("theme: Alcohol\n", encoding="utf-8")
    run = csplan("validate", "--strict")
    assert run.status == 0
    assert run.out.startswith("2 files, 0 actions, 0 milestones: 0 errors, 0 warnings (")


def test_validate_as_json(csplan: Csplan, plan: Path) -> None:
    run = csplan("validate", "--format", "json")
    found = json.loads(run.out)
    assert found[0] == {
        "path": "plans/anytown/alcohol.yaml",
        "line": 9,
        "column": 14,
        "severity": "warning",
        "rule": "quarter-month-mismatch",
        "message": found[0]["message"],
        "ref": "L1.1",
        "agencies": ["Sussex Police"],
    }
    assert found[0]["message"].startswith("L1.1: ")
    assert run.err.startswith("2 files")


def test_validate_for_github_lets_no_plan_text_become_a_command(csplan: Csplan, plan: Path) -> None:
    odd = plan / "a,b%.yaml"
    odd.write_text('theme: x\n"::set-output name=a::b\\n%0A::error::": y\n', encoding="utf-8")
    run = csplan("validate", "--format", "github")
    lines = run.out.splitlines()
    assert lines[0].startswith(
        "::error file=plans/anytown/a%2Cb%25.yaml,line=2,col=1,title=unknown-key::`::set-output"
    )
    assert "%250A::error::" in lines[0]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


def test_no_excerpt_of_what_has_no_lines(csplan: Csplan, plan: Path) -> None:
    (plan / "folder.yaml").mkdir()
    (plan / "empty.yaml").write_text("", encoding="utf-8")
    (plan / "alcohol.yaml").unlink()
    assert [line.split(": ")[0] for line in csplan("validate").out.splitlines()[:-1]] == [
        "plans/anytown/empty.yaml:1:1",
        "plans/anytown/folder.yaml:1:1",
    ]


@pytest.mark.parametrize(
    ("line", "shown", "caret"),
    [
        ("x: y", "    2 | x: y", "      | ^"),
        ("'日本': @", "    2 | '日本': @", "      |         ^"),
        ("'\x1b[31m': [", None, None),
        ("'" + "a" * 300 + "': [", None, None),
    ],
)
def test_the_caret_stands_under_the_place(
    csplan: Csplan, plan: Path, line: str, shown: str | None, caret: str | None
) -> None:
    (plan / "alcohol.yaml").write_text(f"theme: x\n{line}\n", encoding="utf-8")
    lines = csplan("validate", plan / "alcohol.yaml").out.splitlines()
    if shown:
        assert lines[1:3] == [shown, caret]
    assert "\x1b" not in "".join(lines)
    assert all(len(each) < 250 for each in lines[1:3])


def test_lines_100_and_1234_stay_lines(csplan: Csplan, plan: Path) -> None:
    padding = "# x\n" * 98
    (plan / "alcohol.yaml").write_text(f"theme: x\n{padding}bad: y\n", encoding="utf-8")
    assert "alcohol.yaml:100:1: error" in csplan("validate").out


def test_overdue_at_eighty_columns(csplan: Csplan, plan: Path) -> None:
    run = csplan("overdue", "--quarter", "Q2", "--as-at", "15 October 2010")
    assert run.status == 0
    assert run.out == (Path(__file__).parent / "overdue-80.txt").read_text(encoding="utf-8")
    assert max(map(len, run.out.splitlines()[2:-1])) <= 80


def test_overdue_at_two_hundred_columns(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    run = csplan("overdue", "--as-at", "15 October 2010")
    assert run.out == (Path(__file__).parent / "overdue-200.txt").read_text(encoding="utf-8")


def test_overdue_in_a_narrow_window_is_a_list(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = csplan("overdue", "--as-at", "15 October 2010").out
    assert (
        "- L1.1: Campaign [draft] :100: planned\n    due Quarter 1, July 2010; late 76 days;" in out
    )
    assert "- L1.4: Lessons shared\n    due Ongoing; lead Analyst, Sussex Police\n" in out


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("agency", ["Sussex Police (2)", "Safer Communities Team (1)", "No agency named (1)"]),
        ("theme", ["Alcohol (3)"]),
        ("lead", ["Analyst, SCT (1)", "Inspector, Sussex Police (1)",
                  "Analyst, Sussex Police (1)", "TBC (1)"]),
        ("due", ["Due by 30 June 2010 (1)", "Due by 31 July 2010 (1)",
                 "Due by 30 September 2010 (1)"]),
    ],
)  # fmt: skip
def test_overdue_is_grouped(csplan: Csplan, plan: Path, by: str, headings: list[str]) -> None:
    out = csplan("overdue", "--as-at", "2010-10-15", "--by", by).out
    found = [line for line in out.splitlines() if line.endswith(")") and line[0] not in " -T"]
    beneath = ["No date yet (1)", "Ongoing (1)"]
    assert set(headings) <= {*found, "TBC (1)"}
    assert found[-2:] == beneath


def test_overdue_as_json(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(
        csplan("overdue", "--quarter", "q2", "--as-at", "2010-10-15", "--format", "json").out
    )
    assert (answer["as_at"], answer["quarter"]) == ("2010-10-15", "q2")
    assert answer["plans"] == [
        {
            "path": "plans/anytown",
            "title": "Anytown Community Safety Agreement 2010/11",
            "quarter": "July to September 2010 (quarter 2)",
            "first_day": "2010-07-01",
            "last_day": "2010-09-30",
        }
    ]
    assert answer["milestones"][1] == {
        "status": "overdue",
        "plan": "Anytown Community Safety Agreement 2010/11",
        "theme": "Alcohol",
        "sub_theme": None,
        "ref": "L1.1",
        "action": "Promote sensible drinking",
        "milestone": "Campaign [draft] :100: planned",
        "due": "Quarter 1, July 2010",
        "due_by": "2010-07-31",
        "lead": "Analyst, Sussex Police",
        "agency": "Sussex Police",
        "days_overdue": 76,
        "due_first": None,
        "days_moved": 0,
        "state": "not started",
        "rating": None,
        "heard_on": None,
        "heard": None,
        "path": "plans/anytown/alcohol.yaml",
        "line": 8,
    }
    assert [each["ref"] for each in answer["milestones"]] == ["L1.3", "L1.1", "L1.2"]
    assert [each["ref"] for each in answer["undated"]] == ["L1.5"]
    assert [each["ref"] for each in answer["ongoing"]] == ["L1.4"]
    assert answer["undated"][0]["days_overdue"] is None
    assert answer["milestones"][2]["agency"] is None


def test_overdue_as_json_without_a_quarter_or_a_plan_file(csplan: Csplan, plan: Path) -> None:
    text = "theme: x\nactions:\n  - {ref: A1, action: a, due: May 2010}\n  - {ref: A2, action: b}\n"
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    (plan / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    run = csplan("overdue", "--as-at", "2010-10-15", "--format", "json")
    answer = json.loads(run.out)
    assert answer["plans"][0] == {
        "path": "plans/anytown", "title": None, "quarter": None,
        "first_day": None, "last_day": None,
    }  # fmt: skip
    assert answer["milestones"][0]["plan"] == "plans/anytown"
    assert answer["milestones"][0]["milestone"] is None
    assert answer["undated"][0]["due"] is None
    assert answer["warning"] == (
        "something may be missing here: the plan has 1 error, and plans/anytown/plan.yaml could "
        "not be read at all; run `csplan validate plans/anytown` to see why"
    )
    assert run.err == answer["warning"] + "\n"
    text_run = csplan("overdue", "--as-at", "2010-10-15")
    warning, _, rest = text_run.out.partition("\n\n")
    assert warning == f"Warning: {answer['warning']}"
    assert rest.startswith("plans/anytown\nOverdue at 15 October 2010\n")
    markdown = csplan("overdue", "--as-at", "2010-10-15", "--format", "markdown").out
    assert markdown.startswith("Warning: something may be missing here")
    assert "not given" in text_run.out


def test_overdue_as_csv_is_for_spreadsheets(csplan: Csplan, plan: Path) -> None:
    text = THEME.replace("Campaign run", "=1+1")
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("overdue", "--as-at", "2010-10-15", "--format", "csv").out
    assert out.startswith("\ufeffstatus,plan,theme,sub_theme,ref,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [row["status"] for row in rows] == ["overdue"] * 3 + ["no date", "ongoing"]
    assert rows[2]["milestone"] == "'=1+1"
    assert rows[3]["days_overdue"] == ""
    assert out.count("\r\n") == 6


def test_overdue_as_csv_has_its_header_even_if_nothing_is_owed(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").write_text("theme: x\n", encoding="utf-8")
    out = csplan("overdue", "--format", "csv").out
    assert out.startswith("\ufeffstatus,plan,theme,sub_theme,ref,")
    assert out.count("\r\n") == 1


def test_overdue_as_markdown_means_nothing_to_markdown(csplan: Csplan, plan: Path) -> None:
    text = THEME.replace("Campaign run", "'| <b> # *run*'")
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("overdue", "--as-at", "2010-10-15", "--format", "markdown").out
    assert out.startswith("# Anytown Community Safety Agreement 2010/11\n\nOverdue at 15 October")
    assert "| L1.2 | \\| \\<b\\> \\# \\*run\\* | 30 September 2010 | 15 days | TBC |\n" in out
    assert "## No date yet (1)\n\n| Ref | Milestone | Due | Lead |\n" in out


def test_overdue_fails_only_when_asked_to(csplan: Csplan, plan: Path) -> None:
    assert csplan("overdue", "--as-at", "2010-10-15").status == 0
    assert csplan("overdue", "--as-at", "2010-10-15", "--fail").status == 1
    assert csplan("overdue", "--as-at", "2010-04-01", "--fail").status == 0
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    assert csplan("overdue", "--as-at", "2010-04-01", "--fail").status == 1


def test_an_agency_sees_its_own(csplan: Csplan, plan: Path) -> None:
    out = csplan("overdue", "--as-at", "2010-10-15", "--agency", "sct").out
    assert "Safer Communities Team (1)" in out
    assert "Sussex Police (" not in out
    assert "Total: 1 overdue; 0 without a date; 0 ongoing\n" in out


def test_what_the_board_moved_shows_both_dates(csplan: Csplan, plan: Path) -> None:
    moved = (
        "        progress: {on: 1 June 2010, due: August 2010, reason: Snow, by: The board,\n"
        "          corrective_action: Two more officers}\n"
    )
    text = THEME.replace("        due: 30 September 2010\n", "        due: May 2010\n" + moved)
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    run = csplan("overdue", "--as-at", "2010-09-01", "--format", "markdown")
    assert "| August 2010 (agreed; was May 2010, 92 days earlier) | 1 day |" in run.out
    shown = csplan("show", "L1.2", "--as-at", "2010-09-01").out
    assert "moved by agreement from: May 2010" in shown
    assert (
        """\
    1 June 2010: date moved to August 2010
      reason: Snow
      corrective action: Two more officers
      by: The board
"""
        in shown
    )


def test_closed_plans_are_asked_about_only_by_path(csplan: Csplan, plan: Path) -> None:
    (plan / "plan.yaml").write_text(PLAN + "status: closed\n", encoding="utf-8")
    for arguments in (["overdue"], ["show", "L1"], ["render"]):
        run = csplan(*arguments)
        assert run == (
            2,
            "",
            "csplan: every plan under `plans` is closed; name one to ask about it\n",
        )
    assert "Total: 3 overdue" in csplan("overdue", plan, "--as-at", "2010-10-15").out


def test_show_says_how_everything_was_read(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").write_text(
        """\
theme: Alcohol
sub_themes:
  - sub_theme: Under 18s
    actions:
      - ref: L1
        action: Promote sensible drinking
        note: Depends on funding
        cost: £3k
        see: L1.2
        other_documents: [A strategy]
        carried_from: the plan for 2009/10
        publish: false
        milestones:
          - milestone: Campaign planned
            due: Quarter 1, July 2010
            cost: None
            note: Draft
            lead:
              - Analyst
              - Analyst, SCT
              - Sussex Police
              - TBC
              - {post: Inspector, agency: Sussex Police, person: A Name}
            progress:
              - {on: 1 June 2010, state: in progress, rating: amber, note: Late}
          - milestone: Campaign run
            due: May 2010
            progress:
              - {on: 1 July 2010, due: Quarterly until October 2010}
              - {on: 5 July 2010, covers: Q1}
          - milestone: Campaign ended
""",
        encoding="utf-8",
    )
    out = csplan("show", "l1", "--as-at", "15 October 2010").out
    assert out == (Path(__file__).parent / "show.txt").read_text(encoding="utf-8")


def test_a_file_that_may_not_be_read_leaves_the_rest_to_be_checked(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests may run as a user who may read everything, so the system's refusal is staged.
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "secret.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    (plan / "secret.yaml").write_text("theme: x\n", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    run = csplan("validate")
    assert "secret.yaml:1:1: error[cannot-read] this file may not be read" in run.out
    assert "3 files, 1 action, 5 milestones: 1 error" in run.out


def test_what_nobody_leads_and_what_has_no_milestones(csplan: Csplan, plan: Path) -> None:
    text = "theme: x\nactions:\n  - {ref: A1, action: a, due: May 2010}\n"
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("overdue", "--as-at", "2010-10-15", "--by", "lead", "--format", "markdown").out
    assert "## No lead named (1)\n" in out
    assert "without a date" in out
    assert csplan("show", "A1", "--as-at", "2010-10-15").out.splitlines()[4:7] == [
        "",
        "  due: May 2010",
        "    read as: by 31 May 2010",
    ]


def test_show_of_a_reference_that_two_plans_have(csplan: Csplan, plan: Path) -> None:
    write_plan(Path("plans/other"), {"alcohol.yaml": THEME, "plan.yaml": "title: [\n"})
    run = csplan("show", "L1.1")
    assert run.out.count("L1: Promote sensible drinking") == 2
    assert "plans/other/plan.yaml could not be read at all" in run.err
    both = csplan("overdue", "--as-at", "2010-10-15").out
    assert "\n\nplans/other\nOverdue at 15 October 2010\n" in both


def test_explain(csplan: Csplan) -> None:
    assert max(map(len, csplan("explain", "unknown-agency").out.splitlines())) <= 80
    listed = csplan("explain").out
    assert "  due-outside-plan-year (warning)\n" in listed
    page = csplan("explain", "due-outside-plan-year").out
    assert page.startswith("due-outside-plan-year (warning)\n\nA due date lies before the plan")
    assert "Bad:\n    actions:\n" in page
    assert csplan("explain", "yaml-syntax").out.startswith("yaml-syntax (error)\n")


def test_explain_lists_the_rules_by_subject(csplan: Csplan) -> None:
    whole = csplan("explain").out
    assert max(map(len, whole.splitlines())) <= 80
    assert "  with the reason: `# csplan: allow[rule-name] see minute 14`." in whole
    for subject in {rule.subject for rule in DOCUMENTED}:
        part = csplan("explain", subject.upper()).out
        assert f"\n\n{part}\n" in whole
        ids = [line.split()[0] for line in part.splitlines() if line.endswith(")")]
        assert ids == [rule.id for rule in DOCUMENTED if rule.subject == subject]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["validate", "nowhere"], "csplan: there is no file or folder `nowhere`"),
        (["overdue", "--quarter", "Q9"], "Q9"),
        (["overdue", "--as-at", "someday"], "someday"),
        (["overdue", "--agency", "Navy"], "no plan has an agency `Navy`"),
        (["show", "Z9"], "no plan has `Z9`"),
        (["explain", "due-mising"], "there is no rule and no subject `due-mising`; did you mean"),
        (["explain", "zzz"], "`csplan explain` lists them"),
        (["explain", "date"], "there is no rule and no subject `date`; did you mean `dates`?"),
        (["validate", "--format", "xml"], "xml"),
        (["nonsense"], "nonsense"),
    ],
)
def test_what_cannot_run_says_so_and_exits_with_2(
    csplan: Csplan, plan: Path, arguments: list[str], words: str
) -> None:
    run = csplan(*arguments)
    assert run.status == 2
    assert words in run.err
    assert run.out == ""


def test_render_writes_what_is_asked_for(csplan: Csplan, plan: Path) -> None:
    run = csplan("render", "--to", "html", "--output", "out")
    assert run == (0, "out/agreement.html\n", "")
    assert csplan("render", plan).out.splitlines() == [
        "published/agreement.md",
        "published/agreement.html",
    ]


def test_a_fault_of_our_own_is_one_line(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise KeyError("\x1b[31m")

    monkeypatch.setattr(cli, "app", fail)
    run = csplan()
    assert run.status == 2
    assert run.err.startswith("csplan: this is a fault in csplan, not in your plan; please report")
    assert "KeyError at test_cli.py:" in run.err


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OSError(28, "No space left on device"), "csplan: the disk is full\n"),
        (OSError(5, "Input/output error"), "csplan: input/output error\n"),
        (OSError(5, "Input/output error", "a.yaml"), "csplan: `a.yaml`: input/output error\n"),
        (OSError("something else"), "csplan: something else\n"),
    ],
)
def test_a_system_that_fails_is_one_line(
    csplan: Csplan, monkeypatch: pytest.MonkeyPatch, problem: OSError, words: str
) -> None:
    def fail() -> None:
        raise problem

    monkeypatch.setattr(cli, "app", fail)
    assert csplan() == (2, "", words)


def process(*arguments: str, env: dict[str, str] | None = None, **kwargs: object) -> str:
    """What csplan prints as a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "csplan", *arguments],
        env={**os.environ, **(env or {})},
        check=True,
        capture_output=True,
        encoding="utf-8",
        **kwargs,  # type: ignore[call-overload]
    )
    return str(run.stdout)


def test_a_reader_that_leaves_early_is_no_fault(plan: Path) -> None:
    for number in range(10):
        bad = "".join(f"key{each}: x\n" for each in range(150))
        (plan / f"bad{number}.yaml").write_text(f"theme: x\n{bad}", encoding="utf-8")
    command = f"'{sys.executable}' -m csplan validate | head -n 1; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.splitlines()[1:] == ["141"]
    assert run.stderr == ""


def test_plain_terminals_get_plain_words(plan: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    assert "cost: \\xa33k" in process("show", "L1", env=ascii_only)
    answer = process("overdue", "--format", "json", env=ascii_only)
    assert json.loads(answer)["quarter"] is None


def test_the_answer_does_not_hang_on_the_machine(plan: Path) -> None:
    arguments = ("overdue", "--as-at", "2010-10-15")
    here = process(*arguments, env={"COLUMNS": "80"})
    other = {"COLUMNS": "80", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert process(*arguments, env=other) == here


def test_help_imports_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; sys.argv = ['csplan', '--help']\n"
        "from csplan import cli\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        "late = {'jinja2', 'rich', 'yaml', 'csplan.model', 'csplan.load', "
        "'csplan.console.terminal'}\n"
        "print(sorted(late & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_window_gets_colour_and_whole_words(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    sent = csplan("validate").out
    assert "\x1b[1;33m" in sent
    plain = re.sub(r"\x1b\[[0-9;]*m", "", sent)
    assert max(map(len, plain.splitlines())) <= 60
    assert "plans/anytown/alcohol.yaml:9:14:\n  warning[quarter-month-mismatch]" in plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;33m" not in csplan("validate").out


def test_a_window_gets_a_ruled_table(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = csplan("overdue", "--as-at", "2010-10-15").out
    assert "\u2500\u2500\u2500" in out
    assert "[draft]" in out
    assert ":100:" in out


def test_a_real_terminal_is_a_window(plan: Path) -> None:
    parent, child = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "csplan", "explain", "tab"],
        stdout=child,
        env={**os.environ, "TERM": "xterm-256color"},
        check=True,
    )
    os.close(child)
    assert run.returncode == 0
    assert os.read(parent, 65536).startswith(b"\x1b[1mtab (error)\x1b[0m\r\n")
    os.close(parent)


def test_a_system_without_broken_pipes(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = signal.SIGPIPE
    monkeypatch.delattr(signal, "SIGPIPE")
    assert csplan("--version").status == 0
    monkeypatch.setattr(signal, "SIGPIPE", kept, raising=False)


def test_a_full_disk_is_one_line(plan: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "csplan", "explain"], stdout=full, stderr=subprocess.PIPE,
            encoding="utf-8", check=False,
        )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr == "csplan: the disk is full\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_output_may_be_closed(plan: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m csplan validate {closed}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=True)
    assert "Exception" not in run.stdout + run.stderr


def test_a_process_without_output_runs_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["csplan", "--version"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert not stopped.value.code
    for stream in (sys.stdout, sys.stderr):
        stream.close()


def test_a_name_that_is_not_utf_8_is_spelt_out(plan: Path) -> None:
    try:
        (plan / "\udcff.yaml").write_text("theme: [\n", encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this system has no such names")
    for form in FORMATS:
        command = [sys.executable, "-m", "csplan", "validate", "--format", form]
        run = subprocess.run(command, capture_output=True, check=False)
        assert run.returncode == 1, run.stderr
        assert b"yaml-syntax" in run.stdout


def test_who_shares_a_lead_with_many_is_told_of_some(csplan: Csplan, plan: Path) -> None:
    leads = "".join(f"          - Analyst {n}, SCT\n" for n in range(9))
    text = THEME.replace(
        "        lead: TBC\n", f"        lead:\n          - Sussex Police\n{leads}"
    )
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("overdue", "--as-at", "2010-10-15", "--format", "markdown").out
    assert "Analyst 5, SCT; 3 more |" in out


@pytest.mark.parametrize("columns", ["1", "abc", "9999999"])
def test_any_width_will_do(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = csplan("overdue", "--as-at", "2010-10-15").out
    assert max(map(len, out.splitlines())) <= 400


def test_a_full_disk_for_errors_too(plan: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    command = f"'{sys.executable}' -m csplan validate nowhere 2>/dev/full"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 2


def test_a_fault_that_cannot_even_be_told(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.stderr, "write", fail)
    assert csplan("validate", "nowhere").status == 2


def test_show_tells_what_a_milestone_says_besides_and_who_closed_it(
    csplan: Csplan, plan: Path
) -> None:
    text = """\
theme: Alcohol
period: 2010/14
actions:
  - ref: L1
    action: Promote sensible drinking
    progress: {on: 1 July 2010, state: complete}
    milestones:
      - milestone: Campaign run
        due: May 2010
        partners: [Schools, Pubs]
        measure: 20 pubs
"""
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("show", "L1.1", "--as-at", "2 July 2010").out
    assert "  years of the theme: 2010/14\n" in out
    assert "  partners: Schools; Pubs\n  measure: 20 pubs\n" in out
    assert "  state at 2 July 2010: complete (with its action, 1 July 2010)\n" in out


def test_render_names_the_plans_that_it_leaves_out(csplan: Csplan, plan: Path) -> None:
    write_plan(plan.parent / "older", {"plan.yaml": PLAN + "status: closed\n"})
    run = csplan("render", "--to", "md", "--output", "out")
    assert run.out == "out/agreement.md\n"
    left = plan.parent / "older"
    assert run.err == f"left out, because it is closed: {left} (name it to publish it)\n"
