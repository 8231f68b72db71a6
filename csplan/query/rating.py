"""A figure against its target: the rating that the plan's own key gives, and the arithmetic."""

from decimal import Decimal
from typing import NamedTuple

from csplan.escape import quoted
from csplan.figures import Figure, read_figure, say_number, say_rounded
from csplan.query.series import Point

_HUNDRED = Decimal(100)
_PLACES = 4


class Judged(NamedTuple):
    """A rating with its arithmetic in one sentence, or why there is none."""

    rating: str = ""
    arithmetic: str = ""
    why_not: str = ""


class Aim(NamedTuple):
    """The number that is to be reached, what it is called, and whether it must be passed."""

    number: Decimal
    called: str
    strictly: bool


class Tolerance(NamedTuple):
    """How far from its target a figure may be and be amber."""

    text: str
    number: Decimal
    of_target: bool

    def reach(self, target: Decimal) -> Decimal:
        """The tolerance in the unit of the figure."""
        return abs(target) * self.number / _HUNDRED if self.of_target else self.number


def read_tolerance(text: str) -> Tolerance | None:
    """`5%` of the target, or `5 points` or `5` in the unit of the figure; None if it is neither."""
    figure = read_figure(text)
    if not figure.counts or figure.number is None or figure.number < 0:
        return None
    of_target = figure.kind == "percent" and "point" not in text.lower()
    return Tolerance(text.strip(), figure.number, of_target)


def judge(
    value: Point, target: Point, basis: Point | None, polarity: str, tolerance: Tolerance | None
) -> Judged:
    """How a figure stands to its target. `basis` is what a target in words compares it with.

    `polarity` is `increase` or `decrease`.
    """
    number = value.figure.number
    aim = _aim(target, basis, polarity)
    if isinstance(aim, str) or number is None:
        return Judged(why_not=str(aim))
    compared = basis.figure if basis and target.figure.kind == "wish" else target.figure
    if compared.kind != value.figure.kind:
        words = f"the figure is {_KINDS[value.figure.kind]} and the target {_KINDS[compared.kind]}"
        return Judged(why_not=words)
    missed = aim.number - number if polarity == "increase" else number - aim.number
    is_met = missed < 0 or (missed == 0 and not aim.strictly)
    words = _sentence(value.figure, aim, is_met=is_met)
    if is_met:
        return Judged("green", words)
    if tolerance is None:
        return Judged(
            "", words, "it misses its target, and the key does not say how far amber reaches"
        )
    rating = "amber" if missed <= tolerance.reach(aim.number) else "red"
    words += f"; amber reaches {tolerance.text}"
    # Some keys say per cent of the target and mean percentage points.
    if rating == "red" and tolerance.of_target and missed <= tolerance.number and _is_share(value):
        words += f" of the target ({say_rounded(tolerance.number)} points would make it amber)"
    return Judged(rating, words)


def _is_share(value: Point) -> bool:
    return value.figure.kind == "percent"


_KINDS = {"number": "a number", "percent": "a percentage", "money": "money"}


def _aim(target: Point, basis: Point | None, polarity: str) -> Aim | str:
    """What is to be reached, or why that is not known."""
    figure = target.figure
    if figure.kind != "wish":
        if figure.kind == "unreadable":
            return f"the target {quoted(figure.text)} is in words"
        if figure.number is None:
            return f"no target: {figure.reason}"
        strictly = figure.mark in ("under", "over")
        return Aim(figure.number, f"the target of {_say(figure)}", strictly)
    if not figure.aims:
        return f"the target {quoted(figure.text)} gives no figure to compare with"
    if basis is None or basis.figure.number is None:
        return f"the target {quoted(figure.text)} needs an earlier figure to compare with"
    return _relative(figure, basis, polarity)


def _relative(figure: Figure, basis: Point, polarity: str) -> Aim | str:
    """`Annual decrease` and `reduce by 5%`, from the figure that they compare with."""
    if figure.aims in ("increase", "decrease") and figure.aims != polarity:
        return f"the target {quoted(figure.text)} goes against `polarity: {polarity}`"
    number = basis.figure.number
    assert number is not None
    since = f"{_say(basis.figure)}{f' for {basis.period}' if basis.period else ''}"
    if figure.number is None:
        return Aim(number, since, strictly=figure.aims != "no change")
    share = figure.number if polarity == "increase" else -figure.number
    aimed = number + abs(number) * share / _HUNDRED
    called = _say_like(aimed, basis.figure)
    return Aim(aimed, f"{called}, which is {quoted(figure.text)} from {since}", strictly=False)


def _sentence(value: Figure, aim: Aim, *, is_met: bool) -> str:
    assert value.number is not None
    apart = value.number - aim.number
    if not apart:
        return f"{_say(value)} is exactly {aim.called}"
    below = "under" if is_met else "short of"
    side = below if apart < 0 else "over"
    return f"{_say(value)} is {say_apart(value, aim.number)} {side} {aim.called}"


def say_apart(value: Figure, other: Decimal) -> str:
    """How far a figure is from a number: `8 points (29.6%)`, `859 (17.7%)`, `£54,000 (16.8%)`."""
    assert value.number is not None
    apart = abs(value.number - other)
    if value.kind == "percent":
        words = f"{say_rounded(apart, _PLACES)} {'point' if apart == 1 else 'points'}"
    else:
        words = _say_like(apart, value)
    return f"{words} ({say_rounded(apart / abs(other) * _HUNDRED)}%)" if other else words


def _say(figure: Figure) -> str:
    assert figure.number is not None
    return say_number(figure.number, figure.kind)


def _say_like(number: Decimal, figure: Figure) -> str:
    """A number that was worked out, in the unit of a figure."""
    rounded = Decimal(say_rounded(number, _PLACES).replace(",", ""))
    return say_number(rounded, figure.kind)
