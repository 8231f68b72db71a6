"""Where each key of the plan format really occurs in the shipped plans, and lines that show it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

from csplan.model import Meetings, Part, Plan, Theme
from csplan.model.figures import Series
from csplan.source import Route, Tree, decode, parse

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
MADE_UP = re.compile(r"```yaml\n# ([\w-]+)\.yaml\n(.*?)```", re.DOTALL)
MOST_LINES = 6
MOST_WHOLE = 16
_FEWEST_LINES = 3
MORE = "# ..."
"""Stands under lines that go on in their file."""
_WIDEST = 76
_THIN = 3
# A part as a whole is shown best by one that has most of its keys.
_KEY_IS_WORTH = 2
_LINE_IS_WORTH = 0.8
# How much worse an example may be than the best one if it is from a plan that has shown less.
_FAIR = 1.5

Shape = tuple[type[Part], str]
"""A part and a key of it; no key for the part as a whole."""


class Example(NamedTuple):
    """Lines of a file; `cost` is how badly they show what they should."""

    cost: float
    path: str
    line: int
    lines: tuple[str, ...]
    is_cut: bool

    @property
    def plan(self) -> str:
        return Path(self.path).parent.name

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"


class _File(NamedTuple):
    path: str
    lines: list[str]
    tree: Tree


def examples() -> dict[Shape, list[Example]]:
    """Every key of every part that the shipped plans hold, with all the lines that show it.

    What no real plan has yet is taken from the plan that the README makes up.
    """
    found: dict[Shape, list[Example]] = {}
    for path in sorted((ROOT / "plans").glob("*/*.yaml")):
        text, _ = decode(path.read_bytes())
        _add(path.relative_to(ROOT).as_posix(), path.stem, text or "", found)
    made_up: dict[Shape, list[Example]] = {}
    for stem, text in MADE_UP.findall(README.read_text(encoding="utf-8")):
        _add(README.name, stem, text, made_up)
    return {**made_up, **found}


def _add(path: str, stem: str, text: str, found: dict[Shape, list[Example]]) -> None:
    tree, _ = parse(text)
    if tree is None or not isinstance(tree.value, dict):
        return
    file = _File(path, text.split("\n"), tree)
    for shape, route in _shapes(_kind(stem, tree.value), tree.value, ()):
        if example := _example(file, route, is_whole=not shape[1]):
            found.setdefault(shape, []).append(example)


def choose(found: list[Example], used: Counter[str]) -> Example:
    """The best that has not been shown, or one nearly as good from a plan that has shown less."""
    costs = [example.cost + _FAIR * used[example.place] for example in found]
    fair = [each for each, cost in zip(found, costs, strict=True) if cost <= min(costs) + _FAIR]
    chosen = min(fair, key=lambda example: (used[example.plan], *example))
    used[chosen.plan] += 1
    used.update(f"{chosen.path}:{chosen.line + extra}" for extra in range(len(chosen.lines)))
    return chosen


def _kind(stem: str, value: Mapping[str, object]) -> type[Part]:
    if stem == "plan":
        return Plan
    return Meetings if "meetings" in value and "theme" not in value else Theme


def _shapes(part: type[Part], value: Mapping[str, Any], at: Route) -> Iterator[tuple[Shape, Route]]:
    hints = get_type_hints(part, include_extras=True)
    for key, held in value.items():
        if key not in part.model_fields:
            continue
        route = (*at, key)
        yield (part, key), route
        if inner := part_in(hints[key]):
            for step, entry in _entries(held, by_period=hints[key] == Series):
                if isinstance(entry, dict):
                    yield (inner, ""), (*route, *step)
                    yield from _shapes(inner, entry, (*route, *step))


def part_in(hint: object) -> type[Part] | None:
    """The part that a key holds, if it holds one."""
    if isinstance(hint, type):
        return hint if issubclass(hint, Part) else None
    return next(filter(None, map(part_in, get_args(hint))), None)


def _entries(held: Any, *, by_period: bool) -> Iterator[tuple[Route, object]]:
    if isinstance(held, list):
        for number, entry in enumerate(held):
            yield (number,), entry
    elif isinstance(held, dict) and by_period:
        for period, entry in held.items():
            for step, figure in _entries(entry, by_period=False):
                yield (period, *step), figure
    else:
        yield (), held


def _example(file: _File, route: Route, *, is_whole: bool) -> Example | None:
    """The lines of a key or list entry; for one that stands in `{}` those of what holds it."""
    for length in range(len(route), 0, -1):
        column, number = _start(file, route[:length])
        if column >= 0:
            return _cut(file, route[:length], column, number, is_whole=is_whole)
    return None


def _start(file: _File, route: Route) -> tuple[int, int]:
    """The column and the number of the line at which a cut can start, if it can here."""
    number, column = file.tree.locate(route, key=isinstance(route[-1], str))
    before = file.lines[number - 1][: column - 1]
    if before.strip(" -"):
        return -1, number
    if isinstance(route[-1], str):
        return column - 1, number
    return before.rfind("-"), number


def _cut(file: _File, route: Route, column: int, number: int, *, is_whole: bool) -> Example | None:
    value = _at(file.tree.value, route)
    may_be_flush = isinstance(value, list) and isinstance(route[-1], str)
    lines = _lines_of(file.lines[number - 1 :], column, may_be_flush=may_be_flush)
    most = MOST_WHOLE if is_whole else MOST_LINES + 1
    last = len(lines) if len(lines) <= most else _last(lines, value)
    shown, is_cut = lines[:last], last < len(lines)
    held = {route[-1]: value} if isinstance(route[-1], str) else [value]
    if (is_cut and is_whole) or not _reads_as(shown, None if is_cut else held):
        return None
    cost = _cost(shown, value) + len(lines) / 50 + (3 + MOST_LINES - last) * is_cut
    if is_whole:
        cost -= len(value) * _KEY_IS_WORTH + last * _LINE_IS_WORTH
    return Example(cost, file.path, number, tuple(shown), is_cut)


def _lines_of(file: list[str], column: int, *, may_be_flush: bool) -> list[str]:
    """The first line and all that is beneath it, from a column on; a list may stand flush."""
    lines = [file[0][column:]]
    for line in file[1:]:
        indent = len(line) - len(line.lstrip(" "))
        is_flush = may_be_flush and indent == column and line[indent:].startswith("- ")
        if line.strip() and indent <= column and not is_flush:
            break
        lines.append(line[column:])
    while not lines[-1].strip() or lines[-1].lstrip().startswith("#"):
        lines.pop()
    return lines


def _at(value: Any, route: Route) -> Any:
    for step in route:
        value = value[step]
    return value


def _last(lines: list[str], value: object) -> int:
    """Where to stop: before a blank line, or before an entry or key that begins anew."""
    indent = len(lines[1]) - len(lines[1].lstrip(" "))
    for last in range(MOST_LINES, _FEWEST_LINES - 1, -1):
        after = lines[last]
        starts = len(after) - len(after.lstrip(" ")) == indent and not isinstance(value, str)
        if not after.strip() or starts:
            return last
    return MOST_LINES


def _reads_as(lines: list[str], value: object) -> bool:
    tree, _ = parse("\n".join(lines) + "\n")
    return tree is not None and value in (None, tree.value)


def _cost(lines: list[str], value: object) -> float:
    size = len(value) if isinstance(value, list | dict) else sum(map(str.isalpha, str(value))) / 2
    wide = sum(len(line) > _WIDEST for line in lines)
    return len(lines) + _THIN * (size < 2) + 2 * wide + len("".join(lines)) / 200
