"""What `csplan diff` prints."""

import json
from pathlib import Path

import pytest
from repository import Repository
from support import PLAN, Csplan, write_plan

YEARS = Path(__file__).parents[1] / "years"
TEXT = Path(__file__).with_name("diff.txt")
MARKDOWN = Path(__file__).with_name("diff.md")
SIDES = ("tests/years/anytown-2010-11", "tests/years/anytown-2011-12")


@pytest.mark.parametrize(("form", "golden"), [("text", TEXT), ("markdown", MARKDOWN)])
def test_two_years_for_a_board(
    csplan: Csplan,
    form: str,
    golden: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    rewrite_golden: bool,
) -> None:
    monkeypatch.chdir(YEARS.parents[1])
    run = csplan("diff", *SIDES, "--format", form)
    assert (run.status, run.err) == (0, "")
    assert form != "text" or max(map(len, run.out.splitlines())) <= 80
    if rewrite_golden:
        golden.write_text(run.out, encoding="utf-8")
    assert run.out == golden.read_text(encoding="utf-8")


def test_two_years_for_a_program(csplan: Csplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(YEARS.parents[1])
    told = json.loads(csplan("diff", *SIDES, "--format", "json").out)
    assert (told["as_at"], told["warning"], told["same"]) == (None, None, False)
    assert told["new"] == {
        "path": SIDES[1],
        "title": "Anytown Community Safety Agreement 2011/12",
    }
    carried = next(each for each in told["differences"] if each["kind"] == "carried forward")
    assert carried["changes"][0] == {
        "what": "reference",
        "old": "VC1",
        "new": "SV1",
        "note": None,
    }
    assert carried["old_place"] == {"path": f"{SIDES[0]}/violent-crime.yaml", "line": 4}
    new = next(each for each in told["differences"] if each["new_ref"] == "AL2")
    assert (new["old_ref"], new["old_place"], new["theme"]) == (None, None, "Alcohol")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_plan_against_itself(csplan: Csplan, form: str) -> None:
    folder = YEARS / "anytown-2010-11"
    run = csplan("diff", folder, folder, "--format", form, "--fail")
    assert run.status == 0
    assert run.out.endswith("\nNothing changed\n")


def test_fail_and_as_at(csplan: Csplan) -> None:
    sides = (YEARS / "anytown-2010-11", YEARS / "anytown-2011-12")
    run = csplan("diff", *sides, "--fail", "--as-at", "1 July 2010")
    assert run.status == 1
    assert "States and agreed dates: as at 1 July 2010\n" in run.out
    assert "it stood at not started\n" in run.out
    assert csplan("diff", *sides, "--as-at", "soon").status == 2


def test_order_and_writing_alone(csplan: Csplan, tmp_path: Path) -> None:
    old = write_plan(tmp_path / "old", {"t.yaml": "theme: T\nactions: [a, b]\n"})
    new = write_plan(tmp_path / "new", {"t.yaml": "theme: T\nactions: [b, a]\n"})
    run = csplan("diff", old, new, "--fail")
    assert run.status == 1
    assert "Nothing changed but the order in which things stand, or small" in run.out


def test_what_is_counted_and_what_cannot_be_read(csplan: Csplan, tmp_path: Path) -> None:
    board = "meetings: [{meeting: B, on: 1 May 2010, items: [{item: a}]}]\n"
    broken = {"t.yaml": "theme: T\nnonsense: 1\n"}
    old = write_plan(tmp_path / "old", {"t.yaml": "theme: T\n", "b.yaml": board})
    new = write_plan(tmp_path / "new", {**broken, "b.yaml": board.replace("item: a", "item: b")})
    run = csplan("diff", old, new)
    assert "Only counted\n  meetings: 1 -> 1, 1 of them changed\n" in run.out
    assert run.out.endswith("\nTotal: meetings changed\n")
    warning = " ".join(run.out.partition("\n\n")[0].split())
    assert warning.startswith("Warning: something may be missing here: /")
    assert warning.endswith(f"{new} has 1 error")
    told = csplan("diff", old, new, "--format", "json")
    assert told.err == f"{json.loads(told.out)['warning']}\n" == f"{warning[9:]}\n"
    again = csplan("diff", new, new, "--fail", "--format", "markdown")
    assert again.status == 1
    assert again.out.startswith("Warning: something may be missing here: ")
    assert "Nothing changed in what could be compared\n" in again.out


def test_an_error_that_a_plan_allows_is_told_of(csplan: Csplan, tmp_path: Path) -> None:
    allowed = "  # csplan: allow[unreadable-date] see minute 14\n"
    theme = f"theme: T\nactions:\n  - action: Count cars\n    due: by and by{allowed}"
    plan = write_plan(tmp_path / "plan", {"t.yaml": theme})
    warning = csplan("diff", plan, plan, "--format", "json").err
    assert warning.count(" allows 1 error") == 2


def test_parts_of_themes_and_their_order(csplan: Csplan, tmp_path: Path) -> None:
    parts = "theme: T\nsub_themes: [{sub_theme: A}, {sub_theme: B}, {sub_theme: C}]\n"
    moved = "theme: T\nsub_themes: [{sub_theme: C}, {sub_theme: A}, {sub_theme: B}]\n"
    old = write_plan(tmp_path / "old", {"t.yaml": parts})
    new = write_plan(tmp_path / "new", {"t.yaml": moved})
    out = csplan("diff", old, new).out
    assert "    T\n      sub-theme C\n        order: it stands elsewhere in the order\n" in out


def test_text_of_a_plan_is_never_obeyed(csplan: Csplan, tmp_path: Path) -> None:
    evil = 'theme: "T\\e[31m"\nactions: [{ref: "<b>", action: "[x](http://y) | `z`"}]\n'
    old = write_plan(tmp_path / "old", {"t.yaml": "theme: T\n"})
    new = write_plan(tmp_path / "new", {"t.yaml": evil.replace("\\e[31m", "*x*")})
    text = csplan("diff", old, new).out
    assert "    T*x*\n      <b>: [x](http://y) | `z`\n" in text
    marked = csplan("diff", old, new, "--format", "markdown").out
    assert "#### T\\*x\\*\n\n- \\<b\\>: \\[x\\](http\\://y) \\| \\`z\\`\n" in marked


def test_each_difference_is_one_line_whatever_the_plan_holds(
    csplan: Csplan, tmp_path: Path
) -> None:
    theme = 'theme: T\nactions: [{ref: A 1, action: "a\\n\\nb"}]\n'
    old = write_plan(tmp_path / "old", {"t.yaml": theme})
    new = write_plan(tmp_path / "new", {"t.yaml": theme.replace("A 1", "'A 2 # h'")})
    marked = csplan("diff", old, new, "--format", "markdown").out
    assert "\n- A 1 → A 2 \\# h: a b\n  - reference: A 1 → A 2 \\# h\n" in marked


def test_revisions(csplan: Csplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(tmp_path / "kept")
    repository.commit("one", {"plans/x/plan.yaml": PLAN, "plans/x/t.yaml": "theme: One\n"})
    repository.commit("two", {"plans/x/t.yaml": "theme: Two\n"})
    monkeypatch.chdir(repository.folder)
    for sides in (
        ("HEAD~1", "HEAD"),
        ("HEAD~1:plans/x", "plans/x"),
        ("HEAD~1", "main", "--plan", "plans/x"),
    ):
        assert "      name: One -> Two\n" in csplan("diff", *sides).out
    run = csplan("diff", "nope:plans/x", "plans/x")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("csplan: `nope:plans/x` is no folder here, and git knows no revision")
