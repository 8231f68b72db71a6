"""`csplan rollover` on the command line."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from rollover.anytown import BOARD, PLAN, THEME
from support import Csplan, write_plan

FILES = {"plan.yaml": PLAN, "violence.yaml": THEME, "board.yaml": BOARD}
TEXT = """\
Anytown Community Safety Agreement 2010/11, rolled over on 31 March 2011
New plan: Anytown Community Safety Agreement 2011/12

Carried forward (2 actions)
Ref         What                      New ref      Due          Lead
VC1         Write a strategy          VC1                       Analyst, Sussex
                                                                Police
VC1.2       Needs assessed            VC1.1        May 2011     Analyst, Sussex
                                                                Police
VC1.3       Strategy put to boards    VC1.2        Quarter 3    Analyst, Sussex
                                                                Police
violence.4  Raise awareness           violence.2

Closed, and not in the new plan (3)
  complete (3): VC1.1, VC3, 5.2

Still open and not carried forward (2)
Ref  What                                     State            Due
VC2  Train staff                              not started      Monthly
VC7  Watch                                    not started      TBC

Still open from meetings, and left with their minutes (1)
Ref  What                                     State            Due
5.1  Report back                              not started

To be rewritten in the new plan (6)
  The plan as a whole: 1
  Violent crime: 5
  Each stands under `to_review` in its file; `csplan validate` lists what is left

New warnings in the new plan: unknown-ref-in-text (2), unused-agency (1)

New folder anytown-2011-12: plan.yaml, violence.yaml, board.yaml
Marked in anytown-2010-11: violence.yaml

Written; `csplan undo anytown-2010-11` takes all of it back
"""


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_plan(tmp_path / "anytown-2010-11", FILES)


OLD = ("rollover", "anytown-2010-11", "--to", "2011/12", "--on", "31 March 2011")
LEAVING = (*OLD, "--leave", "VC2", "--leave", "VC7")


def test_it_tells_what_it_did_and_undo_takes_it_back(csplan: Csplan, folder: Path) -> None:
    before = (folder / "violence.yaml").read_bytes()
    done = csplan(*LEAVING)
    assert (done.status, done.err) == (0, "")
    assert done.out == TEXT
    assert csplan("validate", "anytown-2011-12").status == 0
    again = csplan(*LEAVING)
    assert again.status == 2
    assert "`anytown-2011-12` is there already" in again.err
    undone = csplan("undo", "anytown-2010-11")
    assert "anytown-2011-12/plan.yaml\n  taken away, 9 lines\n" in undone.out
    assert (folder / "violence.yaml").read_bytes() == before
    assert not Path("anytown-2011-12").exists()


def test_a_dry_run_writes_nothing(csplan: Csplan) -> None:
    done = csplan(*LEAVING, "--dry-run")
    assert done.out == TEXT.partition("Written;")[0] + "Nothing was written (--dry-run)\n"
    assert [path.name for path in Path().iterdir()] == ["anytown-2010-11"]
    assert not Path("anytown-2010-11/.csplan").exists()


def test_json_has_all_of_it(csplan: Csplan) -> None:
    found = json.loads(csplan(*LEAVING, "--format", "json", "--dry-run").out)
    assert {
        key: found[key] for key in ("on", "written", "old", "new", "to_review", "warnings")
    } == {
        "on": "2011-03-31",
        "written": False,
        "old": {
            "path": "anytown-2010-11",
            "title": "Anytown Community Safety Agreement 2010/11",
        },
        "new": {
            "path": "anytown-2011-12",
            "title": "Anytown Community Safety Agreement 2011/12",
        },
        "to_review": {"The plan as a whole": 1, "Violent crime": 5},
        "warnings": {"not-reviewed": 6, "unknown-ref-in-text": 2, "unused-agency": 1},
    }
    assert found["carried"][0] == {
        "old_ref": "VC1.2",
        "new_ref": "VC1.1",
        "action": "Write a strategy",
        "milestone": "Needs assessed",
        "state": "in progress",
        "due": "May 2011",
        "lead": "Analyst, Sussex Police",
        "meeting": None,
    }
    assert [each["ref"] for each in found["left"]] == ["VC2", "VC7", "5.1"]
    assert found["left"][2]["meeting"] == "Board, 7 March 2011"
    assert [each["ref"] for each in found["closed"]] == ["VC1.1", "VC3", "5.2"]
    assert found["files"][0] == "anytown-2011-12/plan.yaml"


def test_other_new_warnings_are_counted_by_rule(csplan: Csplan, folder: Path) -> None:
    theme = THEME.replace("2010/11: 16.4%}", "2010/11: {value: 16.4%, rating: amber}}")
    (folder / "violence.yaml").write_text(theme, encoding="utf-8")
    done = csplan(*OLD, "--dry-run")
    assert "New warnings in the new plan: rating-unchecked (1)" in done.out


def test_a_plan_with_nothing_to_tell_is_told_shortly(csplan: Csplan) -> None:
    write_plan(
        Path("short"),
        {"plan.yaml": PLAN.replace("summary: In 2010/11 we will work", "summary: We work")},
    )
    done = csplan("rollover", "short", "--to", "2011/12", "--all-open")
    assert done.out.partition("\n")[2] == (
        "New plan: Anytown Community Safety Agreement 2011/12\n\n"
        "New folder short-2011-12: plan.yaml\n\n"
        "Written; `csplan undo short` takes all of it back\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--take", "VC1", "--leave", "VC2"), "give only one of --all-open, --take, --leave and"),
        (("--all-open", "--interactive"), "give only one of --all-open"),
        (("--interactive",), "nobody is there to be asked; use --take or --leave instead"),
    ],
)
def test_what_cannot_be_asked_together_is_refused(
    arguments: tuple[str, ...], words: str, csplan: Csplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    done = csplan(*OLD, *arguments)
    assert done.status == 2
    assert words in done.err


def test_one_plan_must_be_named(csplan: Csplan, folder: Path) -> None:
    shutil.copytree(folder, "other")
    for path in (".", "other/violence.yaml"):
        done = csplan("rollover", path, "--to", "2011/12")
        assert done.err == f"csplan: `{path}` is not one plan; name the folder of one\n"


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


def asked(typed: str, csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    return csplan(*OLD, "--interactive")


def test_each_open_action_is_asked_about(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, _ = asked("y\nperhaps\nn\nALL\n", csplan, monkeypatch)
    assert status == 0
    assert out.startswith(
        "\n1 of 4: VC1: Write a strategy\n"
        "  VC1.2: Needs assessed (in progress, due May 2011)\n"
        "  VC1.3: Strategy put to boards (not started, due Quarter 3)\n"
    )
    assert "please answer y, n, all or quit" in out
    assert "3 of 4: violence.4: Raise awareness\n  violence.4 (not started)\n" in out
    assert "4 of 4" not in out
    assert "Carried forward (3 actions)" in out
    assert "Still open and not carried forward (1)" in out


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("y\nq\n", "csplan: left; nothing was written\n"),
        ("y\n", "csplan: left; nothing was written\n"),
        ("n\n" * 4, "csplan: nothing is to be carried forward, so nothing was written\n"),
    ],
)
def test_nothing_is_written_if_it_is_left(
    typed: str, words: str, csplan: Csplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, _, err = asked(typed, csplan, monkeypatch)
    assert status == 2
    assert err.endswith(words)
    assert [path.name for path in Path().iterdir()] == ["anytown-2010-11"]


def test_nobody_is_asked_for_nothing(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("anytown-2011-12").mkdir()
    status, out, err = asked("y\n" * 4, csplan, monkeypatch)
    assert (status, out) == (2, "")
    assert "`anytown-2011-12` is there already" in err


def test_every_answer_can_be_yes(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Carried forward (4 actions)" in asked("y\n" * 4, csplan, monkeypatch)[1]


def test_hostile_texts_do_no_harm(csplan: Csplan, folder: Path) -> None:
    text = "'[red]x[/red] {{ y }} ${z} <b> | # \"q\" : - ''s'' 😀 [^n]'"
    theme = (
        f"theme: {text}\nnotes: {{n: note}}\nactions:\n  - ref: {text}\n    action: {text}\n"
        f"    due: 'TBC: - {{'\n    carried_from: {text}\n"
        f"  - {{ref: B1, action: x, due: TBC, see: {text}}}\n"
    )
    (folder / "violence.yaml").write_text(theme, encoding="utf-8")
    (folder / "board.yaml").unlink()
    reason = "=1+1\n\x1b[31m: # \u2028 'x' \"y\" {a: b}"
    done = csplan(*OLD, "--reason", reason)
    assert (done.status, done.err) == (0, "")
    assert "\x1b" not in done.out
    checked = csplan("validate", "anytown-2010-11", "anytown-2011-12", "--format", "json")
    assert {each["severity"] for each in json.loads(checked.out)} == {"warning"}
    new = Path("anytown-2011-12/violence.yaml").read_text(encoding="utf-8")
    assert "carried forward on 31 March 2011 (=1+1" in new
    assert csplan("undo", "anytown-2010-11").status == 0
    assert (folder / "violence.yaml").read_text(encoding="utf-8") == theme
