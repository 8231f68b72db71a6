"""A rollover is written whole or not at all, and undone to the byte, whenever it is killed."""

import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from rollover.anytown import anytown, rolled

from csplan import edit
from csplan.load import LoadedPlan
from csplan.rollover import Rollover


@pytest.fixture(name="plan")
def _plan(tmp_path: Path) -> LoadedPlan:
    return anytown(tmp_path)


@pytest.fixture(name="found")
def _found(plan: LoadedPlan) -> Rollover:
    return rolled(plan, close=True)


def snapshot(folder: Path) -> dict[str, bytes]:
    """The files of the plans under a folder, what csplan keeps for itself apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts[1:])
    }


def test_what_a_killed_run_left_of_a_new_folder_is_taken_away(
    plan: LoadedPlan, found: Rollover
) -> None:
    left = found.folder.with_name(f".{found.folder.name}.csplan-tmp-1")
    left.mkdir()
    (left / "plan.yaml").write_text("title: half")
    edit.commit(Path(plan.path), "csplan rollover", found.rewrites)
    assert sorted(path.name for path in found.folder.parent.iterdir()) == [
        Path(plan.path).name,
        found.folder.name,
    ]


def test_undo_gives_every_byte_back(plan: LoadedPlan, found: Rollover) -> None:
    folder = Path(plan.path)
    before = snapshot(folder.parent)
    edit.commit(folder, "csplan rollover", found.rewrites)
    assert {each.path for each in found.rewrites} <= {
        str(folder.parent / name) for name in snapshot(folder.parent)
    }
    edit.undo(*edit.last(folder))
    assert snapshot(folder.parent) == before
    assert not found.folder.exists()


def test_killed_at_any_moment_every_file_is_old_or_new_and_the_folder_whole_or_none(
    plan: LoadedPlan, found: Rollover
) -> None:
    folder = Path(plan.path)
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


def test_an_undo_that_is_killed_at_any_moment_can_be_run_again(
    plan: LoadedPlan, found: Rollover
) -> None:
    folder = Path(plan.path)
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
