"""How a sentence tells of a change: from what to what, which way, and by how much."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csplan.figures import Figure, read_figure
from csplan.rules.late import late

_SHORT = r"[0-9]+(?:\.[0-9]+)?"
_NUMBER = r"£?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?: ?%| per ?cent| (?:million|thousand)\b|[km]\b)?"
_HOUR = r" (?:[ap]\.?m\b|o'clock|noon|midnight|at night|in the (?:morning|afternoon|evening))"
_AGE = r"[ -]years?[ -](?:olds?|of age)\b"
_PLAIN = rf"{_NUMBER}(?![\w/:%]|[.,][0-9]|-[0-9]|{_HOUR}|{_AGE})"
_NEAR = (
    r"about|around|nearly|almost|over|some|roughly|more than|less than|approximately|circa"
    r"|at least|up to|under|close to"
)
_POINTS = r" (?:percentage )?points?"
_SIZE = rf"(?P<near>(?:{_NEAR}) )?(?P<size>{_PLAIN})(?P<points>{_POINTS})?"
_IS = r"(?:went|gone|goes|going|was|were|is|are)"
_DOWN = (
    r"fell|fallen|falling|falls?(?! prevention)|dropped|dropping|drops?(?![ -](?:in|off|out)\b)"
    rf"|decreas(?:ed?|es|ing)|reduced?|reducing|reductions?|declined?|{_IS} down"
)
_UP = rf"rose|risen|rising|rises?|increas(?:ed?|es|ing)|grew|grown|growth|{_IS} up"
# `More patrols have cut thefts from 20 to 10` tells of the cut, and not of more patrols.
_OTHER = r"cuts?|cutting|lowered|lowering|halved|brought|went|go|moved|moving|changed|led|helped"
_WAY = late(rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})|{_OTHER})\b", re.IGNORECASE)
_AHEAD = late(
    rf"(?P<near>(?:{_NEAR}) (?:an? )?)?"
    rf"\b(?P<size>{_SHORT}(?: ?%| per ?cent\b|(?={_POINTS})))(?P<points>{_POINTS})? $",
    re.IGNORECASE,
)
_GAP = r"(?:[^.;:0-9]|\b(?:19|20)[0-9]{2}(?:/[0-9]{2})?\b){0,40}?"
_BY = late(
    rf"(?:(?:{_GAP}\b(?:by|of) | (?={_SHORT}(?:%| per ?cent\b))){_SIZE})?{_GAP}", re.IGNORECASE
)
_FROM = late(
    rf"\bfrom\s+(?P<first>{_PLAIN})(?P<between>[^.;:]{{0,50}}?)\s+to\s+(?P<last>{_PLAIN})",
    re.IGNORECASE,
)
_MOVE = (
    r"reduction|decrease|fall|drop|decline|cut|saving|loss|increase|rise|growth|gain|improvement"
    r"|change|difference|down|up"
)
_AFTER = late(
    r"[^.;:,()0-9]{0,30}(?:(?:in|by|at|of)[^.;:,()]{0,30})?"
    rf"(?:, (?:or|which is|that is)|,? an? (?:[a-z]+ ){{0,2}}?(?:{_MOVE})\b|,? \("
    rf"|,? an?(?= {_SHORT}[% a-z]{{1,25}}\b(?:{_MOVE})\b))"
    rf"[^.;:()0-9]{{0,40}}? ?{_SIZE}"
    r"(?P<less> (?:fewer|less|more|lower|higher)\b(?! than))?"
    r"(?P<beside> (?:below|above|under|short|off?|ahead|better|worse)\b)?"
    r"(?P<since> (?:on|over|compared|against|since)\b)?",
    re.IGNORECASE,
)
_MOVES = late(rf"\b(?:{_MOVE})\b", re.IGNORECASE)
_RANK = late(r"\b(?:rank\w*|position|league)\b", re.IGNORECASE)
# What has one of these words before `from` may be ages or hours: `fares for those from 16 to 21`.
_OPENS = late(
    r"\b(?:ages?|aged|those|people|persons|pupils|children|students|adults|anyone|everyone|runs?"
    r"|ran|running|opens?|opened|held|lasts?|lasting|works?|working|available|extended) $",
    re.IGNORECASE,
)
_YEAR = late(r"(?:19|20)[0-9]{2}")
_AGED = late(r"[0-9]{1,2}")
_REACH = 110
_LONGEST_SIZE = 40


class Told(NamedTuple):
    """A change as a sentence tells it: the two figures, its size if it is given, and its way."""

    words: str
    first: Figure
    last: Figure
    size: Figure | None
    in_points: bool
    way: str


class _Size(NamedTuple):
    """By how much something changed, as typed; `near` if that is only rough."""

    typed: str
    near: bool
    in_points: bool


class _Way(NamedTuple):
    """What stands before two figures: where it begins, which way they go, and by how much."""

    begins: int
    way: str
    size: _Size | None


def changes(text: str) -> Iterator[Told]:
    """The changes that a text on one line tells of."""
    for found in _FROM.finditer(text):
        start = max(0, found.start() - _REACH)
        said = text[start : found.start()]
        way = _way(said)
        size, ends = way.size if way else None, found.end()
        after = None if size else _AFTER.match(text, found.end())
        if after and _is_of(after, is_alone=not way):
            size, ends = _size(after), after.end()
        if (way or size) and not _is_other(found, said):
            words = text[start + way.begins if way else found.start() : ends]
            yield _told(words, found, "" if not way or _RANK.search(said) else way.way, size)


def _way(said: str) -> _Way | None:
    """The last word for a change before two figures, if only its size stands between."""
    *_, last = (None, *_WAY.finditer(said))
    by = _BY.fullmatch(said, last.end()) if last else None
    if last is None or by is None or not (last["down"] or last["up"]):
        return None
    way = "down" if last["down"] else "up"
    ahead = _AHEAD.search(said, max(0, last.start() - _LONGEST_SIZE), last.start())
    if by["size"] or ahead is None:
        return _Way(last.start(), way, _size(by) if by["size"] else None)
    return _Way(ahead.start(), way, _size(ahead))


def _size(found: re.Match[str]) -> _Size:
    return _Size(found["size"], bool(found["near"]), bool(found["points"]))


def _is_of(after: re.Match[str], *, is_alone: bool) -> bool:
    """Whether a number after two figures is how far they are apart, and no third one."""
    if after["beside"] or (is_alone and after["since"]):
        return False
    is_share = not after["size"][-1].isdigit() or after["points"] or after["less"]
    return bool(is_share or _MOVES.search(after[0]))


def _is_other(found: re.Match[str], said: str) -> bool:
    """Whether two numbers are years, ages or hours, or the first of three."""
    is_short = all(_AGED.fullmatch(found[end]) for end in ("first", "last"))
    is_age = is_short and _OPENS.search(said)
    return bool(is_age or " to " in found["between"] or _YEAR.fullmatch(found["first"]))


def _told(words: str, found: re.Match[str], way: str, size: _Size | None) -> Told:
    first, last = read_figure(found["first"]), read_figure(found["last"])
    # `from 8 to 12%` are two percentages.
    if last.kind == "percent" and first.kind == "number":
        first = read_figure(found["first"], "%")
    is_said = size is not None and not size.near and not _YEAR.fullmatch(size.typed)
    said = read_figure(size.typed) if size and is_said else None
    return Told(words, first, last, said, bool(size and size.in_points), way)
