"""The facts of Stockton's response are in its plan, and its sentences and names are not.

The source itself is not part of this repository. Its numbers, references and figures are, in
`sources/`; what needs the text is skipped without it.
"""

import re
from collections import Counter
from typing import Any

import pytest
from facts.checks import PLANS, SEEDS, digests, needed, numbers, values
from facts.checks import runs as runs_of
from sources import stockton
from sources.stockton import FROZEN, THEMES, Response

PLAN = PLANS / "stockton-2008-11"
SOURCE = SEEDS / "004_c4acc7186d7d418e.txt"
FACTS = stockton.thawed(FROZEN.read_text(encoding="utf-8"))
NATIONAL_PLAN = "National Community Safety Plan 2008 to 2011, "

# Official titles of documents, programmes and bodies: they read the same wherever they stand.
TITLES = """
National Counter Terrorism Security Office
First Time Entrants to the Youth Justice System
Safer Stockton Partnership
Cleveland Criminal Justice Board
children and young people on the path to success
Cleaner Safer Greener Communities
Education, Training and Employment
"""

# The powers of 15, each by what the plan's tables call it, in the order of the document.
POWERS = {
    "ASBOs or CRASBOs": "21",
    "Acceptable Behaviour Contracts": "42",
    "Dispersal Orders": "2",
    "Parenting Orders": "10",
    "Voluntary parenting programmes": "78",
    "Closure Orders for crack houses": "8",
    "Fixed Penalty Notices": "275",
}
NOTICES = {
    "Littering": "127",
    "Flytipping and dumping": "49",
    "Flyposting": "27",
    "Dog fouling": "19",
    "Graffiti": "4",
}

# What the responses say is still to be done, as actions: the document has no action plan.
TO_DO = {
    "acquisitive-crime": ["7"],
    "local-priorities": ["11", "11"],
    "reoffending": ["16", "17", "19"],
    "path-to-success": ["30"],
    "criminal-justice": ["40"],
    "alcohol-and-drugs": ["42", "43", "47"],
    "partnership-reform": ["51"],
}

# The surnames of the people whom the source names, as digests: a test must not name them either.
SURNAMES = """
71b65f8c948a cdc0e552c966
"""

needs_source = needed(SOURCE)
each_theme = pytest.mark.parametrize("theme", THEMES)


@needs_source
def test_the_frozen_facts_are_those_of_the_source() -> None:
    assert FROZEN.read_text(encoding="utf-8") == stockton.frozen(stockton.responses(source()))


def test_the_source_has_as_many_facts_as_its_index_says() -> None:
    assert [fact.ref for fact in FACTS] == [str(number) for number in range(1, 53)]
    assert len({fact.priority for fact in FACTS}) == len(THEMES) - 1
    assert Counter(fact.answered for fact in FACTS) == {
        "response": 40,
        "see": 5,
        "see and response": 3,
        "not applicable": 3,
        "nothing": 1,
    }


def test_the_plan_has_a_theme_for_each_priority() -> None:
    assert values(PLAN / "plan.yaml")["themes"] == list(THEMES)
    assert {path.stem for path in PLAN.iterdir()} == {"plan", *THEMES}


@each_theme
def test_the_plan_has_the_expectations_of_the_source(theme: str) -> None:
    wanted = [(fact.ref, NATIONAL_PLAN + fact.priority) for fact in facts(theme)]

    assert [(each["ref"], part["source"]) for part, each in expectations(theme)] == wanted


@each_theme
def test_they_are_put_to_those_of_the_source(theme: str) -> None:
    wanted = [fact.put_to for fact in facts(theme)]

    assert [said_to(part["put_to"]) for part, _ in expectations(theme)] == wanted


@each_theme
def test_each_is_answered_as_in_the_source(theme: str) -> None:
    wanted = [(fact.ref, fact.answered, list(fact.see)) for fact in facts(theme)]
    found = [(each["ref"], how(each), seen(each)) for _, each in expectations(theme)]

    assert found == wanted


@each_theme
def test_every_figure_is_in_its_own_expectation_and_none_is_invented(theme: str) -> None:
    wanted = {fact.ref: (set(fact.asked), set(fact.figures)) for fact in facts(theme)}
    found = {
        each["ref"]: (
            set(stockton.figures(each["expectation"])),
            set(stockton.figures(answer(each))),
        )
        for _, each in expectations(theme)
    }

    assert found == wanted


@each_theme
def test_drafting_marks_stay_where_they_are(theme: str) -> None:
    wanted = [fact.drafting_mark for fact in facts(theme)]
    found = ["".join(re.findall(r"\[.+?\]", answer(each))) for _, each in expectations(theme)]

    assert found == wanted


@needs_source
def test_the_targets_of_the_community_safety_plan_are_those_of_the_source() -> None:
    reads = [values(PLAN / f"{theme}.yaml") for theme in THEMES]
    asked = [each for theme in THEMES for _, each in expectations(theme)]
    documents = [each.get("other_documents", []) for each in [*reads, *asked]]

    assert sorted(re.findall(r"\d\.\d", str(documents))) == sorted(stockton.targets(source()))


def test_the_tables_have_the_figures_of_the_powers_in_their_order() -> None:
    [powers, notices] = values(PLAN / "local-priorities.yaml")["tables"]
    [fact] = [fact for fact in FACTS if fact.ref == "15"]

    assert dict(powers["rows"]) == POWERS
    assert dict(notices["rows"]) == NOTICES
    assert fact.figures == ("2006", "07", *POWERS.values(), *NOTICES.values())


def test_the_kinds_of_notice_that_are_named_do_not_make_all_of_them() -> None:
    assert sum(map(int, NOTICES.values())) == 226
    assert int(POWERS["Fixed Penalty Notices"]) - 226 == 49


@each_theme
def test_what_is_still_to_be_done_names_the_expectation_that_it_answers(theme: str) -> None:
    actions = values(PLAN / f"{theme}.yaml").get("actions", [])

    assert [action["meets"] for action in actions] == TO_DO.get(theme, [])


@needs_source
@pytest.mark.parametrize("path", sorted(PLAN.iterdir()), ids=lambda path: path.name)
def test_no_sentence_of_the_source_is_copied(path: Any) -> None:
    assert sorted(runs(path.read_text(encoding="utf-8")) & runs(plain(source()))) == []


@needs_source
@each_theme
def test_every_number_of_a_priority_is_in_its_theme(theme: str) -> None:
    [priority] = [each for each in stockton.priorities(source()) if each.theme == theme]

    assert numbers("\n".join(priority.lines)) - numbers(plan_text(theme)) == set()


@pytest.mark.parametrize("path", sorted(PLAN.iterdir()), ids=lambda path: path.name)
def test_nobody_is_named(path: Any) -> None:
    assert digests(path.read_text(encoding="utf-8")) & set(SURNAMES.split()) == set()


@needs_source
def test_the_people_are_those_of_the_source() -> None:
    assert set(SURNAMES.split()) - digests(source()) == set()


def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Without tags, whose names would stand between the words."""
    return re.sub(r"<[^>]+>", " ", text)


def plan_text(theme: str) -> str:
    return (PLAN / f"{theme}.yaml").read_text(encoding="utf-8")


def facts(theme: str) -> list[Response]:
    return [fact for fact in FACTS if fact.theme == theme]


def expectations(theme: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each expectation of a theme, with the part that holds it."""
    parts = values(PLAN / f"{theme}.yaml").get("expectations", [])
    return [(part, each) for part in parts for each in part["expects"]]


def said_to(put_to: str) -> str:
    """Who should do or consider it, as the source has it; nothing where it says neither."""
    who, _, should = put_to.partition(", which ")
    said = should.removesuffix(" them").removesuffix(" do this in line with local priorities")
    return f"{who.replace('Part', 'part')} {said}" if said else ""


def answer(expectation: dict[str, Any]) -> str:
    text: str = expectation.get("response") or expectation.get("not_applicable", "")
    return text


def how(expectation: dict[str, Any]) -> str:
    """What answers it, as `stockton.Response.answered` says it."""
    if "not_applicable" in expectation:
        return "not applicable"
    return " and ".join(key for key in ("see", "response") if key in expectation) or "nothing"


def seen(expectation: dict[str, Any]) -> list[str]:
    return [expectation["see"].removeprefix("item ")] if "see" in expectation else []


def runs(text: str) -> set[str]:
    return runs_of(text, TITLES.strip().splitlines())
