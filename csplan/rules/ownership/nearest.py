"""The one registered name that a line was meant to end in, where nothing else can be meant."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from csplan.load import LoadedPlan
from csplan.rules.ownership.alike import Holed, Words, plain_words, slips_of, with_holes

_MOST_COMMAS = 4
_LONGEST = 200


class _Name(NamedTuple):
    """A registered way to write the name of an agency."""

    agency: str
    written: str


class _Registry(NamedTuple):
    """Registered names by their letters alone, and by what is left without one long word."""

    by_letters: Mapping[str, list[_Name]]
    holed: Holed


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
        words = plain_words(tail)
        alike = names.by_letters.get("".join(words)) or list(_slips(words, names))
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
    by_letters: dict[str, list[_Name]] = {}
    words = []
    for agency in plan.plan.agencies if plan.plan else ():
        for written in (agency.name, *agency.also):
            words.append(plain_words(written))
            by_letters.setdefault("".join(words[-1]), []).append(_Name(agency.name, written))
    return _Registry(by_letters, with_holes(words))


def _slips(words: Words, names: _Registry) -> Iterator[_Name]:
    for other in slips_of(words, names.holed):
        if all(one[0] == two[0] for one, two in zip(words, other, strict=True)):
            yield from names.by_letters["".join(other)]
