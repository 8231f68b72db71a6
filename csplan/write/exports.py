"""Texts to files that the user named one by one."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from csplan.errors import CannotRunError
from csplan.escape import quoted_path
from csplan.load import LoadedPlan, Workspace
from csplan.write.atomic import in_plain_words, real, replace_all

_YAML = (".yaml", ".yml")


def write_exports(texts: Mapping[Path, str], workspace: Workspace) -> None:
    """Write each text into its file, all of them or none; never into what belongs to a plan.

    Raises `CannotRunError`, in words that say what to do.
    """
    places = check_exports(texts, workspace)
    encoded = {path: text.encode("utf-8", "backslashreplace") for path, text in texts.items()}
    replace_all({place: (path, encoded[path]) for place, path in places.items()})


def check_exports(paths: Iterable[Path], workspace: Workspace) -> dict[Path, Path]:
    """Where files would really be written, each with what it is called; raises the same."""
    places: dict[Path, Path] = {}
    for path in paths:
        with in_plain_words(path):
            place = _place(path, workspace)
        if place in places:
            first = quoted_path(places[place])
            raise CannotRunError(f"{first} and {quoted_path(path)} are one file; name two")
        places[place] = path
    return places


def _place(path: Path, workspace: Workspace) -> Path:
    place, shown = real(path), quoted_path(path)
    if not place.parent.is_dir():
        folder = quoted_path(path.parent)
        raise CannotRunError(f"there is no folder {folder} to write {shown} into; make it first")
    if place.is_dir():
        raise CannotRunError(f"{shown} is a folder; name a file to write")
    if place.exists() and not place.is_file():
        raise CannotRunError(f"{shown} is not an ordinary file; name another")
    if place.suffix.lower() in _YAML:
        raise CannotRunError(f"{shown} is named as a file of a plan; let its name end otherwise")
    for plan in workspace.plans:
        if _is_of(plan, place):
            raise CannotRunError(
                f"{shown} belongs to the plan in {quoted_path(plan.path)}; "
                "name another file, so that nothing of the plan is lost"
            )
    return place


def _is_of(plan: LoadedPlan, place: Path) -> bool:
    """Whether a file is one of a plan, by whatever name."""
    known = (Path(file.path) for file in plan.files)
    return any(place.exists() and each.exists() and each.samefile(place) for each in known)
