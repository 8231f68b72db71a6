"""The facts of the East Sussex plan 2022/23 are in its folder; its sentences and names are not.

The source itself is not part of this repository. Its headings, counts and figures are, in
`sources/`; what needs the text is skipped without it.
The file is long because what the checks allow for stands here as data, with its reasons.
"""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from facts.checks import PLANS, SEEDS, digests, needed, numbers, runs, spaced_words, values
from sources import east_sussex_2022
from sources.east_sussex_2022 import FROZEN, THEMES

PLAN = PLANS / "east-sussex-2022-23"
SOURCE = SEEDS / "001_f9e4e176ef71fef6.txt"
FACTS: dict[str, Any] = json.loads(FROZEN.read_text(encoding="utf-8"))
FILES = sorted(PLAN.glob("*.yaml"))

SCHOOLS = "Contextual safeguarding and work in schools"
DISADVANTAGE = "Better outcomes for people who have experienced severe disadvantage"
DRUGS = "Drug and alcohol-related harm"
ABUSE = "Domestic and sexual violence and abuse"
STREETS = "Anti-social behaviour and street communities"

# The plan's workstreams by the source's headings, where they are not the same.
WORKSTREAMS = {
    "Contextual Safeguarding": SCHOOLS,
    "Work in Schools": SCHOOLS,
    "Improving Outcomes for People who have experienced Severe Disadvantage": DISADVANTAGE,
    "Drug-Related Harm": DRUGS,
    "New Project ADDER interventions": DRUGS,
    "Reducing drug and alcohol related deaths": DRUGS,
    "Police carrying Nyxoid": DRUGS,
    "Violence Against Women Girls": "Violence against women and girls",
    "Violence Against Women and Girls (VAWG)": "Violence against women and girls",
    "Domestic Violence and Abuse": ABUSE,
    "Reducing Reoffending": "Reducing re-offending",
    "Anti-Social Behaviour": STREETS,
    "Street Communities": STREETS,
}

# Headings within the achievements of a workstream, and a word or two of the plan for each.
WITHIN = {
    "Channel Early Intervention and Support for Young People": "## Channel: early help",
    "Prevent Board": "## Prevent Board",
    "Work in Schools": "## Work in schools",
    "Changing Futures": "## Changing Futures",
    "Pan-Sussex Anti-Slavery Network": "## Pan-Sussex Anti-Slavery Network",
    "Training and Awareness Raising": "## Training and awareness",
    "Violence Reduction Partnership (VRP)": "## Violence Reduction Partnership",
    "High Harm Hotspots": "## Where violence does most harm",
    "Devonshire Ward, Eastbourne": "In Devonshire ward",
    "Young People": "## College Central Project",
    "College Central Project": "## College Central Project",
    "Family Keywork": "## Family Keywork",
    "STAR Project Habitual Knife Carriers": "## STAR Project",
    "Contextual Safeguarding Work in Hastings": "## Contextual safeguarding in Hastings",
    "In My Shoes": "## In My Shoes",
    "Under 25s Violence and Exploitation Reduction Unit (VERU)": "## Probation's unit",
    "Get Safe Online": "## Get Safe Online",
    "East Sussex Against Scams Partnership": "## East Sussex Against Scams Partnership",
}

# The plan says in one line where the focus is, as the source has none under these headings.
ELSEWHERE = {"Alcohol-related harm", "Rape and sexual violence"}

# Official titles: they read the same wherever they stand.
TITLES = """
https://www.childrenssociety.org.uk/sites/default/files/2020-10/Look-Closer-Leaflet.pdf
Improving Outcomes for People who have experienced Severe Disadvantage
Drug and Alcohol Related Death Working Group
National Drugs Strategy, From harm to hope: A 10-year drugs plan to cut crime and save lives
Get Safe Online Local Government Cyber Protect Programme
Working together to keep your Business safe online
Pan-Sussex Domestic Abuse and Sexual Violence Framework
Pan-Sussex Domestic Abuse Accommodation and Support Strategy and Action Plan
16 Days of Activism against Gender Based Violence
"""

# Whom the source names, as digests: a test must not name them either.
NAMES = """
313e3c3761a7 356f728ecebc c10873196eb1 faaa2e95891c
"""

needs_source = needed(SOURCE)
each_theme = pytest.mark.parametrize("theme", THEMES.values())
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@needs_source
def test_the_frozen_facts_are_those_of_the_source() -> None:
    assert east_sussex_2022.facts(source()) == FACTS


def test_the_source_has_as_many_facts_as_its_index_says() -> None:
    def count(part: str) -> list[int]:
        return [len(FACTS[part][theme]) for theme in THEMES.values()]

    to_do = [sum(entry["items"] for entry in FACTS["focus"][theme]) for theme in THEMES.values()]

    assert [count("problem"), count("achieved"), count("focus")] == [
        [6, 5, 6],
        [9, 6, 16],
        [8, 4, 5],
    ]
    assert to_do == [30, 15, 13]
    assert [len(FACTS[kind]) for kind in ("drivers", "notes", "reports")] == [12, 2, 5]


def test_the_plan_has_the_themes_of_the_source_and_17_workstreams() -> None:
    titles = [values(PLAN / f"{theme}.yaml")["theme"] for theme in THEMES.values()]

    assert values(PLAN / "plan.yaml")["themes"] == list(THEMES.values())
    assert [title.lower() for title in titles] == [title.lower() for title in THEMES]
    assert [len(workstreams(theme)) for theme in THEMES.values()] == [6, 5, 6]


@each_theme
def test_every_problem_is_told_in_its_workstream_and_none_is_invented(theme: str) -> None:
    wanted = dict.fromkeys(workstream(theme, heading) for heading in FACTS["problem"][theme])

    assert told(theme, "why") == list(wanted)


@each_theme
def test_every_achievement_is_told_in_its_workstream_and_none_is_invented(theme: str) -> None:
    # A heading may name a workstream, a part of it, or both with a colon between them.
    said = [part for heading in FACTS["achieved"][theme] for part in heading.split(": ")]
    named = dict.fromkeys(workstream(theme, part) for part in said if part not in WITHIN)
    text = "\n".join(each.get("achievements", "") for each in workstreams(theme).values())

    assert told(theme, "achievements") == list(named)
    assert [part for part in said if WITHIN.get(part, "") not in text] == []


@each_theme
def test_everything_in_the_focus_is_an_action_of_its_workstream(theme: str) -> None:
    wanted = dict.fromkeys(workstreams(theme), 0)
    for entry in FACTS["focus"][theme]:
        wanted[workstream(theme, entry["heading"])] += entry["items"]

    found = {name: len(each.get("actions", [])) for name, each in workstreams(theme).items()}
    assert found == wanted


@each_theme
def test_the_plan_says_where_the_source_says_plans_are(theme: str) -> None:
    placed = [entry["heading"] for entry in FACTS["focus"][theme] if entry["places"]]
    wanted = [workstream(theme, heading) for heading in placed]

    assert [name for name in told(theme, "plans") if name not in ELSEWHERE] == wanted


@each_theme
def test_the_actions_that_somebody_leads_are_those_of_the_source(theme: str) -> None:
    actions = [entry for each in workstreams(theme).values() for entry in each.get("actions", [])]
    led = [number for number, action in enumerate(actions, 1) if "lead" in keys(action)]

    assert led == FACTS["leads"][theme]
    assert not [action for action in actions if {"ref", "due", "measure"} & set(keys(action))]


def test_every_cell_of_the_deaths_is_that_of_the_source() -> None:
    assert cells(DRUGS) == FACTS["tables"]["deaths"]


def test_every_cell_of_the_reports_of_crime_is_that_of_the_source() -> None:
    columns, *rows = FACTS["tables"]["asb"]
    found = cells(STREETS)
    [change] = table(STREETS)["changes"]

    assert found[0][1:] == [column.replace("-", "/") for column in columns[1:-1]]
    assert found[1:] == [row[:-1] for row in rows]
    assert [change["since"], change["until"]] == [found[0][1], found[0][-1]]
    assert change["stated"] == {row[0]: f"{row[-1]}%" for row in rows}


@pytest.mark.parametrize("row", FACTS["tables"]["asb"][1:], ids=lambda row: row[0])
def test_the_stated_changes_are_what_the_rows_give(row: list[str]) -> None:
    first, last, stated = Decimal(row[1]), Decimal(row[3]), Decimal(row[-1])

    assert round((last - first) / first * 100, 1) == stated


def test_the_reports_by_age_are_those_of_the_source_an_age_twice_among_them() -> None:
    names = {"0-29": "0 to 29", "30-59": "30 to 59", "60-74": "60 to 74", "75+": "75 and over"}
    found = table("Fraud, scams and online safety")

    assert found["rows"] == [[names[age], *figures] for age, *figures in FACTS["reports"]]


@pytest.mark.parametrize("part", ["problem", "achieved"])
@each_theme
def test_every_percentage_and_sum_of_money_is_in_its_part(theme: str, part: str) -> None:
    key = {"problem": "why", "achieved": "achievements"}[part]
    text = "\n".join(each.get(key, "") for each in workstreams(theme).values())

    assert sorted(east_sussex_2022.amounts([text])) == sorted(FACTS["amounts"][part][theme])


def test_the_drivers_are_those_of_the_source() -> None:
    titles = [entry["driver"] for entry in values(PLAN / "plan.yaml")["drivers"]]

    assert east_sussex_2022.drivers([f"- {title}" for title in titles]) == FACTS["drivers"]


def test_the_footnotes_are_notes_where_the_source_marks_them() -> None:
    names = ["look-closer", "adder-approval"]
    for name, note in zip(names, FACTS["notes"], strict=True):
        marked = workstreams(note["theme"])[workstream(note["theme"], note["heading"])]
        text = values(PLAN / f"{note['theme']}.yaml")["notes"][name]
        assert f"[^{name}]" in str(marked)
        assert note["address"] in text


@each_theme
def test_the_quotations_are_by_those_whom_the_source_quotes(theme: str) -> None:
    said = [entry for each in workstreams(theme).values() for entry in each.get("quotations", [])]

    by = [entry["by"].removeprefix("A ").casefold() for entry in said]
    assert by == [name.casefold() for name in FACTS["quoted"][theme]]
    assert all(len(entry["quotation"].split()) <= 8 for entry in said)


@needs_source
@each_theme
def test_the_quotations_are_word_for_word(theme: str) -> None:
    said = [entry for each in workstreams(theme).values() for entry in each.get("quotations", [])]

    words = spaced_words(source())
    assert [entry for entry in said if spaced_words(entry["quotation"]) not in words] == []


@needs_source
@each_file
def test_no_sentence_of_the_source_is_copied(path: Path) -> None:
    titles = TITLES.strip().splitlines()
    text = path.read_text(encoding="utf-8")

    assert sorted(runs(text, titles) & runs(source(), titles)) == []


@needs_source
@each_theme
def test_every_number_of_a_theme_is_in_its_file(theme: str) -> None:
    read = east_sussex_2022.parts(source())
    lines = [line for (_, its), part in read.items() if its == theme for line in part]
    # A footnote's number is its place; the plan has its name. A change is one of per cent.
    text = re.sub(r"\[\d\]", "", "\n".join(lines)).replace(" per cent", "%")
    text = re.sub(r"^(\+[\d.]+)$", r"\1%", text, flags=re.MULTILINE)

    assert numbers(text) - numbers((PLAN / f"{theme}.yaml").read_text(encoding="utf-8")) == set()


@needs_source
def test_every_other_number_is_in_the_plan() -> None:
    read = east_sussex_2022.parts(source())
    others = ("opening", "drivers", "team", "footnotes")
    lines = [line for part in others for line in read[part, ""]]
    text = re.sub(r"\[\d\]", "", "\n".join(lines))
    written = set[str]().union(*(numbers(path.read_text(encoding="utf-8")) for path in FILES))

    assert numbers(text) - written == set()


@each_file
def test_nobody_is_named(path: Path) -> None:
    assert digests(path.read_text(encoding="utf-8")) & set(NAMES.split()) == set()


@needs_source
def test_the_people_are_those_of_the_source() -> None:
    assert set(NAMES.split()) - digests(source()) == set()


def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def workstreams(theme: str) -> dict[str, dict[str, Any]]:
    """The sub-themes of a theme by their names, in the order of the file."""
    found = values(PLAN / f"{theme}.yaml")["sub_themes"]
    return {entry["sub_theme"]: entry for entry in found}


def workstream(theme: str, heading: str) -> str:
    """What the plan calls the workstream of a heading."""
    named = {spaced_words(name): name for name in workstreams(theme)}
    return named[spaced_words(WORKSTREAMS.get(heading, heading))]


def told(theme: str, key: str) -> list[str]:
    """The workstreams that have a key, in the order of the file."""
    return [name for name, each in workstreams(theme).items() if key in each]


def keys(action: Any) -> list[str]:
    return list(action) if isinstance(action, dict) else []


def table(name: str) -> dict[str, Any]:
    """The one table of a workstream."""
    [found] = [
        each
        for theme in THEMES.values()
        for called, entry in workstreams(theme).items()
        if called == name
        for each in entry["tables"]
    ]
    return dict(found)


def cells(name: str) -> list[list[str]]:
    """The column headings of the one table of a workstream, then its rows."""
    found = table(name)
    return [found["columns"], *found["rows"]]
