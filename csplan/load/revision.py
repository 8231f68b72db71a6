"""A plan from a folder, or as a git revision has it."""

import posixpath
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from csplan.errors import CannotRunError
from csplan.escape import quoted, quoted_path
from csplan.load.folder import find_plans
from csplan.load.git import Repository, Stored
from csplan.load.loaded import LoadedFile, LoadedPlan, Workspace
from csplan.load.workspace import load

_ENDINGS = (".yaml", ".yml", ".txt")


def load_one(text: str, plan: Path | None, plans: Path) -> Workspace:
    """One plan: the folder that a text names, or `REVISION:FOLDER`, or a revision alone.

    A revision alone is one of the folder `plan`, or of the only plan under `plans`. Raises
    `CannotRunError` if there is none.
    """
    path = Path(text)
    if path.is_dir():
        return _only(load((path,)), text)
    if path.exists():
        raise CannotRunError(f"{quoted(text)} is one file; name the folder of the whole plan")
    revision, colon, folder = text.partition(":")
    if colon:
        return _of_revision(text, text, revision, folder, Repository(Path()))
    near = plan or _the_plan(plans, text)
    home = next(each for each in (near, *near.absolute().parents) if each.is_dir())
    repository = Repository(home)
    inside = posixpath.join(
        repository.prefix, near.absolute().relative_to(home.absolute()).as_posix()
    )
    return _of_revision(text, f"{text}:{near.as_posix()}", text, inside, repository)


def _only(workspace: Workspace, text: str) -> Workspace:
    if len(workspace.plans) > 1:
        names = ", ".join(quoted_path(plan.path) for plan in workspace.plans[:3])
        count = len(workspace.plans)
        raise CannotRunError(
            f"{quoted(text)} holds {count} plans; name one of them, such as {names}"
        )
    return workspace


def _the_plan(plans: Path, text: str) -> Path:
    """The only plan under the folder where plans are looked for."""
    found = list(find_plans((plans,))) if plans.is_dir() else []
    if len(found) == 1:
        return found[0]
    why = f"{len(found)} plans are" if found else "no plan is"
    raise CannotRunError(
        f"{quoted(text)} is no folder here; if it is a git revision, write which plan of it, as "
        f"`{text}:plans/NAME` or with `--plan plans/NAME`, because {why} under {quoted_path(plans)}"
    )


def _of_revision(
    typed: str, shown: str, revision: str, folder: str, repository: Repository
) -> Workspace:
    commit = repository.commit(revision)
    if not commit:
        knows = f"git knows no revision {quoted(revision)}" if revision else "no revision is named"
        raise CannotRunError(
            f"{quoted(typed)} is no folder here, and {knows}; write a folder such as "
            "`plans/NAME`, or a revision such as `HEAD~1:plans/NAME`"
        )
    wanted = folder.replace("\\", "/")
    files = next(
        (
            found
            for path in _ways(wanted, repository.prefix)
            if (found := repository.folder(commit, path)) is not None
        ),
        None,
    )
    if files is None:
        raise CannotRunError(f"revision {quoted(revision)} has no folder {quoted(folder)}")
    kept = tuple(each for each in files if each.name.lower().endswith(_ENDINGS))
    if not kept:
        raise CannotRunError(f"{quoted(shown)} is no plan; a plan is a folder that holds plan.yaml")
    return _loaded(shown, kept, repository)


def _ways(folder: str, prefix: str) -> tuple[str, ...]:
    """Where a folder may be: from the top of the repository, or from here, as git reads `./`."""
    here = posixpath.normpath(posixpath.join(prefix, folder))
    top = posixpath.normpath(folder)
    found = (here,) if folder.startswith((".", "/")) else (top, here)
    return tuple("" if path == "." else path for path in found)


def _loaded(shown: str, files: tuple[Stored, ...], repository: Repository) -> Workspace:
    """The plan that these files make, under the name that a user knows it by."""
    for file in files:
        if not file.is_file or Path(file.name).name != file.name:
            raise CannotRunError(
                f"{quoted(file.name)} of {quoted(shown)} is a link or a folder, not a file"
            )
    with TemporaryDirectory(prefix="csplan-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / "plan"
        folder.mkdir()
        contents = repository.contents(tuple(file.content for file in files))
        for file, content in zip(files, contents, strict=True):
            (folder / file.name).write_bytes(content)
        workspace = load((folder,))
    plans = tuple(_renamed(plan, shown) for plan in workspace.plans)
    complaints = tuple(
        each._replace(path=_under(shown, each.path)) for each in workspace.complaints
    )
    return Workspace(plans, complaints)


def _renamed(plan: LoadedPlan, shown: str) -> LoadedPlan:
    def renamed(file: LoadedFile) -> LoadedFile:
        return replace(file, path=_under(shown, file.path))

    return replace(
        plan,
        path=shown,
        file=renamed(plan.file),
        themes=tuple(map(renamed, plan.themes)),
        boards=tuple(map(renamed, plan.boards)),
    )


def _under(shown: str, path: str) -> str:
    return f"{shown.rstrip('/')}/{Path(path).name}"
