"""Changes are written whole, refused if a file changed underneath, and taken back."""

import codecs
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import PLAN, write_plan

from csplan.edit import (
    Change,
    Draft,
    Entry,
    Insert,
    Put,
    Report,
    Rewrite,
    backwards,
    commit,
    draft,
    last,
    undo,
    update,
)
from csplan.edit.disk import write
from csplan.errors import CannotRunError
from csplan.load import load

THEME = """\
theme: Violence
actions:
  - ref: V1
    action: Write a strategy
    due: July 2010
    lead: Chief Inspector, Sussex Police
"""
OTHER = THEME.replace("V1", "W1")
ENTRY = {"on": "1 May 2010", "state": "complete"}


def plan(tmp_path: Path, **files: str | bytes) -> Path:
    names = {f"{name}.yaml": text for name, text in files.items()}
    return write_plan(tmp_path / "plan", names or {"a.yaml": THEME, "b.yaml": OTHER})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def drafted(folder: Path, *changes: Change, name: str = "a") -> Draft:
    loaded = load((folder,)).plans[0]
    file = next(file for file in loaded.files if file.stem == name)
    return draft(loaded, {file: changes})


def done(folder: Path, *names: str) -> list[Rewrite]:
    change = Insert(("actions", 0, "progress"), ENTRY)
    return [drafted(folder, change, name=name).rewrites[0] for name in names]


def test_a_change_is_written_and_taken_back(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    before = contents(folder)
    commit(folder, "csplan update V1", done(folder, "a"))
    assert (folder / "a.yaml").read_text().endswith("- on: 1 May 2010\n        state: complete\n")
    assert (folder / ".csplan/.gitignore").read_text() == "*\n"
    place, entry = last(tmp_path)
    assert (place, entry.what) == (folder, "csplan update V1")
    assert [each.path for each in undo(folder, entry)] == [str(folder / "a.yaml")]
    assert contents(folder) == before
    with pytest.raises(CannotRunError, match="was changed by csplan, or all"):
        last(tmp_path)


def test_what_the_author_wrote_stays_as_it_is(tmp_path: Path) -> None:
    text = codecs.BOM_UTF8 + THEME.replace("\n", "\r\n").encode() + b"    note: x #y\r\n"
    folder = plan(tmp_path, a=text)
    (folder / "a.yaml").chmod(0o640)
    link = tmp_path / "elsewhere.yaml"
    (folder / "a.yaml").rename(link)
    (folder / "a.yaml").symlink_to(link)
    commit(folder, "x", done(folder, "a"))
    entry = b"    progress:\r\n      - on: 1 May 2010\r\n        state: complete\r\n"
    assert link.read_bytes() == text + entry
    assert link.stat().st_mode & 0o777 == 0o640
    assert (folder / "a.yaml").is_symlink()


def test_another_name_of_a_file_keeps_what_it_held(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    backup = tmp_path / "backup.yaml"
    backup.hardlink_to(folder / "a.yaml")
    commit(folder, "x", done(folder, "a"))
    assert backup.read_text() == THEME
    assert "complete" in (folder / "a.yaml").read_text()


def test_a_file_that_changed_since_it_was_read_is_refused(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    rewrites = done(folder, "a", "b")
    (folder / "b.yaml").write_text(OTHER + "# mine\n")
    before = contents(folder)
    with pytest.raises(CannotRunError, match=r"b.yaml` was changed by somebody else meanwhile"):
        commit(folder, "x", rewrites)
    (folder / "a.yaml").unlink()
    with pytest.raises(CannotRunError, match=r"a.yaml` was changed by somebody else meanwhile"):
        commit(folder, "x", rewrites)
    (folder / "a.yaml").mkdir()
    with pytest.raises(CannotRunError, match=r"a.yaml` cannot be read: is a directory"):
        commit(folder, "x", rewrites)
    (folder / "a.yaml").rmdir()
    (folder / "a.yaml").write_text(THEME)
    assert contents(folder) == before


def test_a_file_that_changes_between_reading_and_drafting_is_refused(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    loaded = load((folder,)).plans[0]
    for spoil in (lambda path: path.write_text(THEME + "\n"), Path.unlink):
        spoil(folder / "a.yaml")
        with pytest.raises(CannotRunError, match="was changed by somebody else meanwhile"):
            draft(loaded, {loaded.themes[0]: [Put(("actions", 0), "note", "x")]})


def test_what_cannot_be_drafted(tmp_path: Path) -> None:
    folder = plan(tmp_path, a=THEME + "    due: May\n", b=OTHER)
    with pytest.raises(CannotRunError, match=r"a.yaml` has errors, so nothing was written; run"):
        drafted(folder, Put(("actions", 0), "note", "x"))
    with pytest.raises(
        CannotRunError, match=r"b.yaml` would then have 1 error: W1: `31 June` is not"
    ):
        drafted(folder, Put(("actions", 0), "due", "31 June"), name="b")
    folder = plan(tmp_path, a=THEME.replace("\n", "\r"))
    with pytest.raises(CannotRunError, match=r"cannot be changed without touching other lines"):
        drafted(folder, Put(("actions", 0), "note", "x"))


def test_only_new_warnings_are_told(tmp_path: Path) -> None:
    folder = plan(tmp_path, a=THEME.replace("July 2010", "July 2009"))
    found = drafted(
        folder, Put(("actions", 0), "cost", "none"), Put(("actions", 0), "due", "May 2009")
    )
    assert [each.rule for each in found.warnings] == ["due-outside-plan-year"]
    assert drafted(folder, Put(("actions", 0), "cost", "none")).warnings == ()
    assert found.after.themes[0].items[0].due


def test_a_change_of_nothing_rewrites_nothing(tmp_path: Path) -> None:
    assert drafted(plan(tmp_path)).rewrites == ()


def test_a_later_change_by_hand_stops_undo(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    commit(folder, "csplan update V1", done(folder, "a"))
    (folder / "a.yaml").write_text(THEME)
    with pytest.raises(CannotRunError, match=r"has been changed since `csplan update V1`, so"):
        undo(folder, last(folder)[1])


def test_files_that_a_change_made_go_with_it(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    new = tmp_path / "next" / "plan.yaml"
    commit(folder, "x", [Rewrite(str(new), None, b"a: 1\n"), *done(folder, "a")])
    assert new.read_bytes() == b"a: 1\n"
    undo(folder, last(folder)[1])
    assert not new.parent.exists()
    commit(folder, "x", [Rewrite(str(new), None, b"a: 1\n")])
    (new.parent / "mine.txt").write_text("x")
    undo(folder, last(folder)[1])
    assert contents(new.parent) == {"mine.txt": b"x"}


def test_the_newest_change_is_taken_back_first(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    for number in range(25):
        rewrite = drafted(folder, Put(("actions", 0), "note", str(number))).rewrites
        commit(folder, f"change {number}", rewrite)
    assert len(list((folder / ".csplan").glob("*.json"))) == 20
    assert contents(folder / ".csplan").keys() >= {"000006.json", "000025.json"}
    for number in reversed(range(5, 25)):
        entry = last(folder)[1]
        assert entry.what == f"change {number}"
        undo(folder, entry)
    assert "note: 4" in (folder / "a.yaml").read_text().replace("'", "")


def cut_off(folder: Path, *written: str) -> None:
    """As if csplan had been killed while it wrote: some files are written, the books still open."""
    before = contents(folder)
    commit(folder, "csplan apply", done(folder, "a", "b"))
    entry = folder / ".csplan/000001.json"
    entry.rename(entry.with_name("begun-000001.json"))
    for name, data in before.items():
        if name not in written:
            (folder / name).write_bytes(data)


def test_a_change_that_was_cut_off_before_or_after_it_wrote_is_no_trouble(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    cut_off(folder)
    commit(folder, "next", done(folder, "a"))
    assert [path.name for path in (folder / ".csplan").glob("*.json")] == ["000002.json"]
    undo(folder, last(folder)[1])
    cut_off(folder, "a.yaml", "b.yaml")
    commit(folder, "next", drafted(folder, Put(("actions", 0), "note", "x")).rewrites)
    names = sorted(path.name for path in (folder / ".csplan").glob("*.json"))
    assert names == ["000001.json", "000002.json"]


def test_a_change_that_was_cut_off_half_way_is_taken_back(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    before = contents(folder)
    cut_off(folder, "a.yaml")
    with pytest.raises(CannotRunError, match=r"`csplan apply`, was cut off half-way; take back"):
        commit(folder, "next", done(folder, "b"))
    place, entry = last(folder)
    assert [each.path for each in backwards(entry)] == [str(folder / "a.yaml")]
    undo(place, entry)
    assert contents(folder) == before


def test_a_change_that_was_cut_off_and_then_mended_by_hand(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    cut_off(folder, "a.yaml")
    (folder / "a.yaml").write_text(THEME + "# mine\n")
    entry = folder / ".csplan/begun-000001.json"
    with pytest.raises(CannotRunError) as refused:
        undo(*last(folder))
    assert str(refused.value) == (
        f"`{folder / 'a.yaml'}` has been changed since `csplan apply`, so nothing was taken back; "
        f"that was cut off half-way, so mend by hand what it left, then delete `{entry}`"
    )
    entry.unlink()
    commit(folder, "next", done(folder, "a", "b"))


@pytest.mark.parametrize("written", [(), ("a.yaml",), ("a.yaml", "b.yaml")])
def test_an_undo_that_was_cut_off_is_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: tuple[str, ...]
) -> None:
    folder = plan(tmp_path)
    before = contents(folder)
    commit(folder, "csplan apply", done(folder, "a", "b"))

    def killed(rewrites: Sequence[Rewrite]) -> None:
        write([each for each in rewrites if Path(each.path).name in written])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("csplan.edit.journal.write", killed)
        with pytest.raises(KeyboardInterrupt):
            undo(*last(folder))
    undo(*last(folder))
    assert contents(folder) == before
    assert list((folder / ".csplan").glob("*.json")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="its names are bytes")
def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    (folder / "a.yaml").rename(folder / "a\udcff.yaml")
    before = contents(folder)
    commit(folder, "x", drafted(folder, Put(("actions", 0), "note", "y"), name="a\udcff").rewrites)
    undo(*last(folder))
    assert contents(folder) == before


def test_something_else_stands_where_the_books_belong(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    (folder / ".csplan").write_text("mine")
    with pytest.raises(
        CannotRunError, match=r"\.csplan` cannot be written: a file or a broken link"
    ):
        commit(folder, "x", done(folder, "a"))
    assert b"progress" not in contents(folder)["a.yaml"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"what": "x", "files": [{}]}', '{"what": "x", "files": [1]}',
             '{"what": "x", "files": [{"path": "a.yaml", "before": 1, "after": "b"}]}',
             '{"what": 5, "files": []}', "[" * 100_000,
             '{"what": "x", "files": [{"path": "a\\u0000.yaml", "before": "1", "after": "b"}]}',
             '{"what": "x", "files": [{"path": "../a.yaml", "before": "1", "after": null}]}',
             '{"what": "x", "files": [{"path": "../.profile", "before": "1", "after": "b"}]}'],
)  # fmt: skip
def test_books_that_somebody_else_wrote_in(tmp_path: Path, text: str) -> None:
    folder = plan(tmp_path)
    (folder / ".csplan").mkdir()
    (folder / ".csplan/notes.json").write_text("not ours")
    (folder / ".csplan/000001.json").write_text(text)
    with pytest.raises(CannotRunError, match="keeps to take changes back, cannot be read; delete"):
        last(folder)


def test_an_earlier_entry_that_cannot_be_read_is_in_nobodys_way(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    before = contents(folder)
    commit(folder, "first", done(folder, "a"))
    (folder / ".csplan/000001.json").write_text("torn")
    middle = contents(folder)
    commit(folder, "second", done(folder, "b"))
    undo(*last(folder))
    assert contents(folder) == middle != before


FAILURES = {"open": Path, "replace": Path, "fsync": os, "unlink": Path}


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("call", FAILURES)
def test_whatever_fails_each_file_is_the_old_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    folder = plan(tmp_path)
    before = contents(folder)
    rewrites = done(folder, "a", "b")
    after = {**before, **{Path(each.path).name: each.after for each in rewrites}}
    works = getattr(FAILURES[call], call)
    calls = 0

    def fails(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise OSError(28, "No space left")
        return works(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(FAILURES[call], call, fails)
        with contextlib.suppress(CannotRunError, OSError):
            commit(folder, "x", rewrites)
    for name, data in contents(folder).items():
        assert data in (before[name], after[name]), name
    while contents(folder) != before:
        undo(*last(folder))
    commit(folder, "again", done(folder, "a", "b"))
    assert contents(folder) == after


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    lost: list[int] = []

    def report(number: int) -> None:
        while True:
            change = Insert(("actions", 0, "progress"), {"on": "1 May 2010", "note": str(number)})
            try:
                commit(folder, "x", drafted(folder, change).rewrites)
            except CannotRunError:
                lost.append(number)
                continue
            return

    threads = [threading.Thread(target=report, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = (folder / "a.yaml").read_text()
    assert all(f"note: {number}" in text.replace("'", "") for number in range(8))


def test_a_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    folder = plan(tmp_path)
    commit(folder, "x", done(folder, "a"))
    assert "complete" in (folder / "a.yaml").read_text()


KILLED = """
import sys
from pathlib import Path
from csplan.edit import Insert, commit, draft
from csplan.load import load
folder = Path(sys.argv[1])
for number in range(1000):
    plan = load((folder,)).plans[0]
    entry = {"on": "1 May 2010", "note": f"number {number}"}
    changes = {file: [Insert(("actions", 0, "progress"), entry)] for file in plan.themes}
    commit(folder, f"change {number}", draft(plan, changes).rewrites)
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 - moments, not secrets
    for attempt in range(3):
        folder = plan(tmp_path / str(attempt))
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout
            running.stdout.readline()
            time.sleep(chance.random() / 10)
            running.kill()
        loaded = load((folder,))
        assert not loaded.complaints
        entries = [theme.works[0].action.progress for theme in loaded.plans[0].themes]
        for progress in entries:
            notes = [entry.note for entry in progress]
            assert notes == [f"number {number}" for number in range(len(notes))]
        assert abs(len(entries[0]) - len(entries[1])) <= 1
        if len(entries[0]) != len(entries[1]):
            undo(*last(folder))
        commit(folder, "next", done(folder, "a", "b"))
        left = [path.name for path in folder.iterdir() if "csplan-tmp" in path.name]
        assert left == []


def test_an_update_from_its_reference_to_its_file(tmp_path: Path) -> None:
    folder = plan(tmp_path)
    report = Report(date(2010, 8, 1), state="done")
    found = update(load((folder,)), "v1", "", report, date(2010, 11, 22))
    assert (found.before.state, found.after.state) == ("not started", "complete")
    with pytest.raises(CannotRunError, match=r"^V1: a rating is for .*; a new due date is for"):
        update(
            load((folder,)), "V1", "", report._replace(rating="red", due="May 2011", reason="x"),
            date(2010, 11, 22),
        )  # fmt: skip


def test_an_entry_of_the_books_is_plain_text(tmp_path: Path) -> None:
    folder = plan(tmp_path, a=THEME.replace("Write", "Rédiger"))
    commit(folder, "x", done(folder, "a"))
    kept = json.loads((folder / ".csplan/000001.json").read_text(encoding="utf-8"))
    assert kept["files"][0]["path"] == "a.yaml"
    assert "Rédiger" in (folder / ".csplan/000001.json").read_text(encoding="utf-8")
    assert isinstance(last(folder)[1], Entry)
    assert PLAN.encode() == (folder / "plan.yaml").read_bytes()
