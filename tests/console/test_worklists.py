"""`csplan due`, `unowned` and `quiet` as an officer meets them."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from support import PLAN, Csplan, write_plan

HERE = Path(__file__).parent
AT = ("--as-at", "15 September 2010")
THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    lead: Analyst, Sussex Police
    milestones:
      - milestone: 'Campaign [draft] :100: | planned'
        due: Quarter 1, July 2010
        progress: {on: 1 June 2010, rating: amber, note: '=Half | done'}
      - milestone: Campaign run
        due: 30 September 2010
        lead: TBC
      - milestone: Campaign reported on
        due: Quarterly
        lead:
          - Analyst, SCT
          - Sussex Police
      - milestone: Lessons shared
        due: Ongoing, Quarter 3
        lead: Sussex Police
      - milestone: Lessons learnt
        due: TBC
"""
BOARD = """\
meetings:
  - {meeting: Safer Communities Board, on: 7 July 2010}
  - {meeting: Safer Communities Board, on: 6 October 2010}
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    files = {"alcohol.yaml": THEME, "meetings.yaml": BOARD}
    return write_plan(anytown, files)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("due", ("due", "--until", "Q3")),
        ("unowned", ("unowned",)),
        ("quiet", ("quiet",)),
    ],
)
def test_at_eighty_columns(
    csplan: Csplan, plan: Path, name: str, arguments: tuple[str, ...]
) -> None:
    run = csplan(*arguments, *AT)
    assert (run.status, run.err) == (0, "")
    assert run.out == (HERE / f"{name}-80.txt").read_text(encoding="utf-8")
    assert max(map(len, run.out.splitlines())) <= 80


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))


def test_due_by_the_next_meeting(csplan: Csplan, plan: Path) -> None:
    out = csplan("due", "--until", "meeting", *AT).out
    assert "Due from 15 September 2010 to 6 October 2010 (Safer Communities Board)\n" in out
    run = csplan("due", "--until", "meeting", "--as-at", "6 October 2010")
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "csplan: `plans/anytown` has no meeting after 6 October 2010; add it to the plan's"
        " `meetings`, or write a day or a quarter instead\n"
    )


def test_due_as_json(csplan: Csplan, plan: Path) -> None:
    out = csplan("due", "--until", "Q3", *AT, "--format", "json").out
    answer = json.loads(out)
    assert {key: answer[key] for key in ("as_at", "until", "warning")} == {
        "as_at": "2010-09-15",
        "until": "Q3",
        "warning": None,
    }
    assert answer["plans"] == [
        {
            "path": "plans/anytown",
            "title": "Anytown Community Safety Agreement 2010/11",
            "until": "2010-12-31",
            "until_is": "the end of quarter 3",
            "overdue": 2,
        }
    ]
    assert [(each["ref"], each["due_by"], each["status"]) for each in answer["milestones"]] == [
        ("L1.2", "2010-09-30", "due"),
        ("L1.3", "2010-09-30", "due"),
    ]
    assert [(each["ref"], each["status"]) for each in answer["looks"]] == [
        ("L1.4", "to be looked at")
    ]
    assert answer["milestones"][0]["days_overdue"] == 0


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("due", [("due", "L1.2"), ("due", "L1.3")]),
        ("unowned", [("unowned", "L1.2"), ("no post", "L1.4")]),
        (
            "quiet",
            [("quiet", ref) for ref in ("L1.2", "L1.3", "L1.4", "L1.5", "L1.1")],
        ),
    ],
)
def test_as_csv(csplan: Csplan, plan: Path, command: str, expected: list[tuple[str, str]]) -> None:
    until = ("--until", "6 October 2010") if command == "due" else ()
    found = rows(csplan(command, *until, *AT, "--format", "csv").out)
    assert [(each["status"], each["ref"]) for each in found] == expected
    overdue = rows(csplan("overdue", *AT, "--format", "csv").out)
    assert list(found[0]) == list(overdue[0])


def test_quiet_as_json_and_csv_says_what_was_last_heard(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(csplan("quiet", *AT, "--format", "json").out)
    assert answer["plans"][0]["since"] == "2010-07-07"
    assert answer["plans"][0]["since_is"] == "Safer Communities Board"
    assert answer["plans"][0]["begun"] == 5
    last = answer["milestones"][-1]
    assert (last["heard_on"], last["heard"], last["rating"]) == (
        "2010-06-01",
        "=Half | done",
        "amber",
    )
    assert answer["milestones"][0]["heard_on"] is None
    found = rows(csplan("quiet", *AT, "--format", "csv").out)
    assert found[-1]["heard"] == "'=Half | done"


def test_unowned_as_json(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(csplan("unowned", *AT, "--format", "json").out)
    assert sorted(answer) == [
        *("agency", "as_at", "milestones", "no_post", "plans", "theme", "warning")
    ]
    assert [each["ref"] for each in answer["milestones"]] == ["L1.2"]
    assert [each["ref"] for each in answer["no_post"]] == ["L1.4"]


@pytest.mark.parametrize("command", ["due", "unowned", "quiet"])
def test_as_markdown_plan_text_means_nothing(csplan: Csplan, plan: Path, command: str) -> None:
    text = THEME.replace("Campaign run", "'<b>*run*\x1b</b>'").replace("\x1b", "")
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan(command, *AT, "--format", "markdown").out
    assert out.startswith("# Anytown Community Safety Agreement 2010/11\n\n")
    assert "| L1.2 | \\<b\\>\\*run\\*\\</b\\> |" in out


def test_what_was_last_said_is_cut_and_escaped(csplan: Csplan, plan: Path) -> None:
    said = THEME.replace("=Half | done", "Half | *done* " * 500)
    (plan / "alcohol.yaml").write_text(said, encoding="utf-8")
    out = csplan("quiet", *AT, "--format", "markdown").out
    assert "| 1 June 2010: amber; Half \\| \\*done\\* Half" in out
    assert max(map(len, out.splitlines())) < 400


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("{on: 1 June 2010, note: Well}", "1 June 2010: Well"),
        ("{on: 1 June 2010, covers: Q1}", "1 June 2010: for Q1"),
        ("{on: 1 June 2010, due: May 2011, note: Late}", "1 June 2010: new date May 2011; Late"),
        ("{on: 1 June 2010, state: on hold}", "1 June 2010: on hold"),
        ("{on: 1 June 2010}", "1 June 2010"),
    ],
)
def test_what_was_last_said(csplan: Csplan, plan: Path, entry: str, shown: str) -> None:
    text = f"theme: T\nactions:\n  - {{ref: A1, action: a, lead: SCT, progress: {entry}}}\n"
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    assert f" | {shown} | " in csplan("quiet", *AT, "--format", "markdown").out


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("agency", ["No agency named (1)", "Safer Communities Team (1)", "Sussex Police (1)"]),
        ("theme", ["Alcohol (2)"]),
        ("lead", ["TBC (1)", "Analyst, SCT (1)", "Sussex Police (1)"]),
        ("due", ["Due by 30 September 2010 (2)"]),
    ],
)
def test_grouped(csplan: Csplan, plan: Path, by: str, headings: list[str]) -> None:
    out = csplan("due", *AT, "--until", "Q2", "--by", by, "--format", "markdown").out
    assert [line[3:] for line in out.splitlines() if line.startswith("## ")] == headings


def test_what_has_no_date_is_grouped_last(csplan: Csplan, plan: Path) -> None:
    out = csplan("quiet", *AT, "--by", "due", "--format", "markdown").out
    assert [line[3:] for line in out.splitlines() if line.startswith("## ")] == [
        "Due by 30 June 2010 (1)",
        "Due by 31 July 2010 (1)",
        "Due by 30 September 2010 (1)",
        "No date to be late by (2)",
    ]


def test_filters(csplan: Csplan, plan: Path) -> None:
    write_plan(plan, {"roads.yaml": "theme: Roads\nactions: [Count cars]\n"})
    assert "Count cars" in csplan("unowned", *AT).out
    assert "Count cars" not in csplan("unowned", *AT, "--theme", "alcohol").out
    out = csplan("quiet", *AT, "--agency", "SCT").out
    assert "Safer Communities Team (1)\n" in out
    assert "Total: 1 quiet, of 1 open that have begun; 1 never heard of\n" in out


@pytest.mark.parametrize("command", ["due", "unowned", "quiet", "status"])
def test_a_warning_comes_first(csplan: Csplan, plan: Path, command: str) -> None:
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    warning = "something may be missing here: the plan has 1 error"
    assert csplan(command, *AT).out.startswith(f"Warning: {warning}")
    assert csplan(command, *AT, "--format", "markdown").out.startswith(f"Warning: {warning}")
    run = csplan(command, *AT, "--format", "json")
    assert json.loads(run.out)["warning"].startswith(warning)
    assert run.err.startswith(warning)
    assert csplan(command, *AT, "--format", "csv").err.startswith(warning)


def test_an_error_that_is_allowed_is_told_of_all_the_same(csplan: Csplan, plan: Path) -> None:
    allowed = "  # csplan: allow[unreadable-date] see minute 14\n"
    roads = f"theme: Roads\nactions:\n  - action: Count cars\n    due: by and by{allowed}"
    write_plan(plan, {"roads.yaml": roads})
    warning = "something may be missing here: the plan"
    place = plan.as_posix()
    asked = ("due", "--as-at", "1 July 2010", "--until", "31 July 2010", "--format", "csv")
    assert csplan(*asked).err == (
        f"{warning} allows 1 error; run `csplan validate {place} --waived` to see why\n"
    )
    assert csplan("render", plan, "--output", plan.parent / "out").status == 0
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    assert csplan(*asked).err.startswith(f"{warning} has 1 error and allows 1 error, and ")


def test_fail(csplan: Csplan, plan: Path) -> None:
    early = ("--as-at", "1 March 2010")
    for command in ("unowned", "quiet"):
        assert csplan(command, *AT).status == 0
        assert csplan(command, *AT, "--fail").status == 1
    assert csplan("quiet", *early, "--fail").status == 0
    (plan / "alcohol.yaml").write_text(THEME.replace("TBC\n", "SCT\n", 1), encoding="utf-8")
    assert csplan("unowned", *AT, "--fail").status == 0
    (plan / "broken.yaml").write_text("theme: [\n", encoding="utf-8")
    assert csplan("unowned", *AT, "--fail").status == 1
    assert csplan("quiet", *early, "--fail").status == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("due", "--until", "soon"), "`soon` is not a day, a quarter or `meeting`"),
        (("quiet", "--since", "May"), "`May` is not an exact day"),
        (("status", "--since", "1 October 2010"), "`1 October 2010` is not before 15 September"),
        (("unowned", "--agency", "Susex Police"), "did you mean `Sussex Police`"),
        (("status", "--by", "lead"), "csplan: `--by` takes `theme` or `agency`, not `lead`\n"),
        (("due", "--by", "post"), "`--by` takes `agency`, `theme`, `lead` or `due`, not `post`"),
        (("quiet", "--format", "xml"), "takes `text`, `json`, `csv` or `markdown`, not `xml`"),
    ],
)
def test_what_cannot_be_asked_ends_with_2(
    csplan: Csplan, plan: Path, arguments: tuple[str, ...], words: str
) -> None:
    run = csplan(*arguments, *AT)
    assert (run.status, run.out) == (2, "")
    assert words in run.err


@pytest.mark.parametrize("command", ["due", "unowned", "quiet", "status"])
def test_an_empty_plan_has_nothing(csplan: Csplan, plan: Path, command: str) -> None:
    (plan / "alcohol.yaml").write_text("theme: Alcohol\n", encoding="utf-8")
    for form in ("text", "markdown", "json", "csv"):
        run = csplan(command, *AT, "--format", form)
        assert (run.status, run.err) == (0, "")
    assert "Total: 0 " in csplan(command, *AT).out


def test_several_plans_stand_apart(csplan: Csplan, plan: Path) -> None:
    write_plan(plan.parent / "beetown", {"plan.yaml": PLAN.replace("Anytown", "Beetown")})
    out = csplan("unowned", *AT).out
    assert "no post\n\nBeetown Community Safety Agreement 2010/11\nWithout a lead at" in out


def test_in_a_narrow_window_it_is_a_list(
    csplan: Csplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = csplan("due", *AT).out
    assert "- L1.2: Campaign run\n    due 30 September 2010; in 15 days; lead TBC\n" in out
    status = csplan("status", *AT).out
    assert "- Alcohol: 5\n    complete 0; in progress 1; not started 4;" in status


NARROWED = [
    ("overdue", "Overdue at 15 September 2010, of Safer Communities Team, in the theme Alcohol"),
    (
        "due",
        (
            "Due from 15 September 2010 to 15 December 2010 (three months ahead), of Safer"
            " Communities Team, in the theme Alcohol"
        ),
    ),
    ("unowned", "Without a lead at 15 September 2010, of Safer Communities Team, in the theme A"),
    (
        "quiet",
        "Not heard of since 7 July 2010 (Safer Communities Board), at 15 September 2010, of Safer",
    ),
    (
        "status",
        (
            "Status at 15 September 2010, and what changed since 7 July 2010 (Safer Communities"
            " Board), of Safer Communities Team, in the theme Alcohol"
        ),
    ),
    ("indicators", "Indicators at 15 September 2010, of Safer Communities Team, in the theme Alc"),
]


@pytest.mark.parametrize(("command", "words"), NARROWED)
def test_what_it_was_narrowed_to_is_said(
    csplan: Csplan, plan: Path, command: str, words: str
) -> None:
    asked = (command, *AT, "--agency", "sct", "--theme", "alcohol")
    whole = csplan(command, *AT)
    assert "in the theme" not in whole.out
    assert words in " ".join(csplan(*asked).out.split())
    assert f"\n{words}" in csplan(*asked, "--format", "markdown").out
    answer = json.loads(csplan(*asked, "--format", "json").out)
    assert (answer["agency"], answer["theme"]) == ("Safer Communities Team", "Alcohol")
    answer = json.loads(csplan(command, *AT, "--format", "json").out)
    assert (answer["agency"], answer["theme"]) == (None, None)


def test_meetings_and_expectations_say_what_they_were_narrowed_to(
    csplan: Csplan, plan: Path
) -> None:
    words = "Meetings at 15 September 2010, and what is still open, of Sussex Police\n"
    asked = ("meetings", *AT, "--agency", "sussex police")
    assert words in csplan(*asked).out
    assert json.loads(csplan(*asked, "--format", "json").out)["agency"] == "Sussex Police"
    narrow = ("expectations", "--theme", "alcohol")
    assert "\nWhat is expected, in the theme Alcohol\n" in csplan(*narrow).out
    assert json.loads(csplan(*narrow, "--format", "json").out)["theme"] == "Alcohol"


def test_a_theme_that_cannot_be_read_goes_by_the_name_of_its_file(
    csplan: Csplan, plan: Path
) -> None:
    (plan / "roads.yaml").write_text("theme: [\n", encoding="utf-8")
    assert ", in the theme roads\n" in csplan("overdue", *AT, "--theme", "ROADS").out


def test_a_part_of_a_plan_is_not_called_the_whole_of_it(csplan: Csplan, plan: Path) -> None:
    title = "Anytown Community Safety Agreement 2010/11"
    found = rows(csplan("status", *AT, "--format", "csv").out)[0]
    assert (found["by"], found["name"], found["total"]) == ("all", title, "5")
    asked = ("status", *AT, "--format", "csv", "--agency", "SCT")
    found = rows(csplan(*asked).out)[0]
    assert (found["by"], found["name"]) == ("part", f"{title}, of Safer Communities Team")
    assert found["total"] == "1"


def test_days_and_references_are_not_broken(csplan: Csplan, plan: Path) -> None:
    text = "theme: Nuisance\nactions:\n"
    text += "  - {action: Clear the park, due: 31-Mar-2010, lead: Sussex Police}\n" * 2
    (plan / "anti-social-behaviour.yaml").write_text(text, encoding="utf-8")
    out = csplan("overdue", *AT, "--theme", "nuisance").out
    assert "\nanti-social-behaviour.2  Clear the park" in out
    assert out.count(" 31-Mar-2010 ") == 2
    assert " 30 September 2010 " in csplan("due", *AT).out
    assert max(map(len, out.splitlines())) <= 80


def test_a_word_that_no_column_holds_is_broken(csplan: Csplan, plan: Path) -> None:
    text = "theme: Nuisance\nactions:\n"
    text += f"  - {{ref: {'R' * 40}, action: {'w' * 90}, due: 31-Mar-2010, lead: {'l' * 90}}}\n"
    (plan / "alcohol.yaml").write_text(text, encoding="utf-8")
    out = csplan("overdue", *AT).out
    assert " 31-Mar-2010 " in out
    assert max(map(len, out.splitlines()[1:])) <= 80


def test_today_and_yesterday_are_days(csplan: Csplan, plan: Path) -> None:
    today = date.today()  # noqa: DTZ011 - as the officer's own calendar has it
    for word, day in (("Today", today), ("yesterday ", today - timedelta(days=1))):
        answer = json.loads(csplan("overdue", "--as-at", word, "--format", "json").out)
        assert answer["as_at"] == day.isoformat()
    assert csplan("overdue", "--as-at", "tomorrow").status == 2


def test_until_today(csplan: Csplan, plan: Path) -> None:
    answer = json.loads(csplan("due", "--until", "today", "--format", "json").out)
    today = date.today()  # noqa: DTZ011 - as the officer's own calendar has it
    assert answer["as_at"] == answer["plans"][0]["until"] == today.isoformat()
