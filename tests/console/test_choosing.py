"""`csplan validate` with only some rules, with a baseline, and with what is waived."""

import json
from pathlib import Path

import pytest
from support import Csplan, write_plan

THEME = """\
theme: Alcohol
actions:
  - Raise awareness
  - Raise it again  # csplan: allow[bare-action] agreed, see minute 3
  - ref: L1
    action: Train officers
    lead: Analyst, Sussex Polise
    due: May 2010
"""


@pytest.fixture
def plan(anytown: Path) -> Path:
    return write_plan(anytown, {"alcohol.yaml": THEME})


def rules(run_out: str) -> set[str]:
    return {each["rule"] for each in json.loads(run_out)}


@pytest.mark.usefixtures("plan")
def test_only_what_is_selected_is_told_and_fails(csplan: Csplan) -> None:
    run = csplan("validate", "--select", "bare-action,dates", "--format", "json")
    assert (run.status, rules(run.out)) == (0, {"bare-action"})
    run = csplan("validate", "--ignore", "completeness", "--format", "json")
    assert run.status == 1
    assert "unknown-agency" in rules(run.out)
    assert "bare-action" not in rules(run.out)


@pytest.mark.usefixtures("plan")
def test_what_is_waived_is_listed_with_the_reason(csplan: Csplan) -> None:
    run = csplan("validate", "--select", "bare-action,dates", "--waived")
    assert (run.status, run.err) == (0, "")
    assert run.out == (
        "plans/anytown/alcohol.yaml:4:5: waived[bare-action] alcohol.2: this has no lead, no due "
        "date and no measure, so nobody can be asked about it; add `lead`, `due` and `measure`\n"
        "  because: agreed, see minute 3 (plans/anytown/alcohol.yaml:4)\n"
        "1 complaint waived\n"
    )
    run = csplan("validate", "--select", "bare-action,dates", "--waived", "--format", "json")
    (held,) = json.loads(run.out)
    assert held["reason"] == "agreed, see minute 3"
    assert held["waived_in"] == {"path": "plans/anytown/alcohol.yaml", "line": 4}
    assert csplan("validate", "--select", "figures", "--waived").out == "nothing is waived\n"
    closing = csplan("validate", "--select", "bare-action,dates").out.splitlines()[-1]
    assert ": 0 errors, 1 warning, 1 waived (" in closing


def test_only_what_is_new_since_the_baseline_fails(csplan: Csplan, plan: Path) -> None:
    run = csplan("validate", "--baseline", "known.json", "--write-baseline")
    assert run.status == 0
    assert run.out.endswith(
        "from now on `csplan validate --baseline known.json` tells only what is new\n"
    )
    run = csplan("validate", "--baseline", "known.json", "--strict")
    assert run.status == 0
    assert "left out that `known.json` knows\n" in run.err
    text = THEME.replace("  - Raise awareness\n", "  # a line more\n  - Raise hopes\n")
    (plan / "alcohol.yaml").write_text(text + "  - Raise them again\n")
    run = csplan("validate", "--baseline", "known.json", "--select", "bare-action", "--strict")
    assert run.status == 1
    assert run.out.count("warning[bare-action]") == 1
    (plan / "alcohol.yaml").write_text("theme: Alcohol\n")
    run = csplan("validate", "--baseline", "known.json", "--select", "bare-action")
    assert run.err == (
        "0 complaints left out that `known.json` knows; 1 more was mended since: write it anew "
        "with `--write-baseline`\n"
    )


def test_a_baseline_takes_the_place_of_no_other_file(csplan: Csplan, plan: Path) -> None:
    before = (plan / "alcohol.yaml").read_bytes()
    run = csplan("validate", "--baseline", plan / "alcohol.yaml", "--write-baseline")
    assert (run.status, run.out) == (2, "")
    assert "is no baseline of csplan's; name another file" in run.err
    assert (plan / "alcohol.yaml").read_bytes() == before
    run = csplan("validate", "--write-baseline")
    assert (run.status, run.err) == (
        2,
        "csplan: name the file to write, with `--baseline FILE --write-baseline`\n",
    )


def test_a_baseline_keeps_what_was_not_asked_for(csplan: Csplan, plan: Path) -> None:
    (plan / "drugs.yaml").write_text("theme: Drugs\nactions:\n  - Raise hopes\n")
    baseline = ("--baseline", "known.json")
    csplan("validate", *baseline, "--write-baseline")
    before = Path("known.json").read_bytes()
    run = csplan("validate", plan / "drugs.yaml", *baseline, "--write-baseline")
    assert ", where " in run.out
    assert " of what was not asked for stay; from now on " in run.out
    csplan("validate", "--select", "bare-action", *baseline, "--write-baseline")
    assert Path("known.json").read_bytes() == before
    (plan / "drugs.yaml").unlink()
    csplan("validate", plan / "alcohol.yaml", *baseline, "--write-baseline")
    assert b"drugs.yaml" in before
    assert b"drugs.yaml" not in Path("known.json").read_bytes()


def test_what_could_not_be_looked_for_is_not_called_mended(csplan: Csplan, plan: Path) -> None:
    baseline = ("--baseline", "known.json")
    csplan("validate", *baseline, "--as-at", "2010-12-31", "--write-baseline")
    assert "nothing-said" in Path("known.json").read_text()
    assert csplan("validate", *baseline).err.endswith(" left out that `known.json` knows\n")
    with (plan / "plan.yaml").open("a") as file:
        file.write("titel: Anytown\n")
    assert csplan("validate", *baseline).err.endswith(" left out that `known.json` knows\n")


def test_the_names_of_files_with_a_baseline(csplan: Csplan, plan: Path) -> None:
    # The last of these is how a name that is no UTF-8 comes from the disk.
    (plan / "caf\udce9.yaml").write_text("theme: Drugs\nactions:\n  - Raise hopes\n")
    run = csplan("validate", "--baseline", "what we know.json", "--write-baseline")
    assert '`csplan validate --baseline "what we know.json"` tells only what is new' in run.out
    run = csplan("validate", "--baseline", "what we know.json", "--strict")
    assert run.status == 0
    assert "; " not in run.err
