"""What needs no decision is mended in the files of a plan, until nothing is left that can be."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from csplan.check import check, examine
from csplan.diagnostic import Complaint, Mend
from csplan.edit.disk import Rewrite, meanwhile
from csplan.edit.draft import new_complaints
from csplan.edit.halving import held
from csplan.edit.readable import mended_text
from csplan.edit.reword import reworded
from csplan.edit.text import UnsafeChangeError, as_before
from csplan.errors import CannotRunError
from csplan.load import LoadedFile, LoadedPlan, Workspace, digest, load
from csplan.load.folder import read_bytes
from csplan.rules import RULES, Rule
from csplan.source import Fault, Route, Span, decode

_MOST_ROUNDS = 20
_MOST_TRIALS = 60
# More than a plan of several years holds; in one round, because each reads the plan again.
_MOST_MENDS = 10_000
_BY_HAND = "this cannot be mended without touching what stands around it; mend it by hand"


class Left(NamedTuple):
    """A place where something was left as it is, and why."""

    path: str
    span: Span
    words: str


class Mended(NamedTuple):
    """What was mended in a plan, on copies: the files, how many things, and what was left."""

    plan: LoadedPlan
    rewrites: tuple[Rewrite, ...]
    things: int
    left: tuple[Left, ...]


def mend(plan: LoadedPlan, rules: tuple[Rule, ...] = RULES) -> Mended:
    """The files of a plan that were asked for, mended on copies.

    Of what rules find only what the plan does not allow is mended. Raises `CannotRunError` if a
    file has changed since it was read.
    """
    bench = _Bench(plan, rules)
    bench.run()
    rewrites = (Rewrite(path, bench.before[path], now) for path, now in bench.now.items())
    changed = tuple(each for each in rewrites if each.before != each.after)
    return Mended(plan, changed, bench.things, bench.left)


class _Bench:
    """The files of a plan while they are mended, round by round."""

    def __init__(self, plan: LoadedPlan, rules: tuple[Rule, ...]) -> None:
        self._paths = tuple(map(Path, sorted(plan.chosen))) or (Path(plan.path),)
        self._rules = rules
        self._refused: set[tuple[str, Mend]] = set()
        self._by_hand: list[Left] = []
        self._unsure: list[Left] = []
        self.before = dict(_as_read(plan))
        self.now = dict(self.before)
        self._space = self._loaded({})
        self.things = 0

    @property
    def left(self) -> tuple[Left, ...]:
        """What was left as it is, in the order of the files."""
        return tuple(sorted({*self._unsure, *self._by_hand}))

    def run(self) -> None:
        """Mend until a round mends nothing: each may show what the one before it hid."""
        rounds = (self._round() for _ in range(_MOST_ROUNDS))
        self.things = sum(takewhile(bool, rounds))

    def _round(self) -> int:
        done = self._texts() or self._words()
        if done:
            self._space = self._loaded({})
        return done

    def _loaded(self, files: Mapping[str, bytes]) -> Workspace:
        return load(self._paths, instead={**self.now, **files})

    def _texts(self) -> int:
        """Mend what keeps files from being read; return of how much."""
        self._unsure.clear()
        count = 0
        for file in self._space.plans[0].files:
            faults = [fault for fault in file.faults if fault.ways]
            if faults and file.path in self.now:
                made, done = mended_text(self.now[file.path], faults, partial(self._file, file))
                self.now[file.path] = made
                count += done
                self._unsure += (Left(file.path, each.span, _why(each)) for each in faults)
        return count

    def _file(self, file: LoadedFile, data: bytes) -> LoadedFile:
        """A file as it would be with other data."""
        files = self._loaded({file.path: data}).plans[0].files
        return next(each for each in files if each.path == file.path)

    def _words(self) -> int:
        """Mend what rules find; return of how much."""
        asked = dict(self._asked())
        before = check(self._space, RULES) if asked else []
        kept, refused = held(list(asked), lambda some: self._holds(some, before), _MOST_TRIALS)
        self._refused.update(refused)
        self._by_hand += (Left(path, asked[path, mend], _BY_HAND) for path, mend in refused)
        self.now |= self._made(kept)
        return len(kept)

    def _asked(self) -> Iterator[tuple[tuple[str, Mend], Span]]:
        """What would mend the files that can be read, one thing for each place."""
        files = self._space.plans[0].files
        sound = {file.path for file in files if _is_sound(file)} & self.now.keys()
        known: set[tuple[str, Route]] = set()
        for each, mend in examine(self._space, self._rules, most=_MOST_MENDS).mends.items():
            place = each.path, mend.route
            if each.path in sound and place not in known and (each.path, mend) not in self._refused:
                known.add(place)
                yield (each.path, mend), each.span

    def _holds(self, asked: Sequence[tuple[str, Mend]], before: list[Complaint]) -> bool:
        """Whether mends can be made and bring no error that was not there."""
        try:
            made = self._made(asked)
        except UnsafeChangeError:
            return False
        found = new_complaints(before, check(self._loaded(made), RULES))
        return all(each.severity != "error" for each in found)

    def _made(self, asked: Iterable[tuple[str, Mend]]) -> dict[str, bytes]:
        by_path: dict[str, list[Mend]] = {}
        for path, mend in asked:
            by_path.setdefault(path, []).append(mend)
        return {path: _reworded(self.now[path], mends) for path, mends in by_path.items()}


def _as_read(plan: LoadedPlan) -> Iterator[tuple[str, bytes]]:
    """What the files hold that were asked for and can be read."""
    for file in plan.files:
        if plan.is_chosen(file):
            data, unread = read_bytes(Path(file.path))
            if digest(data) != file.digest:
                raise CannotRunError(meanwhile(file.path))
            if not unread and os.path.lexists(file.path):
                yield file.path, data


def _is_sound(file: LoadedFile) -> bool:
    return all(fault.severity != "error" for fault in file.faults)


def _reworded(data: bytes, mends: Iterable[Mend]) -> bytes:
    text, _ = decode(data)
    assert text is not None
    return as_before(data, reworded(text, mends))


def _why(fault: Fault) -> str:
    if fault.rule == "tab":
        return "a tab could be as deep as one thing or another here; put spaces in its place"
    return "what this is to be cannot be told for certain; mend it by hand"
