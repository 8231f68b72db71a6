"""Where plans are looked for, and files that cannot be read."""

import os
from pathlib import Path

import pytest
from support import PLAN, THEME, write_plan

from csplan.errors import CannotRunError
from csplan.load import load


def faults(folder: Path) -> list[tuple[str, str, str]]:
    return [(Path(each.path).name, each.rule, each.message) for each in load((folder,)).complaints]


def test_a_folder_may_be_a_plan_or_hold_several(tmp_path: Path) -> None:
    for name in ("2010", "2011", ".hidden"):
        write_plan(tmp_path / "plans" / name, {"theme.yml": THEME, ".skipped.yaml": "x"})
    (tmp_path / "plans" / "readme.txt").write_text("not a plan", encoding="utf-8")
    several = load((tmp_path / "plans",))
    assert [Path(plan.path).name for plan in several.plans] == ["2010", "2011"]
    assert [theme.stem for plan in several.plans for theme in plan.themes] == ["theme", "theme"]
    assert len(load((tmp_path / "plans" / "2010",)).plans) == 1


def test_a_plan_within_a_plan_is_a_plan_of_its_own(tmp_path: Path) -> None:
    write_plan(tmp_path, {"theme.yaml": THEME})
    write_plan(tmp_path / "older", {"theme.yaml": THEME})
    assert len(load((tmp_path,)).plans) == 2


def test_a_file_is_asked_for_within_its_plan(tmp_path: Path) -> None:
    write_plan(tmp_path, {"a.yaml": "theme: A\nx: y\n", "b.yaml": "theme: B\nx: y\n"})
    found = load((tmp_path / "a.yaml",))
    assert [Path(each.path).name for each in found.complaints] == ["a.yaml"]
    assert [theme.stem for theme in found.plans[0].themes] == ["a", "b"]
    both = load((tmp_path / "a.yaml", tmp_path / "b.yaml"))
    assert [Path(each.path).name for each in both.complaints] == ["a.yaml", "b.yaml"]
    whole = load((tmp_path, tmp_path / "a.yaml"))
    assert [Path(each.path).name for each in whole.complaints] == ["a.yaml", "b.yaml"]
    # In whatever order they are typed.
    assert load((tmp_path / "a.yaml", tmp_path)).complaints == whole.complaints


def test_closed_plans_are_left_out_when_asked(tmp_path: Path) -> None:
    write_plan(tmp_path / "old", {"plan.yaml": PLAN + "status: closed\n"})
    write_plan(tmp_path / "new", {})
    assert [Path(plan.path).name for plan in load((tmp_path,), closed=False).plans] == ["new"]
    assert len(load((tmp_path,)).plans) == 2


def test_what_is_not_there_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="there is no file or folder"):
        load((tmp_path / "nowhere",))
    with pytest.raises(CannotRunError, match="there is no plan under"):
        load((tmp_path,))


def test_a_folder_of_themes_without_a_plan_file(tmp_path: Path) -> None:
    (tmp_path / "alcohol.yaml").write_text(THEME, encoding="utf-8")
    assert [each[:2] for each in faults(tmp_path)] == [("plan.yaml", "plan-missing")]


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    write_plan(tmp_path, {"theme.yaml": THEME})
    (tmp_path / "x.yaml").mkdir()
    assert [each[:2] for each in faults(tmp_path)] == [("x.yaml", "cannot-read")]
    assert "this is a folder" in faults(tmp_path)[0][2]


def test_a_folder_with_the_name_of_the_plan_file(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").mkdir()
    assert faults(tmp_path)[0][:2] == ("plan.yaml", "cannot-read")


def test_links_that_lead_nowhere_or_in_a_circle(tmp_path: Path) -> None:
    write_plan(tmp_path, {})
    (tmp_path / "circle.yaml").symlink_to(tmp_path / "circle.yaml")
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "gone.yaml")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(load((tmp_path,)).plans) == 1
    found = faults(tmp_path)
    assert [each[:2] for each in found] == [
        ("circle.yaml", "cannot-read"),
        ("nowhere.yaml", "cannot-read"),
    ]
    assert all("a symbolic link that leads nowhere or in a circle" in each[2] for each in found)


def test_a_link_to_a_theme_is_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text(THEME, encoding="utf-8")
    write_plan(tmp_path / "plan", {})
    (tmp_path / "plan" / "theme.yaml").symlink_to(tmp_path / "elsewhere.txt")
    assert faults(tmp_path / "plan") == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write_plan(tmp_path, {})
    os.mkfifo(tmp_path / "pipe.yaml")
    assert faults(tmp_path)[0][2] == "this is not an ordinary file; replace it by one"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Tests may run as a user who may read everything, so the system's refusal is staged.
    write_plan(tmp_path, {"theme.yaml": THEME})
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "theme.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert "ask its owner for permission" in faults(tmp_path)[0][2]


def test_a_file_that_fails_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path, {})

    def fail(*_: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert "cannot be read (input/output error)" in faults(tmp_path)[0][2]


def test_what_is_no_plan_file_is_not_passed_as_sound(tmp_path: Path) -> None:
    write_plan(tmp_path, {"notes.txt": "theme: x\n"})
    with pytest.raises(CannotRunError, match="is no plan file"):
        load((tmp_path / "notes.txt",))


def test_an_ending_that_an_editor_added(tmp_path: Path) -> None:
    write_plan(tmp_path, {"burglary.yaml.txt": THEME, "notes.txt": "x", "a.b.txt": "x"})
    assert faults(tmp_path) == [
        (
            "burglary.yaml.txt",
            "cannot-read",
            "the name of this file ends in .txt; rename it to `burglary.yaml`",
        )
    ]


def test_a_plan_file_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "Plan.yml").write_text(PLAN, encoding="utf-8")
    assert faults(tmp_path) == [
        ("plan.yaml", "plan-missing", "the file `Plan.yml` is not read; rename it to plan.yaml")
    ]


def test_two_files_of_one_name(tmp_path: Path) -> None:
    write_plan(tmp_path, {"a.yaml": THEME, "a.yml": THEME, "b.yaml": THEME})
    assert faults(tmp_path) == [
        ("a.yml", "same-name", "this file has the same name as `a.yaml`; rename one of the two")
    ]


def test_a_linked_plan_is_a_plan(tmp_path: Path) -> None:
    write_plan(tmp_path / "real", {"theme.yaml": THEME})
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "linked").symlink_to(tmp_path / "real")
    assert [Path(plan.path).name for plan in load((tmp_path / "plans",)).plans] == ["linked"]


def test_a_plan_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    write_plan(tmp_path / "plan", {"theme.yaml": THEME})
    assert len(load((tmp_path, tmp_path / "plan", tmp_path / "plan" / ".." / "plan")).plans) == 1


def test_a_file_is_of_a_plan_that_was_named_in_another_way(tmp_path: Path) -> None:
    write_plan(tmp_path, {"a.yaml": "theme: A\nx: y\n", "b.yaml": "theme: B\nx: y\n"})
    other = tmp_path / ".." / tmp_path.name
    for paths in [(tmp_path, other / "a.yaml"), (other / "a.yaml", tmp_path)]:
        found = load(paths)
        assert [len(plan.chosen) for plan in found.plans] == [0]
    both = load((other / "a.yaml", tmp_path / "b.yaml"))
    assert [len(plan.chosen) for plan in both.plans] == [2]
    assert [Path(each.path).name for each in both.complaints] == ["a.yaml", "b.yaml"]


def test_a_folder_that_may_not_be_looked_into_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests may run as a user who may look anywhere, so the system's refusal is staged.
    write_plan(tmp_path / "good", {"theme.yaml": THEME})
    (tmp_path / "shut").mkdir()
    looked = os.scandir

    def refuse(path: object) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return looked(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse)
    read = load((tmp_path,))
    assert len(read.plans) == 2
    assert [Path(each.path).parent.name for each in read.complaints] == ["shut"]
