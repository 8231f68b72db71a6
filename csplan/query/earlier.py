"""How far a value moved since an earlier one, and which way."""

from decimal import Decimal
from typing import NamedTuple

from csplan.figures import Figure, is_exact
from csplan.query.comparisons import direction_of
from csplan.query.rating import say_apart


class Earlier(NamedTuple):
    """An earlier figure that the latest, `value`, is compared with.

    `computed` is the rating that it had. What is said of the two is worked out when it is asked
    for, because most of those who read a plan ask for other things.
    """

    period: str
    figure: Figure
    value: Figure
    polarity: str
    computed: str

    @property
    def _apart(self) -> Decimal | None:
        """By how much the value is more; None if the two are not alike."""
        value, other = self.value, self.figure
        is_like = is_exact(value) and is_exact(other) and value.kind == other.kind
        if not is_like or value.number is None or other.number is None:
            return None
        return value.number - other.number

    @property
    def travel(self) -> str:
        """The direction of travel since then by polarity, or nothing."""
        apart = self._apart
        if apart is None or self.polarity not in ("increase", "decrease"):
            return ""
        return direction_of(apart if self.polarity == "increase" else -apart)

    @property
    def moved(self) -> str:
        """How far the value moved: `down 859 (17.7%) since 2010/11`; or nothing."""
        apart = self._apart
        if apart is None:
            return ""
        assert self.figure.number is not None
        way = f"{'up' if apart > 0 else 'down'} {say_apart(self.value, self.figure.number)}"
        return f"{way if apart else 'unchanged'} since {self.period}"


_NONE = Figure("", None, "missing")
NOTHING_EARLIER = Earlier("", _NONE, _NONE, "", "")
