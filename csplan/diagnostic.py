"""The one shape of a complaint."""

import re
from collections.abc import Iterable, Sized
from difflib import get_close_matches
from typing import NamedTuple

from csplan.escape import quoted, quoted_path
from csplan.source import Route, Span
from csplan.source.fault import Severity

_LINE = re.compile(r"\bline \d+")
_LONGEST = 100
_MOST_KNOWN = 1000


class Mend(NamedTuple):
    """What is to be read at a route of a file, instead of the text that stands there."""

    route: Route
    text: str


class Complaint(NamedTuple):
    """One thing wrong with a plan; complaints sort by file and place.

    `ref` is the action, milestone or expectation that it is about, if any; `agencies` are those
    that lead what it is about. `begins` is where the text begins that it stands in, if that is
    on a line before it.
    """

    path: str
    span: Span
    rule: str
    severity: Severity
    message: str
    ref: str = ""
    agencies: tuple[str, ...] = ()
    begins: Span | None = None

    @property
    def waived_on(self) -> int:
        """The line on which a comment can speak of it; within a text there are no comments."""
        return (self.begins or self.span).line

    @property
    def lasting(self) -> str:
        """The message as it stays while lines shift, so that it can be known again."""
        return _LINE.sub("line", self.message)


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.7) -> str:
    """`; did you mean ...?` for the nearest of the known words, or nothing if none is near.

    `likeness` is how near it must be, from 0 to 1 for the same.
    """
    by_folded = {name.casefold(): name for name in known}
    if len(word) > _LONGEST or len(by_folded) > _MOST_KNOWN:
        # Guessing among so much would take longer than reading the plan.
        return ""
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return f"; did you mean `{by_folded[near[0]]}`?" if near else ""


def listed(words: Iterable[str], joined_by: str = "or", *, whole: bool = False) -> str:
    """`a`, `b` or `c`, each in backticks, and cut if it is very long and not to be `whole`."""
    show = quoted_path if whole else quoted
    *most, last = (show(word) for word in words)
    return f"{', '.join(most)} {joined_by} {last}" if most else last


def and_more(every: Sized, most: int) -> str:
    """` and 1,250 more` after a list of which only so many are named; nothing after all of it."""
    return f" and {len(every) - most:,} more" if len(every) > most else ""


def counted(number: int, noun: str) -> str:
    """`1 action`, `1,250 actions`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
