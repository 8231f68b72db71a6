"""Files are written whole or not at all."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csplan.errors import CannotRunError
from csplan.write import write_files

OLD = {"a.md": "old a", "b/c.html": "old c"}
NEW = {"a.md": "new é 😀\n", "b/c.html": "new c"}


def contents(folder: Path) -> dict[str, str]:
    """Every file under a folder, hidden ones included."""
    return {
        str(path.relative_to(folder)): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_files_are_written(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    assert write_files(out, NEW) == (out / "a.md", out / "b/c.html")
    assert contents(out) == NEW
    assert write_files(out, OLD)
    assert contents(out) == OLD


def test_the_mode_of_a_file_is_kept_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "a.md").chmod(0o640)
    (tmp_path / "usual").write_text("x")
    write_files(tmp_path, NEW)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a.md", "b/c.html")]
    assert modes == [0o640, stat.S_IMODE((tmp_path / "usual").stat().st_mode)]


def test_other_files_stay_and_what_a_killed_run_left_goes(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / ".a.md.csplan-tmp-1").write_text("half")
    write_files(tmp_path, NEW)
    assert contents(tmp_path) == {**NEW, "mine.txt": "mine"}


def test_a_folder_that_is_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write_files(tmp_path / "out", NEW)
    assert contents(tmp_path / "real") == NEW


def test_a_file_that_is_a_link_is_followed_within_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("real.md")
    write_files(tmp_path, NEW)
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes().decode() == NEW["a.md"]


def test_a_link_that_leads_in_a_circle_gives_way_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("a.md")
    write_files(tmp_path, NEW)
    assert contents(tmp_path) == NEW


def link_out(folder: Path) -> None:
    (folder / "a.md").symlink_to("../elsewhere.md")


def a_folder(folder: Path) -> None:
    (folder / "a.md").mkdir()


def a_file_above(folder: Path) -> None:
    (folder / "b").write_text("a file")


def a_plan(folder: Path) -> None:
    (folder / "plan.yaml").write_text("")


def a_dangling_link(folder: Path) -> None:
    (folder / "b").symlink_to("nowhere")


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (link_out, "is a link that leads out of"),
        (a_folder, "is a folder; a file is to be written there"),
        (a_file_above, "is not a folder; name another output folder"),
        (a_dangling_link, "is not a folder; name another output folder"),
        (a_plan, "is in the folder of a plan"),
    ],
)
def test_what_stands_in_the_way(
    tmp_path: Path, prepare: Callable[[Path], None], words: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    prepare(out)
    before = contents(tmp_path)
    with pytest.raises(CannotRunError, match=words):
        write_files(out, NEW)
    assert contents(tmp_path) == before


def test_nothing_is_written_into_a_plan(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "plan")
    for out in ("plan", "plan/out", "x/../plan", "link/out"):
        with pytest.raises(CannotRunError, match="is in the folder of a plan"):
            write_files(tmp_path / out, NEW, [tmp_path / "plan"])


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(CannotRunError, match=r"`.*out` is not a folder"):
        write_files(tmp_path / "out", NEW)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="aaa` cannot be written: its name is too long"):
        write_files(tmp_path, {"a" * 300: "x"})


def test_a_working_folder_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(
        CannotRunError, match=r"^`out` cannot be written: the folder that you are in"
    ):
        write_files(Path("out"), NEW, [tmp_path])


def test_half_a_character_is_replaced(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "x\ud800"})
    assert contents(tmp_path) == {"a.md": "x?"}


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    data = bytes(range(256))
    (path,) = write_files(tmp_path, {"a.xlsx": data})
    assert path.read_bytes() == data


FAILURES = {
    OSError(28, "No space left"): "cannot be written: the disk is full",
    OSError("?"): "cannot be written: its disk or network drive does not answer",
    PermissionError(13, "No"): "may not be written",
}


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("call", ["open", "fsync", "replace", "chmod"])
@pytest.mark.parametrize("error", FAILURES, ids=repr)
def test_each_file_is_the_old_or_the_new_one_whatever_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, error: OSError
) -> None:
    write_files(tmp_path, OLD)
    owner: Any = os if call == "fsync" else Path
    works = getattr(owner, call)
    calls = 0

    def fails(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise error
        return works(*given, **named)

    monkeypatch.setattr(owner, call, fails)
    if number <= len(NEW):
        with pytest.raises(CannotRunError, match=rf"(a\.md|c\.html)` {FAILURES[error]}"):
            write_files(tmp_path, NEW)
    else:
        write_files(tmp_path, NEW)
    monkeypatch.undo()
    found = contents(tmp_path)
    assert found.keys() == NEW.keys()
    assert all(text in (OLD[name], NEW[name]) for name, text in found.items())
    if call != "replace" and number <= len(NEW):
        assert found == OLD


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)

    def stops(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stops)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, NEW)
    assert contents(tmp_path) == OLD
