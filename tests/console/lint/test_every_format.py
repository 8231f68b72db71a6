"""What all formats have in common, on the real plans and on a hostile one."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from console.lint.schema import sound
from facts.checks import PLANS
from render.pages import parsed_markdown, tables
from support import Csplan, write_plan

from csplan.check import examine
from csplan.console.lint import FORMATS
from csplan.console.lint.markdown import MOST_LISTED
from csplan.load import load

NAMES = sorted(path.name for path in PLANS.iterdir() if path.is_dir())
FORMS = sorted(FORMATS)
HOSTILE = """\
theme: "<script>{0}[x](javascript:alert(1))"
"::error file=a::b": y
"%0A::set-output name=a::b": |
  y
"]]>\\x7F\\u2028&lt;`|**": z
"""


@pytest.mark.parametrize("name", NAMES)
def test_all_of_them_tell_all_that_is_found_in_a_real_plan(
    csplan: Csplan, tmp_path: Path, name: str
) -> None:
    files = {form: tmp_path / form for form in FORMS}
    outputs = [word for form in FORMS for word in ("--output", f"{form}:{files[form]}")]
    run = csplan("validate", PLANS / name, *outputs)
    found, waived, _ = examine(load((PLANS / name,)))
    assert found
    assert run.status == 0
    texts = {form: file.read_text(encoding="utf-8") for form, file in files.items()}
    assert texts["text"] == run.out
    assert texts["github"].count("\n") == len(found)
    assert [each["message"] for each in json.loads(texts["json"])] == [e.message for e in found]
    results = sound(texts["sarif"])["results"]
    assert len(results) == len(found) + len(waived)
    prints = [each["partialFingerprints"]["csplan/v1"] for each in results]
    assert len(set(prints)) == len(prints)
    suites = ET.fromstring(texts["junit"])  # noqa: S314 - our own
    told = [case for case in suites.iter("testcase") if len(case)]
    assert len(told) == len(found) + len(waived)
    page = parsed_markdown(texts["markdown"])
    by_rule = next(tables(page))[1:]
    assert sum(int(row[1]) for row in by_rule) == len(found)
    assert sum(1 for _ in page.iter("li")) == min(len(found), MOST_LISTED)


@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_file_is_told_of_in_every_format(
    csplan: Csplan, anytown: Path, form: str
) -> None:
    write_plan(anytown, {"a,b%&#[x]`.yaml": HOSTILE})
    run = csplan("validate", "--format", form)
    assert run.status == 1
    assert "unknown-key" in run.out
    assert not any(sign in run.out for sign in "\x7f\u2028\x1b")
    if form == "junit":
        assert ET.fromstring(run.out).get("failures") == "4"  # noqa: S314 - our own
    if form == "sarif":
        assert len(sound(run.out)["results"]) == 4


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_utf_8_is_told_of_in_every_format(
    csplan: Csplan, anytown: Path, form: str
) -> None:
    write_plan(anytown, {"a.yaml": b"theme: \xff\n", "b.yaml": "theme: Sound\n"})
    run = csplan("validate", "--format", form)
    assert run.status == 1
    assert "encoding" in run.out


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_plan_is_sound_in_every_format(csplan: Csplan, anytown: Path, form: str) -> None:
    write_plan(anytown, {})
    run = csplan("validate", "--strict", "--format", form)
    assert run.status == 0
    closing = run.out if form == "text" else run.err
    assert closing.startswith("1 file, 0 actions, 0 milestones: 0 errors, 0 warnings (")
