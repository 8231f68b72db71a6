"""The board papers of Derbyshire 2011/12 are in plan.yaml and meetings.yaml.

The themes have a test of their own. The source itself is not part of this repository. Its counts,
amounts, dates and figures are, in `sources/`; what needs the text is skipped without it.
"""

import re
from typing import Any

import pytest
from facts.checks import PLANS, SEEDS, digests, needed, numbers, values
from facts.checks import runs as runs_of
from sources import derbyshire_board
from sources.derbyshire_board import FROZEN, Minute

PLAN = PLANS / "derbyshire-2011-12"
FILES = ("plan.yaml", "meetings.yaml")
SOURCE = SEEDS / "003_7cea91e7c2cb0abe.txt"
FACTS = derbyshire_board.thawed(FROZEN.read_text(encoding="utf-8"))

# Official titles, and lists of names that stand in alphabetical order anywhere.
TITLES = """
Home Office Drug Intervention Programme
Derbyshire Primary Care Trust
Bolsover Chesterfield Derbyshire Dales Erewash
Safeguarding Adults Safeguarding Children
"""

# What was agreed without the word RESOLVED: how many decisions the plan has for it.
AGREED = {"5/12": 2, "9/12": 1}

# The figures of each table, row by row and the total at the end, as places in the frozen series.
TABLES = {
    "Reports of domestic abuse to the police in 2010/11": ("incidents", (2, 4, 0)),
    "Referrals to MARACs": ("referrals to MARACs", (2, 0, 4, 5)),
    "Victims of domestic abuse from minority ethnic backgrounds in 2010/11": (
        "ethnicity",
        (0, 1, 2, 3),
    ),
    "Referrals to children's services with domestic abuse as a factor in 2010/11": (
        "children",
        (0, 1),
    ),
    "Adult safeguarding cases in 2010/11 with abuse as a factor": ("adults", (0, 2, 4, 1, 3, 5)),
    "Recorded serious sexual offences": ("offences", (1, 2, 3, 4, 0)),
}

# Where the parts stand that are carried over here; the rest belongs to the themes.
PARTS = (
    ("AGENDA\n", "\nTitle\tDerbyshire Safer Communities Board - Performance"),
    ("\nTitle\tPolice Reform", "\n4. Strategic priorities"),
    ("\n5. Funding\n", "\nFor further information please contact:"),
    ("\nPCC BULLETIN\n", "\nRef\tAction\tLead"),
    ("\nTitle\tNational Alcohol Strategy 2012", "\nSCB Meeting"),
)
ADDRESSES = "part of a web address"
TELEPHONE = "a telephone number"
LEFT_OUT = {
    "10171": ADDRESSES,
    "3579704": ADDRESSES,
    "208078": ADDRESSES,
    "08": ADDRESSES,
    "01629": TELEPHONE,
    "55422": TELEPHONE,
    "580838": TELEPHONE,
}
NUMBERED_PARAGRAPH = r"[2-47]\.\d(?:\.\d)?"

# The surnames of the people whom these parts name, as digests: a test must not name them either.
SURNAMES = """
00a1fb196513 03765191656a 07b48fb92a40 0a1d62bf91af 1670f0147906 1be81a1ebde6 20603ad56899
21f5358c1fd3 29940161fe9f 2d4b1845f52d 363afc57b432 39e123fa72e1 40681b556eff 422ff7009040
44993b03e846 4dae444f8e8f 56a8d99c5b78 641102ee2d79 6cad83de5590 718e6228569a 71a6d262b10b
7229de2d88d2 724c4e728377 73e51978f768 75df8a454abb 7f2cc2d8db90 7f36df0b525d 8658ebf1edf5
8ebbbbcad543 98fa813ff8ca 9908d8c36746 9f5425901004 a29e3919ccc6 a5ece5effd6f a848e7dc5593
abf4e9bf6989 ad2d566b4bf0 af8875942fd7 b16370a17fc3 bb873b4c077d ceb32b93931c d54808bf7a47
d991aa6a99db d9f1cc927e33 dec7a16fae6a e10d850954a8 e19709b01564 e2120ffdc0d2 eb8f077327e7
f55bd2cdfae7 f5c29d093a8b f5d61ead3eef
"""

needs_source = needed(SOURCE)


@needs_source
def test_the_frozen_facts_are_those_of_the_source() -> None:
    found = derbyshire_board.board(source())

    assert FROZEN.read_text(encoding="utf-8") == derbyshire_board.frozen(found)


def test_the_source_has_as_many_facts_as_its_index_says() -> None:
    minutes = FACTS.minutes

    assert [minute.ref for minute in minutes] == [f"{number}/12" for number in range(2, 15)]
    assert sum(minute.resolved for minute in minutes) == 9
    assert sum(minute.actions for minute in minutes) == 6
    assert [len(FACTS.agenda), FACTS.closed, len(FACTS.priorities)] == [9, 1, 11]
    assert sum(place.places for place in FACTS.places) == 27


def test_the_meetings_are_on_the_days_of_the_source() -> None:
    # The agenda moved the first of the dates that the minutes had set, 6 June, to 19 June.
    later = FACTS.minutes[-1].dates[1:]

    assert [meeting["on"] for meeting in meetings()] == [FACTS.held, "19 June 2012", *later]


def test_every_minute_is_an_item_in_order() -> None:
    items = meetings()[0]["items"]

    assert "ref" not in items[0]
    assert [item["ref"] for item in items[1:]] == [minute.ref for minute in FACTS.minutes]


@pytest.mark.parametrize("minute", FACTS.minutes, ids=lambda minute: minute.ref)
def test_a_minute_has_its_decisions_actions_money_and_dates(minute: Minute) -> None:
    [item] = [each for each in meetings()[0]["items"] if each.get("ref") == minute.ref]
    decided = max(minute.points, minute.resolved) or AGREED.get(minute.ref, 0)
    text = repr(item)

    assert len(as_list(item.get("decisions", []))) == decided
    assert len(item.get("actions", [])) == minute.actions
    assert [fact for fact in (*minute.money, *minute.dates) if fact not in text] == []


def test_an_action_arising_has_a_lead_and_a_date_only_where_the_minute_has_one() -> None:
    arising = {
        item["ref"]: action for item in meetings()[0]["items"] for action in item.get("actions", [])
    }

    assert [ref for ref, action in arising.items() if "lead" not in action] == []
    assert {ref: action["due"] for ref, action in arising.items() if "due" in action} == {
        "5/12": "June 2012",
        "7/12": "June 2012",
    }


def test_the_agenda_has_its_items_and_papers() -> None:
    open_items = [item for item in meetings()[1]["items"] if "publish" not in item]
    closed = [item for item in meetings()[1]["items"] if item.get("publish") == "false"]

    assert [(item["ref"], "paper" in item) for item in open_items] == [
        (item.ref, item.papers == 1) for item in FACTS.agenda
    ]
    assert len(closed) == FACTS.closed


def test_the_themes_stand_in_the_order_of_the_report() -> None:
    assert plan()["themes"] == [slug(priority) for priority in FACTS.priorities]


def test_the_key_to_ratings_is_that_of_the_report() -> None:
    key = plan()["ratings"]

    assert [entry["rating"] for entry in key] == [rating.lower() for rating in FACTS.ratings]
    assert [entry.get("within") for entry in key] == [None, "5%", None, None]


def test_the_streams_that_pass_over_have_their_amounts() -> None:
    passing = plan()["funding"][0]

    assert [row[1] for row in passing["rows"]] == list(FACTS.streams)


def test_the_community_safety_fund_is_allotted_as_the_source_says() -> None:
    each, *others = FACTS.allotted
    allotted = plan()["funding"][1]

    assert [row[1] for row in allotted["rows"]] == [each] * 8 + others
    assert allotted["total"][1] == FACTS.streams[0]


def test_the_panel_has_its_money() -> None:
    fixed, each, total = (int(bare(amount)) for amount in FACTS.panel)
    panel = plan()["funding"][2]

    assert [int(row[1]) for row in panel["rows"]] == [fixed, each * 20]
    assert int(panel["total"][1]) == total


@pytest.mark.parametrize("title", TABLES)
def test_a_table_has_the_figures_of_the_source(title: str) -> None:
    series, places = TABLES[title]
    [table] = [each for each in plan()["tables"] if each["table"] == title]

    assert cells(table) == [bare(FACTS.figures[series][place]) for place in places]


def test_the_stated_changes_are_those_of_the_source() -> None:
    referrals = FACTS.figures["referrals to MARACs"]
    [table] = [each for each in plan()["tables"] if each["table"] == "Referrals to MARACs"]
    [change] = table["changes"]

    assert change["stated"] == {"All": f"{referrals[1]}%", "Repeat": f"{referrals[3]}%"}


def test_the_board_has_its_places() -> None:
    [table] = [each for each in plan()["tables"] if each["table"].startswith("Places")]
    found = [(int(row[1]), "without a vote" not in row[0]) for row in table["rows"]]

    assert found == list(FACTS.places)


def test_the_strategy_has_its_outcomes() -> None:
    sections = {section["heading"]: section["text"] for section in plan()["sections"]}
    outcomes = re.findall(r"^## \d\. ", sections["The strategy's five outcomes"], re.MULTILINE)

    assert len(outcomes) == FACTS.outcomes


@needs_source
@pytest.mark.parametrize("name", FILES)
def test_no_sentence_of_the_source_is_copied(name: str) -> None:
    assert sorted(runs(text_of(name)) & runs(source())) == []


@needs_source
def test_every_number_of_the_parts_is_in_the_plan() -> None:
    written = set[str]().union(*(numbers(text_of(name)) for name in FILES))
    parts = [derbyshire_board.between(source(), *markers) for markers in PARTS]
    missing = numbers("\n".join(parts)) - written

    assert {each for each in missing if not re.fullmatch(NUMBERED_PARAGRAPH, each)} == set(LEFT_OUT)


@pytest.mark.parametrize("name", FILES)
def test_nobody_is_named(name: str) -> None:
    assert digests(text_of(name)) & set(SURNAMES.split()) == set()


@needs_source
def test_the_people_are_those_of_the_source() -> None:
    assert set(SURNAMES.split()) - digests(source()) == set()


def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def text_of(name: str) -> str:
    return (PLAN / name).read_text(encoding="utf-8")


def plan() -> dict[str, Any]:
    read: dict[str, Any] = values(PLAN / "plan.yaml")
    return read


def meetings() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = values(PLAN / "meetings.yaml")["meetings"]
    return read


def as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def cells(table: dict[str, Any]) -> list[str]:
    """Every figure of a table, row by row and the total last, without what is not stated."""
    rows = [*table["rows"], table.get("total", [])]
    return [bare(cell) for row in rows for cell in row[1:] if cell != "n/a"]


def bare(figure: str) -> str:
    return re.sub(r"[£,%]", "", figure)


def slug(priority: str) -> str:
    name = re.split(r" \(|/", priority)[0].replace("&", "and")
    return "-".join(name.lower().split())


def runs(text: str) -> set[str]:
    return runs_of(text, TITLES.strip().splitlines())
