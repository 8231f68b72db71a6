"""The place of a word in a text is found however the text was typed."""

from pathlib import Path

import pytest

from csplan.load import load
from csplan.rules import RULES
from csplan.source import parse

PLANS = Path(__file__).parents[2] / "plans"
BLOCKS = {
    "a literal block": "why: |\n  First line of the text, which is long.\n\n  The word here.\n",
    "a folded block": "why: >-\n    First line of the text, which is long.\n\n    The word here.\n",
    "a block with its indentation": "why: |2\n   First line of the text, long.\n  The word here.\n",
    "plain text": "why: First line of the text,\n  which is long and goes on. The word here.\n",
    "single quotes": "why: 'First line of the text, the board''s,\n  is long. The word here.'\n",
    "double quotes": 'why: "First line of the text,\n\n  which is long. The word here."\n',
    "Windows line ends": "why: |\r\n  First line of the text, long, long.\r\n  The word here.\r\n",
    "one line": "why: First line of the text, which is long. The word here.\n",
}


@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    tree, _ = parse(text)
    assert tree
    value = tree.value["why"]  # type: ignore[index]
    place = text.index("word")
    before = text[:place].replace("\r\n", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert tree.within(("why",), value[: value.index("word")]) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        'why: "First line of the text,\\n with signs that are written otherwise. The word"\n',
        "why: A short text. The word\n",
    ],
)
def test_elsewhere_it_is_where_the_text_begins(text: str) -> None:
    tree, _ = parse(text)
    assert tree
    value = tree.value["why"]  # type: ignore[index]
    assert tree.within(("why",), value[: value.index("word")]) == (1, 6)


def test_nothing_follows_a_whole_text() -> None:
    tree, _ = parse("why: |\n  A text of more than forty letters, on a line.\n")
    assert tree
    assert tree.within(("why",), str(tree.value)) == (1, 6)


def test_every_finding_in_the_plans_stands_where_it_is_said_to() -> None:
    found = 0
    for plan in load((PLANS,)).plans:
        for file in plan.files:
            lines = Path(file.path).read_text(encoding="utf-8").splitlines()
            words = {text.route: text.words for text in file.texts}
            findings = (each for rule in RULES for each in rule.find(file, plan) if each.at)
            for route, _, _, at in findings:
                text = words.get(route) or words[route[:-1]]
                line, column = file.tree.within(route, text[:at])
                begins = file.tree.locate(route)
                if len(text) > 40:
                    assert lines[line - 1][column - 1 :].startswith(text[at:].split()[0])
                    found += (line, column) != begins
    assert found > 100
