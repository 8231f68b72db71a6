"""Bytes to files: each whole or not at all."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from csplan.errors import CannotRunError

_TEMPORARY = ".csplan-tmp-"
_UNWRITABLE = {
    errno.ENOENT: "the folder that you are in, or that it was to stand in, is not there any more",
    errno.EEXIST: "a file or a broken link stands where a folder belongs; move it away",
    errno.ENOTDIR: "a file or a broken link stands where a folder belongs; move it away",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOSPC: "the disk is full; make room on it",
    errno.EDQUOT: "your share of the disk is used up; make room",
    errno.EROFS: "the disk can only be read",
    errno.ELOOP: "a link on the way to it leads in a circle; remove it",
}


@contextmanager
def in_plain_words(path: Path, remedy: str = "") -> Iterator[None]:
    """Say of whatever fails that this path, which the user knows, was to be written.

    `remedy` is what else can be done about it, for the end of the sentence.
    """
    try:
        yield
    except PermissionError as error:
        raise CannotRunError(
            f"`{path}` may not be written; close it if another program has it open, or ask its "
            "owner for permission"
        ) from error
    except OSError as error:
        why = _UNWRITABLE.get(error.errno or 0, "its disk or network drive does not answer")
        raise CannotRunError(f"`{path}` cannot be written: {why}{remedy}") from error


def real(path: Path) -> Path:
    """Where a file really is, with every link followed."""
    # `Path.resolve` raises where links lead in a circle, on some versions of Python.
    return Path(os.path.realpath(path))


def replace_all(files: Mapping[Path, tuple[Path, bytes]], remedy: str = "") -> None:
    """Put the data of each file in its real place; the path beside it is what the user calls it.

    All data is on the disk beside its place before the first file takes it, so that a failure
    leaves the files of before, and a kill between two of them leaves each the old or the new one.
    Another name of the same file (a hard link) keeps what it held: to write through it would tear
    both when the run is cut off. Raises `CannotRunError`.
    """
    staged: dict[Path, Path] = {}
    try:
        for place, (path, data) in files.items():
            staged[place] = place.with_name(f".{place.name}{_TEMPORARY}{os.getpid()}")
            with in_plain_words(path, remedy):
                _remove_left(place)
                _stage(staged[place], data, place)
        for place, temporary in staged.items():
            with in_plain_words(files[place][0], remedy):
                temporary.replace(place)
    finally:
        for temporary in staged.values():
            # What cannot be removed is left to the next run; the reason was told already.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


@contextmanager
def staged_folder(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """The files of a new folder on the disk beside its place, to be renamed to it at once.

    What was not renamed is taken away at the end. Raises `CannotRunError`.
    """
    staged = folder.with_name(f".{folder.name}{_TEMPORARY}{os.getpid()}")
    try:
        with in_plain_words(folder):
            folder.parent.mkdir(parents=True, exist_ok=True)
            for left in folder.parent.glob(f".{escape(folder.name)}{_TEMPORARY}*"):
                shutil.rmtree(left)  # by a run that was killed
            staged.mkdir()
            for name, data in files.items():
                _stage(staged / name, data, staged / name)
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


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
