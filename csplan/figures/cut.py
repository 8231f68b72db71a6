"""What was typed, cut at its first number."""

import re
from typing import NamedTuple

_START = re.compile(r"[-+]? ?£? ?[-+]? ?\.?[0-9]")
_SIGNS = re.compile(r"([-+]?) ?(£?) ?([-+]?) ?")
_DIGITS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9.,]+")
_MULTIPLE = re.compile(r"(?:(k|mn?|bn)| (thousand|million|billion))\b", re.IGNORECASE)
_MULTIPLE_OF_MONEY = re.compile(r" ?(k|mn?|bn|thousand|million|billion)\b", re.IGNORECASE)
_POWERS = {"k": 3, "t": 3, "m": 6, "b": 9}
_PERCENT = re.compile(r" ?(?:%|per ?cent\b|pc\b)", re.IGNORECASE)


class Parts(NamedTuple):
    """A text cut at its first number, which is `digits` as typed times ten to the `power`."""

    before: str
    sign: str
    pound: bool
    digits: str
    power: int
    percent: bool
    after: str


def cut(text: str) -> Parts | None:
    """The parts of a text on one line; None if there is no number in it."""
    start = _START.search(text)
    if start is None:
        return None
    before, rest = text[: start.start()].strip(), text[start.start() :]
    signs = _SIGNS.match(rest)
    assert signs
    digits = _DIGITS.match(rest, signs.end())
    assert digits
    typed = digits[0].rstrip(".,")
    power, percent, place = _scale(rest, digits.start() + len(typed), is_money=bool(signs[2]))
    sign = signs[1] + signs[3]
    return Parts(before, sign, bool(signs[2]), typed, power, percent, rest[place:])


def _scale(text: str, place: int, *, is_money: bool) -> tuple[int, bool, int]:
    multiple = (_MULTIPLE_OF_MONEY if is_money else _MULTIPLE).match(text, place)
    power = _POWERS[(multiple[1] or multiple[2])[0].lower()] if multiple else 0
    place = multiple.end() if multiple else place
    percent = _PERCENT.match(text, place)
    return power, bool(percent), percent.end() if percent else place
