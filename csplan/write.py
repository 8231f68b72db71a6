"""Documents to files: each whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from csplan.errors import CannotRunError
from csplan.load.folder import PLAN_FILE

_TEMPORARY = ".csplan-tmp-"
_UNWRITABLE = {
    errno.ENOENT: (
        "the folder that you are in, or that it was to stand in, is not there any more; go to "
        "another folder, or name another output folder"
    ),
    errno.ENAMETOOLONG: "its name is too long; name an output folder with a shorter one",
    errno.ENOSPC: "the disk is full; make room on it, or name an output folder on another",
    errno.EDQUOT: "your share of the disk is used up; make room, or name another output folder",
    errno.EROFS: "the disk can only be read; name an output folder on another",
    errno.ELOOP: "a link on the way to it leads in a circle; name another output folder",
}


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
    with _in_plain_words(folder):
        closed = [_real(plan) for plan in plans]
    for parent in dict.fromkeys(path.parent for path in wanted):
        with _in_plain_words(parent):
            _refuse_plan_folder(parent, closed)
            _make_folder(parent)
    _replace_all({_place(path, folder): (path, data) for path, data in wanted.items()})
    return tuple(wanted)


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    """Say of whatever fails that this path, which the user knows, was to be written."""
    try:
        yield
    except PermissionError as error:
        raise CannotRunError(
            f"`{path}` may not be written; close it if another program has it open, or ask its "
            "owner for permission"
        ) from error
    except OSError as error:
        why = _UNWRITABLE.get(error.errno or 0, "its disk or network drive does not answer")
        raise CannotRunError(f"`{path}` cannot be written: {why}") from error


def _refuse_plan_folder(folder: Path, plans: Iterable[Path]) -> None:
    place = _real(folder)
    if (place / PLAN_FILE).exists() or any(place.is_relative_to(plan) for plan in plans):
        raise CannotRunError(
            f"`{folder}` is in the folder of a plan; name an output folder outside"
        )


def _make_folder(folder: Path) -> None:
    for part in (folder, *folder.parents):
        if os.path.lexists(part) and not part.is_dir():
            raise CannotRunError(f"`{part}` is not a folder; name another output folder")
    folder.mkdir(parents=True, exist_ok=True)


def _real(path: Path) -> Path:
    # `Path.resolve` raises where links lead in a circle, on some versions of Python.
    return Path(os.path.realpath(path))


def _place(path: Path, folder: Path) -> Path:
    """Where a file really is: a link is followed, but not out of the output folder."""
    with _in_plain_words(path):
        place = _real(path)
        if not place.is_relative_to(_real(folder)):
            raise CannotRunError(f"`{path}` is a link that leads out of `{folder}`; remove it")
        if place.is_dir():
            raise CannotRunError(f"`{path}` is a folder; a file is to be written there")
    return place


def _replace_all(files: Mapping[Path, tuple[Path, bytes]]) -> None:
    """Put the data of each file in its place; the path is what the user calls it."""
    staged: dict[Path, Path] = {}
    try:
        for place, (path, data) in files.items():
            staged[place] = place.with_name(f".{place.name}{_TEMPORARY}{os.getpid()}")
            with _in_plain_words(path):
                _remove_left(place)
                _stage(staged[place], data, place)
        for place, temporary in staged.items():
            with _in_plain_words(files[place][0]):
                temporary.replace(place)
    finally:
        for temporary in staged.values():
            # What cannot be removed is left to the next run; the reason was told already.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _remove_left(place: Path) -> None:
    for left in place.parent.glob(f".{escape(place.name)}{_TEMPORARY}*"):
        left.unlink()  # by a run that was killed


def _stage(temporary: Path, data: bytes, place: Path) -> None:
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if place.exists():
        temporary.chmod(stat.S_IMODE(place.stat().st_mode))
