"""Shares of a whole, and where an action stands by what it holds."""

from collections import Counter
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as some
from support import workspace

from csplan.query.rollup import RATINGS, STATES, Standing, known, standing, worst
from csplan.query.shares import number_of, shares


@pytest.mark.parametrize(
    ("counts", "percents"),
    [
        ([0, 0, 0], [0, 0, 0]),
        ([1, 1, 1], [33, 33, 33]),
        ([1, 1, 2], [25, 25, 50]),
        ([1, 1, 4], [17, 17, 67]),
        ([2, 1, 4], [29, 14, 57]),
        ([199, 1, 0], [100, 1, 0]),
        ([198, 2, 0], [99, 1, 0]),
        ([0, 0, 7], [0, 0, 100]),
    ],
)
def test_per_cents_are_rounded_one_by_one(counts: list[int], percents: list[int]) -> None:
    counted = dict(zip("abc", counts, strict=True))
    found = shares("abc", counted)
    assert [share.percent for share in found] == percents
    assert number_of(found, "b") == counts[1]
    assert number_of(found, "d") == 0


@given(some.lists(some.integers(0, 10**6), min_size=1, max_size=9))
def test_no_per_cent_is_more_than_a_half_off(numbers: list[int]) -> None:
    counts = Counter({str(at): number for at, number in enumerate(numbers)})
    found = shares(list(counts), counts)
    whole = sum(numbers)
    for share in found:
        assert 2 * abs(share.percent * whole - 100 * share.number) <= whole
        assert whole or share.percent == 0


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("", ("not started", "")),
        ("not started; not started", ("not started", "")),
        ("in progress/green; not started", ("in progress", "green")),
        ("in progress/green; in progress/red; in progress/amber", ("in progress", "red")),
        ("in progress; in progress/grey", ("in progress", "grey")),
        ("in progress; complete", ("in progress", "")),
        ("complete; not started", ("in progress", "")),
        ("on hold; in progress/green", ("in progress", "green")),
        ("on hold; complete; not started", ("on hold", "")),
        ("complete; stopped", ("stopped", "")),
        ("complete; stopped; carried forward", ("carried forward", "")),
        ("complete; complete", ("complete", "")),
    ],
)
def test_the_worst_of_what_is_held(held: str, expected: tuple[str, str]) -> None:
    every = [Standing(*each.split("/")) for each in held.split("; ") if each]
    assert worst(every) == expected


@given(some.lists(some.builds(Standing, some.sampled_from(STATES))))
def test_the_worst_of_any_is_a_state(held: list[Standing]) -> None:
    assert worst(held).state in STATES
    assert worst([*held, Standing("in progress", "red")]).rating == RATINGS[0]


HELD = """\
milestones:
  - {milestone: one, progress: {on: 1 May 2010, state: complete}}
  - {milestone: two, progress: {on: 5 May 2010, rating: green, state: in progress}}
"""


@pytest.mark.parametrize(
    ("own", "as_at", "expected"),
    [
        ("", date(2010, 4, 1), ("not started", "")),
        ("", date(2010, 5, 1), ("in progress", "")),
        ("", date(2010, 5, 5), ("in progress", "green")),
        ("{on: 6 May 2010, rating: red}", date(2010, 5, 6), ("in progress", "red")),
        ("{on: 6 May 2010, rating: red}", date(2010, 5, 5), ("in progress", "green")),
        ("{on: 6 May 2010, note: All well}", date(2010, 5, 6), ("in progress", "green")),
        ("{on: 5 May 2010, rating: red}", date(2010, 5, 6), ("in progress", "green")),
        ("{on: 6 May 2010, state: on hold}", date(2010, 5, 6), ("on hold", "")),
    ],
)
def test_an_action_shows_the_worst_it_holds_or_its_own_later_entry(
    tmp_path: Path, own: str, as_at: date, expected: tuple[str, str]
) -> None:
    progress = f"    progress: {own}\n" if own else ""
    for due in ("", "    due: June 2010\n"):
        text = f"theme: T\nactions:\n  - ref: A1\n    action: a\n{due}{progress}"
        (plan,) = workspace(tmp_path, text + indent(HELD, "    ")).plans
        items = plan.themes[0].items
        assert len(items) == 2 + bool(due)
        assert standing(plan, items, as_at) == expected


@pytest.mark.parametrize(
    ("own", "two", "three", "expected"),
    [
        ("", "{on: 5 May 2010, rating: green}", "", (1, 2)),
        ("", "{on: 5 May 2010, rating: not rated}", "", (0, 2)),
        ("", "{on: 5 May 2010, rating: green}", "{on: 5 May 2010, state: stopped}", (1, 1)),
        ("{on: 6 May 2010, rating: green}", "{on: 5 May 2010, rating: red}", "", (2, 2)),
        ("{on: 6 May 2010, state: on hold}", "{on: 5 May 2010, rating: red}", "", (0, 2)),
        ("{on: 6 May 2010, state: complete}", "", "", (0, 0)),
    ],
)
def test_how_much_of_what_is_open_is_rated(
    tmp_path: Path, own: str, two: str, three: str, expected: tuple[int, int]
) -> None:
    text = "theme: T\nactions:\n  - ref: A1\n    action: a\n"
    text += f"    progress: {own}\n" if own else ""
    text += "    milestones:\n      - {milestone: 1, progress: {on: 1 May 2010, state: complete}}\n"
    for said in (two, three):
        progress = f", progress: {said}" if said else ""
        text += f"      - {{milestone: m{progress}}}\n"
    (plan,) = workspace(tmp_path, text).plans
    assert known(plan, plan.themes[0].items, date(2010, 6, 1)) == expected
