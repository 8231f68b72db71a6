"""`csplan validate --statutory` as an officer sees it."""

import json
from pathlib import Path

import pytest
from support import Csplan, write_plan


def test_text(csplan: Csplan, tmp_path: Path) -> None:
    files = {"drugs.yaml": "theme: Drugs\nduties: substance misuse\nactions:\n  - Meet\n"}
    folder = write_plan(tmp_path / "p", files)
    run = csplan("validate", "--statutory", str(folder))
    assert run.status == 0
    assert "checklist and not legal advice" in run.out
    assert "combating substance misuse      present  drugs.yaml:2 Drugs" in run.out
    assert "reducing re-offending           absent   would show it: `duties` of a" in run.out
    assert "- reducing re-offending: Crime and Disorder Act 1998, section 6(1)(c)\n" in run.out
    assert run.out.count("(unverified)") >= 5
    assert "14 items: 1 present, 1 thin, 12 absent" in run.out


def test_markdown_is_escaped_and_many_places_are_counted(csplan: Csplan, tmp_path: Path) -> None:
    themes = {f"d{number}.yaml": f"theme: Drugs <b> | {number}\n" for number in range(5)}
    folder = write_plan(tmp_path / "p", themes)
    run = csplan("validate", "--statutory", "--format", "markdown", str(folder))
    assert run.status == 0
    assert "| combating substance misuse | thin | d0.yaml\\:1 Drugs \\<b\\> \\| 0; d1" in run.out
    assert "and 2 more; would show it" in run.out
    # What is to be written is shown as such, as long as no bar could end its cell.
    assert "would show it: \\`duties\\` of" in run.out
    assert "| the resources | absent | would show it: `funding`, or `cost` of actions |" in run.out


def test_json(csplan: Csplan, tmp_path: Path) -> None:
    files = {"drugs.yaml": "theme: Drugs\nduties: substance misuse\n", "broken.yaml": "theme: [\n"}
    folder = write_plan(tmp_path / "p", files)
    run = csplan("validate", "--statutory", "--format", "json", str(folder))
    whole = json.loads(run.out)
    assert run.status == 0
    assert "something may be missing" in whole["warning"]
    item = whole["plans"][0]["items"][2]
    assert (item["item"], item["cover"]) == ("combating substance misuse", "thin")
    assert item["verified"] is True
    assert item["about"].startswith("Present if a theme names it")
    path = (folder / "drugs.yaml").as_posix()
    assert item["found"] == [{"title": "Drugs", "in_full": False, "path": path, "line": 2}]


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
def test_other_formats_are_refused(csplan: Csplan, tmp_path: Path, form: str) -> None:
    folder = write_plan(tmp_path / "p", {})
    run = csplan("validate", "--statutory", "--format", form, str(folder))
    assert run.status == 2
    assert "`--statutory` is told as text, Markdown or JSON" in run.err
