"""The one shape of a complaint."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from csplan.source import Span
from csplan.source.fault import Severity


class Complaint(NamedTuple):
    """One thing wrong with a plan; complaints sort by file and place."""

    path: str
    span: Span
    rule: str
    severity: Severity
    message: str


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean ...?` for the nearest of the known words, or nothing if none is near."""
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.7)
    return f"; did you mean `{by_folded[near[0]]}`?" if near else ""


def listed(words: Iterable[str], joined_by: str = "or") -> str:
    """`a`, `b` or `c`, each in backticks."""
    quoted = [f"`{word}`" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {joined_by} {quoted[-1]}"
