"""What was wrong with a plan when it first went into CI, so that only what is new fails."""

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from csplan.diagnostic import Complaint
from csplan.errors import CannotRunError
from csplan.escape import quoted_path

_MARK = "csplan baseline"
_VERSION = 1
_KEYS = ("file", "rule", "message")
_REMEDY = "`csplan validate --baseline FILE --write-baseline` writes one"
_UNREADABLE = (ValueError, LookupError, TypeError, RecursionError)

_Key = tuple[str, str, str]
"""A file as seen from the baseline's folder, a rule and a message; lines shift too easily."""


class Compared(NamedTuple):
    """The complaints that a baseline does not know, and how many that it knows were made or not."""

    new: list[Complaint]
    known: int
    gone: int


@dataclass(frozen=True)
class Baseline:
    """The complaints that are known, each with how often it was made."""

    folder: str
    known: Counter[_Key]

    def compare(
        self, complaints: Iterable[Complaint], files: Iterable[str], rules: frozenset[str]
    ) -> Compared:
        """Part what is new from what is known; what has gone is told of these files and rules."""
        left = Counter(self.known)
        new: list[Complaint] = []
        for complaint in complaints:
            key = _key(complaint, self.folder)
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(complaint)
        read = {_seen_from(self.folder, path) for path in files}
        gone = sum(n for (file, rule, _), n in left.items() if file in read and rule in rules)
        return Compared(new, self.known.total() - left.total(), gone)


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file; raises `CannotRunError` if there is none that can be read."""
    try:
        known = _known(json.loads(_bytes(path)))
    except _UNREADABLE:
        words = f"{quoted_path(path)} is no baseline of csplan's; name another file"
        raise CannotRunError(words) from None
    return Baseline(_folder(path), known)


def _bytes(path: Path) -> bytes:
    shown = quoted_path(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CannotRunError(f"there is no {shown}; {_REMEDY}") from None
    except OSError as error:
        raise CannotRunError(f"{shown} cannot be read: {error.strerror}") from error


def _known(held: Any) -> Counter[_Key]:
    if held[_MARK] != _VERSION:
        raise ValueError(_MARK)
    return Counter({_as_key(each): int(each["times"]) for each in held["findings"]})


def check_place(path: Path) -> None:
    """Raise `CannotRunError` if what a baseline would take the place of is none."""
    if path.exists():
        read_baseline(path)


def baseline_text(complaints: Iterable[Complaint], path: Path) -> str:
    """What a baseline at a path holds, one finding on a line, so that its changes can be read."""
    counts = Counter(_key(complaint, _folder(path)) for complaint in complaints)
    rows = [
        json.dumps(dict(zip(_KEYS, key, strict=True)) | {"times": times}, ensure_ascii=False)
        for key, times in sorted(counts.items())
    ]
    inner = ",\n".join(f"    {row}" for row in rows)
    findings = f"[\n{inner}\n  ]" if rows else "[]"
    return f'{{\n  "{_MARK}": {_VERSION},\n  "findings": {findings}\n}}\n'


def _as_key(held: Any) -> _Key:
    file, rule, message = (str(held[key]) for key in _KEYS)
    return file, rule, message


def _folder(path: Path) -> str:
    return os.path.realpath(path.parent)


def _key(complaint: Complaint, folder: str) -> _Key:
    return _seen_from(folder, complaint.path), complaint.rule, complaint.message


def _seen_from(folder: str, path: str) -> str:
    whole = os.path.realpath(path)
    try:
        return Path(os.path.relpath(whole, folder)).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        return Path(whole).as_posix()
