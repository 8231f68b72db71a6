"""How a text could be mended that cannot be read as it stands."""

import pytest

from csplan.source import decode, parse
from csplan.source.mends import spread


def ways(text: str) -> list[str]:
    """The text as it would be after each way to mend each of its faults."""
    found, faults = decode(text.encode())
    if found is not None:
        faults += parse(found)[1]
    return [spread(way, text) for fault in faults for way in fault.ways]


def test_a_tab_goes_up_to_the_next_stop_of_an_editor() -> None:
    assert ways("a:\n\tb: 1\n  \tc: 2\n") == [
        "a:\n  b: 1\n    c: 2\n",
        "a:\n    b: 1\n    c: 2\n",
        "a:\n        b: 1\n        c: 2\n",
    ]


def test_a_non_breaking_space_before_a_tab_is_part_of_the_indentation() -> None:
    assert ways("a:\n\xa0\tb: 1\n")[0] == "a:\n  b: 1\n"


def test_what_looks_like_a_gap_becomes_a_space_and_what_is_not_seen_goes() -> None:
    assert ways("a: b\xa0c\td\n") == ["a: b c\td\n", "a: b\xa0c d\n"]
    assert ways("a: b\u2028c\x0bd\n") == ["a: b c\x0bd\n", "a: b\u2028c d\n"]
    assert ways("a: b\u200bc\xadd\ufeff\n") == [
        "a: bc\xadd\ufeff\n",
        "a: b\u200bcd\ufeff\n",
        "a: b\u200bc\xadd\n",
    ]


@pytest.mark.parametrize("character", ["\u202e", "\x96", "\x07", "\u2066", "\uffff"])
def test_what_turns_text_round_or_was_a_letter_is_for_a_person(character: str) -> None:
    assert ways(f"a: b{character}c\n") == []


def test_a_space_must_not_make_a_comment() -> None:
    assert ways("a: Item\xa0#1\n") == []
    assert ways("a: Item\xa0\xa0#1\n") == ["a: Item \xa0#1\n"]
    assert ways("a: b\t# c\n") == ["a: b # c\n"]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a: 1\nb:\nc: 2\nb: 3\n", "a: 1\nc: 2\nb: 3\n"),
        ("a: 1\nb: 3\nb:\nc: 2\n", "a: 1\nb: 3\nc: 2\n"),
        ("a:\r\na: 1\r\n", "a: 1\r\n"),
        ("a: 1\na:", "a: 1\n"),
        ("a: 1\na:\n# about\n", "a: 1\n# about\n"),
        ("'a': 1\n\"a\" : \n", "'a': 1\n"),
        ("a:\na:\n", "a:\n"),
        ("x:\n  - a:\n    b: 2\n    a: 1\n", "x:\n  - b: 2\n    a: 1\n"),
        ("x:\n  - a:\n\n    b: 2\n    a: 1\n", "x:\n  - b: 2\n    a: 1\n"),
        ("x:\n  - a: 1\n    a:\n  - b: 2\n", "x:\n  - a: 1\n  - b: 2\n"),
        ("x:\n- a: 1\n  a:\n- b: 2\n", "x:\n- a: 1\n- b: 2\n"),
    ],
)
def test_of_two_equal_keys_the_blank_one_goes(text: str, mended: str) -> None:
    assert ways(text) == [mended]
    before, after = parse(text)[0], parse(mended)[0]
    assert before
    assert after
    assert before.value == after.value


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: 1\na: 2\na: 3\n",
        "a: 1\na: # to be set\n",
        "a: 1\na:\n  - 2\n",
        "a: 1\na:\n- 2\n",
        "a: 1\na:\n  # two\n  b: 2\n",
        "a: 1\na: |\n",
        "{a: , a: 1}\n",
        "x:\n  - a:\n    # about b\n    b: 2\n    a: 1\n",
        "x:\n  - a:\n    # about what follows\n    a: 1\n",
    ],
)
def test_what_says_something_stays(text: str) -> None:
    assert ways(text) == []


def test_a_file_full_of_them_is_for_the_replace_of_an_editor() -> None:
    assert ways("\ta\n" * 20_001) == []
    assert ways("a: " + "b\xa0" * 20_001) == []
