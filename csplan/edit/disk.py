"""Files as they are on the disk, and as they are to be."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from csplan.errors import CannotRunError
from csplan.write.atomic import in_plain_words, real, replace_all, staged_folder


class Rewrite(NamedTuple):
    """One file before and after a change; None where there was none or will be none."""

    path: str
    before: bytes | None
    after: bytes | None


def meanwhile(path: str) -> str:
    """What is said of a file that is not as it was read."""
    return (
        f"`{path}` was changed by somebody else meanwhile, so nothing was written; look at "
        "it and run the command again"
    )


def held(path: str) -> bytes | None:
    """What a file holds now; None if there is no such file. Raises `CannotRunError`."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise CannotRunError(f"`{path}` cannot be read: {why}") from error


def write(rewrites: Sequence[Rewrite]) -> None:
    """Put every file as it is to be; a folder that is not there yet comes whole or not at all.

    Raises `CannotRunError`.
    """
    files: dict[Path, tuple[Path, bytes]] = {}
    new: dict[Path, dict[str, bytes]] = {}
    for path, _, after in ((Path(each.path), *each[1:]) for each in rewrites):
        if after is not None and path.parent.is_dir():
            files[real(path)] = (path, after)
        elif after is not None:
            new.setdefault(path.parent, {})[path.name] = after
    with ExitStack() as stack:
        staged = {
            folder: stack.enter_context(staged_folder(folder, data)) for folder, data in new.items()
        }
        replace_all(files)
        for folder, ready in staged.items():
            with in_plain_words(folder):
                ready.rename(folder)
    for each in rewrites:
        if each.after is None:
            _take_away(Path(each.path))


def _take_away(path: Path) -> None:
    with in_plain_words(path):
        path.unlink(missing_ok=True)
    # A folder that holds anything else stays.
    with suppress(OSError):
        path.parent.rmdir()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one csplan at a time write the files of a folder; the lock ends with the program.

    Where a system or a network drive has no such locks, that files are compared with what was read
    of them has to do.
    """
    with in_plain_words(folder):
        number = _lock(folder)
    try:
        yield
    finally:
        if number is not None:
            os.close(number)


def _lock(folder: Path) -> int | None:
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        return None
    number = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        fcntl.flock(number, fcntl.LOCK_EX)
    return number
