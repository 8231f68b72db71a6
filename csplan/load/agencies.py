"""The registry of agencies, and what a line that names a lead says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from csplan.diagnostic import did_you_mean
from csplan.model import Agency, Lead

_UNDECIDED = re.compile(
    r"(?:tb[acd]|n/?k|to be (?:agreed|confirmed|decided|determined)|unknown|none|\?+|-|"
    r"vacant(?! (?:propert|homes?|hous|land|building|dwelling|premises|sites?|shop)))"
    r"(?:\W.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_STILL_OPEN = re.compile(
    r"[\s,(–—-]+(?:tb[acd]|to be (?:agreed|confirmed|decided|determined))\W*$", re.IGNORECASE
)
_MOST_COMMAS = 4
# Agencies share words: one that shares only the place must not be proposed.
_LIKENESS = 0.8
_WORD_START = re.compile(r"[ ,(/]")
# A police and crime commissioner, or panel, is one body and no police force.
_JOINED = re.compile(r"\s*(?:\band\b|\bwith\b|[&/;])(?!\s+[Cc]rime\b)(?:\s+|$)|/")
_JOINS_ON = (" of", " of the", " for", " for the", " at", " at the", " in", " in the")


@dataclass(frozen=True, slots=True)
class Owner:
    """A lead as it was read: the agency's registered name, and the post as written.

    `agency` is empty if no registered name ends the line; `decided` is false if the line or the
    post is `TBC` or its like, or the line ends with it. `text` is what stands in the file, or
    the long form put together; it never holds the person.
    """

    text: str
    post: str
    agency: str
    person: str = ""
    decided: bool = True


class Agencies:
    """The registered agencies of a plan, by every way in which their names are written."""

    def __init__(self, registered: tuple[Agency, ...]) -> None:
        self.names: tuple[str, ...] = tuple(agency.name for agency in registered)
        self._official = {
            _folded(name): agency.name
            for agency in registered
            for name in (agency.name, *agency.also)
        }
        self._written: dict[str, list[str]] = {}
        for name in (name for agency in registered for name in (agency.name, *agency.also)):
            self._written.setdefault(_folded(name), []).append(name)
        self._longest = max(map(len, self._official), default=0)
        self._lines: dict[str, Owner] = {}
        self._others: dict[str, str] = {}
        self._respelt: dict[str, str] = {}

    def owner(self, lead: Lead) -> Owner:
        """What a lead says; each distinct line is read once."""
        if lead.line is None:
            return self._long_form(lead)
        if lead.line not in self._lines:
            self._lines[lead.line] = self._line(lead.line)
        return self._lines[lead.line]

    def official(self, name: str) -> str:
        """The registered name of an agency however it is written; empty if there is none."""
        return self._official.get(_folded(name), "")

    def as_registered(self, line: str) -> str:
        """A line with the agency that ends it written as it is registered.

        Empty if it is so already, but for a small letter in the middle of a line, or names none.
        """
        if line not in self._respelt:
            self._respelt[line] = self._rewritten(line)
        return self._respelt[line]

    def also_named(self, post: str) -> str:
        """The agency that a post names before a word or sign that joins it to another; or none.

        An agency that is what the post is head of, or is for, is a part of the post's name.
        """
        if post not in self._others:
            parts = (" ".join(part.split()) for part in _JOINED.split(post)[:-1])
            read = ((part, self._line(part)) for part in parts)
            names = (owner.agency for part, owner in read if owner.agency and owner.post != part)
            self._others[post] = next(names, "")
        return self._others[post]

    def suggest(self, text: str) -> str:
        """`; did you mean ...?` for the registered name that is nearest to the end of a line."""
        parts = text.rsplit(",", _MOST_COMMAS)
        tails = (",".join(parts[start:]).strip() for start in range(len(parts)))
        return next(
            (hint for tail in tails if (hint := did_you_mean(tail, self.names, _LIKENESS))), ""
        )

    def _starts(self, folded: str) -> Iterator[int]:
        if len(folded) <= self._longest:
            yield 0
        for match in _WORD_START.finditer(folded, max(0, len(folded) - self._longest - 1)):
            yield match.end()

    def _rewritten(self, line: str) -> str:
        folded = _folded(line)
        for start in self._starts(folded):
            if ways := self._written.get(folded[start:], ()):
                at = _end_of(line, folded[start:])
                is_so = any(line[at + 1 :].rstrip() == way[1:] for way in ways)
                return "" if is_so else line[:at] + ways[0]
        return ""

    def _long_form(self, lead: Lead) -> Owner:
        post, agency = (" ".join((part or "").split()) for part in (lead.post, lead.agency))
        text = ", ".join(part for part in (post, agency) if part) or "no post named"
        decided = not any(_UNDECIDED.match(part) for part in (post, agency))
        return Owner(text, post, self.official(agency), lead.person or "", decided)

    def _line(self, line: str) -> Owner:
        whole = " ".join(line.split())
        text = _STILL_OPEN.sub("", whole)
        decided = text == whole and not _UNDECIDED.match(text)
        folded = _folded(text)
        # The longest name first: the end of the line from each word on, as far as names reach.
        for start in self._starts(folded):
            if agency := self._official.get(folded[start:], ""):
                return Owner(whole, _post(text, text[:start]), agency, decided=decided)
        return Owner(whole, text if decided else "", "", decided=decided)


def _post(text: str, before: str) -> str:
    if before.rstrip().casefold().endswith(_JOINS_ON):
        return text
    return before.rstrip(" ,(-–—")


def _end_of(line: str, folded: str) -> int:
    """Where in a line the end of it begins that is the same but for how it is written."""
    at, letters = len(line), sum(not letter.isspace() for letter in folded)
    while letters:
        at -= 1
        letters -= not line[at].isspace()
    return at


def _folded(name: str) -> str:
    return " ".join(name.split()).replace("’", "'").lower()
