"""What a file may hold, and what an officer is told when it holds something else."""

import pytest

from csplan.model import Figure, Plan, Theme, read_model
from csplan.source import parse


def complaints(text: str, cls: type[Theme] | type[Plan] = Theme) -> list[tuple[str, str, str]]:
    tree, faults = parse(text)
    assert tree is not None
    assert not faults
    model, found = read_model(cls, tree)
    assert (model is None) == bool(found)
    return [(f"{fault.span.line}:{fault.span.column}", fault.rule, fault.words) for fault in found]


PROGRESS = """\
theme: x
actions:
  - ref: A1
    action: y
    progress:
      - on: 1 May 2010
        state: done
"""


@pytest.mark.parametrize(
    ("text", "place", "rule", "words"),
    [
        ("", "1:1", "empty-file", "this file is empty; a theme is written as `key: value` lines"),
        ("# nothing\n", "1:1", "empty-file", "this file is empty"),
        ("- a\n", "1:1", "wrong-shape", "this file holds a list; a theme is written as"),
        ("a,b,c\n", "1:1", "wrong-shape", "this file holds plain text"),
        ("what: x\n", "1:1", "missing-key", "`theme` is missing from a theme"),
        ("theme:\n", "1:1", "empty-value", "`theme` has no value"),
        ("theme: '  '\n", "1:8", "empty-value", "`theme` is empty; write something after it"),
        ("theme: [draft]\n", "1:8", "wrong-shape",
         "`theme` holds a list where text belongs; put quotes round text that starts with a"),
        ("theme: x\nacitons: []\n", "2:1", "unknown-key",
         "`acitons` is not a key of a theme; did you mean `actions`?"),
        ("theme: x\nWhy: y\n", "2:1", "unknown-key", "did you mean `why`?"),
        ("theme: x\ndue: May\n", "2:1", "unknown-key",
         "`due` is not a key of a theme; it belongs to an action or a milestone"),
        ("Theme: x\n", "1:1", "unknown-key", "did you mean `theme`?"),
        ("theme: x\nactions:\n  - {ref: '" + "A" * 61 + "', action: y}\n", "3:11", "empty-value",
         "`ref` is too long for a reference; use at most 60 letters"),
        ("theme: x\nactions:\n  - ref: |\n      A1\n    action: y\n", "3:10", "empty-value",
         "`ref` holds a line break; write the reference on one line"),
        ('theme: x\nactions:\n  - {ref: "A\\n1", action: y}\n', "3:11", "empty-value",
         "`ref` holds a line break; write the reference on one line"),
        ("theme: x\nzzz: y\n", "2:1", "unknown-key", "its keys are `theme`, `duties`"),
        ("theme: x\nactions: soon\n", "2:10", "wrong-shape",
         "`actions` holds plain text where a list belongs"),
        ("theme: x\nactions:\n  - ref: A1\n", "3:5", "missing-key",
         "`action` is missing from an action"),
        ("theme: x\nactions:\n  ref: A1\n", "3:3", "missing-key", "`action` is missing"),
        ("theme: x\nactions:\n  ref: A1\n  action: z\n  cots: £5\n", "5:3", "unknown-key",
         "`cots` is not a key of an action; did you mean `cost`?"),
        ("theme: x\nactions:\n  - ref: A1\n    action:\n", "4:5", "empty-value",
         "`action` has no value"),
        ("theme: x\nsub_themes:\n  - sub_theme: y\n    outcome: z\n", "4:5", "unknown-key",
         "`outcome` is not a key of a sub-theme; did you mean `outcomes`?"),
        ("theme: x\noutcomes:\n  - a\n  -\n", "4:4", "empty-value",
         "this entry of the list is empty"),
        ("theme: x\noutcomes:\n  - a: b\n", "3:5", "wrong-shape",
         "`outcomes` holds a mapping of keys to values where text belongs"),
        ("theme: x\nduties: [crime]\n", "2:10", "unknown-word",
         "`crime` is not a word for `duties`; `duties` is one of `crime and disorder`"),
        ("theme: x\nduties:\n  - [crime]\n", "3:5", "unknown-word",
         "this is not a word for `duties`; `duties` is one of"),
        ("theme: x\nduties: Substance  Misues\n", "2:9", "unknown-word",
         "did you mean `substance misuse`?"),
        ("theme: x\nnotes: [a]\n", "2:8", "wrong-shape",
         "`notes` holds a list where `key: value` lines belong"),
        ("theme: x\nnotes:\n  a: [b]\n", "3:6", "wrong-shape", "`a` holds a list where text"),
        ("theme: x\nactions:\n  - ref: A1\n    action: y\n    publish: maybe\n", "5:14",
         "unknown-word", "`publish` is not an answer; write `true` or `false`"),
        (PROGRESS, "7:16", "unknown-word",
         "`done` is not a word for `state`; did you mean `complete`? (`state` is one of `not"),
        ("theme: x\nactions:\n  - ref: A1\n    action: y\n    lead:\n      - psot: z\n", "6:9",
         "unknown-key", "`psot` is not a key of a lead; did you mean `post`?"),
        ("theme: x\nactions:\n  - ref: A1\n    action: y\n    lead: ''\n", "5:11",
         "empty-value", "`lead` is empty; write something after it"),
        ("theme: x\nactions:\n  - ref: A1\n    action: y\n    lead: {}\n", "5:11",
         "empty-value", "`lead` names nobody; write a post and an agency"),
        ("theme: x\nactions:\n  - ref: A1\n    action: y\n    lead: {line: z}\n", "5:11",
         "unknown-key", "its keys are `post`, `agency` and `person`"),
        ("theme: x\nactions:\n  - ref: A1\n    action: y\n    lead: {foo: z}\n", "5:12",
         "unknown-key", "its keys are `post`, `agency` and `person`"),
    ],
)  # fmt: skip
def test_what_a_theme_may_not_hold(text: str, place: str, rule: str, words: str) -> None:
    found = complaints(text)
    assert [each[:2] for each in found] == [(place, rule)]
    assert words in found[0][2]


def test_every_refusal_of_a_file_is_told_at_once() -> None:
    text = "theme: x\nwhat: [a]\nacton: y\nactions:\n  - ref: A1\n  - action: z\n"
    assert [each[:2] for each in complaints(text)] == [
        ("2:7", "wrong-shape"),
        ("5:5", "missing-key"),
        ("3:1", "unknown-key"),
    ]


def test_a_plan_needs_title_partnership_and_period() -> None:
    found = complaints("themes: alcohol\n", Plan)
    assert [each[2] for each in found] == [
        f"`{key}` is missing from plan.yaml" for key in ("title", "partnership", "period")
    ]


def test_agencies_are_a_list() -> None:
    text = "title: x\npartnership: y\nperiod: 2010/11\nagencies: Sussex Police\n"
    assert [each[1:] for each in complaints(text, Plan)] == [
        ("wrong-shape",
         "`agencies` holds plain text where a list belongs; start each entry with `- `"),
    ]  # fmt: skip


def theme(text: str) -> Theme:
    tree, _ = parse(text)
    assert tree is not None
    model, _ = read_model(Theme, tree)
    assert model is not None
    return model


def test_one_may_stand_where_several_could() -> None:
    read = theme(
        "theme: x\nduties: Crime and disorder\nsee: y\nactions:\n  ref: A1\n  action: z\n"
        "  lead: Chief Inspector\n  milestones:\n    milestone: m\n    due: May 2010\n"
    )
    assert read.duties == ("crime and disorder",)
    assert read.see == ("y",)
    assert read.actions[0].lead[0].line == "Chief Inspector"
    assert read.actions[0].milestones[0].due == "May 2010"


def test_a_lead_may_be_a_line_or_post_and_agency_apart() -> None:
    read = theme(
        "theme: x\nactions:\n  - ref: A1\n    action: z\n    lead:\n      - Chief Inspector\n"
        "      - post: Analyst\n        agency: Sussex Police\n        person: A Name\n"
    )
    line, long_form = read.actions[0].lead
    assert (line.line, line.post) == ("Chief Inspector", None)
    assert (long_form.line, long_form.post, long_form.person) == (None, "Analyst", "A Name")


def test_an_empty_optional_key_counts_as_not_given() -> None:
    read = theme("theme: x\nwhy:\nactions:\n  - ref: A1\n    action: z\n    cost:\n")
    assert read.why is None
    assert read.actions[0].cost is None


@pytest.mark.parametrize(("answer", "meant"), [("true", True), ("Yes", True), ("no", False)])
def test_answers(answer: str, meant: bool) -> None:  # noqa: FBT001 - a table's column
    read = theme(f"theme: x\nactions:\n  - ref: A1\n    action: z\n    publish: {answer}\n")
    assert read.actions[0].publish is meant


def test_a_model_cannot_be_changed() -> None:
    read = theme("theme: x\nnotes:\n  a: b\n")
    with pytest.raises(ValueError, match="frozen"):
        read.theme = "y"  # type: ignore[misc]
    with pytest.raises(TypeError):
        read.notes["a"] = "c"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("actions:\n  - Alleygates: fit them\n", "put quotes round the whole line"),
        ("actions:\n  - {action: y, rag: amber}\n", "did you mean `progress`?"),
        ("actions:\n  - {action: y, Resources: none}\n", "did you mean `cost`?"),
        ("indicators:\n  - {indicator: y, rag: x}\n", "did you mean `rating`?"),
        ("tables:\n  - {table: t, columns: [a], rows: [Door 800]}\n", "as `[Door, 800, 700]`"),
    ],
)
def test_what_people_write_instead(text: str, words: str) -> None:
    assert any(words in each[2] for each in complaints(f"theme: x\n{text}"))


def test_a_figure_for_every_period_may_have_a_note() -> None:
    read = theme("theme: x\nindicators:\n  - {indicator: a, target: {value: 5%, note: n}}\n")
    assert [*read.indicators[0].target.values()] == [(Figure(value="5%", note="n"),)]


def test_a_period_may_have_several_figures() -> None:
    series = "{2010/11: 5, 2011/12: [6, {value: 7, on: 14 July 2012}]}"
    read = theme(f"theme: x\nindicators:\n  - {{indicator: a, values: {series}, target: [5, 6]}}\n")
    (found,) = read.indicators
    assert {
        period: [each.value for each in figures] for period, figures in found.values.items()
    } == {
        "2010/11": ["5"],
        "2011/12": ["6", "7"],
    }
    assert [each.value for each in found.target[""]] == ["5", "6"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("values: []", "3:11: `values` holds no figure; write one, or why there is none"),
        (
            "values: {2010/11: []}",
            "3:21: `2010/11` holds no figure; write one, or why there is none",
        ),
        ("values: {2010/11: {}}", "3:21: `2010/11` holds no figure; write one, or why there"),
        ("values: {value: 5, rating: big}", "3:30: `big` is not a word for `rating`;"),
        ("values: [5, {value: 6, rating: big}]", "3:34: `big` is not a word for `rating`;"),
        ("values: {2010/11: [5, {on: 1 July 2010}]}", "3:25: `value` is missing from a figure"),
        ("values: {2010/11: [5, [6]]}", "3:25: `2010/11` holds a list where `key: value` lines"),
    ],
)
def test_figures_that_are_refused(text: str, words: str) -> None:
    ((place, _, said),) = complaints(f"theme: x\nindicators: {{indicator: a,\n  {text}}}\n")
    assert f"{place}: {said}".startswith(words)
