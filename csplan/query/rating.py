"""A figure against its target: the rating that the plan's own key gives, and the arithmetic."""

from decimal import Decimal
from typing import NamedTuple

from csplan.escape import quoted
from csplan.figures import Figure, is_exact, read_figure, say_rounded
from csplan.query.aim import Aim, say, say_like
from csplan.query.series import Point

_HUNDRED = Decimal(100)
_PLACES = 4
_KINDS = {"number": "a number", "percent": "a percentage", "money": "money"}
_BELOW, _ABOVE, _OPEN = ("under", "at most", "up to"), ("over", "at least"), ("under", "over")


class Judged(NamedTuple):
    """A rating with its arithmetic in one sentence, or why there is none."""

    rating: str = ""
    arithmetic: str = ""
    why_not: str = ""


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


UNSAID = "it misses its target, and the key does not say how far amber reaches"
"""Why what is not green is neither amber nor red."""


def judge(
    value: Point[Figure],
    aim: Aim,
    polarity: str,
    tolerance: Tolerance | None,
    period: str = "",
) -> Judged:
    """How a figure stands to what is aimed at; `polarity` is `increase` or `decrease`.

    `period` is said with the figure if it is not the latest one.
    """
    figure = value.figure
    if aim.kind != figure.kind:
        words = f"the figure is {_KINDS[figure.kind]} and the target {_KINDS[aim.kind]}"
        return Judged(why_not=words)
    for_period = f" for {period}" if period else ""
    if not is_exact(figure):
        return _of_bound(figure, aim, polarity, tolerance, for_period)
    assert figure.number is not None
    missed = _missed(figure.number, aim, polarity)
    rating = _rating(missed, aim, tolerance, is_open=False)
    words = _sentence(figure, aim, for_period, is_met=rating == "green")
    if rating == "green" or tolerance is None:
        return Judged(rating, words, "" if rating else UNSAID)
    words += f"; amber reaches {tolerance.text}"
    # Some keys say per cent of the target and mean percentage points.
    is_near = tolerance.of_target and missed <= tolerance.number and figure.kind == "percent"
    if rating == "red" and is_near:
        typed = f"{say_rounded(tolerance.number)}%"
        words += (
            f" of the target; if the {typed} of the key meant percentage points, it would be amber"
        )
    return Judged(rating, words)


def _missed(number: Decimal, aim: Aim, polarity: str) -> Decimal:
    return aim.number - number if polarity == "increase" else number - aim.number


def _rating(missed: Decimal, aim: Aim, tolerance: Tolerance | None, *, is_open: bool) -> str:
    """The rating of what misses its aim by so much, or, if `is_open`, by just more than that."""
    if missed < 0 or (missed == 0 and not aim.strictly and not is_open):
        return "green"
    if tolerance is None:
        return ""
    reach = tolerance.reach(aim.number)
    return "amber" if missed < reach or (missed == reach and not is_open) else "red"


def _of_bound(
    figure: Figure, aim: Aim, polarity: str, tolerance: Tolerance | None, for_period: str
) -> Judged:
    """The rating of a figure such as `<5`, if all that it can mean has the same one."""
    marks = figure.marks
    is_below, is_above = not marks.isdisjoint(_BELOW), not marks.isdisjoint(_ABOVE)
    typed = f"{quoted(figure.text)}{for_period}"
    unsure = Judged(why_not=f"{typed} is not exact enough to be held against {aim.called}")
    assert figure.number is not None
    if is_below == is_above or "about" in marks:
        return unsure
    missed = _missed(figure.number, aim, polarity)
    is_open = not marks.isdisjoint(_OPEN)
    if is_below == (polarity == "decrease"):
        is_met = missed < 0 or (missed == 0 and (is_open or not aim.strictly))
        words = f"all that {typed} can mean reaches {aim.called}"
        return Judged("green", words) if is_met else unsure
    rating = _rating(missed, aim, tolerance, is_open=is_open)
    if tolerance is None or rating != "red":
        return unsure
    words = f"all that {typed} can mean misses {aim.called}; amber reaches {tolerance.text}"
    return Judged("red", words)


def _sentence(value: Figure, aim: Aim, for_period: str, *, is_met: bool) -> str:
    assert value.number is not None
    apart = value.number - aim.number
    said = f"{say(value)}{for_period}"
    if not apart:
        return f"{said} is exactly {aim.called}"
    below = "under" if is_met else "short of"
    side = below if apart < 0 else "over"
    return f"{said} is {say_apart(value, aim.number)} {side} {aim.called}"


def say_apart(value: Figure, other: Decimal) -> str:
    """How far a figure is from a number: `8 points (29.6%)`, `859 (17.7%)`, `£54,000 (16.8%)`."""
    assert value.number is not None
    apart = abs(value.number - other)
    if value.kind == "percent":
        words = f"{say_rounded(apart, _PLACES)} {'point' if apart == 1 else 'points'}"
    else:
        words = say_like(apart, value)
    return f"{words} ({say_rounded(apart / abs(other) * _HUNDRED)}%)" if other else words
