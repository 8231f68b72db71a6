"""Of many changes, those that can be made together."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from csplan.edit.halving import held


@given(st.lists(st.integers(0, 50), unique=True), st.sets(st.integers(0, 50)))
def test_all_but_the_bad_ones_hold(things: list[int], bad: set[int]) -> None:
    kept, refused = held(things, bad.isdisjoint, 1000)
    assert sorted(kept) == sorted(set(things) - bad)
    assert sorted(refused) == sorted(set(things) & bad)


def test_good_ones_are_asked_about_once_and_bad_ones_not_for_ever() -> None:
    asked: list[list[int]] = []

    def holds(some: Sequence[int]) -> bool:
        asked.append(list(some))
        return 7 not in some

    assert held([1, 2, 3], holds, 5) == ([1, 2, 3], [])
    assert len(asked) == 1
    kept, refused = held(list(range(100)), holds, 4)
    assert len(asked) == 5
    assert 7 not in kept
    assert refused == []


def test_what_clashes_is_taken_once() -> None:
    assert held(["a", "b"], lambda some: len(some) < 2, 9) == (["a"], ["b"])
