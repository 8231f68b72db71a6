"""`csplan validate --fix` and `--diff`, as an officer meets them."""

import json
from pathlib import Path

import pytest
from support import Csplan, write_plan

THEME = """\
theme: Violent crime
actions:
  - ref: VC1
    action: Write a strategy
    milestones:
      - milestone: Plan agreed # by the board
\t\tdue: 30  April 2010
        lead: Chief Inspector, Sussex Polise
  - ref: VC2
    action: Train
    see: VC–1
    due: June 2010
    lead: Nobody, Elsewhere
"""
DIFF = """\
--- plans/anytown/theme.yaml
+++ plans/anytown/theme.yaml
@@ -4,10 +4,10 @@
     action: Write a strategy
     milestones:
       - milestone: Plan agreed # by the board
-\\t\\tdue: 30  April 2010
-        lead: Chief Inspector, Sussex Polise
+        due: 30 April 2010
+        lead: Chief Inspector, Sussex Police
   - ref: VC2
     action: Train
-    see: VC–1
+    see: VC1
     due: June 2010
     lead: Nobody, Elsewhere
"""
# Other rules have something to say of such a small plan too.
ONLY = ("--select", "unknown-agency,unknown-ref,unevenly-spaced-date")


@pytest.fixture
def theme(anytown: Path) -> Path:
    return write_plan(anytown, {"theme.yaml": THEME}) / "theme.yaml"


def test_the_lines_are_shown_and_nothing_is_written(csplan: Csplan, theme: Path) -> None:
    found = csplan("validate", "--diff")
    closing = "Would mend 4 things in 1 file; `--fix` does\n"
    assert found == (1, DIFF + closing, "")
    assert theme.read_text(encoding="utf-8") == THEME
    assert csplan("validate", "--diff", "--fix") == found


def test_what_can_be_mended_is_and_the_rest_is_told(csplan: Csplan, theme: Path) -> None:
    found = csplan("validate", "--fix", *ONLY)
    lines = found.out.removeprefix(DIFF).splitlines()
    assert lines[:3] == [
        "Written; `csplan undo plans/anytown` takes it back",
        "Mended 4 things in 1 file",
        "",
    ]
    assert "error[unknown-agency] VC2: the lead `Nobody, Elsewhere`" in lines[3]
    assert lines[-1].startswith("2 files, 2 actions, 1 milestone: 1 error, 0 warnings")
    assert found.status == 1
    mended = theme.read_text(encoding="utf-8")
    again = csplan("validate", "--fix", *ONLY)
    nothing = "Nothing was found that could be mended without a decision"
    assert again.out.splitlines() == [nothing, *lines[2:-1], again.out.splitlines()[-1]]
    assert theme.read_text(encoding="utf-8") == mended
    assert csplan("validate", "--diff", *ONLY) == (0, f"{nothing}\n", "")
    assert csplan("undo").status == 0
    assert theme.read_text(encoding="utf-8") == THEME


def test_a_run_tells_how_much_could_be_mended(csplan: Csplan, theme: Path) -> None:
    last = csplan("validate").out.splitlines()[-1]
    assert last == "`--fix` can mend 1 of these; `--diff` shows how"
    assert "--fix" not in csplan("validate", "--format", "json").out
    theme.write_text(THEME[: THEME.index("    milestones")], encoding="utf-8")
    assert "--fix" not in csplan("validate").out


def test_what_a_program_reads_is_not_mixed_with_it(csplan: Csplan, theme: Path) -> None:
    found = csplan("validate", "--fix", "--format", "json", *ONLY)
    assert [each["rule"] for each in json.loads(found.out)] == ["unknown-agency"]
    assert found.err.startswith(DIFF)
    assert "Mended 4 things in 1 file" in found.err


def test_what_is_left_is_told_with_its_reason(csplan: Csplan, theme: Path) -> None:
    text = THEME.replace("        lead: Chief Inspector, Sussex Polise\n", "").replace("\t\t", "\t")
    theme.write_text(text, encoding="utf-8")
    said = (
        "plans/anytown/theme.yaml:7:1: left as it is: a tab could be as deep as one thing or "
        "another here; put spaces in its place\n"
        "Nothing was found that could be mended without a decision\n"
    )
    assert csplan("validate", "--diff") == (0, said, "")


def test_several_plans_are_mended_and_taken_back_one_by_one(csplan: Csplan, theme: Path) -> None:
    other = write_plan(Path("plans/other"), {"theme.yaml": THEME}) / "theme.yaml"
    assert "Mended 8 things in 2 files" in csplan("validate", "--fix").out
    for folder in ("plans/anytown", "plans/other"):
        assert csplan("undo", folder).status == 0
    assert {theme.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")} == {THEME}


def test_a_path_that_holds_commands_for_the_terminal_is_spelt_out(
    csplan: Csplan, anytown: Path
) -> None:
    write_plan(anytown, {"a\x1b[2J.yaml": THEME + "outcomes: ['\x1b]0;x\x07']\n# \x1b[31m\n"})
    found = csplan("validate", "--fix")
    assert "\x1b" not in found.out + found.err
    assert "\x07" not in found.out + found.err


@pytest.mark.parametrize("name", ["CI", "TF_BUILD", "TEAMCITY_VERSION"])
def test_a_line_of_a_plan_is_no_command_to_a_ci_server(
    csplan: Csplan, theme: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    theme.write_text(
        THEME.replace("action: Train", "action: |\n      ::error::Train"), encoding="utf-8"
    )
    for each in ("CI", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(each, raising=False)
    told = csplan("validate", "--diff", *ONLY).out
    assert "\n       ::error::Train\n" in told
    monkeypatch.setenv(name, "true")
    told = csplan("validate", "--diff", *ONLY).out
    assert "\n       : :error::Train\n" in told


def test_a_file_that_may_not_be_written_stays_as_it_is(csplan: Csplan, theme: Path) -> None:
    folder = theme.parent
    (folder / ".csplan").write_text("in the way", encoding="utf-8")
    found = csplan("validate", "--fix")
    assert found.status == 2
    assert theme.read_text(encoding="utf-8") == THEME
    names = sorted(each.name for each in folder.iterdir())
    assert names == [".csplan", "plan.yaml", "theme.yaml"]


def test_a_page_says_what_can_be_mended(csplan: Csplan) -> None:
    mended = "Mended by `csplan validate --fix`, where nothing else can have been meant."
    assert mended in csplan("explain", "tab").out
    assert mended in csplan("explain", "unknown-agency").out
    assert mended not in csplan("explain", "lead-missing").out


def test_what_was_left_is_not_said_to_be_mendable(csplan: Csplan, theme: Path) -> None:
    # The agency stands in a block, which is left to be mended by hand.
    text = THEME.replace("lead: Nobody, Elsewhere", "lead: |\n      Analyst, Sussex Polise")
    theme.write_text(text, encoding="utf-8")
    assert "`--fix` can mend " in csplan("validate", "--select", "ownership").out
    found = csplan("validate", "--select", "ownership", "--fix").out
    assert ": left as it is: this cannot be mended without" in found
    assert "can mend" not in found
