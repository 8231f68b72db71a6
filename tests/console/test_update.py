"""`csplan update` and `csplan undo`, as an officer meets them."""

from datetime import date
from pathlib import Path

import pytest
from support import Csplan, write_plan

from csplan.console.changed import show_rewrites, written
from csplan.edit import Rewrite

THEME = """\
theme: Alcohol
actions:
  - ref: L1
    action: Promote sensible drinking
    milestones:
      - milestone: Campaign run  # in schools
        due: July 2010
        lead: Chief Inspector, Sussex Police
"""
ENTRY = """\
  +         progress:
  +           - on: 30 September 2010
  +             state: in progress
  +             rating: amber
  +             due: December 2010
  +             reason: '[red]Snow[/red]: roads \\x1b'
"""


def test_a_folder_with_a_space_is_quoted_in_what_is_to_be_typed() -> None:
    assert written("our plans/2010") == 'Written; `csplan undo "our plans/2010"` takes it back'


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_plan(tmp_path / "plans/anytown", {"alcohol.yaml": THEME})


def test_update_shows_what_it_writes(csplan: Csplan, plan: Path) -> None:
    options = ("--state", "on track", "--rating", "a", "--on", "2010-09-30")
    moved = ("--due", "December 2010", "--reason", "[red]Snow[/red]: roads \\x1b")
    trial = csplan("update", "L1", "--milestone", "1", *options, *moved, "--dry-run")
    assert trial.status == 0
    assert trial.out == (
        "L1.1: Campaign run\n"
        "  before: not started, due July 2010\n"
        "  now: in progress, amber, due December 2010 (first July 2010)\n"
        "plans/anytown/alcohol.yaml\n"
        "  @ line 9\n" + ENTRY + "\n"
        "Nothing was written (--dry-run)\n"
    )
    assert (plan / "alcohol.yaml").read_text() == THEME
    real = csplan("update", "L1.1", *options, *moved)
    assert real.out.endswith("\nWritten; `csplan undo plans/anytown` takes it back\n")
    assert "rating: amber" in (plan / "alcohol.yaml").read_text()
    assert csplan("show", "L1.1", "--as-at", "1 October 2010").out.count("amber") == 2
    back = csplan("undo", "--dry-run")
    assert back.out.startswith("Takes back: csplan update L1.1\nplans/anytown/alcohol.yaml\n")
    assert "\n  -             rating: amber\n" in back.out
    assert back.out.endswith("\nNothing was written (--dry-run)\n")
    assert csplan("undo").out.endswith("\nTaken back\n")
    assert (plan / "alcohol.yaml").read_text() == THEME
    said = "csplan: nothing under `plans` was changed by csplan, or all of it has been taken back\n"
    assert csplan("undo") == (2, "", said)


def test_update_is_of_today_unless_a_day_is_given(csplan: Csplan, plan: Path) -> None:
    today = date.today()  # noqa: DTZ011 - the day on the officer's own calendar
    csplan("update", "L1", "--state", "complete")
    assert f"on: {today.day} {today:%B %Y}" in (plan / "alcohol.yaml").read_text()


def test_update_tells_what_to_know_and_what_is_new(csplan: Csplan, plan: Path) -> None:
    (plan / "alcohol.yaml").write_text(THEME.replace("    milestones", "    due: July 2010\n"
                                       "    milestones"))  # fmt: skip
    run = csplan("update", "L1", "--on", "1 May 2010", "--due", "May 2012", "--reason", "x")
    assert "now: not started, due May 2012 (first July 2010)\n" in run.out
    run = csplan("update", "L1.1", "--rating", "red", "--on", "1 May 2010")
    where = "plans/anytown/alcohol.yaml:12"
    assert f"\nnew warning[red-without-corrective-action] {where}: L1.1: " in run.out
    run = csplan("update", "L1", "--state", "stopped", "--note", "x")
    assert "  note: this closes what is still open in it: L1.1\n" in run.out


def test_update_that_is_wrong_writes_nothing(csplan: Csplan, plan: Path) -> None:
    before = (plan / "alcohol.yaml").read_bytes()
    run = csplan("update", "L1.1", "--rating", "purple", "--on", "1 May 2010")
    assert run.status == 2
    assert run.err.startswith("csplan: L1.1: `purple` is not a word for `rating`; `rating` is one")
    assert csplan("update", "L7", "--state", "done").err == ("csplan: no plan has `L7`\n")
    assert csplan("update", "L1.1", "--on", "never").status == 2
    write_plan(Path("plans/other"), {"alcohol.yaml": THEME})
    assert csplan("update", "L1.1", "--state", "done").err == (
        "csplan: several plans have `L1.1`; name one after it: `plans/anytown` or `plans/other`\n"
    )
    assert (plan / "alcohol.yaml").read_bytes() == before
    assert not (plan / ".csplan").exists()
    (plan / ".csplan").write_text("mine")
    run = csplan("update", "L1.1", plan, "--state", "done")
    assert (run.status, run.out) == (2, ""), "nothing is shown that was not written"


def test_undo_is_of_the_plan_that_was_changed_last(csplan: Csplan, plan: Path) -> None:
    other = write_plan(Path("plans/other"), {"alcohol.yaml": THEME})
    csplan("update", "L1.1", other, "--state", "done")
    csplan("update", "L1.1", plan, "--state", "done")
    assert "plans/anytown" in csplan("undo").out
    assert "plans/other" in csplan("undo").out


def test_undo_of_what_wrote_nothing(csplan: Csplan, plan: Path) -> None:
    csplan("update", "L1", "--milestone", "1", "--state", "done")
    entry = plan / ".csplan/000001.json"
    entry.rename(entry.with_name("begun-000001.json"))
    (plan / "alcohol.yaml").write_text(THEME)
    nothing = "It was cut off before it wrote anything, so there was nothing to take back"
    assert csplan("undo").out == f"Takes back: csplan update L1.1\n\n{nothing}\n"
    assert csplan("undo").status == 2


def test_undo_that_cannot_be_done_says_nothing_else(csplan: Csplan, plan: Path) -> None:
    csplan("update", "L1.1", "--state", "done")
    with (plan / "alcohol.yaml").open("a") as file:
        file.write("# mine\n")
    for options in ((), ("--dry-run",)):
        run = csplan("undo", *options)
        assert (run.status, run.out) == (2, "")
        assert "has been changed since `csplan update L1.1`, so nothing was taken back" in run.err


def test_long_texts_and_paragraphs_are_lines_of_eighty_columns(
    csplan: Csplan, tmp_path: Path
) -> None:
    note = "One thing after the other " * 6
    text = f"theme: T\nactions:\n  - ref: Z1\n    action: {note}\n"
    text += f"    note: |\n      {note}\n\n      Second paragraph\n"
    folder = write_plan(tmp_path / "z", {"t.yaml": text})
    for asked in (("show", "Z1", folder), ("update", "Z1", folder, "--note", "n", "--dry-run")):
        run = csplan(*asked)
        assert run.status == 0
        assert "\\n" not in run.out
        words = [line for line in run.out.splitlines() if "One thing" in line]
        assert len(words) > 1
        assert max(map(len, words)) <= 80
    assert "after the other Second paragraph" in " ".join(csplan("show", "Z1", folder).out.split())


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\nb\n", "a\nb\n", "@ line 3|- b"),
        ("a\nb\n", "a\nb\nb\n", "@ line 3|+ b"),
        ("a\nb\nc\nd\n", "x\nb\nc\ny\n", "@ line 1|- a|+ x|@ line 4|- d|+ y"),
        ("a\n" * 60_000, "a\n" * 30_000 + "b\n" + "a\n" * 30_000, "@ line 30001|+ b"),
    ],
    ids=["gone", "new", "first and last", "large"],
)
def test_lines_that_differ(
    capsys: pytest.CaptureFixture[str], before: str, after: str, lines: str
) -> None:
    show_rewrites([Rewrite("x.yaml", before.encode(), after.encode())])
    assert "|".join(line.strip() for line in capsys.readouterr().out.splitlines()[1:]) == lines
