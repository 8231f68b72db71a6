"""Rules about sentences that give two figures and how far apart they are."""

from collections.abc import Iterator
from decimal import Decimal

from csplan.escape import quoted
from csplan.figures import Figure, change, change_agrees, say_rounded
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.figures.told import Told, changes
from csplan.rules.late import late
from csplan.rules.places import found_at
from csplan.rules.rule import Finding, warning

_STARTS = late(r"from\s+£?[0-9]")
_OTHERS = frozenset({"due", "on", "start", "period", "value", "ref", "within", "covers"})


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
        for told in changes(" ".join(text.words.split())) if text.key not in _OTHERS else ():
            if words := _wrong(told):
                at = found_at(text.words, told.words.split())
                yield Finding(text.route, f"{quoted(told.words)}: {words}", at=at)


def _wrong(told: Told) -> str:
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
