"""What a unit says of the figures that stand under it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from csplan.figures.figure import Figure

_PERCENT = re.compile(
    r"^%|(?<![0-9])%\)?$|\bper ?cent(?:age)?\b(?! points)|^percentages?$", re.IGNORECASE
)
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)
_RATE = re.compile(
    r"\bper (?:[0-9]|head\b|capita\b|thousand\b|hundred\b|million\b)"
    r"|\b(?:rates?|ratio|average|mean|median|index|score|proportion)\b",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    r"£ ?[(]?['’]?(?:(?P<thousand>000s?|k|thousands?)|(?P<million>m|millions?))\b|£(?P<one>)",
    re.IGNORECASE,
)
_CACHED = 1024
_ONE, _THOUSAND, _MILLION = Decimal(1), Decimal(1000), Decimal(1_000_000)


class Unit(NamedTuple):
    """What a bare number under a unit is, and what it is a multiple of."""

    is_percent: bool
    is_money: bool
    is_rate: bool
    multiple: Decimal


@lru_cache(_CACHED)
def read_unit(text: str) -> Unit:
    """`%`, `£`, `£000`, `per 1,000 population`, `offences`; unknown words are things counted."""
    flat = text.strip()
    money = _MULTIPLE.search(flat)
    multiple = _ONE
    if money:
        multiple = _THOUSAND if money["thousand"] else _MILLION if money["million"] else _ONE
    is_percent = not money and not _POINTS.search(flat) and bool(_PERCENT.search(flat))
    return Unit(is_percent, bool(money), bool(_RATE.search(flat)), multiple)


def says_unit(heading: str) -> bool:
    """Whether the heading of a column says itself what its figures are."""
    unit = read_unit(heading)
    return unit.is_percent or unit.is_money or unit.is_rate


def is_rate(unit: str) -> bool:
    """Whether figures of this unit are rates or percentages, whose sum means nothing."""
    found = read_unit(unit)
    return found.is_rate or found.is_percent


def is_count(unit: str, figures: Iterable[Figure]) -> bool:
    """Whether these are whole numbers that are no rate, percentage or money."""
    found = read_unit(unit)
    if found.is_percent or found.is_money or found.is_rate:
        return False
    numbers = [each for each in figures if each.kind != "missing"]
    return bool(numbers) and all(
        each.kind == "number" and each.number is not None and not each.half and each.number % 1 == 0
        for each in numbers
    )
