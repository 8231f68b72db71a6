"""Changes to a text touch the lines that are meant and no others."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.edit import Change, Insert, Put, Remove, Replace
from csplan.edit.changes import applied
from csplan.edit.text import UnsafeChangeError, changed
from csplan.source import Route, parse

PLANS = Path(__file__).parents[2] / "plans"
ENTRY = {"on": "3 May 2010", "state": "complete", "note": "a: b"}
TEXT = """\
# top
actions:
  - ref: VC1 # its number
    action: Write
    milestones:
      - milestone: Plan   # first
        due: April 2010
      # about the second
      - {milestone: Q, due: May 2010}
      - milestone: R
        due: June
        progress:
          on: 1 May 2010
          # why
          note: |
            one

            two
  # next
  - ref: VC2
    action: X
    progress:
      # reported
      - on: 1 June 2010
        state: complete
    see: [VC1, VC3 , VC4]
    note:

values:
  2010/11: 998 (provisional)  # from the police
  "2011/12": {value: 3}
  2012/13: long text that
    goes on
"""
VC1, VC2 = ("actions", 0), ("actions", 1)


def differing(before: str, after: str) -> str:
    """The lines that differ, as `diff` shows them, without places."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return "".join(f"{line}\n" for line in lines if not line.startswith(("---", "+++", "@@")))


CASES: dict[str, tuple[Change, str]] = {
    "a list that is not there yet": (
        Insert((*VC1, "milestones", 0, "progress"), ENTRY),
        """\
+        progress:
+          - on: 3 May 2010
+            state: complete
+            note: 'a: b'
""",
    ),
    "a key before another": (
        Put(("values",), "2009/10", {"value": "1,005", "on": "3 May 2010"}, 0),
        """\
+  2009/10:
+    value: 1,005
+    on: 3 May 2010
""",
    ),
    "a key between two others": (
        Put(("values",), "Q4 2010/11", "5", 1),
        """\
+  Q4 2010/11: 5
""",
    ),
    "a key before others in braces": (
        Put(("values", "2011/12"), "rating", "red", 0),
        """\
-  "2011/12": {value: 3}
+  "2011/12": {rating: red, value: 3}
""",
    ),
    "a key that no line has room for stands at the end": (
        Put(("actions", 1), "due", "May 2010", 0),
        """\
+    due: May 2010
""",
    ),
    "into braces": (
        Insert((*VC1, "milestones", 1, "progress"), ENTRY),
        """\
-      - {milestone: Q, due: May 2010}
+      - {milestone: Q, due: May 2010, progress: [{on: 3 May 2010, state: complete, note: 'a: b'}]}
""",
    ),
    "a single entry becomes the first of a list": (
        Insert((*VC1, "milestones", 2, "progress"), {"on": "2 May 2010"}),
        """\
-          on: 1 May 2010
-          # why
-          note: |
-            one
+          - on: 1 May 2010
+            # why
+            note: |
+              one
-            two
+              two
+          - on: 2 May 2010
""",
    ),
    "at the end of a list": (
        Insert((*VC2, "progress"), {"on": "2 May 2010"}),
        "+      - on: 2 May 2010\n",
    ),
    "before the first entry and its comment": (
        Insert((*VC2, "progress"), {"on": "2 May 2010"}, 0),
        "+      - on: 2 May 2010\n",
    ),
    "into brackets": (
        Insert((*VC2, "see"), "VC9", 1),
        "-    see: [VC1, VC3 , VC4]\n+    see: [VC1, VC9, VC3 , VC4]\n",
    ),
    "first in brackets": (
        Insert((*VC2, "see"), "a, b", 0),
        "-    see: [VC1, VC3 , VC4]\n+    see: ['a, b', VC1, VC3 , VC4]\n",
    ),
    "a key without a value": (
        Insert((*VC2, "note"), "one"),
        "+      - one\n",
    ),
    "a text becomes the first of a list": (
        Insert(("values", "2010/11"), {"value": "1,012"}),
        """\
-  2010/11: 998 (provisional)  # from the police
+  2010/11:
+    - 998 (provisional)  # from the police
+    - value: 1,012
""",
    ),
    "a text of two lines becomes the first of a list": (
        Insert(("values", "2012/13"), "7"),
        """\
-  2012/13: long text that
-    goes on
+  2012/13:
+    - long text that
+        goes on
+    - 7
""",
    ),
    "braces become the first of a list": (
        Insert(("values", "2011/12"), "7"),
        '-  "2011/12": {value: 3}\n+  "2011/12": [{value: 3}, 7]\n',
    ),
    "a text in braces becomes the first of a list": (
        Insert(("values", "2011/12", "value"), "4"),
        '-  "2011/12": {value: 3}\n+  "2011/12": {value: [3, 4]}\n',
    ),
    "a new key": (Put(("values",), "Q1 2012/13", "5"), "+  Q1 2012/13: 5\n"),
    "a new key at the end of an entry": (
        Put(VC1, "carried_to", "VC1 of 2011/12"),
        "+    carried_to: VC1 of 2011/12\n",
    ),
    "another text": (
        Put(VC1, "ref", "Z: 1"),
        "-  - ref: VC1 # its number\n+  - ref: 'Z: 1' # its number\n",
    ),
    "a list for a text": (
        Put(VC1, "action", ["a", "b"]),
        "-    action: Write\n+    action:\n+      - a\n+      - b\n",
    ),
    "another text in braces": (
        Put(("values", "2011/12"), "value", "4, 5"),
        '-  "2011/12": {value: 3}\n+  "2011/12": {value: \'4, 5\'}\n',
    ),
    "an entry with the comment above it": (
        Remove((*VC1, "milestones", 1)),
        "-      # about the second\n-      - {milestone: Q, due: May 2010}\n",
    ),
    "the last entry and its list": (
        Remove((*VC2, "progress", 0)),
        """\
-    progress:
-      # reported
-      - on: 1 June 2010
-        state: complete
""",
    ),
    "a single value as an entry": (
        Remove((*VC1, "milestones", 2, "progress", 0)),
        """\
-        progress:
-          on: 1 May 2010
-          # why
-          note: |
-            one
-
-            two
""",
    ),
    "the first key of an entry": (
        Remove((*VC1, "ref")),
        "-  - ref: VC1 # its number\n-    action: Write\n+  - action: Write\n",
    ),
    "from the middle of brackets": (
        Remove((*VC2, "see", 1)),
        "-    see: [VC1, VC3 , VC4]\n+    see: [VC1, VC4]\n",
    ),
    "from the end of brackets": (
        Remove((*VC2, "see", 2)),
        "-    see: [VC1, VC3 , VC4]\n+    see: [VC1, VC3]\n",
    ),
    "a text becomes a mapping": (
        Put(("values", "2010/11"), "note", "x", line_key="value"),
        """\
-  2010/11: 998 (provisional)  # from the police
+  2010/11:
+    value: 998 (provisional)  # from the police
+    note: x
""",
    ),
    "an entry in brackets becomes a mapping": (
        Put((*VC2, "see", 1), "note", "x", line_key="ref"),
        "-    see: [VC1, VC3 , VC4]\n+    see: [VC1, {ref: VC3, note: x} , VC4]\n",
    ),
    "braces for brackets": (
        Replace((*VC2, "see"), {"ref": "VC9"}),
        "-    see: [VC1, VC3 , VC4]\n+    see: {ref: VC9}\n",
    ),
    "a text for braces": (
        Replace((*VC1, "milestones", 1), "Q: agreed"),
        "-      - {milestone: Q, due: May 2010}\n+      - 'Q: agreed'\n",
    ),
    "a mapping for an entry of a list": (
        Replace((*VC2, "progress", 0), {"on": "2 June 2010", "state": "stopped"}),
        """\
-      - on: 1 June 2010
-        state: complete
+      - on: 2 June 2010
+        state: stopped
""",
    ),
    "the one key of braces": (
        Remove(("values", "2011/12", "value")),
        '-  "2011/12": {value: 3}\n+  "2011/12": {}\n',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_touches_its_own_lines(name: str) -> None:
    change, lines = CASES[name]
    assert differing(TEXT, changed(TEXT, [change])) == lines


@pytest.mark.parametrize("name", CASES)
def test_line_ends_and_a_missing_last_one_stay(name: str) -> None:
    change, lines = CASES[name]
    windows = changed(TEXT.replace("\n", "\r\n"), [change])
    assert windows.count("\n") == windows.count("\r\n")
    assert differing(TEXT, windows.replace("\r\n", "\n")) == lines
    assert not changed(TEXT.rstrip("\n"), [change]).endswith("\n")


def test_a_comment_is_never_taken_along() -> None:
    for text in ("a: # why\n  b\n", "a: |  # why\n  b\n", "a:\n  # why\n  - b\n"):
        with pytest.raises(UnsafeChangeError):
            changed(text, [Put((), "a", "c")])
    assert changed("a: 'b # c'\n", [Put((), "a", "d")]) == "a: d\n"
    assert changed("a: # why\n  b\n", [Insert(("a",), "c")]) == "a: # why\n  - b\n  - c\n"
    made = changed("- a # why\n- b: c\n", [Put((0,), "e", "f", line_key="d")])
    assert made == "- d: a # why\n  e: f\n- b: c\n"


REMARKED = """\
actions:
  # of the first
  - ref: A
    # of its milestones
    milestones:
      - milestone: One
        due: May
        # one is late

      # of two
      - milestone: Two
        # why
        progress:
          on: 1 May
          # by telephone
    # the first ends
  # of the second
  - ref: B
    due: June
    # the second ends
"""
MILESTONES = ("actions", 0, "milestones")


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (Insert(("actions",), "C"), "    # the second ends\n  - C\n"),
        (Insert(("actions",), "C", 1), "    # the first ends\n  - C\n  # of the second\n"),
        (Insert(MILESTONES, "C", 1), "        # one is late\n      - C\n\n      # of two\n"),
        (Put(("actions", 0), "see", "B"), "by telephone\n    see: B\n    # the first ends\n"),
        (
            Insert((*MILESTONES, 1, "progress"), "C"),
            "          - on: 1 May\n            # by telephone\n          - C\n",
        ),
    ],
)
def test_what_is_new_stands_below_the_comments_of_what_is_above(change: Change, lines: str) -> None:
    assert lines in changed(REMARKED, [change])
    windows = changed(REMARKED.replace("\n", "\r\n"), [change])
    assert lines.replace("\n", "\r\n") in windows


@pytest.mark.parametrize(
    ("route", "lines"),
    [
        (("actions", 1), "# of the second|- ref: B|due: June|# the second ends"),
        ((*MILESTONES, 0), "- milestone: One|due: May|# one is late"),
        ((*MILESTONES, 1), "# of two|- milestone: Two|# why|progress:|on: 1 May|# by telephone"),
        ((*MILESTONES, 1, "progress"), "# why|progress:|on: 1 May|# by telephone"),
    ],
)
def test_what_goes_takes_its_own_comments_and_no_others(route: Route, lines: str) -> None:
    gone = differing(REMARKED, changed(REMARKED, [Remove(route)])).splitlines()
    assert "|".join(line.removeprefix("-").strip() for line in gone if line != "-") == lines


def test_the_first_key_of_an_entry_leaves_the_comment_of_the_next() -> None:
    made = changed(REMARKED, [Remove((*MILESTONES, 1, "milestone"))])
    assert "      - # why\n        progress:\n" in made


def test_changes_are_made_in_order() -> None:
    made = changed(TEXT, [Remove(VC1), Put(("actions", 0), "ref", "VC1")])
    assert "  - ref: VC1\n    action: X\n" in made


def test_a_list_within_a_list() -> None:
    assert changed("a:\n  - - b: 1\n    - c\n", [Insert(("a", 0, 0, "d"), "x")]) == (
        "a:\n  - - b: 1\n      d:\n        - x\n    - c\n"
    )
    assert changed("a:\n- b: [x]\n  c: 1\n", [Put(("a", 0), "d", "2")]) == (
        "a:\n- b: [x]\n  c: 1\n  d: 2\n"
    )


def test_empty_braces() -> None:
    assert changed("a: {}\n", [Put(("a",), "b", "1")]) == "a: {b: 1}\n"
    assert changed("a: []\n", [Insert(("a",), "b")]) == "a: [b]\n"


def test_block_text_at_the_end_of_a_file() -> None:
    for text in ("a:\n  b: |\n    x", "a:\n  b: |\n    x\n", "a:\n  b: |+\n    x\n\n\n"):
        assert changed(text, [Put(("a",), "c", "1")]).startswith("a:\n  b: |")


def test_what_cannot_be_done_safely_is_refused() -> None:
    # Braces without their own sign: there is no place for another key.
    with pytest.raises(UnsafeChangeError):
        changed("a: [b: 1]\n", [Put(("a", 0), "c", "2")])


def test_a_text_that_breaks_half_way_is_refused() -> None:
    # An old kind of line end, at which this room does not see a new line.
    text = "a:\r  - b: 1\rc: 2\r"
    broken = Put(("a", 0), "d", "3")
    for changes in ([broken], [broken, Put(("a", 0), "e", "4")]):
        with pytest.raises(UnsafeChangeError):
            changed(text, changes)


WORDS = st.text(
    st.sampled_from("ab é’“”–£#:,-[]{}'\"|>%@`&*!?\\\n 0123456789•"), min_size=1, max_size=40
).filter(lambda text: text.strip() == text and text)


def places(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of every mapping that stands in a list: what can be reported on."""
    if isinstance(value, dict):
        if route and isinstance(route[-1], int):
            yield route
        for key, each in value.items():
            yield from places(each, (*route, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from places(each, (*route, number))


SHIPPED = {
    path.relative_to(PLANS).as_posix(): path.read_bytes().decode()
    for path in sorted(PLANS.glob("*/*.yaml"))
}
ROUTES = {
    name: list(places(tree.value)) for name, text in SHIPPED.items() if (tree := parse(text)[0])
}
WHERE = st.sampled_from([name for name, routes in ROUTES.items() if routes]).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(ROUTES[name]))
)


@pytest.mark.usefixtures("untraced")
@settings(max_examples=300)
@given(WHERE, st.dictionaries(st.sampled_from(["on", "state", "note", "by"]), WORDS, min_size=1))
def test_a_report_on_anything_in_the_shipped_plans_only_adds_lines(
    where: tuple[str, Route], entry: dict[str, str]
) -> None:
    name, route = where
    text = SHIPPED[name]
    change = Insert((*route, "made_up"), {key: text.strip() for key, text in entry.items()})
    made = changed(text, [change])
    taken = [line for line in differing(text, made).splitlines() if line.startswith("-")]
    in_braces = [line for line in taken if line.rstrip().endswith(("}", "},", "}]"))]
    assert taken == in_braces[:1], "only a line with braces is made anew"
    before, after = parse(text)[0], parse(made)[0]
    assert before is not None
    assert after is not None
    assert after.value == applied(before.value, change)


@pytest.mark.usefixtures("untraced")
@settings(max_examples=200)
@given(WHERE)
def test_what_is_taken_out_takes_nothing_else_along(where: tuple[str, Route]) -> None:
    name, route = where
    text = SHIPPED[name]
    try:
        made = changed(text, [Remove(route)])
    except UnsafeChangeError:
        pytest.fail("everything in the shipped plans can be taken out")
    added = [line for line in differing(text, made).splitlines() if line.startswith("+")]
    assert len(added) <= 1, "at most a line with brackets is made anew"
