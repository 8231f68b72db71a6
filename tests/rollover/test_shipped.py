"""Every shipped plan can be rolled over, whatever of it is chosen, and nothing gets lost."""

import os
import shutil
import sys
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csplan import edit
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


def rolled(plan: LoadedPlan, numbering: Numbering = "keep") -> Rollover:
    to, on = YEARS[Path(plan.path).name]
    return rollover(plan, Wanted(to, on, numbering=numbering), TODAY)


def parts(plan: LoadedPlan) -> set[str]:
    """Everything that is due or is a milestone, by reference."""
    return {item.address for file in plan.parts for item in file.items}


def test_every_shipped_plan_is_tried() -> None:
    assert set(YEARS) == {path.name for path in PLANS.iterdir()}


@pytest.mark.parametrize("numbering", ["keep", "new"])
@pytest.mark.parametrize("name", YEARS)
def test_a_shipped_plan_reconciles(name: str, numbering: Numbering) -> None:
    reconciles(shipped(name), rolled(shipped(name), numbering=numbering))


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


@settings(max_examples=12)
@given(choices())
def test_any_choice_reconciles(case: tuple[str, Wanted]) -> None:
    name, wanted = case
    reconciles(shipped(name), rollover(shipped(name), wanted, TODAY))


def snapshot(folder: Path) -> dict[str, bytes]:
    """The files of the plans under a folder, what csplan keeps for itself apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts[1:])
    }


@pytest.fixture(name="plan")
def _plan(tmp_path: Path) -> LoadedPlan:
    shutil.copytree(PLANS / "east-sussex-2010-11", tmp_path / "p" / "east-sussex-2010-11")
    return load((tmp_path / "p" / "east-sussex-2010-11",)).plans[0]


def test_what_a_killed_run_left_of_a_new_folder_is_taken_away(plan: LoadedPlan) -> None:
    found = rolled(plan)
    left = found.folder.with_name(f".{found.folder.name}.csplan-tmp-1")
    left.mkdir()
    (left / "plan.yaml").write_text("title: half")
    edit.commit(Path(plan.path), "csplan rollover", found.rewrites)
    assert sorted(path.name for path in found.folder.parent.iterdir()) == [
        Path(plan.path).name,
        found.folder.name,
    ]


def test_undo_gives_every_byte_back(plan: LoadedPlan) -> None:
    folder = Path(plan.path)
    before = snapshot(folder.parent)
    found = rolled(plan)
    edit.commit(folder, "csplan rollover", found.rewrites)
    assert {each.path for each in found.rewrites} <= {
        str(folder.parent / name) for name in snapshot(folder.parent)
    }
    edit.undo(*edit.last(folder))
    assert snapshot(folder.parent) == before
    assert not found.folder.exists()


def test_killed_at_any_moment_every_file_is_old_or_new_and_the_folder_whole_or_none(
    plan: LoadedPlan,
) -> None:
    folder = Path(plan.path)
    found = rolled(plan)
    before = snapshot(folder.parent)
    whole = {Path(each.path).name for each in found.rewrites if each.before is None}
    for moment in range(60):
        is_done = killed(moment, lambda: edit.commit(folder, "csplan rollover", found.rewrites))
        now = snapshot(folder.parent)
        made = {path.name for path in found.folder.glob("*")} if found.folder.exists() else set()
        assert made in (set(), whole)
        for each in found.rewrites:
            name = Path(each.path).relative_to(folder.parent).as_posix()
            assert now.get(name) in (each.before, each.after)
        if is_done:
            break
        if any((folder / ".csplan").glob("*.json")):
            edit.undo(*edit.last(folder))
        assert snapshot(folder.parent) == before
    else:
        pytest.fail("it never came to an end")
    assert moment > len(whole) - 1


def test_an_undo_that_is_killed_at_any_moment_can_be_run_again(plan: LoadedPlan) -> None:
    folder = Path(plan.path)
    found = rolled(plan)
    before = snapshot(folder.parent)
    for moment in range(60):
        edit.commit(folder, "csplan rollover", found.rewrites)
        is_done = killed(moment, lambda: edit.undo(*edit.last(folder)))
        if is_done:
            break
        if any((folder / ".csplan").glob("*.json")):
            edit.undo(*edit.last(folder))
        assert snapshot(folder.parent) == before
    else:
        pytest.fail("it never came to an end")
    assert snapshot(folder.parent) == before
    assert moment > len(found.rewrites)


def killed(moment: int, work: Callable[[], object]) -> bool:
    """Do work in another process that is killed before its change of that number; if it was not."""
    with warnings.catch_warnings():
        # Newer versions of Python warn of it where a test runner has threads.
        warnings.simplefilter("ignore")
        child = os.fork()
    if not child:
        left = [moment]

        def kill(event: str, _: object) -> None:
            if event in ("os.rename", "os.remove", "os.rmdir"):
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)

        sys.addaudithook(kill)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
