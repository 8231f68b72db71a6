"""The rule about sentences that stand in a plan twice."""

from collections.abc import Iterator
from typing import NamedTuple

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan, Text
from csplan.load.mentions import PROSE
from csplan.rules.places import found_at
from csplan.rules.rule import Finding, information
from csplan.rules.whole import Found, of_plan
from csplan.source import Route

_READ = frozenset((*PROSE, "response", "note"))
_WORDS = 12
# Twelve words are seldom shorter.
_LETTERS = 50
_STOP = ". "
# What stands oftener is a set phrase.
_MOST = 3
_SHOWN = 8


class _Place(NamedTuple):
    """A sentence in a text of a file."""

    file: LoadedFile
    text: Text
    sentence: str

    @property
    def words(self) -> list[str]:
        """Its first twelve words, or all that it has."""
        return self.sentence.split(None, _WORDS)[:_WORDS]

    @property
    def held_by(self) -> tuple[str, Route] | None:
        """What it is in: the action that a report is on, an expectation, or the text alone."""
        key, route = self.text.key, self.text.route
        if key != "note":
            return "response" if key == "response" else "prose", (self.file.path, *route)
        if {"actions", "progress"}.issubset(route):
            return "report", (self.file.path, *route[: route.index("actions") + 2])
        return None


@information
def repeated_sentence(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A sentence stands in two chapters, or in the reports on two actions, of a plan.

    Often a report was copied, and the second action has none of its own; or a paragraph was moved
    and left where it was, and one of the two is out of date sooner than the other. Sentences are
    compared by their first twelve words. What stands four times or more is taken for a set phrase.

    Bad:
        actions:
          - ref: A1
            action: Train officers
            progress:
              on: 30 June 2010
              state: in progress
              note: A group of officers is writing a course on vulnerable victims of every age.
          - ref: A2
            action: Visit schools
            progress:
              on: 30 June 2010
              state: in progress
              note: A group of officers is writing a course on vulnerable victims of every age.

    Good:
        actions:
          - ref: A1
            action: Train officers
            progress:
              on: 30 June 2010
              state: in progress
              note: A group of officers is writing a course on vulnerable victims of every age.
          - ref: A2
            action: Visit schools
            progress:
              on: 30 June 2010
              state: in progress
              note: The course that is written for A1 will be taken to twelve schools in May.
    """
    yield from _repeated(file, plan)


@of_plan
def _repeated(plan: LoadedPlan) -> Found:
    alike: dict[str, list[_Place]] = {}
    for file in plan.files:
        for text in file.texts:
            if text.key in _READ and len(text.words) > _LETTERS:
                for each in _split(text.words):
                    alike.setdefault(each[:_LETTERS], []).append(_Place(file, text, each))
    found: dict[tuple[str, Route], tuple[LoadedFile, Finding]] = {}
    for places in (places for places in alike.values() if len(places) > 1):
        for place, other in _shared(places):
            at = place.file.path, place.text.route
            found.setdefault(at, (place.file, _finding(place, other)))
    return found.values()


def _split(text: str) -> list[str]:
    """The sentences and the entries of lists that are long enough, each on one line."""
    parts = text.replace("\n\n", _STOP).replace("\n- ", _STOP)
    line = parts.replace("\n", " ").replace(". - ", _STOP)
    return [each for each in line.split(_STOP) if len(each) > _LETTERS]


def _shared(places: list[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """The places of a sentence of twelve words that share it with one before them."""
    alike: dict[tuple[str, ...], dict[tuple[str, Route], _Place]] = {}
    for place in places:
        if place.held_by and len(place.words) == _WORDS:
            held = alike.setdefault((place.held_by[0], *place.words), {})
            held.setdefault(place.held_by, place)
    for first, *others in (tuple(held.values()) for held in alike.values()):
        if len(others) < _MOST:
            yield from ((each, first) for each in others)


def _finding(place: _Place, other: _Place) -> Finding:
    begins = quoted(" ".join(place.words[:_SHOWN]) + " ...")
    where = f"in {other.file.path.rpartition('/')[2]}" if other.file is not place.file else "above"
    words = f"{begins} also stands {where}; say here what holds here alone"
    return Finding(place.text.route, words, at=found_at(place.text.words, place.words))
