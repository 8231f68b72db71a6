"""The statutory checklist: each item by what a plan holds, and the shipped plans as they are."""

from pathlib import Path

import pytest
from support import PLAN, write_plan

from csplan.load import load
from csplan.query.statutory import ITEMS, Cover, statutory

PLANS = Path(__file__).parents[2] / "plans"
TITLES = (
    *("crime and disorder", "anti-social behaviour", "substance misuse", "re-offending"),
    *("serious violence", "priorities", "evidence", "who", "resources", "measured"),
    *("consulted", "public meeting", "summary", "reviewed"),
)
ACTION = "actions:\n  - ref: A1\n    action: Act\n    due: July 2010\n"


def covers(folder: Path, **files: str) -> dict[str, Cover]:
    named = {f"{name}.yaml": text for name, text in files.items()}
    (plan,) = load((write_plan(folder, named),)).plans
    return dict(zip(TITLES, statutory(plan), strict=True))


def places(cover: Cover) -> list[str]:
    return [f"{Path(each.file.path).name}:{each.line} {each.title}" for each in cover.found]


@pytest.mark.parametrize(
    ("name", "verdicts"),
    [
        # The agreement has no indicator with a target for most themes, and names no meeting.
        ("east-sussex-2010-11", "p p p p p p p p p t p a p p"),
        # The papers name no duties; re-offending is part of a theme on acquisitive crime. The
        # consultations that have a heading are a ministry's.
        ("derbyshire-2011-12", "t p t t t p p p p t t a p t"),
        # The refresh has no money, no targets, and owners for three focus items.
        ("east-sussex-2022-23", "p p p p p p p t a a t a p p"),
        # Violence is no priority; the papers hold no review of the year before.
        ("safer-essex-2009-11", "t t t p a p p t p p t a p a"),
        # Responses without an action plan; the public may be "faced", on no day.
        ("stockton-2008-11", "t t t t t p p t a a t t p a"),
    ],
)
def test_the_shipped_plans(name: str, verdicts: str) -> None:
    (plan,) = load((PLANS / name,)).plans
    assert " ".join(each.verdict[0] for each in statutory(plan)) == verdicts


def test_a_plan_of_nothing_covers_nothing(tmp_path: Path) -> None:
    assert {each.verdict for each in covers(tmp_path).values()} == {"absent"}


def test_a_plan_that_cannot_be_read_is_no_reason_to_stop(tmp_path: Path) -> None:
    plan = "title: [\n"
    found = covers(
        tmp_path, plan=plan, broken="theme: [\n", boards="meetings: {\n", a="theme: Drugs"
    )
    assert found["substance misuse"].verdict == "thin"
    assert found["summary"].verdict == "absent"


@pytest.mark.parametrize(
    ("theme", "item", "verdict", "where"),
    [
        (f"theme: T\nduties: re-offending\n{ACTION}", "re-offending", "present", ["t.yaml:2 T"]),
        ("theme: T\nduties: re-offending\n", "re-offending", "thin", ["t.yaml:2 T"]),
        (f"theme: Drugs\n{ACTION}", "substance misuse", "thin", ["t.yaml:1 Drugs"]),
        (
            "theme: T\nsub_themes:\n  - sub_theme: Homicide\n",
            "serious violence",
            "thin",
            ["t.yaml:3 Homicide"],
        ),
        ("theme: Preventing violent extremism\n", "serious violence", "absent", []),
        (f"theme: ASB\n{ACTION}", "anti-social behaviour", "present", ["t.yaml:1 ASB"]),
        ("theme: ASB\n", "anti-social behaviour", "thin", ["t.yaml:1 ASB"]),
        ("theme: T\nwhy: Anti social acts\n", "anti-social behaviour", "thin", ["t.yaml:2 T"]),
        ("theme: T\nwhat: It\n", "priorities", "present", ["t.yaml:1 T"]),
        ("theme: T\n", "priorities", "thin", ["t.yaml:1 T"]),
        ("theme: T\nhotspots: Here\n", "evidence", "present", ["t.yaml:1 T"]),
        (
            "theme: T\nindicators:\n  indicator: I\n  rows: {row: R, values: '5'}\n",
            "evidence",
            "present",
            ["t.yaml:1 T"],
        ),
        (f"theme: T\n{ACTION}    lead: TBC\n", "who", "absent", []),
        (f"theme: T\n{ACTION}    lead: Sussex Police\n", "who", "present", ["t.yaml:3 A1"]),
        (
            f"theme: T\n{ACTION}    lead: SCT\n  - ref: A2\n    action: B\n    due: TBC\n",
            "who",
            "thin",
            ["t.yaml:3 A1"],
        ),
        (f"theme: T\n{ACTION}    cost: £5\n", "resources", "present", ["t.yaml:3 A1"]),
        (
            "theme: T\nfunding: {table: Money, columns: [a, b], rows: [[c, 1]]}\n",
            "resources",
            "present",
            ["t.yaml:2 Money"],
        ),
        (f"theme: T\n{ACTION}    measure: Ten\n", "measured", "present", ["t.yaml:1 T"]),
        ("theme: T\nindicators: {indicator: I}\n", "measured", "thin", ["t.yaml:1 T"]),
        (
            "theme: T\nindicators: {indicator: I, target: '5'}\n",
            "measured",
            "present",
            ["t.yaml:1 T"],
        ),
        (
            "theme: T\nactions:\n  - Consult residents\n",
            "consulted",
            "present",
            ["t.yaml:3 Consult residents"],
        ),
        (
            "theme: Crime\nwhy: A survey says so\n",
            "consulted",
            "thin",
            ["t.yaml:2 A survey says so"],
        ),
        (
            "theme: T\nwhy: A public meeting will be held\n",
            "public meeting",
            "thin",
            ["t.yaml:2 A public meeting will be held"],
        ),
        (
            "theme: T\nwhy: A public meeting is on 7 July\n",
            "public meeting",
            "present",
            ["t.yaml:2 A public meeting is on 7 July"],
        ),
        (
            "meetings:\n  - meeting: Public meeting\n    on: 7 July 2010\n",
            "public meeting",
            "present",
            ["t.yaml:2 Public meeting"],
        ),
        (
            "theme: T\nactions: {ref: A1, action: Hold a public meeting, due: TBC}\n",
            "public meeting",
            "thin",
            ["t.yaml:2 Hold a public meeting"],
        ),
        (
            "theme: T\nactions: {ref: A1, action: Hold a public meeting, due: May 2010}\n",
            "public meeting",
            "present",
            ["t.yaml:2 A1", "t.yaml:2 Hold a public meeting"],
        ),
        ("theme: T\nwhy: A plain summary\n", "summary", "thin", ["t.yaml:2 A plain summary"]),
        ("theme: T\nachievements: Much\n", "reviewed", "present", ["t.yaml:1 T"]),
        (f"theme: T\n{ACTION}    carried_from: A0\n", "reviewed", "thin", ["t.yaml:3 A1"]),
    ],
)
def test_an_item(tmp_path: Path, theme: str, item: str, verdict: str, where: list[str]) -> None:
    found = covers(tmp_path, t=theme)[item]
    assert (found.verdict, places(found)) == (verdict, where)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("sections: {heading: Consultation and engagement, text: x}", "present"),
        ("sections: {heading: How we consult, text: x}", "present"),
        ("sections: {heading: What residents said in our survey, text: x}", "present"),
        ("sections: {heading: Two consultations on probation, text: x}", "thin"),
        ("actions: [Ask young people for their views in a survey]", "present"),
        ("actions: [Engage with the businesses of the town centre]", "present"),
        ("actions: [Put the draft of the strategy out to consultation]", "thin"),
        ("actions: [Consult the Community Safety Partnership]", "thin"),
        ("actions: [Consult the director of public health]", "thin"),
        ("actions: [Appoint a public health consultant]", "absent"),
        ("why: The Crime Survey has it, and the British Crime Survey", "absent"),
    ],
)
def test_who_is_consulted(tmp_path: Path, words: str, verdict: str) -> None:
    assert covers(tmp_path, t=f"theme: T\n{words}\n")["consulted"].verdict == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The board meets in public every May.", "present"),
        ("A meeting that is open to the public takes place in October 2010.", "present"),
        ("The public meeting is held on 3/5/2010", "present"),
        ("There was a public meeting in 2009.", "thin"),
        ("We hold a public meeting. The plan was written on 7 July 2010.", "thin"),
        ("The police station is open to the public until 7 July 2010.", "absent"),
    ],
)
def test_when_the_public_can_meet_the_partnership(tmp_path: Path, words: str, verdict: str) -> None:
    assert covers(tmp_path, t=f"theme: T\nwhy: {words}\n")["public meeting"].verdict == verdict


def test_a_summary_is_one_of_the_plan(tmp_path: Path) -> None:
    for words, verdict in (
        ("A short version of the plan is on the website", "thin"),
        ("Screening by a short version of the questionnaire", "absent"),
    ):
        assert covers(tmp_path, t=f"theme: T\nwhy: {words}\n")["summary"].verdict == verdict


def test_a_summary_in_plan_yaml(tmp_path: Path) -> None:
    assert covers(tmp_path, plan=f"{PLAN}summary: It\n")["summary"].verdict == "present"


def test_every_item_says_where_the_law_has_it_and_whether_that_was_seen() -> None:
    assert len({item.title for item in ITEMS}) == len(ITEMS)
    for item in ITEMS:
        assert "1998" in item.source or "2007/1830" in item.source
        assert item.wanted
        assert item.about.startswith("Present if ")
        assert item.mark == ("" if item.seen else " (unverified)")
