"""Rules about what an indicator's explanation says of its own figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from csplan.dates import Days, NotADate, read_span
from csplan.escape import quoted
from csplan.figures import Figure, change, change_agrees, read_figure, say_number, say_rounded
from csplan.load import LoadedFile, LoadedPlan, Measured, Period
from csplan.model import Figure as Typed
from csplan.model import Measure
from csplan.query import starts_month
from csplan.rules.figures.series import latest_of
from csplan.rules.late import late
from csplan.rules.places import found_at
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_SENTENCE = late(r"(?<=[.:])\s+")
_THAN = late(
    r"(?P<size>[0-9]+(?:\.[0-9]+)?)(?: ?%| per ?cent)"
    r" (?:(?P<up>more|higher|above|up|over|increase|rise)"
    r"|(?:fewer|less|lower|below|down|under|decrease|reduction|fall|drop))\b"
    r"[^.;:0-9]{0,40}?(?:than|on|compared with|compared to|from|since|the figure for)"
    r" (?:in |the |that of |for |[0-9,.%]+ (?:of|in) )*"
    r"(?P<period>(?:Q[1-4] |quarter [1-4] )?(?:19|20)[0-9]{2}/[0-9]{2})",
    re.IGNORECASE,
)
_NUMBER = late(r"[0-9](?:[0-9,]{0,13}[0-9])?(?:\.[0-9]{1,4})?")
_TARGET = late(
    r"(?P<size>[0-9]+(?:\.[0-9]+)?)(?: ?%| per ?cent)"
    r" (?:(?P<up>over|above)|(?:under|below|short of))(?: [a-z']+){0,3} target of"
    r" (?P<target>[0-9][0-9,.]*%)",
    re.IGNORECASE,
)
_AND_NUMBER = late(
    r"(?P<size>[0-9]+(?:\.[0-9]+)?)(?: ?%| per ?cent)"
    r" (?:(?P<up>more|higher|above|over)|(?:fewer|less|lower|below|under))\b"
    r"[^.;:]{0,60}? (?P<number>[0-9][0-9,]*) (?(up)(?:more|higher)|(?:fewer|less|lower))\b"
    r"(?! (?:\w+ )?than)",
    re.IGNORECASE,
)
_REFERS = ("that is ", "this is ", "that was ", "this was ")


@warning
def explanation_contradicted(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The explanation of an indicator gives a change that its own figures do not make.

    It is told where a sentence names the latest figure, or points back to the one that does, and
    says by how many per cent it is more or less than that of an earlier period, or than the target,
    or gives a percentage and a number that do not go together.
    Between two percentages that may be percentage points: then write so.

    Bad:
        indicators:
          - indicator: Calls to the helpline
            unit: calls
            polarity: increase
            values: {2010/11: 73, 2011/12: 127}
            explanation: There were 127 calls, which is 39.2% more than in 2010/11.

    Good:
        indicators:
          - indicator: Calls to the helpline
            unit: calls
            polarity: increase
            values: {2010/11: 73, 2011/12: 127}
            explanation: There were 127 calls, which is 74% more than in 2010/11.
    """
    month = starts_month(plan)
    for each in file.measures:
        for route, text in _texts(each):
            latest = latest_of(each)
            last = latest.last.figure if latest else None
            for sentence in _about(text, last):
                for words in _wrong(sentence, each, last, month):
                    at = found_at(text, sentence.split())
                    yield Finding(route, f"{quoted(each.name)}: {words}", at=at)


def _texts(each: Measured) -> Iterator[tuple[Route, str]]:
    """What is said of the figures that gives a percentage."""
    for holder, place in _holders(each):
        for key in ("note", "explanation"):
            text = getattr(holder, key, None)
            if text and ("%" in text or "per cent" in text):
                yield (*place, key), text


def _holders(each: Measured) -> Iterator[tuple[Measure | Typed, Route]]:
    yield each.measure, each.route
    for period in each.values:
        for known in period.revisions:
            yield known.typed, period.place(known)


def _about(text: str, last: Figure | None) -> Iterator[str]:
    """The sentences that name a figure, and those that point back to one that does."""
    before = ""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        if any(pattern.search(sentence) for pattern in (_THAN, _TARGET, _AND_NUMBER)):
            is_reference = sentence.lower().startswith(_REFERS)
            if _names(sentence, last) or (is_reference and _names(before, last)):
                yield sentence
        before = sentence


def _names(sentence: str, figure: Figure | None) -> bool:
    return figure is not None and figure.number in _numbers(sentence)


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(each.replace(",", "")) for each in _NUMBER.findall(text)]


def _wrong(sentence: str, each: Measured, last: Figure | None, month: int) -> Iterator[str]:
    for found in _THAN.finditer(sentence):
        before = _of(each, found["period"], month)
        is_told = before and _is_of_last(sentence[: found.start()], each, before)
        if before and last and is_told and (words := _unlike(found, before.last.figure, last)):
            yield f"{words}; correct the one that is wrong"
    for found in _TARGET.finditer(sentence):
        if last and (words := _unlike(found, read_figure(found["target"]), last)):
            yield f"{words}; correct the one that is wrong"
    for found in _AND_NUMBER.finditer(sentence):
        if last and (words := _of_another(found, last)):
            yield f"{words}; say what each is compared with, or correct the one that is wrong"


def _is_of_last(said: str, each: Measured, before: Period) -> bool:
    """Whether nothing but the latest figure and the one before can be meant by what is said."""
    known = {one.last.figure.number for one in each.values if one is not before}
    latest = latest_of(each)
    others = known - {before.last.figure.number, latest.last.figure.number if latest else None}
    return others.isdisjoint(_numbers(said))


def _of_another(found: re.Match[str], last: Figure) -> str:
    """What share a number is of what the latest figure would have been without it."""
    apart = read_figure(found["number"])
    size = read_figure(found["size"], "%")
    if last.number is None or apart.number is None or last.kind != "number":
        return ""
    first = last.number - apart.number if found["up"] else last.number + apart.number
    made = change(last._replace(number=first), last)
    if made is None or size.number is None or abs(abs(made) - size.number) <= 2 * size.half:
        return ""
    way = "more" if found["up"] else "less"
    return (
        f"{quoted(found[0])} is said, but {quoted(last.text)} is {quoted(found['number'])} {way}"
        f" than {say_number(first, 'number')}, which is a change of {say_rounded(abs(made))}%"
    )


def _of(each: Measured, typed: str, month: int) -> Period | None:
    days: Days | None
    try:
        days = read_span(typed, month)
    except NotADate:
        return None
    every = (*each.values, *each.baseline)
    return next((period for period in every if period.days == days), None)


def _unlike(found: re.Match[str], first: Figure, last: Figure) -> str:
    """What the change between two figures is, if it is not what was found to be said of it."""
    size = read_figure(found["size"], "%")
    made = change(first, last)
    if made is None or size.number is None or first.number is None or last.number is None:
        return ""
    if change_agrees(size if found["up"] else size._replace(number=-size.number), first, last):
        return ""
    said = f"{quoted(found[0])} is said, but {quoted(first.text)} to {quoted(last.text)} is"
    apart = abs(last.number - first.number)
    if first.kind == "percent" and abs(apart - size.number) <= first.half + last.half + size.half:
        return (
            f"{said} {say_rounded(apart)} percentage points, a change of {say_rounded(abs(made))}%"
        )
    return f"{said} a {'rise' if made > 0 else 'fall'} of {say_rounded(abs(made))}%"
