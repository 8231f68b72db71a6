"""Text to a tree: values as typed, places of everything, and what is refused."""

import pytest
import yaml

from csplan.source import Route, Tree, events, parse

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=LOADERS, ids=["python", "libyaml"], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOADER", request.param)


def parsed(text: str) -> Tree:
    found, faults = parse(text)
    assert found is not None
    assert faults == []
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "1.10",
        "010",
        "12:30",
        "2010-13-40",
        "31-Mar-2012",
        "£3k",
        "10/11",
        "~",
        "null",
        "=",
        "<<",
        "0x1F",
        ".inf",
        "+44",
        "1e3",
        "yes",
        "Quarter 2, August 2010",
        "50%",
    ],
)
def test_scalars_arrive_as_typed(typed: str) -> None:
    assert parsed(f"a: {typed}\n").value == {"a": typed}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("plain words\n", "plain words"),
        ("- a\n- b: c\n-\n", ["a", {"b": "c"}, None]),
        ("a:\nb: c\n", {"b": "c"}),
        ("a: ''\n", {"a": ""}),
        ("1: a\ntrue: b\n", {"1": "a", "true": "b"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: [x, {y: z}]\n", {"a": ["x", {"y": "z"}]}),
        ("--- \na: b\n", {"a": "b"}),
    ],
)
def test_values(text: str, value: object) -> None:
    assert parsed(text).value == value


SAMPLE = """\
theme: Example
actions:
  - ref: A1
    due:
    milestones:
      - milestone: one
        due: Q2
      - milestone: two
"""


@pytest.mark.parametrize(
    ("route", "value_at", "key_at"),
    [
        ((), (1, 1), (1, 1)),
        (("theme",), (1, 8), (1, 1)),
        (("actions", 0), (3, 5), (3, 5)),
        (("actions", 0, "ref"), (3, 10), (3, 5)),
        (("actions", 0, "due"), (4, 9), (4, 5)),
        (("actions", 0, "milestones", 0, "due"), (7, 14), (7, 9)),
        (("actions", 0, "milestones", 1, "due"), (8, 9), (8, 9)),
        (("actions", 3), (3, 3), (3, 3)),
        (("theme", 0), (1, 8), (1, 1)),
        (("theme", 0, "text"), (1, 8), (1, 8)),
        (("nowhere", "at", "all"), (1, 1), (1, 1)),
    ],
)
def test_places(route: Route, value_at: tuple[int, int], key_at: tuple[int, int]) -> None:
    sample = parsed(SAMPLE)
    assert sample.locate(route) == value_at
    assert sample.locate(route, key=True) == key_at


def test_whether_something_is_there() -> None:
    sample = parsed(SAMPLE)
    assert sample.holds(("actions", 0, "due"))
    assert sample.holds(("theme", 0))
    assert not sample.holds(("actions", 0, "lead"))
    assert not sample.holds(("actions", 1, "ref"))


def test_a_bullet_of_word_starts_no_list() -> None:
    found, faults = parse("a:\n  • b\n  • c\nd: |\n  • e\n")
    assert found is not None
    assert found.value == {"a": "• b • c", "d": "• e\n"}
    assert [fault[:2] for fault in faults] == [((2, 3), "bullet")]


def test_a_lone_exclamation_mark_is_a_tag() -> None:
    found, faults = parse("why: !\nwhat: x\n")
    assert found is not None
    assert [fault[:2] for fault in faults] == [((1, 6), "tag")]


def test_a_start_mark_alone_is_an_empty_file() -> None:
    found = parsed("---")
    assert (found.value, found.locate(())) == (None, (1, 1))


@pytest.mark.parametrize("escape", ["u202e", "u200b", "ufeff", "xad", "r", "t", "_", "x9b"])
def test_what_no_editor_shows_is_refused_however_it_is_written(escape: str) -> None:
    found, faults = parse(f'"a\\{escape}b": "c\\{escape}d"\n')
    assert found is not None
    assert found.value == {"a b": "c d"}
    assert [fault.rule for fault in faults] == ["invisible-character"] * 2


def test_a_comment_ends_with_its_line_whatever_ends_it() -> None:
    _, faults = parse("theme: x #a\rwhy: b\r")
    assert "the text from ` #a` on" in faults[0].words


def test_a_file_without_values_has_its_top() -> None:
    assert parsed("# nothing\n").locate(("theme",)) == (1, 1)


def test_places_count_characters_beyond_ascii() -> None:
    assert parsed("‘é🙂’: b\n").locate(("‘é🙂’",)) == (1, 7)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            {"a": "1", "b": "2"},
            [((3, 1), "duplicate-key", "`a` is given twice (first on line 1); keep one of them")],
        ),
        (
            "x:\n  a: 1\n  'a': {b: 2}\n",
            {"x": {"a": "1"}},
            [((3, 3), "duplicate-key", "`a` is given twice (first on line 2); keep one of them")],
        ),
        ("a:\na: 1\n", {"a": "1"}, [((2, 1), "duplicate-key", "first on line 1")]),
        ("a: &b c\n", {"a": "c"}, [((1, 4), "anchor", "`&` needs quotes")]),
        ("a: &b [c]\n", {"a": ["c"]}, [((1, 4), "anchor", "`&` needs quotes")]),
        (
            "a: &x [*x]\n",
            {"a": ["*x"]},
            [((1, 4), "anchor", "`&`"), ((1, 8), "anchor", "`*` needs quotes")],
        ),
        ("*x : 1\n", {"*x": "1"}, [((1, 1), "anchor", "`*` needs quotes")]),
        ("a: !!int 3\n", {"a": "3"}, [((1, 4), "tag", "`!` needs quotes")]),
        ("'': b\n", {"": "b"}, [((1, 1), "yaml-syntax", "a key is missing before the colon")]),
        ('a: "x\\0y"\n', {"a": "x y"}, [((1, 4), "invisible-character", "with a backslash")]),
        (
            "a: Item #1 of two\nb: c # comment\n",
            {"a": "Item", "b": "c"},
            [((1, 9), "text-as-comment", "the text from ` #1 of two` on is left out")],
        ),
    ],
)
def test_what_is_refused_and_read_on(
    text: str, value: object, expected: list[tuple[tuple[int, int], str, str]]
) -> None:
    found, faults = parse(text)
    assert found is not None
    assert found.value == value
    assert [(fault.span, fault.rule) for fault in faults] == [each[:2] for each in expected]
    for fault, (_, _, words) in zip(faults, expected, strict=True):
        assert words in fault.words


@pytest.mark.parametrize(
    ("text", "span", "rule", "words"),
    [
        ("? [a]\n: b\n", (1, 3), "yaml-syntax", "put quotes round text that holds one"),
        ("a: {{ x }}\n", (1, 5), "yaml-syntax", "put quotes round text that holds one"),
        ("a: b\n---\nc: d\n", (2, 1), "yaml-syntax", "a second document starts here"),
        ("[" * 100_000, (1, 33), "too-deep", "nested more than 32 levels deep"),
        ("- " * 100_000, (1, 65), "too-deep", "nested more than 32 levels deep"),
        ("a: " + "{a: " * 50, (1, 128), "too-deep", "nested more than 32 levels deep"),
    ],
)
def test_where_reading_stops(text: str, span: tuple[int, int], rule: str, words: str) -> None:
    found, faults = parse(text)
    assert found is None
    assert (faults[-1].span, faults[-1].rule) == (span, rule)
    assert words in faults[-1].words


def test_a_directive_is_refused() -> None:
    _, faults = parse("%YAML 1.1\n---\na: b\n")
    assert [(fault.span, fault.rule) for fault in faults] == [((1, 1), "yaml-syntax")]
    assert "`%`" in faults[0].words
