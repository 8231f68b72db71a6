"""Where the rules about owners and references keep silent, and that they are quick."""

import time
from pathlib import Path

import pytest
from support import PLAN, write_plan

from csplan.check import check
from csplan.load import load
from csplan.rules import ownership, references

RULES = (*ownership.RULES, *references.RULES)
ACTION = '  - {{ref: {ref}, action: Act, due: July 2010, lead: "{lead}"}}\n'
LEAD = "Analyst, Sussex Police"
OWN = {"unused-agency", "gap-in-numbering", "unknown-ref-in-text", "overloaded-post"}


def theme(*refs: str, lead: str = LEAD, more: str = "") -> str:
    rows = "".join(ACTION.format(ref=ref, lead=lead) for ref in refs)
    return f"theme: Example\n{more}actions:\n{rows}"


def fired(folder: Path, **files: str) -> set[str]:
    named = {f"{stem}.yaml": text for stem, text in files.items()}
    return {each.rule for each in check(load((write_plan(folder, named),)), RULES)}


GAPS = theme("A1", "A2", "A4", more="what: See A3, and see item 9.\n")


def test_what_another_file_may_hold_is_not_missed(tmp_path: Path) -> None:
    broken = "theme: Broken\nunknown: x\nactions:\n  - ref: A3\n"
    assert fired(tmp_path / "whole", theme=GAPS) >= OWN - {"overloaded-post"}
    assert not fired(tmp_path / "broken", theme=GAPS, broken=broken) & OWN


def test_without_a_plan_file_nothing_is_said_of_owners(tmp_path: Path) -> None:
    led = theme("A1", lead="Sussex Police")
    assert fired(tmp_path, plan="title: [\n", theme=led) == {"yaml-syntax"}


def test_a_plan_just_begun_has_no_unused_agencies(tmp_path: Path) -> None:
    assert not fired(tmp_path, theme="theme: Example\n")


@pytest.mark.parametrize(
    ("period", "found"),
    [("2010/11", {"overloaded-post"}), ("2010/11 to 2012/13", set()), ("soon", set())],
)
def test_three_years_have_time_for_more(tmp_path: Path, period: str, found: set[str]) -> None:
    plan = PLAN.replace("period: 2010/11", f"period: {period}")
    many = theme(*(f"A{number}" for number in range(1, 14)))
    assert fired(tmp_path, plan=plan, theme=many) & {"overloaded-post"} == found


def test_a_reference_scheme_by_department_is_shared_by_themes(tmp_path: Path) -> None:
    files = {"one": theme("CE - 1/11", "FR - 1/11"), "two": theme("CE - 2/11", "FR - 2/11")}
    assert "shared-prefix" not in fired(tmp_path, **files)


def test_what_an_agency_leads_without_a_post_is_named(tmp_path: Path) -> None:
    led = theme("A1", "A2", lead="Sussex Police") + "indicators:\n  - {indicator: I, lead: SCT}\n"
    read = load((write_plan(tmp_path, {"theme.yaml": led}),))
    found = [each for each in check(read) if each.rule == "agency-without-post"]
    by_police = "is led by `Sussex Police` without a post; name the post that answers for it"
    assert [each.message for each in found] == [
        f"A1: this {by_police}",
        f"A2: this {by_police}",
        by_police.replace("Sussex Police", "Safer Communities Team").replace("is", "`I` is", 1),
    ]


def test_what_is_wrong_with_one_lead_is_for_its_agency_alone(tmp_path: Path) -> None:
    leads = "[Sussex Police, SCT, 'Analyst, Trading Standards']"
    text = f"theme: x\nactions:\n  - {{ref: A1, action: Act, due: July 2010, lead: {leads}}}\n"
    read = load((write_plan(tmp_path, {"theme.yaml": text}),))
    found = [each.agencies for each in check(read) if each.rule == "agency-without-post"]
    assert found == [("Sussex Police",), ("Safer Communities Team",)]


@pytest.mark.usefixtures("untraced")
def test_many_steps_of_a_file_that_cannot_be_read_are_looked_up_quickly(tmp_path: Path) -> None:
    refs = [f"A{number}" for number in range(15_000)]
    broken = theme(*refs, more="unknown: x\n")
    steps = ", ".join(f"{ref}.1" for ref in refs)
    named = f"theme: x\nactions:\n  - ref: B1\n    action: Act\n    see: [{steps}]\n"
    read = load((write_plan(tmp_path, {"broken.yaml": broken, "theme.yaml": named}),))
    began = time.perf_counter()
    assert not [each for each in check(read, RULES) if each.rule == "unknown-ref"]
    assert time.perf_counter() - began < 10


WORDS = [f"{a}{b}{c}dept" for a in "abcdefghij" for b in "abcdefghij" for c in "abcdefghij"]
HUGE = {
    "posts": "".join(
        ACTION.format(ref=f"A{n}", lead=f"Head {word} Officer, SCT") for n, word in enumerate(WORDS)
    ),
    "posts that hold each other": "".join(
        ACTION.format(ref=f"A{n}", lead=f"{' '.join(WORDS[:n])} Officer, SCT") for n in range(1, 90)
    ),
    "references": "".join(ACTION.format(ref=f"A{n}", lead="SCT") for n in range(9_000)),
    "references to references": "".join(
        f"  - {{ref: A{n}, action: Act, see: [a{n}, A-{n}]}}\n" for n in range(9_000)
    ),
    "forms": "".join(ACTION.format(ref=f"A{'-' * n}", lead="SCT") for n in range(50)),
    "partners": "  - action: Act\n    partners:\n" + "".join(f"      - {w}\n" for w in WORDS),
    "codes in text": f"  - {{ref: A1, action: Act, note: {'see A9 ' * 100_000}}}\n",
}


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_is_read_quickly(tmp_path: Path, name: str) -> None:
    read = load((write_plan(tmp_path, {"theme.yaml": f"theme: x\nactions:\n{HUGE[name]}"}),))
    began = time.perf_counter()
    check(read, RULES)
    assert time.perf_counter() - began < 10
