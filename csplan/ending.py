"""How every run ends: in a sentence, never in a traceback."""

import errno
import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from csplan.errors import CannotRunError
from csplan.escape import terminal


def run(command: Callable[[], object]) -> None:
    """Run a command; whatever happens, end with a sentence and an exit status of 0, 1 or 2."""
    _prepare()
    try:
        try:
            command()
        finally:
            # A disk that is full shows only when the last of the output is written.
            sys.stdout.flush()
    except CannotRunError as problem:
        _stop(str(problem))
    except OSError as problem:
        _discard(sys.stdout)
        full = problem.errno == errno.ENOSPC
        where = f"`{problem.filename}`: " if problem.filename else ""
        _stop(
            "the disk is full" if full else f"{where}{(problem.strerror or str(problem)).lower()}"
        )
    except Exception as problem:  # noqa: BLE001 - the last door; no user sees a traceback
        _stop(
            "this is a fault in csplan, not in your plan; please report it with this line: "
            f"{_where(problem)}"
        )


def _prepare() -> None:
    # A run makes millions of objects, hardly a cycle among them, and ends in seconds; the collector
    # would walk all of them again and again, so that a file cost more the more files there are.
    gc.disable()
    if hasattr(signal, "SIGPIPE"):
        # A reader that leaves early, as `head` does, ends csplan quietly like any other tool.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # A shell can start a program with its output closed; what replaces it stays open to the end.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # What the terminal's encoding lacks is spelt out; CSV keeps its own line ends.
        stream.reconfigure(errors="backslashreplace", newline="")  # type: ignore[union-attr]


def _discard(stream: TextIO) -> None:
    # Python would try to write the rest when it ends, and complain in its own words.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _where(problem: Exception) -> str:
    last = problem.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
    return f"{type(problem).__name__} at {place}"


def _stop(words: str) -> None:
    try:
        sys.stderr.write(f"csplan: {terminal(words)}\n")
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)
    sys.exit(2)
