"""The days on which an entry was changed, as git has them."""

from pathlib import Path

import pytest
from repository import Repository
from support import PLAN

from csplan.errors import CannotRunError
from csplan.load import LoadedFile, load
from csplan.load.changes import recorded

T = "p/t.yaml"


def theme(*rows: str) -> str:
    return "theme: T\nactions:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


@pytest.fixture(name="kept")
def _kept(tmp_path: Path) -> Repository:
    kept = Repository(tmp_path)
    kept.commit("one", {"p/plan.yaml": PLAN, "p/old.yaml": theme("ref: B, action: b")})
    steps = "milestones: [{milestone: m}, {milestone: n}]"
    both = theme("ref: B, action: b", f"ref: A 1, action: a, {steps}")
    kept.commit("two: 'add'", {"p/old.yaml": both})
    kept.commit("broken", {"p/old.yaml": both + "nonsense: 1\n"})
    kept.commit("mended", {"p/old.yaml": both})
    kept.git("mv", "p/old.yaml", T)
    kept.commit("moved", {})
    kept.commit("gone", {T: theme("ref: B, action: b")})
    kept.commit(
        "back", {T: theme("ref: B, action: b", f"ref: a1, action: a, {steps.replace('n}', 'o}')}")}
    )
    return kept


def told(repository: Repository, address: str) -> list[tuple[str, str, str]]:
    file: LoadedFile = load((repository.folder / "p",)).plans[0].themes[0]
    item = next(each for each in file.items if each.address == address)
    return [(each.day, each.subject, each.what) for each in recorded(file, item)]


def test_each_change_of_a_milestone(kept: Repository) -> None:
    assert told(kept, "a1.1") == [
        ("2010-02-01", "two: 'add'", "added"),
        ("2010-06-01", "gone", "taken out"),
        ("2010-07-01", "back", "added"),
    ]
    assert told(kept, "a1.2") == [
        ("2010-02-01", "two: 'add'", "added"),
        ("2010-06-01", "gone", "taken out"),
        ("2010-07-01", "back", "added"),
    ]


def test_each_change_of_an_action_and_what_is_not_committed(kept: Repository) -> None:
    assert told(kept, "B") == [("2010-01-01", "one", "added")]
    kept.write({T: theme("ref: B, action: 'b, changed'")})
    assert told(kept, "B")[1:] == [("", "", "changed")]
    kept.commit("changed", {})
    assert told(kept, "B")[1:] == [("2010-08-01", "changed", "changed")]


def test_a_file_that_was_taken_away_and_came_back(kept: Repository) -> None:
    kept.git("rm", "--quiet", T)
    kept.commit("away", {})
    kept.commit("again", {T: theme("ref: B, action: b")})
    assert told(kept, "B") == [
        ("2010-01-01", "one", "added"),
        ("2010-08-01", "away", "taken out"),
        ("2010-09-01", "again", "added"),
    ]


def test_a_file_that_git_does_not_have_yet(kept: Repository) -> None:
    kept.write({"p/a.yaml": theme("ref: N, action: n")})
    assert told(kept, "N") == [("", "", "added")]


def test_a_repository_without_commits(tmp_path: Path) -> None:
    kept = Repository(tmp_path)
    kept.write({"p/plan.yaml": PLAN, T: theme("ref: A, action: a")})
    assert told(kept, "A") == [("", "", "added")]


def test_work_that_was_merged_counts_on_the_day_of_the_merge(tmp_path: Path) -> None:
    kept = Repository(tmp_path)
    kept.commit("one", {"p/plan.yaml": PLAN, T: theme("ref: A, action: a")})
    kept.git("checkout", "--quiet", "-b", "side")
    kept.commit("side", {T: theme("ref: A, action: b")})
    kept.git("checkout", "--quiet", "main")
    kept.commit("main", {"p/other.yaml": "theme: O\n"})
    kept.git("merge", "--quiet", "--no-ff", "-m", "merged", "side")
    file = load((tmp_path / "p",)).plans[0].themes[1]
    assert [each.subject for each in recorded(file, file.items[0])] == ["one", "merged"]


def test_without_a_repository_and_with_a_broken_one(tmp_path: Path, kept: Repository) -> None:
    kept.lose("HEAD~1")
    with pytest.raises(CannotRunError, match=r"git cannot tell the history of `t\.yaml`: "):
        told(kept, "B")
