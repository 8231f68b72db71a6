"""What the README shows of waivers and of CI is true."""

import re
from pathlib import Path

from support import Csplan, write_plan

from csplan.check import examine
from csplan.load import load

README = Path(__file__).parents[2].joinpath("README.md").read_text(encoding="utf-8")
SECTION = README.partition("### Allow what is as it should be")[2].partition("\n### ")[0]
FENCES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", SECTION, re.DOTALL))
REGISTRY = "title: x\npartnership: y\nperiod: 2010/11\nagencies: [Sussex Police]\n"


def test_the_waivers_of_the_readme_hold(tmp_path: Path) -> None:
    bare = "  - Raise awareness\n"
    theme = "theme: Violent crime\n" + FENCES["violent-crime.yaml"] + bare
    files = {"plan.yaml": REGISTRY + FENCES["plan.yaml"], "violent-crime.yaml": theme}
    checked = examine(load((write_plan(tmp_path, files),)))
    waived = [(each.complaint.rule, each.reason) for each in checked.waived]
    assert waived == [
        ("due-outside-plan-year", "from 2009/10, see minute 14"),
        ("bare-action", "this theme is a statement of intent until the board meets in June"),
    ]
    assert "unused-waiver" not in {each.rule for each in checked.complaints}


def test_the_command_of_the_workflow_writes_what_the_steps_after_it_take(
    anytown: Path, csplan: Csplan
) -> None:
    write_plan(anytown, {})
    workflow = FENCES[".github/workflows/plans.yaml"]
    command = re.search(r"csplan (validate [^\n]*\n[^\n]*)\n", workflow)
    assert command
    assert csplan("validate", "--baseline", "known.json", "--write-baseline").status == 0
    assert csplan(*command[1].split()).status == 0
    taken = ("known.json", "lint.md", "lint.sarif")
    assert all(Path(name).is_file() and name in workflow for name in taken)
