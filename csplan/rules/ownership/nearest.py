"""The one registered name that a line was meant to end in, where nothing else can be meant."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from csplan.load import LoadedPlan
from csplan.rules.late import late
from csplan.rules.ownership.alike import is_slip

_WORD = late(r"[^\W_]+")
_LONG = 5
_MOST_COMMAS = 4
_LONGEST = 200


class _Name(NamedTuple):
    """A registered way to write the name of an agency."""

    agency: str
    written: str


class _Registry(NamedTuple):
    """Registered names by their letters alone, and by what is left without one long word."""

    by_letters: Mapping[str, tuple[_Name, ...]]
    by_rest: Mapping[tuple[str, ...], tuple[tuple[str, _Name], ...]]


def registered(line: str, plan: LoadedPlan) -> str:
    """A line with the agency that ends it by its registered name; empty if it is not certain.

    What is seen through: signs, hyphens, `&`, and one wrong, missing or doubled letter, or two that
    changed places, in one word of five letters or more. Its first letter must be right, and one of
    several must not be one of one.
    """
    if len(line) > _LONGEST:
        return ""
    names = _names(plan)
    for tail in _tails(line):
        words = _words(tail)
        alike = names.by_letters.get("".join(words), ()) or tuple(_slips(words, names))
        if len({name.agency for name in alike}) == 1:
            best = next((name for name in alike if name.agency == name.written), alike[0])
            return line[: len(line) - len(tail)] + best.written
    return ""


def _tails(line: str) -> Iterator[str]:
    """The line, and what follows each of its last commas; the longest first."""
    parts = line.rsplit(",", _MOST_COMMAS)
    for start in range(len(parts)):
        yield ",".join(parts[start:]).lstrip()


@lru_cache(1)
def _names(plan: LoadedPlan) -> _Registry:
    by_letters: dict[str, tuple[_Name, ...]] = {}
    by_rest: dict[tuple[str, ...], tuple[tuple[str, _Name], ...]] = {}
    for agency in plan.plan.agencies if plan.plan else ():
        for name in (_Name(agency.name, written) for written in (agency.name, *agency.also)):
            words = _words(name.written)
            letters = "".join(words)
            by_letters[letters] = (*by_letters.get(letters, ()), name)
            for word, rest in _rests(words):
                by_rest[rest] = (*by_rest.get(rest, ()), (word, name))
    return _Registry(by_letters, by_rest)


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(re.sub("['’]", "", name.casefold()).replace("&", " and ")))


def _rests(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each long word of a name, and the name with a gap for it."""
    for number, word in enumerate(words):
        if len(word) >= _LONG and word.isalpha():
            yield word, (*words[:number], "", *words[number + 1 :])


def _slips(words: tuple[str, ...], names: _Registry) -> Iterator[_Name]:
    for word, rest in _rests(words):
        for other, name in names.by_rest.get(rest, ()):
            if word[0] == other[0] and is_slip(word, other):
                yield name
