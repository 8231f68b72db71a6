"""Plans as git revisions have them."""

from pathlib import Path

import pytest
from repository import Repository
from support import PLAN

from csplan.errors import CannotRunError
from csplan.load.revision import load_one

PLANS = Path("plans")


@pytest.fixture(name="repository")
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    repository = Repository(tmp_path / "kept")
    first = {"plans/x/plan.yaml": PLAN, "plans/x/a.yaml": "theme: One\n", "plans/x/read.me": "x"}
    repository.commit("first", first)
    repository.git("tag", "v1")
    repository.commit("second", {"plans/x/a.yaml": "theme: Two\nnonsense: 1\n", "other/é.txt": "x"})
    monkeypatch.chdir(repository.folder)
    return repository


def read(text: str, plan: Path | None = None) -> tuple[str, list[str], list[str]]:
    """The path of the plan, the titles of its themes, and the paths of complaints."""
    workspace = load_one(text, plan, PLANS)
    found = workspace.plans[0]
    titles = [work.theme for theme in found.themes for work in theme.works]
    titles += [getattr(theme.model, "theme", "") for theme in found.themes]
    return found.path, titles, [each.path for each in workspace.complaints]


@pytest.mark.usefixtures("repository")
def test_a_folder_is_read_as_it_stands() -> None:
    assert read("plans/x") == ("plans/x", [""], [str(Path("plans/x/a.yaml"))])
    assert read("plans") == (str(Path("plans/x")), [""], [str(Path("plans/x/a.yaml"))])


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", ["v1:plans/x", "HEAD~1:plans/x/", "v1:./plans/x", "v1:plans//x"])
def test_a_revision_of_a_folder(text: str) -> None:
    assert read(text) == (text, ["One"], [])


@pytest.mark.usefixtures("repository")
def test_complaints_name_what_the_user_knows() -> None:
    assert read("HEAD:plans/x")[2] == ["HEAD:plans/x/a.yaml"]


@pytest.mark.usefixtures("repository")
def test_nothing_is_left_in_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    read("v1:plans/x")
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.usefixtures("repository")
def test_a_revision_alone_is_of_the_plan_that_is_named_or_the_only_one() -> None:
    assert read("v1") == ("v1:plans/x", ["One"], [])
    assert read("v1", Path("plans/x")) == ("v1:plans/x", ["One"], [])
    assert read("v1", Path("plans/x").absolute())[1] == ["One"]


def test_a_plan_that_is_no_longer_there_can_be_named(repository: Repository) -> None:
    repository.git("rm", "-r", "--quiet", "plans")
    repository.commit("gone", {})
    assert read("v1", Path("plans/x"))[1] == ["One"]
    with pytest.raises(CannotRunError, match="because no plan is under `plans`"):
        read("v1")


def test_from_a_folder_within_the_repository(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder / "plans")
    for text in ("v1:x", "v1:./x", "v1:plans/x", "v1:../plans/x"):
        assert read(text)[1] == ["One"]
    monkeypatch.chdir(repository.folder / "plans" / "x")
    assert read("v1:.")[1] == ["One"]


def test_a_plan_at_the_top_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = Repository(tmp_path / "top")
    top.commit("first", {"plan.yaml": PLAN, "a.yaml": "theme: One\n"})
    monkeypatch.chdir(top.folder)
    assert read("HEAD:") == ("HEAD:", ["One"], [])
    assert read("HEAD", Path())[1] == ["One"]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nope", "`nope` is no folder here, and git knows no revision `nope`; write a folder"),
        ("nope:plans/x", "git knows no revision `nope`"),
        ("--all:plans/x", "git knows no revision `--all`"),
        ("--output=x", "git knows no revision `--output=x`"),
        (":plans/x", "`:plans/x` is no folder here, and no revision is named; write"),
        ("v1:plans/y", "revision `v1` has no folder `plans/y`"),
        ("v1:other", "revision `v1` has no folder `other`"),
        ("v1:plans/x/a.yaml", "revision `v1` has no folder `plans/x/a.yaml`"),
        ("v1:../x", "revision `v1` has no folder `../x`"),
        ("v1:/plans", "revision `v1` has no folder `/plans`"),
        ("v1:plans", "`v1:plans` is no plan; a plan is a folder that holds plan.yaml"),
        ("plans/x/a.yaml", "`plans/x/a.yaml` is one file; name the folder of the whole plan"),
    ],
)
def test_what_is_no_plan_is_said_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(CannotRunError) as refused:
        read(text)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_of_several_plans_one_must_be_named(repository: Repository) -> None:
    repository.write({"plans/y/plan.yaml": PLAN})
    with pytest.raises(CannotRunError, match="`plans` holds 2 plans; name one of them, such as"):
        read("plans")
    with pytest.raises(CannotRunError, match=r"`v1:plans/NAME` or .* 2 plans are under `plans`"):
        read("v1")


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotRunError, match=r"git knows no repository at .*not a git repository"):
        read("v1:plans/x")


@pytest.mark.usefixtures("repository")
def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRunError, match="git is not installed"):
        read("v1:plans/x")


def test_a_link_in_a_revision_is_not_followed(repository: Repository) -> None:
    (repository.folder / "plans" / "x" / "b.yaml").symlink_to("/etc/passwd")
    repository.commit("link", {})
    with pytest.raises(CannotRunError, match=r"`b\.yaml` of `HEAD:plans/x` is a link or a folder"):
        read("HEAD:plans/x")


def test_what_git_has_lost_is_said(repository: Repository) -> None:
    repository.lose("v1:plans/x/a.yaml")
    with pytest.raises(CannotRunError, match="git has lost a file that it should keep"):
        read("v1:plans/x")
