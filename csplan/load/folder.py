"""Where the plans are, and the bytes of their files."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from csplan.errors import CannotRunError
from csplan.escape import quoted_path
from csplan.source import Fault, Span
from csplan.source.text import MOST_BYTES

PLAN_FILE = "plan.yaml"
_SUFFIXES = frozenset({".yaml", ".yml"})
_TOP = Span(1, 1)


def find_plans(paths: tuple[Path, ...]) -> dict[Path, frozenset[Path]]:
    """The folders of the plans under the paths, each with the files that were asked for by name.

    A plan is a folder that holds YAML files. An empty set of files means the whole plan.
    Raises `CannotRunError` if a path is not there or nothing under it is a plan.
    """
    found: dict[Path, frozenset[Path]] = {}
    known: dict[str, Path] = {}

    def as_known(folder: Path) -> Path:
        """A folder as it was first named, so that no plan is read twice."""
        return known.setdefault(os.path.realpath(folder), folder)

    for path in paths:
        if path.is_dir():
            found.update((as_known(folder), frozenset()) for folder in _plans_under(path))
        elif os.path.lexists(path) and not _is_yaml(path.name):
            raise CannotRunError(
                f"{quoted_path(path)} is no plan file; name a folder or a file that ends in .yaml"
            )
        elif os.path.lexists(path):
            folder = as_known(path.parent)
            file = folder / path.name
            # Of a plan that is asked for whole, a file by its name narrows nothing.
            named = found.get(folder, frozenset({file}))
            found[folder] = named | {file} if named else named
        else:
            raise CannotRunError(
                f"there is no file or folder {quoted_path(path)} in {quoted_path(Path.cwd())}; "
                "go to the folder that holds it, and put quotes round what holds spaces"
            )
    return found


def _plans_under(top: Path) -> list[Path]:
    folders = list(_plan_folders(top))
    if not folders:
        raise CannotRunError(
            f"there is no plan under {quoted_path(top)}; a plan is a folder that holds {PLAN_FILE}"
        )
    return folders


def _plan_folders(top: Path) -> Iterator[Path]:
    """Every folder that holds YAML files or cannot be looked into; links are followed once."""
    unread: list[Path] = []
    been = {os.path.realpath(top)}
    for folder, subfolders, names in os.walk(
        top, followlinks=True, onerror=lambda error: unread.append(Path(error.filename))
    ):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        if any(_is_yaml(name) for name in (*names, *subfolders)):
            yield Path(folder)
        real = {name: os.path.realpath(Path(folder) / name) for name in subfolders}
        subfolders[:] = [
            name for name in subfolders if not _is_yaml(name) and real[name] not in been
        ]
        been.update(real.values())
    yield from unread


def theme_files(folder: Path) -> list[Path]:
    """Every YAML file of a plan but `plan.yaml`, by name."""
    return [folder / name for name in _names(folder) if Path(name).stem.lower() != "plan"]


def misnamed_plan(folder: Path) -> str:
    """The name of a file that was meant to be `plan.yaml`, such as `plan.yml`; empty if none."""
    return next((name for name in _names(folder) if Path(name).stem.lower() == "plan"), "")


def _names(folder: Path) -> list[str]:
    """The names of a folder's YAML files; none if it may not be looked into."""
    try:
        return sorted(entry.name for entry in os.scandir(folder) if _is_yaml(entry.name))
    except OSError:
        # Reading its plan.yaml will say so.
        return []


def is_misnamed(path: Path) -> bool:
    """Whether an editor has put another ending after `.yaml`, as Notepad does."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return suffixes[-1] not in _SUFFIXES and suffixes[-2:-1] != [] and suffixes[-2] in _SUFFIXES


def _is_yaml(name: str) -> bool:
    """Whether a file is meant for csplan, even if its ending is not quite right."""
    if name.startswith("."):
        return False
    path = Path(name)
    return path.suffix.lower() in _SUFFIXES or (path.suffix.lower() == ".txt" and is_misnamed(path))


def read_bytes(path: Path) -> tuple[bytes, Fault | None]:
    """What a file holds, or why it cannot be read; never waits for a pipe or a device."""
    try:
        if fault := _not_regular(path):
            return b"", fault
        with path.open("rb") as file:
            # One byte past the limit tells a file that is too large without reading it all.
            return file.read(MOST_BYTES + 1), None
    except OSError as error:
        return b"", Fault(_TOP, "cannot-read", _why(path, error))


def _not_regular(path: Path) -> Fault | None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        words = "this is a folder with the name of a file; rename it or move it"
        return Fault(_TOP, "cannot-read", words)
    if not stat.S_ISREG(mode):
        return Fault(_TOP, "cannot-read", "this is not an ordinary file; replace it by one")
    return None


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "this file may not be read; ask its owner for permission"
    if path.is_symlink():
        return "this is a symbolic link that leads nowhere or in a circle; replace it by the file"
    return f"this file cannot be read ({(error.strerror or 'no reason given').lower()})"
