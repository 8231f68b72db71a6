"""The rule about names that the texts of a plan write in two ways."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from csplan.diagnostic import counted
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.language.phrases import Pair, pairs
from csplan.rules.language.reading import is_read
from csplan.rules.language.variants import variants
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning
from csplan.rules.whole import Found, of_plan

# What is seldom comes first, so that few places are looked at.
_POSSESSIVE = late(r"'s\s+(?=[A-Z])")
_OF_PEOPLE = late(r"ers\s+(?=[A-Z])")
_OF_PERSONS = late(r"ersons\s+(?=[A-Z])")
_FIRST = late(r"(?<![\w'’-])[A-Z]\w*$")
_TWO_FIRST = late(r"(?<![\w'’-])[A-Z]\w*\s+[A-Z]\w*$")
_NEXT = late(r"[A-Z]\w*")
_WAYS = (
    (_POSSESSIVE, _FIRST, "s"),
    (_OF_PEOPLE, _TWO_FIRST, "ing"),
    (_OF_PERSONS, _TWO_FIRST, "eople's"),
)
_NEAR = 60
# More than a plan has that people write.
_MOST, _MOST_PAIRS = 500, 100


@warning
def name_in_two_spellings(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A name is written in two ways in the texts of a plan.

    A reader takes them for two services, and a search for one misses the other. Names that differ
    only by an apostrophe are compared, and those such as `Rough Sleepers Initiative` and `Rough
    Sleeping Initiative`, `Key Work` and `Keywork`, `Project Adder` and `Project ADDER`, or with
    two words that have changed places. The rarer of the two is told, once. So is a name of
    the glossary that stands without a word such as `and` or `other`.

    Bad:
        why: The Survivor's Network helps victims. Agencies refer people to the Survivors Network.

    Good:
        why: The Survivors Network helps victims. Agencies refer people to the Survivors Network.
    """
    yield from _in_two(file, plan)


@of_plan
def _in_two(plan: LoadedPlan) -> Found:
    every = "\n\n\n".join([file.written.words for file in plan.files]).replace("’", "'")
    kinds = b"\n\n\n".join([file.written.kinds for file in plan.files])
    told: set[str] = set()
    found = []
    may_be = dict.fromkeys(chain(_names(every), pairs(every, kinds)))
    for name in islice(may_be, _MOST_PAIRS):
        often = {way: len(_typed(way).findall(every)) for way in name}
        if name.typed not in told and all(often.values()):
            told.update(name)
            rare, usual = sorted(name, key=lambda way: (often[way], way))
            words = f"{quoted(rare)} is also written {quoted(usual)}"
            words += f" ({counted(often[usual], 'time')}); write the name in one way"
            found += _at(plan, rare, words)
    return (*found, *variants(plan))


def _names(every: str) -> Iterator[Pair]:
    """The names in a text that may be written otherwise, with how."""
    is_there = cache(every.__contains__)
    for sign, begins, ending in _WAYS:
        for found in islice(sign.finditer(every), _MOST):
            before = begins.search(every[max(0, found.start() - _NEAR) : found.start()])
            after = _NEXT.match(every, found.end())
            # Of most other ways of writing not even the word is there: that is quicker told.
            if before and after and is_there(f"{before[0].split()[-1]}{ending}"):
                typed = f"{before[0]}{found[0]}{after[0]}"
                yield Pair(_flat(typed), _flat(f"{before[0]}{ending} {after[0]}"))


def _flat(name: str) -> str:
    return " ".join(name.split())


def _typed(name: str) -> re.Pattern[str]:
    """How a name stands in a text, whose lines may end within it."""
    words = r"\s+".join(map(re.escape, name.split()))
    return late(rf"{words}\b".replace("'", "['’]"))


def _at(plan: LoadedPlan, name: str, words: str) -> list[tuple[LoadedFile, Finding]]:
    """A finding at the first place of a name in running text."""
    places = (
        (file, *file.written.text_at(place.start()), place.start())
        for file in plan.files
        for place in _typed(name).finditer(file.written.words)
    )
    read = (
        (file, Finding(text.route, words, at=place - begins))
        for file, text, begins, place in places
        if is_read(text, file)
    )
    return list(islice(read, 1))
