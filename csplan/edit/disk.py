"""Files as they are on the disk, and as they are to be."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.write.atomic import in_plain_words, real, replace_all


class Rewrite(NamedTuple):
    """One file before and after a change; None where there was none or will be none."""

    path: str
    before: bytes | None
    after: bytes | None


def meanwhile(path: str) -> str:
    """What is said of a file that is not as it was read."""
    return (
        f"{quoted(path)} was changed by somebody else meanwhile, so nothing was written; look at "
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
        raise CannotRunError(f"{quoted(path)} cannot be read: {why}") from error


def write(rewrites: Sequence[Rewrite]) -> None:
    """Put every file as it is to be. Raises `CannotRunError`."""
    files: dict[Path, tuple[Path, bytes]] = {}
    for path, _, after in rewrites:
        if after is not None:
            with in_plain_words(Path(path)):
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                files[real(Path(path))] = (Path(path), after)
    replace_all(files)
    for path, _, after in rewrites:
        if after is None:
            _take_away(Path(path))


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
