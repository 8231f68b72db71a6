"""Changes that are made together are the changes that are made one after the other."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csplan.edit import Change, Insert, Put, Remove, Replace
from csplan.edit.batch import spliced
from csplan.edit.changes import applied
from csplan.edit.text import UnsafeChangeError, changed
from csplan.source import parse

TEXT = """\
theme: T
# first
actions:
  # of VC1
  - ref: VC1
    action: a
    milestones:
      - milestone: m
        due: May 2010

      - milestone: n  # beside
        due: June 2010

  # of VC2
  - ref: VC2
    action: b

  - Publish minimum standards

  - {ref: VC4, see: [VC1, VC2]}
see: VC1
"""


def one_by_one(text: str, changes: list[Change]) -> str:
    for change in changes:
        text = spliced(text, [change])
    return text


@pytest.mark.parametrize(
    "changes",
    [
        [Remove(("actions", 3)), Remove(("actions", 1)), Remove(("actions", 0))],
        [Remove(("actions", 1)), Remove(("actions", 1))],
        [Remove(("actions", number)) for number in (3, 2, 1, 0)],
        [Put(("actions", 0, "milestones", 1), "note", "x"), Put(("actions", 0), "note", "y")],
        [Put(("actions", 0), "note", "y"), Put(("actions", 0, "milestones", 1), "note", "x")],
        [Put(("actions", 0), "note", "y"), Remove(("actions", 0, "milestones", 1))],
        [Put(("actions", 0), "note", "y"), Put(("actions", 0), "note", "z")],
        [Insert(("actions", 0, "progress"), {"on": "x"}), Insert(("actions", 0, "progress"), "y")],
        [Insert(("see",), "VC2"), Insert(("see",), "VC4", 0), Put((), "what", "w")],
        [Replace(("actions", 2), {"action": "P", "note": "x"}), Remove(("actions", 1))],
        [Replace(("actions", 3, "see", 1), "VC9"), Remove(("actions", 3, "see", 0))],
        [Remove(("see", 0)), Replace(("actions", 3), "VC9")],
        [Remove(("actions", 0, "ref")), Remove(("actions", 0, "action"))],
    ],
)
def test_changes_made_together_are_those_made_one_by_one(changes: list[Change]) -> None:
    assert changed(TEXT, changes) == one_by_one(TEXT, changes)


def test_blank_lines_do_not_pile_up_where_entries_went() -> None:
    assert changed(TEXT, [Remove(("actions", number)) for number in (2, 1)]) == TEXT.replace(
        "  # of VC2\n  - ref: VC2\n    action: b\n\n  - Publish minimum standards\n\n", ""
    )


def test_a_text_that_cannot_be_read_half_way_is_refused() -> None:
    text = "theme: T\nlead: {post: a}\nsee:\n  - a: b\n"
    changes: list[Change] = [Remove(("see", 0, "a")), Put(("lead",), "agency", "b")]
    with pytest.raises(UnsafeChangeError):
        changed(text, [*changes, Put((), "theme", "x"), Put((), "theme", "y")])


def test_plain_text_becomes_a_mapping_in_its_place() -> None:
    made = changed(TEXT, [Replace(("actions", 2), {"action": "Publish", "note": "x"})])
    assert "\n\n  - action: Publish\n    note: x\n\n  - {ref" in made


def routes(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[str | int, ...]] = []
    for step, held in steps if isinstance(value, dict | list) else ():
        found += [(*at, step), *routes(held, (*at, step))]
    return found


@st.composite
def some_changes(draw: st.DrawFn) -> tuple[str, list[Change]]:
    path = draw(st.sampled_from(sorted(Path("plans").glob("*/[a-r]*.yaml"))))
    text = path.read_text(encoding="utf-8")
    tree, _ = parse(text)
    assert tree
    value = tree.value
    changes: list[Change] = []
    for _ in range(draw(st.integers(1, 8))):
        every = routes(value)
        if not every:
            break
        route = draw(st.sampled_from(every))
        if isinstance(route[-1], int):
            kinds: list[Change] = [Remove(route), Replace(route, {"action": "a"})]
        else:
            kinds = [Put(route[:-1], str(route[-1]), "put"), Put(route[:-1], "new", ["x", "y"])]
        change = draw(st.sampled_from(kinds))
        changes.append(change)
        value = applied(value, change)
    return text, changes


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(some_changes())
def test_any_changes_made_together_are_those_made_one_by_one(
    case: tuple[str, list[Change]],
) -> None:
    text, changes = case
    try:
        made = changed(text, changes)
    except UnsafeChangeError:
        return
    # Which blank lines go may differ; nothing else does.
    assert lines(made) == lines(one_by_one(text, changes))


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
