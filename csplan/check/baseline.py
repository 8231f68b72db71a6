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
from csplan.rules import DOCUMENTED

_MARK = "csplan baseline"
_VERSION = 1
_KEYS = ("file", "rule", "message")
_REMEDY = "`csplan validate --baseline FILE --write-baseline` writes one"
_UNREADABLE = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError)

_RULES = frozenset(each.id for each in DOCUMENTED)

_Key = tuple[str, str, str]
"""A file as seen from the baseline's folder, a rule and a message; lines shift too easily."""

NOTHING: Counter[_Key] = Counter()


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

    def beside(self, files: Iterable[str], rules: frozenset[str]) -> Counter[_Key]:
        """What is known of other files, if they are still there, and by other rules."""
        read = {_seen_from(self.folder, path) for path in files}
        kept = (
            (key, times)
            for key, times in self.known.items()
            if (key[0] not in read or key[1] not in rules)
            and key[1] in _RULES
            and Path(self.folder, key[0]).exists()
        )
        return Counter(dict(kept))


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file; raises `CannotRunError` if there is none that can be read."""
    try:
        known = _known(json.loads(_bytes(path)))
    except _UNREADABLE:
        words = f"{quoted_path(path)} is no baseline of csplan's; name another file"
        raise CannotRunError(words) from None
    return Baseline(_folder(path), known)


def no_baseline(path: Path) -> Baseline:
    """The baseline of a file that is yet to be written."""
    return Baseline(_folder(path), Counter())


def _bytes(path: Path) -> bytes:
    shown = quoted_path(path)
    try:
        # A device could be read for ever.
        if path.exists() and not path.is_file():
            raise CannotRunError(f"{shown} is not an ordinary file; name another")
        return path.read_bytes()
    except FileNotFoundError:
        raise CannotRunError(f"there is no {shown}; {_REMEDY}") from None
    except OSError as error:
        raise CannotRunError(f"{shown} cannot be read: {error.strerror}") from error


def _known(held: Any) -> Counter[_Key]:
    if held[_MARK] != _VERSION:
        raise ValueError(_MARK)
    known = Counter({_as_key(each): int(each["times"]) for each in held["findings"]})
    if any(times < 1 for times in known.values()):
        raise ValueError(_MARK)
    return known


def baseline_data(
    complaints: Iterable[Complaint], path: Path, beside: Counter[_Key] = NOTHING
) -> bytes:
    """What a baseline at a path holds, one finding on a line, so that its changes can be read.

    `beside` is what it is to know besides the complaints.
    """
    counts = Counter(_key(complaint, _folder(path)) for complaint in complaints) + beside
    rows = [
        json.dumps(dict(zip(_KEYS, key, strict=True)) | {"times": times}, ensure_ascii=False)
        for key, times in sorted(counts.items())
    ]
    inner = ",\n".join(f"    {row}" for row in rows)
    findings = f"[\n{inner}\n  ]" if rows else "[]"
    text = f'{{\n  "{_MARK}": {_VERSION},\n  "findings": {findings}\n}}\n'
    # The name of a file may hold what is no character; what reads JSON takes it as it is.
    return text.encode("utf-8", "surrogatepass")


def _as_key(held: Any) -> _Key:
    file, rule, message = (str(held[key]) for key in _KEYS)
    return file, rule, message


def _folder(path: Path) -> str:
    return os.path.realpath(path.parent)


def _key(complaint: Complaint, folder: str) -> _Key:
    return _seen_from(folder, complaint.path), complaint.rule, complaint.lasting


def _seen_from(folder: str, path: str) -> str:
    whole = os.path.realpath(path)
    try:
        return Path(os.path.relpath(whole, folder)).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        return Path(whole).as_posix()
