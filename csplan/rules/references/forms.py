"""The references of a plan's actions, taken apart: their letters, their form, their number."""

from functools import lru_cache
from typing import NamedTuple

from csplan.load import LoadedFile, LoadedPlan, Work
from csplan.model import Theme
from csplan.rules.late import late
from csplan.source import Route

_NUMBERED = late(r"(?P<head>.*?)(?P<number>\d{1,4})(?P<tail>/\d{2,4})?[a-z]?")
_LETTERED = late(r"(?P<head>.*[^A-Za-z])(?P<letter>[a-z]) ?\)?")
_LETTERS = late(r"[A-Za-z]+")
_DIGITS = late(r"\d+")
_NESTED = late(r"9(?:\.9)+")


class Called(NamedTuple):
    """A reference that was typed, and the action that it is of.

    `head` is what stands before its number, without spaces and signs; `number` counts letters too,
    so that `EP (b)` is number 2 of `EP`. It is 0 if there is none.
    """

    file: LoadedFile
    work: Work
    ref: str
    form: str
    letters: str
    head: tuple[str, str]
    number: int
    is_lettered: bool

    @property
    def route(self) -> Route:
        """Where the reference stands."""
        return (*self.work.route, "ref")


# The rules of a plan are asked one after the other, so its references are taken apart once.
@lru_cache(1)
def called(plan: LoadedPlan) -> tuple[Called, ...]:
    """The references that were typed in the themes of a plan, in its order."""
    return tuple(
        _called(theme, work, work.action.ref)
        for theme in plan.themes
        if isinstance(theme.model, Theme)
        for work in theme.works
        if work.action.ref
    )


def _called(theme: LoadedFile, work: Work, ref: str) -> Called:
    text = " ".join(ref.split())
    letters = _LETTERS.match(text)
    parts = _NUMBERED.fullmatch(text) or _LETTERED.fullmatch(text)
    head, number, is_lettered = ("", ""), 0, False
    if parts:
        held = parts.groupdict()
        head = ("".join(filter(str.isalnum, held["head"])).casefold(), held.get("tail") or "")
        is_lettered = "letter" in held
        number = ord(held["letter"]) - ord("a") + 1 if is_lettered else int(held["number"])
        if "." in held["head"]:
            head = (held["head"].casefold(), head[1])
    first = letters[0].casefold() if letters else ""
    return Called(theme, work, ref, form(text), first, head, number, is_lettered)


def form(text: str) -> str:
    """How a reference is made: `ASB 13` as `A 9`, `EP (b)` as `A (A)`, `CE - 1/11` as `A - 9/9`."""
    made = _DIGITS.sub("9", _LETTERS.sub("A", text))
    return _NESTED.sub("9.9", made.removesuffix("A") if made.endswith("9A") else made)
