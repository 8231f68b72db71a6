"""The facts of the Safer Essex papers are in the plan, and their sentences and names are not.

The source itself is not part of this repository; what needs its text is skipped without it.
The file is long because what the checks allow for stands here as data, with its reasons.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from facts.checks import PLANS, SEEDS, digests, needed, numbers, squeezed, values
from facts.checks import runs as runs_of
from sources import essex
from sources.essex import FROZEN

PLAN = PLANS / "safer-essex-2009-11"
FILES = sorted(PLAN.iterdir())
SOURCE = SEEDS / "002_4b7073b825244005.txt"
FACTS = json.loads(FROZEN.read_text(encoding="utf-8"))
THEMES = {
    "1": "reducing-reoffending",
    "2": "reducing-crime",
    "3": "reducing-substance-and-alcohol-misuse",
    "4": "feeling-safe",
    "5": "perceptions-of-anti-social-behaviour",
}
MARCH = "11 March 2010"
COLOURS = {"G": "green", "A": "amber", "N/A": "not rated"}

# Names of indicators that the plan writes out, or takes from the performance report.
NAMED = {
    "Serious acquisitive crime (incl. Burglary, robbery, vehicle crime)": (
        "Serious acquisitive crime (including burglary, robbery and vehicle crime)"
    ),
    "Domestic abuse": "Domestic abuse: repeat incidents of domestic violence",
    "Assault with Injury crime rate (ABH; other less serious wounding; excludes GBH)": (
        "Assault with injury crime rate"
    ),
    "Criminal damage incl. graffiti": "Criminal damage including graffiti",
    "First time entrants to Youth Justice System": (
        "First time entrants to the Youth Justice System"
    ),
    "Prevent / crowded places": "Prevent and crowded places",
    "Perceptions of ASB": "Perceptions of anti-social behaviour",
}
# The indicators of the plan that hold a row of the performance report; the first has its rating.
REPORTED = {
    "Perception of anti-social behaviour": ("Perceptions of anti-social behaviour",),
    "Adult re-offending rates for those under probation supervision": (
        "Adult re-offending rates for those under probation supervision",
        "Adult re-offending above or below the predicted rate",
    ),
    "Residents who feel safe outside after dark": ("Feeling safe outside after dark",),
    "Assaults causing injury": (
        "Assaults causing injury: offences",
        "Assault with injury crime rate",
    ),
    "Repeat incidents of domestic violence": (
        "Domestic abuse: repeat incidents of domestic violence",
        "Repeat cases of domestic violence at MARACs",
    ),
    "Hospital admissions for alcohol related harm": (
        "Alcohol harm related hospital admission rate",
    ),
    "Substance misuse by young people": ("Substance misuse by young people",),
    "All crimes per 1,000 population": ("All crimes per 1,000 population",),
    "Serious Acquisitive Crime (NI16)(APACS)": (
        "Serious acquisitive crime (including burglary, robbery and vehicle crime)",
    ),
}
# The indicators that the list of the papers does not have, and where they come from.
BESIDE_THE_LIST = {
    "Adult re-offending above or below the predicted rate": "the second figure of NI 18",
    "Repeat cases of domestic violence at MARACs": "NI 32 beside the count of incidents",
    "Assaults causing injury: offences": "the offences behind the rate of NI 20",
    "All crimes per 1,000 population": "in the performance report only",
    "Reported incidents of anti-social behaviour": "among the report's general issues",
}
# The targets that the plan words or places otherwise, and why.
TARGETS = {
    "Repeat incidents of domestic violence": ("", "N/A"),
    "Assaults causing injury": ("6,330", "the whole cell is the target of the rate"),
    "Serious Acquisitive Crime (NI16)(APACS)": ("Improvement", "`Improve-ment`, at a line's end"),
    "Perception of anti-social behaviour": ("15.7%", "the target for 2010/11 is kept apart"),
}
KEY_FINDINGS = (
    "Key findings from the SAs with recommendations from strategic priorities for CSA for"
)
# How the plan words the lines of the forward plan; a cell can hold two.
PLANNED = {
    "Performance Mgt Report": ("Performance management report",),
    "Review TOR": ("Review terms of reference",),
    f"{KEY_FINDINGS} 2010/11": (
        "Key findings of the Strategic Assessments, with priorities for the CSA 2010/11",
    ),
    f"{KEY_FINDINGS} 2011/12": (
        "Key findings of the Strategic Assessments, with priorities for the CSA 2011/12",
    ),
    "LAA refresh Action Plans 2010/11": ("6c", "Action Plans 2010/11"),
    "Approve Treatment Plan or System Change Pilot equivalent 2010/11"
    " Report on Re-offending and Health delivery Plan": (
        "Approve Treatment Plan or System Change Pilot equivalent 2010/11",
        "Report on Re-offending and Health delivery plan",
    ),
    "Agreement on Chair for 2010/11 IOM Terms of Reference": ("6g", "IOM terms of reference"),
    "PRG Funding update": ("6c(i)",),
    "Report back on progress": ("6b",),
    "Update report on Implementation and Integration": ("5h",),
}
# The lines of the forward plan that are items of the agenda of the day, by their references.
ON_AGENDA = {
    "Target Lead reports": ("5.2a", "5.2b", "5.2c", "5.2e"),
    "Performance Mgt Report": ("5.1",),
    "DARG Review": ("4b",),
}

# Official titles and names: they read the same wherever they stand.
TITLES = """
All Essex
Festival Leisure Park
Castle Point
Epping Forest
Assaults with less serious injury
Racially or religiously aggravated
Public Order Act
Violence against person
Assault constable no injury
Reducing perceptions of anti-social behaviour as a problem
adult re-offending rates for those under probation supervision
Approve Treatment Plan or System Change Pilot equivalent
Report on Re-offending and Health delivery Plan
Perceptions of drunk or rowdy behaviour as a problem
Perceptions of drug use or dealing as a problem
Head of Public Engagement and Corporate Analysis Team
"""

# Each paper by what it begins with, and the files of the plan that hold its numbers.
PAPERS = {
    "|": ("meetings",),
    "Agenda Item 4b": ("meetings", "plan", THEMES["3"]),
    "Agenda Item 5.1": ("meetings", *THEMES.values()),
    "Agenda Item 5.2 abc": ("meetings", THEMES["2"], THEMES["5"]),
    "Agenda Item 5 2 e": ("plan", THEMES["1"]),
    "Agenda item: Essex Neigh": ("meetings",),
    "Agenda Item 6a": ("meetings",),
    "Agenda item 6b": ("meetings", "plan", *THEMES.values()),
    "Agenda item 6d": ("meetings", "plan"),
    "Agenda item 6G": ("meetings",),
}
# Numbers of a paper that these files leave out, and why.
LEFT_OUT = {
    "Agenda Item 4b": dict.fromkeys(("1.1", "1.2", "1.3", "2.1"), "a paragraph of the paper"),
    "Agenda Item 5.2 abc": {"01": "1 March, with a nought", "3": "how many parts the paper has"},
    "Agenda item: Essex Neigh": {"3": "a paragraph of the paper"},
    "Agenda item 6G": {"3": "a paragraph of the terms of reference"},
}

# The people whom the source names, as digests: a test must not name them either.
PEOPLE = """
0059bfc57922 0076f28651f2 196812685e9a 1c3c05488732 3396e1a15f34 39a374f2a53e 4a84461748ce
4d5f32b3b7f8 553e7cf02d99 731140284eac 818b5cc5f21d 88b150d31df3 8f38f369426b b1000be25695
db74c940d447 e2f6118f0274 ea72c7959429 ef1149de5165
"""

needs_source = needed(SOURCE)


@needs_source
def test_the_frozen_facts_are_those_of_the_source() -> None:
    assert FROZEN.read_text(encoding="utf-8") == essex.frozen(essex.facts(source()))


def test_the_source_has_as_many_facts_as_its_index_says() -> None:
    counts = {name: len(found) for name, found in FACTS.items()}
    cells = [cell for topics in FACTS["forward plan"].values() for cell in topics.values()]

    assert counts == {
        "agenda": 21,
        "papers": 11,
        "forward plan": 6,
        "indicators": 19,
        "performance": 9,
        "offences": 2,
        "funding": 3,
        "actions": 7,
        "lists": 8,
    }
    assert [len(cells), sum(map(len, cells)), sum(FACTS["actions"].values())] == [28, 40, 17]


def test_the_indicators_are_those_of_the_list_and_of_the_report() -> None:
    listed = {NAMED.get(each["indicator"], each["indicator"]) for each in FACTS["indicators"]}
    wanted = {name.casefold() for name in listed | BESIDE_THE_LIST.keys()}

    assert {name for _, name in written_indicators()} == wanted
    assert len(written_indicators()) == 19 + 5


@pytest.mark.parametrize("fact", FACTS["indicators"], ids=lambda fact: fact["indicator"])
def test_an_indicator_has_its_theme_code_and_lead(fact: dict[str, str]) -> None:
    name = NAMED.get(fact["indicator"], fact["indicator"])
    written = written_indicators()[THEMES[fact["priority"]], name.casefold()]
    leads = written["lead"] if isinstance(written["lead"], list) else [written["lead"]]
    owners = [official(lead.rpartition(", ")[2].removesuffix(" (tbc)")) for lead in leads]
    stated = fact["lead"].removesuffix(" (tbc)").split(" / ")

    assert squeezed(written.get("code", "")) == squeezed(fact["code"])
    assert owners == [official(lead) for lead in stated]
    assert leads[-1].endswith(" (tbc)") == fact["lead"].endswith(" (tbc)")


@pytest.mark.parametrize("fact", FACTS["performance"], ids=lambda fact: fact["indicator"])
def test_a_row_of_the_report_has_its_rating_target_and_figures(fact: dict[str, Any]) -> None:
    parts = [an_indicator(name) for name in REPORTED[fact["indicator"]]]
    series = [figure for part in parts for figure in figures_of(part)]
    stated = set(fact["figures"])
    target = TARGETS.get(fact["indicator"], (fact["target"], ""))[0]

    assert parts[0]["rating"] == COLOURS[fact["rating"]]
    assert [part for part in parts[1:] if "rating" in part] == []
    assert figure_text(parts[0].get("target", {}).get("2009/10", "")) == target
    assert bare_numbers(" ".join(series)) <= stated | bare_numbers(fact["target"])
    assert stated - bare_numbers(str(parts)) == set()


def test_the_assault_rate_has_both_targets_of_its_cell() -> None:
    target = an_indicator("Assault with injury crime rate")["target"]["2009/10"]
    assert target == "4.6 per 1000 pop (6330 offences)"


@pytest.mark.parametrize("number", [0, 1])
def test_an_offence_table_has_every_cell_total_and_change(number: int) -> None:
    fact, written = FACTS["offences"][number], theme("reducing-crime")["tables"][number]
    pairs = [(each["since"], each["until"]) for each in written["changes"]]
    stated = [each["stated"] for each in written["changes"]]

    assert written["columns"] == ["Offence", *fact["columns"]]
    assert [lowered(row) for row in written["rows"]] == [lowered(row) for row in fact["rows"]]
    assert written["total"] == fact["total"]
    assert pairs == list(zip(fact["columns"][::2], fact["columns"][1::2], strict=True))
    assert stated == [{"Totals": change} for change in fact["changes"]]


@pytest.mark.parametrize("fact", FACTS["offences"], ids=["11 months", "10 months"])
def test_the_totals_and_changes_of_the_offences_are_those_of_the_rows(fact: Any) -> None:
    sums = [sum(int(row[at]) for row in fact["rows"]) for at in range(1, 7)]
    pairs = zip(sums[::2], sums[1::2], fact["changes"], strict=True)

    assert sums == [int(cell) for cell in fact["total"][1:]]
    for first, last, stated in pairs:
        places = len(stated.rstrip("%").partition(".")[2])
        assert f"{(last - first) / first * 100:.{places}f}%" == stated


def test_the_funding_table_has_every_cell_and_total() -> None:
    written = plan()["funding"][0]
    total = [cell.replace("£", "") for cell in FACTS["funding"]["total"]]

    assert [len(written["rows"]), written["columns"][0]] == [13, FACTS["funding"]["columns"][0]]
    assert written["rows"] == [list(map(bare, row)) for row in FACTS["funding"]["rows"]]
    assert written["total"] == list(map(bare, total))


def test_two_funding_totals_are_not_the_sums_of_their_rows() -> None:
    columns = plan()["funding"][0]["columns"][1:]
    sums = [sum(int(bare(row[at])) for row in FACTS["funding"]["rows"]) for at in (1, 2, 3)]
    stated = [int(bare(cell)) for cell in FACTS["funding"]["total"][1:]]
    over = [sum_ - total for sum_, total in zip(sums, stated, strict=True)]

    assert sums == [1_236_587, 187_826, 375_658]
    assert dict(zip(columns, over, strict=True)) == {
        "ABG": 1,
        "Capital 2010/11": 0,
        "Capital 2009/10": -2,
    }


def test_the_capital_of_each_partnership_is_cut_by_half() -> None:
    rows = [list(map(bare, row)) for row in FACTS["funding"]["rows"]]

    assert [row[0] for row in rows if abs(int(row[3]) / 2 - int(row[2])) > 0.5] == []


def test_the_actions_of_each_pathway_are_there() -> None:
    parts = theme("reducing-reoffending")["sub_themes"]

    assert [len(part["actions"]) for part in parts] == list(FACTS["actions"].values())


def test_the_lists_have_as_many_entries() -> None:
    sections = {each["heading"]: each["text"] for each in plan()["sections"]}
    means = {each["driver"]: each["means"] for each in plan()["drivers"]}
    reoffending = theme("reducing-reoffending")
    own = {each["heading"]: each["text"] for each in reoffending["sections"]}
    [proposals] = [item["actions"] for item in meeting(MARCH)["items"] if item.get("ref") == "4b"]

    assert FACTS["lists"] == {
        "headline priorities": len(plan()["themes"]),
        "common priorities": entries(sections["What the districts have in common"]),
        "changes of the act": entries(means["Policing and Crime Act 2009"]),
        "facts on re-offending": entries(reoffending["why"]),
        "pathways": entries(means["National Reducing Reoffending Delivery Plan, July 2004"]),
        "proposals of item 4b": len(proposals),
        "kinds of monitoring": entries(own["Monitoring and reporting"]),
        "other effects": entries(own["What else this work does"]),
    }


def test_the_agenda_has_its_items_times_papers_and_purposes() -> None:
    written = {item["ref"]: item for item in meeting(MARCH)["items"] if "ref" in item}
    agenda = {each["ref"]: each for each in FACTS["agenda"]}

    assert list(written) == [ref for ref in FACTS["papers"] if ref not in agenda] + list(agenda)
    for ref, item in written.items():
        fact = agenda.get(ref, {})
        purposes = {*fact.get("purpose", []), *FACTS["papers"].get(ref, [])}
        assert (ref, listed(item.get("purpose", []))) == (ref, purposes)
        assert (ref, item.get("paper"), item.get("time")) == (
            ref,
            fact.get("paper"),
            fact.get("time"),
        )


@pytest.mark.parametrize("day", FACTS["forward plan"])
def test_a_meeting_has_what_the_forward_plan_gives_it(day: str) -> None:
    wanted = {
        topic_words(topic): {line for cell in cells for line in planned(day, cell)}
        for topic, cells in FACTS["forward plan"][day].items()
    }
    found: dict[str, set[str]] = {}
    for item in meeting(day)["items"]:
        if "topic" in item:
            name = item.get("ref", item["item"]).casefold()
            found.setdefault(topic_words(item["topic"]), set()).add(name)

    assert found == wanted


def test_the_meetings_are_those_of_the_forward_plan() -> None:
    held = [each["on"] for each in values(PLAN / "meetings.yaml")["meetings"]]

    assert [day.removeprefix("Thursday ") for day in held] == list(FACTS["forward plan"])


@needs_source
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_sentence_of_the_source_is_copied(path: Path) -> None:
    assert sorted(runs(path.read_text(encoding="utf-8")) & runs(source())) == []


@needs_source
@pytest.mark.parametrize("start", PAPERS)
def test_every_number_of_a_paper_is_in_the_plan(start: str) -> None:
    paths = [PLAN / f"{name}.yaml" for name in PAPERS[start]]
    written = bare_numbers("\n".join(path.read_text(encoding="utf-8") for path in paths))

    assert bare_numbers(paper(start)) - written == LEFT_OUT.get(start, {}).keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nobody_is_named(path: Path) -> None:
    assert digests(path.read_text(encoding="utf-8")) & set(PEOPLE.split()) == set()


@needs_source
def test_the_people_are_those_of_the_source() -> None:
    assert set(PEOPLE.split()) - digests(source()) == set()


def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def paper(start: str) -> str:
    """The text from where a paper begins to where the next one does."""
    text = source()
    ends = [text.index(other) for other in PAPERS] + [len(text)]
    return text[text.index(start) : min(end for end in ends if end > text.index(start))]


def plan() -> Any:
    return values(PLAN / "plan.yaml")


def theme(name: str) -> Any:
    return values(PLAN / f"{name}.yaml")


def meeting(day: str) -> Any:
    held = values(PLAN / "meetings.yaml")["meetings"]
    [found] = [each for each in held if each["on"].removeprefix("Thursday ") == day]
    return found


def written_indicators() -> dict[tuple[str, str], Any]:
    return {
        (name, each["indicator"].casefold()): each
        for name in THEMES.values()
        for each in theme(name)["indicators"]
    }


def an_indicator(name: str) -> Any:
    [found] = [each for (_, key), each in written_indicators().items() if key == name.casefold()]
    return found


def official(name: str) -> str:
    for agency in plan()["agencies"]:
        known = {"name": agency, "also": []} if isinstance(agency, str) else agency
        if name in (known["name"], *known["also"]):
            return str(known["name"])
    raise AssertionError(name)


def figures_of(indicator: Any) -> Iterator[str]:
    for series in ("values", "target", "baseline"):
        found = indicator.get(series, {})
        for figure in found.values() if isinstance(found, dict) else [found]:
            yield figure_text(figure)


def figure_text(figure: Any) -> str:
    return str(figure["value"] if isinstance(figure, dict) else figure)


def lowered(row: list[str]) -> list[str]:
    return [cell.casefold() for cell in row]


def bare(cell: str) -> str:
    return cell.replace(",", "").replace("£", "")


def bare_numbers(text: str) -> set[str]:
    return {number.rstrip("%") for number in numbers(text)}


def entries(text: str) -> int:
    return len(re.findall(r"^(?:- |\d\. )", text, re.MULTILINE))


def listed(words: Any) -> set[str]:
    return {words} if isinstance(words, str) else set(words)


def topic_words(topic: str) -> str:
    plain = re.sub(r" \(\w+\)", "", topic).replace("&", "and").replace("/", "and")
    return plain.casefold()


def planned(day: str, cell: str) -> Iterator[str]:
    found = ON_AGENDA.get(cell) if day == MARCH else None
    yield from (line.casefold() for line in found or PLANNED.get(cell, (cell,)))


def runs(text: str) -> set[str]:
    return runs_of(text, TITLES.strip().splitlines())
