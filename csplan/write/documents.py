"""Documents to files in an output folder."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from csplan.errors import CannotRunError
from csplan.load.folder import PLAN_FILE
from csplan.write.atomic import in_plain_words, real, replace_all

_REMEDY = ", or name another output folder"


def write_files(
    folder: Path, files: Mapping[str, str], plans: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """Write the texts under a folder by their relative names; return the paths in that order.

    Nothing is written into a folder of the `plans`, nor into any other that holds a plan.

    Every text is on the disk beside its place before the first one takes it, so that a failure
    leaves the files of before. Raises `CannotRunError`, in words that say what to do.
    """
    # A template of the user's own can make halves of characters, which UTF-8 cannot hold.
    wanted = {folder / name: text.encode("utf-8", "replace") for name, text in files.items()}
    with in_plain_words(folder, _REMEDY):
        closed = [real(plan) for plan in plans]
    for parent in dict.fromkeys(path.parent for path in wanted):
        with in_plain_words(parent, _REMEDY):
            _refuse_plan_folder(parent, closed)
            _make_folder(parent)
    replace_all({_place(path, folder): (path, data) for path, data in wanted.items()}, _REMEDY)
    return tuple(wanted)


def _refuse_plan_folder(folder: Path, plans: Iterable[Path]) -> None:
    place = real(folder)
    if (place / PLAN_FILE).exists() or any(place.is_relative_to(plan) for plan in plans):
        raise CannotRunError(
            f"`{folder}` is in the folder of a plan; name an output folder outside"
        )


def _make_folder(folder: Path) -> None:
    for part in (folder, *folder.parents):
        if os.path.lexists(part) and not part.is_dir():
            raise CannotRunError(f"`{part}` is not a folder; name another output folder")
    folder.mkdir(parents=True, exist_ok=True)


def _place(path: Path, folder: Path) -> Path:
    """Where a file really is: a link is followed, but not out of the output folder."""
    with in_plain_words(path, _REMEDY):
        place = real(path)
        if not place.is_relative_to(real(folder)):
            raise CannotRunError(f"`{path}` is a link that leads out of `{folder}`; remove it")
        if place.is_dir():
            raise CannotRunError(f"`{path}` is a folder; a file is to be written there")
    return place
