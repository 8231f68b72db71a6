"""The words of a due box that are not a date: which may be passed over, and which may not."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Literal, NamedTuple

from csplan.dates.days import MONTHS, NotADate
from csplan.dates.links import Item
from csplan.dates.vocabulary import NOT_MISSPELT, SPELLINGS, Role
from csplan.dates.words import listed
from csplan.escape import quoted

_MAIN: tuple[Role, ...] = ("when", "recurring", "often", "ongoing", "undecided", "year number")
_PAUSES: tuple[Role, ...] = ("comma", "dash")
_NEXT_TO_MONTHS: tuple[Role, ...] = ("when", "number")
_Standing = Literal["main", "remark", "unclear", "careful", "aside"]
_LIKENESS = 0.8
_MANY = 3


class Sorted(NamedTuple):
    """The `main` items, which count, the remarks, which do not, and words not understood.

    `unclear` words stand where they may belong to the date; `careful` ones (`not`, `or`,
    `after`) would change it, and `aside` holds those of them that stand in a remark.
    """

    main: tuple[Item, ...]
    remarks: tuple[str, ...]
    unclear: tuple[Item, ...]
    careful: tuple[Item, ...]
    aside: tuple[Item, ...]

    def has(self, *roles: Role) -> bool:
        """Whether an item of one of these roles counts."""
        return any(item.role in roles for item in self.main)

    @property
    def year_number(self) -> Item | None:
        """`Year 2`, if that was typed."""
        return next((item for item in self.main if item.role == "year number"), None)

    @property
    def says_year(self) -> bool:
        """Whether a date says its year."""
        return any(item.when.dated for item in self.main if item.when)

    @property
    def unused(self) -> str:
        """What readings say of words that were passed over."""
        number = self.year_number
        unused = [number.typed] if number and self.says_year else []
        return "".join(f"; {quoted(typed)} was not used" for typed in [*unused, *self.remarks])

    def doubt(self, text: str, reading: str) -> str:
        """What to write instead if words were passed over that may matter, or `""`."""
        passed = [*self.unclear, *self.careful, *self.aside]
        if not passed:
            return ""
        due = "due " if reading.startswith("by ") else ""
        return (
            f"{_shown(passed)} in {quoted(text)} could not be read; it was read as {due}{reading};"
            " write only the date, and any remark in brackets after it"
        )


def sort_out(items: Sequence[Item]) -> Sorted:
    """`items` by what they are to the date: part of it, a remark, or not understood."""
    counting, remarks = _without_remarks(items)
    passed: dict[_Standing, list[Item]] = {"main": [], "unclear": [], "careful": [], "aside": []}
    depth, paused, begun, goes_on = 0, False, False, False
    for item in counting:
        depth += (item.role == "open") - (item.role == "close")
        begun = begun or item.role in _MAIN
        paused = begun and (paused or item.fresh or item.role in _PAUSES)
        standing = _standing(item, is_aside=paused or depth > 0)
        if standing == "remark" and not goes_on:
            remarks.append("")
        goes_on = standing == "remark" or (goes_on and item.role == "filler")
        if goes_on:
            remarks[-1] += " " * (item.spaced and bool(remarks[-1])) + item.typed
        else:
            passed[standing].append(item)
    return Sorted(remarks=tuple(remarks), **{kind: tuple(all_) for kind, all_ in passed.items()})


def _standing(item: Item, *, is_aside: bool) -> _Standing:
    if item.role in ("careful", "remark"):
        return "aside" if is_aside else "careful"
    if item.role in ("unknown", "number"):
        return "remark" if is_aside else "unclear"
    return "main"


def _without_remarks(items: Sequence[Item]) -> tuple[list[Item], list[str]]:
    """`items` up to each `subject to…`, and what that says; a bracket ends it."""
    counting: list[Item] = []
    remarks: list[str] = []
    begun, inside = False, False
    for item in items:
        inside = inside and item.role != "close"
        begun = begun or item.role in _MAIN
        if begun and not inside and item.role in ("remark", "elsewhere"):
            inside = True
            remarks.append("")
        if inside:
            remarks[-1] += " " * (item.spaced and bool(remarks[-1])) + item.typed
        else:
            counting.append(item)
    return counting, remarks


def check_spelling(items: Sequence[Item], unclear: Sequence[Item], text: str) -> None:
    """NotADate if one of `items` looks like a month, or if `unclear`, like another word."""
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        if item.role != "unknown":
            continue
        beside = [near for near in (before, after) if near and near.role in _NEXT_TO_MONTHS]
        known = [*MONTHS, *SPELLINGS] if item in unclear else list(MONTHS) if beside else []
        if right := _like(item.typed, known):
            meant = text.replace(item.typed, right, 1)
            raise NotADate(
                f"{quoted(text)} was not understood as a date; did you mean {quoted(meant)}?"
            )


def _like(word: str, known: Iterable[str]) -> str:
    spellings = {each.lower(): each for each in known}
    if word.lower() in NOT_MISSPELT:
        return ""
    close = get_close_matches(word.lower(), spellings, 1, _LIKENESS)
    return spellings[close[0]] if close else ""


def _shown(items: Sequence[Item]) -> str:
    texts = [quoted(item.typed) for item in items[:_MANY]]
    return listed([*texts, "more"] if len(items) > _MANY else texts, "and")


def unread(items: Sequence[Item], text: str) -> NotADate:
    """The error for words that may change the date."""
    return NotADate(
        f"{_shown(items)} in {quoted(text)} may change the date and could not be read; write"
        " the last day or month that it can be, and any remark in brackets after it"
    )
