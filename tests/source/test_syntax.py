"""Mistakes that people make in YAML, with the place and the words that they are told.

The C and the Python parser must give the same answer.
"""

import pytest
import yaml

from csplan.source import events, parse
from csplan.source.syntax import explain

CASES = [
    ("a: b: c\n", (1, 5), "this text contains `: `"),
    ("a: “Homes: x”\n", (1, 10), "curly quotation marks do not quote"),
    ("a:b\nc: d\n", (1, 1), "put a space after the colon"),
    ("key value\nb: c\n", (1, 1), "a colon is missing"),
    ("a: x\n\nfoo\n", (3, 1), "a colon is missing"),
    ("theme：x\nb: c\n", (1, 1), "full-width"),
    ("=====\na: b\n", (1, 1), "decoration"),
    ("a: b\n----------\n", (2, 1), "decoration"),
    ("a: [x\nb: y\n", (1, 4), "the bracket opened here"),
    ("a: [x\n", (1, 4), "the bracket opened here"),
    ("a: [\n", (1, 5), "a bracket opened above is not closed"),
    ("a: [x,, y]\n", (1, 7), "a bracket opened above is not closed"),
    ("a: {x: y\n", (1, 4), "the bracket opened here"),
    ('a: "x\nb: y\n', (1, 4), "never closed"),
    ("a: 'tis\nb: y\n", (1, 4), "never closed"),
    ("a: @x\n", (1, 4), "text starting with `@` needs quotes"),
    ("a: `x`\n", (1, 4), "needs quotes"),
    ("a: %x\n", (1, 4), "text starting with `%` needs quotes"),
    ("a: & co\n", (1, 4), "text starting with `&` needs quotes"),
    ("a: *bold* x\n", (1, 4), "text starting with `*` needs quotes"),
    ("a: !<tag x\n", (1, 4), "text starting with `!` needs quotes"),
    ("a: , x\n", (1, 4), "text starting with `,` needs quotes"),
    ("a: - x\n", (1, 4), "text starting with `-` needs quotes"),
    ("a: ? x\n", (1, 4), "text starting with `?` needs quotes"),
    ('a: "Homes" for\n', (1, 12), "text after the closing quotation mark"),
    ("a: [draft] x\n", (1, 12), "text starting with `[` or `{` needs quotes"),
    ('a: "C:\\Users"\n', (1, 4), "use single quotes"),
    ('a: "10\\%"\n', (1, 4), "use single quotes"),
    ("a:\n  b: 1\n c: 2\n", (3, 1), "indented by 1 space, the line above by 2 spaces"),
    ("a: 1\n  b: 2\n", (2, 1), "indented by 2 spaces, the line above by 0 spaces"),
    ("a: > x\n", (1, 4), "nothing may follow `|` or `>`"),
    ("- a\nb: c\n", (2, 1), "every entry of this list starts with `- `"),
    ("b: c\n- a\n", (2, 1), "a list entry is not expected here"),
    ("a: |\n  x\n y\nb: 1\n", (3, 1), "indented by 1 space"),
    (": b\n", (1, 1), "a key is missing before the colon"),
    ("a: !foo!bar x\n", (1, 4), "text starting with `!` needs quotes"),
    ("a: b\n]\n", (2, 1), "does not fit the lines above"),
    ("%YAML 2.0\n---\na: b\n", (1, 1), "`%` are not used"),
    ("a:\n  b: 1\n • c: 2\n", (3, 1), "a list entry starts with a hyphen"),
    ("a:\n  -b: c\n   d: e\n", (2, 1), "a list entry starts with a hyphen"),
    ("a:\n  b: c\n  – d\n  e: f\n", (3, 1), "a list entry starts with a hyphen"),
    ("• a\nb: c\n", (1, 1), "a list entry starts with a hyphen"),
    ("a: b\n • c: d\n", (2, 1), "a list entry starts with a hyphen"),
    ('"Alcohol" harm\n', (1, 11), "text after the closing quotation mark"),
    ("[Draft] Alcohol\n", (1, 9), "text starting with `[` or `{` needs quotes"),
    ("{a: b}\nc: d\n", (2, 1), "does not fit the lines above"),
    ("%F\n", (1, 1), "`%` are not used"),
    ("---\na: b\n...\n%F\n", (4, 1), "`%` are not used"),
    ('theme: "x\n---', (1, 8), "never closed"),
    ("theme: [\n---", (2, 1), "a bracket opened above is not closed"),
    ('a: "\\ud83d\\ude00"\n', (1, 4), "use single quotes"),
    ('a: "\\U0011ffff"\n', (1, 4), "use single quotes"),
    ("a: b\n...\nx", (3, 1), "after the end mark `...`"),
]


@pytest.mark.parametrize(("text", "span", "words"), CASES)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)])
def test_mistakes(
    text: str,
    span: tuple[int, int],
    words: str,
    loader: type | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if loader is None:
        pytest.skip("this PyYAML was built without libyaml")
    monkeypatch.setattr(events, "LOADER", loader)
    found, faults = parse(text)
    assert found is None
    assert (faults[-1].span, faults[-1].rule) == (span, "yaml-syntax")
    assert words in faults[-1].words


EMPTY = [
    ("a: {b: '1', c: 3,995}\n", (1, 18), "put quotes round `3,995`"),
    ("a: {b: c, d: £3,995k, e: f}\n", (1, 17), "put quotes round `£3,995k`"),
    ("a: {c: d, 995}\n", (1, 11), "`995` has no value; write one"),
    ("a: {b: , c: d}\n", (1, 5), "put quotes round text that holds a comma"),
    ("a: {2010/11:5}\n", (1, 5), "`2010/11:5` has no value; put a space after the colon"),
]


@pytest.mark.parametrize(("text", "span", "words"), EMPTY)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)])
def test_a_comma_in_braces_is_not_lost(
    text: str,
    span: tuple[int, int],
    words: str,
    loader: type | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if loader is None:
        pytest.skip("this PyYAML was built without libyaml")
    monkeypatch.setattr(events, "LOADER", loader)
    _, faults = parse(text)
    assert [(fault.span, fault.rule) for fault in faults] == [(span, "empty-value")]
    assert words in faults[0].words


def test_commas_in_braces_can_make_keys_twice_and_numbers_of_several_parts() -> None:
    _, twice = parse("a: {b: 3,995, c: 4,995}\n")
    assert "or put quotes round numbers that hold a comma" in twice[0].words
    _, parts = parse("a: {b: 1,234,567}\n")
    assert "put quotes round `1,234,567`" in parts[-1].words


def test_a_control_character_that_reaches_the_parser() -> None:
    assert [fault[:2] for fault in parse("a: b\nc: \x01\n")[1]] == [((2, 4), "invisible-character")]


def test_what_no_answer_is_known_for() -> None:
    fault = explain(yaml.YAMLError("something new"), "a: b\n")
    assert fault.span == (1, 1)
    assert "this cannot be read" in fault.words
