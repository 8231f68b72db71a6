"""The facts of the source document are in the example plan, and its sentences and names are not.

The source itself is not part of this repository. Its references and dates are, in `sources/`;
what needs the text is skipped without it. CSPLAN_SEEDS names the folder that holds it.
The file is long because what the checks allow for stands here as data, with its reasons.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from facts.checks import PLANS, SEEDS, digests, needed, numbers, squeezed, values
from facts.checks import runs as runs_of
from sources import east_sussex
from sources.east_sussex import FROZEN, THEMES, Action, Table

PLAN = PLANS / "east-sussex-2010-11"
SOURCE = SEEDS / "000_1bd284bbf6da394a.txt"
FACTS = east_sussex.thawed(FROZEN.read_text(encoding="utf-8"))


class Wording(NamedTuple):
    """How a plan words a date line, where it isn't the line itself."""

    text: str
    why: str


class Cells(NamedTuple):
    """How many date lines make one wording, where it isn't one; a tuple for each table row."""

    sizes: tuple[tuple[int, ...], ...]
    why: str


REWORDED = {
    "(Refer to Alcohol communications plan)": Wording(
        "Refer to the alcohol communications plan", "a sentence, without its brackets"
    )
}

MONTH_AND_QUARTER = "the month and the quarter of one milestone"
MONTH_QUARTER_YEAR = "the month, the quarter and the strategy's year of one milestone"
JOINED = {
    "R3": Cells(((2,),), "one phrase, broken over two lines"),
    "L5": Cells(((1,), (3,)), MONTH_QUARTER_YEAR),
    "L10": Cells(((2,),), MONTH_AND_QUARTER),
    "L13": Cells(((3,), (3,)), MONTH_QUARTER_YEAR),
    "L15": Cells(((3,),), MONTH_QUARTER_YEAR),
    "L16": Cells(((2,), (2,)), "ongoing and how it is monitored; a month and its quarter"),
    "CC1": Cells(((2, 2, 2, 2),), MONTH_AND_QUARTER),
    "CC2": Cells(((1, 1, 2, 2),), MONTH_AND_QUARTER),
    "CC3": Cells(((2, 2, 2),), "month and quarter; a quarter in which ongoing work starts"),
}

# Official titles of documents, indicators and groups: they read the same wherever they stand.
TITLES = """
The East Sussex Joint Strategic Needs Assessment on Alcohol
Pride of Place, the East Sussex Sustainable Community Strategy
Perception of drunk or rowdy behaviour as a problem
Social Responsibility Standards for the Production and Sale of Alcoholic Drinks
U25's Teenage Pregnancy and Sexual Health Media Group
Highways Economic Note 1 2005
Valuation of the Benefits of Prevention of Road Accidents and Casualties
Monetary valuation of road safety
The Corston Report on the Review of Women with Particular Vulnerabilities
adult re-offending rates for those under probation supervision
Sussex Police Reducing Supply Strategy
Health and Social Care Commissioning Strategy for adult drug misuse
Health and Social Care Commissioning Strategy for young people's substance misuse
Numbers of Drug Users Recorded as Being in Effective Treatment
Perceptions of Drug Use or Drug Dealing as a Problem
Better and Earlier Prevention
The State of East Sussex. Putting the Place Survey to work
Delivering Safer Communities: A guide to effective partnership working
NHS East Sussex Downs and Weald
"""

# Numbers of the source that a theme file leaves out, and why.
LEFT_OUT = {
    "violent-crime": {"11": "half of the plan's own year, in a heading"},
    "adult-reoffending": {"08": "half of a year that is written in full"},
    "drugs": {"09": "half of a year that is written in full"},
    "acquisitive-crime": {"09": "half of a year that is written in full"},
    "youth-crime": {"07": "half of a year that is written in full"},
}

# The surnames of the people whom the source names, as digests: a test must not name them either.
SURNAMES = """
01a537ba4062 07f1270737b2 0b40af90058d 11cda8a16798 18f285592896 1c8166a48068 1e0876f86a67
26242490d12d 2a41acacaddf 3013b18f4387 30cddbd5df79 3a0e68059701 3f1e9f5e2134 412717e67e14
45f6e8cd6f76 47cfe9e8e61e 4d7b2cc54157 5dfcf9ef1fb1 676e2d10c4e5 6a97f77a12c3 77e1b6ba2271
7c28e310d5cf 7fe5df9caca6 80d1c3d267f6 823ee567a5fb 98158b6e3261 9e2bd4a57ebf a5feb9527e76
aa5334b2e836 b9aab2470092 c3ef22502fa5 c8b3f7391eef c9ee3ec3e003 cae552d9a610 d18d0f4ad126
dbd0b5e0620e dda0313d0393 dec7a16fae6a e26b83d4babd f0e8f099ea7a f3dc93f36f4f fe16a94194b3
"""

needs_source = needed(SOURCE)
each_theme = pytest.mark.parametrize("theme", THEMES)


@needs_source
def test_the_frozen_facts_are_those_of_the_source() -> None:
    assert FROZEN.read_text(encoding="utf-8") == east_sussex.frozen(east_sussex.tables(source()))


def test_the_source_has_as_many_facts_as_its_index_says() -> None:
    actions = [action for table in FACTS for action in table.actions]
    rows = [row for action in actions for row in action.rows]
    lines = [line for row in rows for line in row]

    assert [len(FACTS), len(actions), len(rows), len(lines)] == [14, 81, 89, 150]


@each_theme
def test_the_plan_has_the_actions_of_the_source(theme: str) -> None:
    wanted = [[squeezed(action.ref) for action in part] for part in parts_of_source(theme)]
    found = [[squeezed(action["ref"]) for action in part] for part in parts_of_plan(theme)]

    assert found == wanted


@each_theme
def test_every_date_line_is_in_a_due_wording_and_none_is_invented(theme: str) -> None:
    source_actions = [action for part in parts_of_source(theme) for action in part]
    plan_actions = [action for part in parts_of_plan(theme) for action in part]
    wrong = {
        action.ref: (action.rows, dues)
        for action, written in zip(source_actions, plan_actions, strict=True)
        if not accounted_for(action, dues := due_wordings(written))
    }

    assert wrong == {}


@needs_source
@each_theme
def test_no_sentence_of_the_source_is_copied(theme: str) -> None:
    assert sorted(runs(plan_text(theme)) & runs(source())) == []


@needs_source
@each_theme
def test_every_number_of_a_chapter_is_in_its_theme(theme: str) -> None:
    [chapter] = [each for each in east_sussex.chapters(source()) if each.theme == theme]
    missing = numbers("\n".join(chapter.lines)) - numbers(plan_text(theme))

    assert missing == set(LEFT_OUT.get(theme, {}))


@needs_source
def test_every_number_of_the_footnotes_is_in_a_theme() -> None:
    written = set[str]().union(*(numbers(plan_text(theme)) for theme in THEMES))

    assert numbers(east_sussex.footnotes(source())) - written == set()


@pytest.mark.parametrize("path", sorted(PLAN.iterdir()), ids=lambda path: path.name)
def test_nobody_is_named(path: Path) -> None:
    assert digests(path.read_text(encoding="utf-8")) & set(SURNAMES.split()) == set()


@needs_source
def test_the_people_are_those_of_the_source() -> None:
    assert set(SURNAMES.split()) - digests(source()) == set()


def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def plan_text(theme: str) -> str:
    return (PLAN / f"{theme}.yaml").read_text(encoding="utf-8")


def parts_of_source(theme: str) -> list[list[Action]]:
    """A part for each table, or for each strand of a table that has them."""
    tables = [table for table in FACTS if table.theme == theme]
    return [list(part) for table in tables for part in strands(table)]


def strands(table: Table) -> Iterator[Iterator[Action]]:
    return (part for _, part in groupby(table.actions, key=lambda action: action.strand))


def parts_of_plan(theme: str) -> list[list[dict[str, Any]]]:
    """A part for each sub-theme, or one for the theme."""
    read = values(PLAN / f"{theme}.yaml")
    return [part["actions"] for part in [*read.get("sub_themes", []), read] if "actions" in part]


def due_wordings(action: dict[str, Any]) -> list[str]:
    """What the plan has; an action without milestones is due itself."""
    own = [action["due"]] if "due" in action else []
    return [*own, *(entry.get("due", "") for entry in action.get("milestones", []))]


def accounted_for(action: Action, dues: Sequence[str]) -> bool:
    """Whether the wordings are those of the source, in order; a lone date may serve several."""
    expected = list(expected_wordings(action))
    lone = {wording for wording, alone in expected if alone}
    found = [(text, len(list(same))) for text, same in groupby(map(squeezed, dues))]
    wanted = [(text, len(list(same))) for text, same in groupby(text for text, _ in expected)]
    return [text for text, _ in found] == [text for text, _ in wanted] and all(
        have == want or (have > want and text in lone)
        for (text, have), (_, want) in zip(found, wanted, strict=True)
    )


def expected_wordings(action: Action) -> Iterator[tuple[str, bool]]:
    """Each wording of the source, and whether it is the only one of its table row."""
    one_each = tuple((1,) * len(row) for row in action.rows)
    rows = JOINED[action.ref].sizes if action.ref in JOINED else one_each
    for lines, sizes in zip(action.rows, rows, strict=True):
        assert sum(sizes) == len(lines)
        rest = iter(REWORDED[line].text if line in REWORDED else line for line in lines)
        for size in sizes:
            yield squeezed("".join(islice(rest, size))), len(sizes) == 1


def runs(text: str) -> set[str]:
    return runs_of(text, TITLES.strip().splitlines())
