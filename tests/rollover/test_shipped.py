"""Every shipped plan can be rolled over, whatever of it is chosen, and nothing gets lost."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.check import check
from csplan.load import LoadedPlan, load
from csplan.query import position
from csplan.query.carried import could_name, named_reference
from csplan.rollover import Numbering, Rollover, Wanted, rollover
from csplan.rollover.choice import choose

PLANS = Path(__file__).parents[2] / "plans"
YEARS = {
    "derbyshire-2011-12": ("2012/13", date(2012, 6, 20)),
    "east-sussex-2010-11": ("2011/12", date(2011, 3, 31)),
    "east-sussex-2022-23": ("2023/24", date(2023, 4, 1)),
    "safer-essex-2009-11": ("2011/12", date(2010, 3, 31)),
    "stockton-2008-11": ("2011/14", date(2008, 6, 1)),
}
TODAY = date(2026, 1, 1)


@cache
def shipped(name: str) -> LoadedPlan:
    return load((PLANS / name,)).plans[0]


def parts(plan: LoadedPlan) -> set[str]:
    """Everything that is due or is a milestone, by reference."""
    return {item.address for file in plan.parts for item in file.items}


def test_every_shipped_plan_is_tried() -> None:
    assert set(YEARS) == {path.name for path in PLANS.iterdir()}


@pytest.mark.parametrize("name", YEARS)
def test_a_shipped_plan_reconciles(name: str) -> None:
    to, on = YEARS[name]
    wanted = Wanted(to, on, numbering="new")
    reconciles(shipped(name), rollover(shipped(name), wanted, TODAY))


def reconciles(plan: LoadedPlan, found: Rollover) -> None:
    """Carried, left and closed are everything; the new plan has what is carried and is sound."""
    choice, on = found.choice, found.wanted.on
    carried = [part for each in choice.carried for part in each.parts]
    every = Counter(part.task.ref for part in (*carried, *choice.left, *choice.closed))
    assert every == Counter(parts(plan))
    assert {part.task.ref for part in choice.closed} == {
        item.address
        for file in plan.parts
        for item in file.items
        if not position(plan, item, on).is_open
    }
    new = [item for file in found.after.themes for item in file.items]
    assert len(new) == len(carried)
    assert all(position(found.after, item, on).is_open for item in new)
    assert {item.address for item in new} == {
        found.names.by_spot[part.task.spot] for part in carried
    }
    assert [item.words for item in new] == [part.task.words for part in carried]
    for file in found.after.themes:
        for work in file.works:
            said = work.action.carried_from or ""
            named = named_reference(said, plan)
            assert could_name(said, plan)
            assert named
            assert named.work
            assert named.work.action.action == work.action.action
    old(plan, found)


def old(plan: LoadedPlan, found: Rollover) -> None:
    """In the old plan only what was carried is closed, and nothing but lines is new."""
    instead = {each.path: each.after or b"" for each in found.rewrites if each.before is not None}
    after = load((Path(plan.path),), instead=instead)
    assert [each for each in check(after) if each.severity == "error"] == []
    gone = {part.task.ref for each in found.choice.carried for part in each.parts}
    still = {
        item.address
        for file in after.plans[0].parts
        for item in file.items
        if position(after.plans[0], item, found.wanted.on).is_open
    }
    assert still == {part.task.ref for part in found.choice.left}
    assert not gone & still
    for each in found.rewrites:
        if each.before is not None:
            lines = iter((each.after or b"").splitlines())
            kept = [line for line in each.before.splitlines() if not is_changed(line)]
            assert all(line in lines for line in kept)


def is_changed(line: bytes) -> bool:
    """Whether a line may be the status, or of an action that was plain text and is a mapping."""
    return line.startswith((b"      - ", b"        ", b"status: "))


@st.composite
def choices(draw: st.DrawFn) -> tuple[str, Wanted]:
    name = draw(st.sampled_from(sorted(YEARS)))
    to, on = YEARS[name]
    choice = choose(shipped(name), on)
    refs = [part.task.ref for each in choice.carried for part in each.parts]
    refs += [each.deed.task.ref for each in choice.carried]
    some = tuple(draw(st.lists(st.sampled_from(refs), max_size=12, unique=True)))
    kind = draw(st.sampled_from(["take", "leave"]))
    numbering: Numbering = draw(st.sampled_from(["keep", "new"]))
    wanted = Wanted(to, on, numbering=numbering, close=draw(st.booleans()))
    if kind == "take":
        return name, wanted._replace(take=some)
    return name, wanted._replace(leave=some)


@pytest.mark.usefixtures("untraced")
@settings(max_examples=6)
@given(choices())
def test_any_choice_reconciles(case: tuple[str, Wanted]) -> None:
    name, wanted = case
    reconciles(shipped(name), rollover(shipped(name), wanted, TODAY))
