"""A figure as it was read, and how numbers are printed."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal, NamedTuple

Kind = Literal["number", "percent", "money", "missing", "wish", "unreadable"]
ZERO = Decimal(0)
LOOSE = frozenset({"about", "up to", "over", "under", "at least", "at most"})
"""The marks of figures that bound or approach a number, and so can't be added up or compared."""


class Figure(NamedTuple):
    """A figure: what was typed, and how it was read.

    `number` is None if there is none or it cannot be read. `half` is how far off rounding can be:
    half of the last place, or 0 for whole counts, pounds and pence. `mark` says what kind of figure
    it is if it is not a plain one: `provisional`, `to be confirmed`, `about`, or several parted by
    commas. `reason` says why a figure is missing, or what cannot be read and what to write instead.
    """

    text: str
    number: Decimal | None
    kind: Kind
    half: Decimal = ZERO
    mark: str = ""
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is a figure that can be compared: a number, a percentage or money."""
        return self.kind in ("number", "percent", "money")

    @property
    def marks(self) -> frozenset[str]:
        """Each of its marks."""
        return frozenset(self.mark.split(", ")) if self.mark else frozenset()


def is_exact(figure: Figure) -> bool:
    """Whether it gives a number that is neither about nor a bound."""
    return figure.counts and LOOSE.isdisjoint(figure.marks)


def say_number(number: Decimal, kind: str) -> str:
    """`1,236,586`, `27.0%`, `£1,236,586`, `-17.7`; `read_figure` reads it back."""
    sign, size = ("-" if number < 0 else ""), number.copy_abs()
    if kind == "percent":
        return f"{sign}{size:,f}%"
    if kind != "money":
        return f"{sign}{size:,f}"
    exponent = size.as_tuple().exponent
    return f"{sign}£{size:,f}{'0' if exponent == -1 else ''}"


def say_rounded(number: Decimal, places: int = 1) -> str:
    """A number of at most so many places, without noughts at its end: `17.7`, `8`."""
    last = Decimal(1).scaleb(-places)
    # As many digits as the number has: rounding a long one must not fail.
    with localcontext() as context:
        context.prec = max(context.prec, number.adjusted() + places + 2)
        rounded = number.quantize(last, ROUND_HALF_UP).normalize() + 0
    return f"{rounded:,f}"
