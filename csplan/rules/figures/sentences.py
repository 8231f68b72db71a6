"""Rules about sentences that give two figures and how far apart they are."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from csplan.escape import quoted
from csplan.figures import Figure, change, change_agrees, read_figure, say_rounded
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_NUMBER = r"£?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?: ?%| per ?cent| (?:million|thousand)\b|[km]\b)?"
_PLAIN = rf"{_NUMBER}(?![\w/:%]|[.,][0-9]|-[0-9])"
_NEAR = r"about|around|nearly|almost|over|some|roughly|more than|less than"
_SIZE = rf"(?P<near>(?:{_NEAR}) )?(?P<size>{_PLAIN})(?P<points> (?:percentage )?points?)?"
_IS = r"(?:went|gone|goes|going|was|were|is|are)"
_DOWN = (
    r"fell|fallen|falls?|dropped|drops?|decreased?|decreases|reduced?|reductions?|declined?"
    rf"|{_IS} down"
)
_UP = rf"rose|risen|rises?|increased?|increases|grew|grown|growth|{_IS} up"
_GAP = rf"(?:(?!\b(?:{_DOWN}|{_UP})\b)[^.;:0-9]){{0,40}}?"
_BEFORE = late(
    rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b(?:{_GAP}\b(?:by|of) {_SIZE})?{_GAP}$", re.IGNORECASE
)
_FROM = late(
    rf"\bfrom\s+(?P<first>{_PLAIN})(?P<between>[^.;:]{{0,50}}?)\s+to\s+(?P<last>{_PLAIN})",
    re.IGNORECASE,
)
_AFTER = late(
    r"[^.;:,()0-9]{0,30}(?:(?:in|by|at|of)[^.;:,()]{0,30})?"
    r"(?:, (?:or|which is|that is)|,? an? [a-z]+(?: of)?|,? \()[^.;:()0-9]{0,40}? ?"
    rf"{_SIZE}",
    re.IGNORECASE,
)
_STARTS = late(r"from\s+£?[0-9]")
_YEAR = late(r"(?:19|20)[0-9]{2}")
_OTHERS = frozenset({"due", "on", "start", "period", "value", "ref", "within", "covers"})
_REACH = 110


class _Told(NamedTuple):
    """A change as a sentence tells it: the two figures, its size if it is given, and its way."""

    words: str
    first: Figure
    last: Figure
    size: Figure | None
    in_points: bool
    way: str


@warning
def wrong_arithmetic(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A sentence gives two figures, and a change between them that they do not make.

    Either one of the figures is wrong, or the change is: it goes the other way, or it is of another
    size. Rounding is allowed for, and so is `about`. What lies between two percentages are
    percentage points: from 49% to 30% is 19 percentage points, but a fall of 39%.

    Bad:
        why: Burglaries fell by 10%, from 200 to 190.

    Good:
        why: Burglaries fell by 5%, from 200 to 190.
    """
    del plan
    written = file.written
    places = (found.start() for found in _STARTS.finditer(written.words))
    for text in dict.fromkeys(written.text_at(place)[0] for place in places):
        for told in _told(" ".join(text.words.split())) if text.key not in _OTHERS else ():
            if words := _wrong(told):
                yield Finding(text.route, f"{quoted(told.words)}: {words}")


def _told(text: str) -> Iterator[_Told]:
    for found in _FROM.finditer(text):
        start = max(0, found.start() - _REACH)
        before = _BEFORE.search(text[start : found.start()])
        after = _AFTER.match(text, found.end())
        size = before if before and before["size"] else after
        if " to " in found["between"] or _is_year(found["first"]) or not (before or size):
            continue
        begins = start + before.start() if before else found.start()
        words = text[begins : after.end() if after and size is after else found.end()]
        way = ("down" if before["down"] else "up") if before else ""
        yield _read(found, size, way, words)


def _read(found: re.Match[str], size: re.Match[str] | None, way: str, words: str) -> _Told:
    first, last = read_figure(found["first"]), read_figure(found["last"])
    # `from 8 to 12%` are two percentages.
    if last.kind == "percent" and first.kind == "number":
        first = read_figure(found["first"], "%")
    is_exact = size is not None and not size["near"] and not _is_year(size["size"])
    said = read_figure(size["size"]) if size and is_exact else None
    return _Told(words, first, last, said, bool(size and size["points"]), way)


def _is_year(text: str) -> bool:
    return bool(_YEAR.fullmatch(text))


def _wrong(told: _Told) -> str:
    """What is wrong with what a sentence tells, or nothing."""
    first, last, size = told.first, told.last, told.size
    if not (first.counts and last.counts) or first.kind != last.kind:
        return ""
    assert first.number is not None
    assert last.number is not None
    if told.way and first.number != last.number:
        goes = "up" if last.number > first.number else "down"
        if goes != told.way:
            ends = f"{quoted(first.text)} to {quoted(last.text)}"
            return f"{ends} goes {goes}; correct the one that is wrong"
    if size is None or size.number is None:
        return ""
    if size.kind == "percent" and not told.in_points:
        return _of_percent(first, last, size)
    return _of_difference(first, last, size)


def _of_percent(first: Figure, last: Figure, size: Figure) -> str:
    made, said = change(first, last), _size(size)
    either = (size._replace(number=said), size._replace(number=-said))
    if made is None or any(change_agrees(each, first, last) for each in either):
        return ""
    apart = _apart(first, last)
    if first.kind == "percent" and abs(apart - said) <= _slack(first, last, size):
        return (
            f"it is {say_rounded(apart)} percentage points, and a change of"
            f" {say_rounded(abs(made))}%; write `percentage points`"
        )
    return (
        f"{quoted(first.text)} to {quoted(last.text)} is a change of {say_rounded(abs(made))}%, and"
        f" not {quoted(size.text)}; correct the one that is wrong"
    )


def _of_difference(first: Figure, last: Figure, size: Figure) -> str:
    apart = _apart(first, last)
    if abs(apart - _size(size)) <= _slack(first, last, size):
        return ""
    return (
        f"{quoted(first.text)} to {quoted(last.text)} is a change of {say_rounded(apart, 2)}, and"
        f" not {quoted(size.text)}; correct the one that is wrong"
    )


def _apart(first: Figure, last: Figure) -> Decimal:
    assert first.number is not None
    assert last.number is not None
    return abs(last.number - first.number)


def _size(figure: Figure) -> Decimal:
    assert figure.number is not None
    return abs(figure.number)


def _slack(*figures: Figure) -> Decimal:
    return sum((each.half for each in figures), Decimal(0))
