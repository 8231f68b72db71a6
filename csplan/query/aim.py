"""What a target comes to: the number that is to be reached, from an earlier figure if need be."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from csplan.dates import NotADate, read_span
from csplan.escape import quoted
from csplan.figures import Change, Figure, Kind, Target, is_exact, say_number, say_rounded
from csplan.query.comparisons import before, earlier, length, of_days, year_before
from csplan.query.series import Point, Points

_HUNDRED = Decimal(100)
_PLACES = 4


class Aim(NamedTuple):
    """The number that is to be reached, what it is called, and whether it must be passed."""

    number: Decimal
    kind: Kind
    called: str
    strictly: bool


class History(NamedTuple):
    """What a change can be counted from: earlier figures, and the baseline."""

    series: Points
    baseline: Points
    starts_month: int

    def basis(self, change: Change, value: Point[Figure]) -> Point[Figure] | None:
        """The figure that a change of `value` is counted from, if there is one."""
        return next(self._found(change, value), None)

    def _found(self, change: Change, value: Point[Figure]) -> Iterator[Point[Figure]]:
        baseline = [each for each in reversed(self.baseline) if each.figure.counts]
        if change.period:
            yield from self._of(change.period)
            yield from (each for each in baseline if not each.days and change.basis == "baseline")
        elif change.basis == "year before":
            yield from filter(None, (year_before(self.series, value),))
        elif change.basis == "period before":
            yield from filter(None, (before(self.series, value),))
        elif change.basis == "baseline" or (change.size is not None and not change.basis):
            yield from baseline
        if not change.period and change.basis in ("", "each year"):
            yield from earlier(self.series, value)
            yield from baseline

    def _of(self, period: str) -> Iterator[Point[Figure]]:
        try:
            days = read_span(period, self.starts_month)
        except NotADate:
            return
        found = (of_days(self.series, days), of_days(self.baseline, days))
        yield from filter(None, found)


def aim_of(
    target: Target, value: Point[Figure], history: History, polarity: str, *, is_share: bool
) -> Aim | str:
    """What a figure is to reach by its target, or why that is not known."""
    typed = quoted(target.text)
    if target.sense == "missing":
        return f"no target: {target.reason}"
    if target.sense == "words":
        return f"the target {typed} is in words"
    if target.wants not in ("", polarity):
        return f"the target {typed} goes against `polarity: {polarity}`"
    if target.change is None:
        assert target.figure
        assert target.number is not None
        strictly = target.bound in ("under", "over")
        return Aim(
            target.number, target.figure.kind, f"the target of {say(target.figure)}", strictly
        )
    basis = history.basis(target.change, value)
    problem = _of_basis(target.change, value, basis, is_share=is_share)
    if problem or basis is None:
        return f"the target {typed} {problem}"
    return _changed(target.change, typed, basis, polarity)


def _of_basis(
    change: Change, value: Point[Figure], basis: Point[Figure] | None, *, is_share: bool
) -> str:
    """What keeps a figure from being compared with another one, or nothing."""
    if basis is None:
        wanted = f"a figure for {change.period}" if change.period else "an earlier figure"
        return f"needs {wanted} to compare with"
    named = quoted(basis.figure.text)
    if not is_exact(basis.figure):
        return f"needs an exact figure to compare with, and {named} is none"
    if change.in_points and "percent" not in (basis.figure.kind, value.figure.kind):
        return f"is in points, and {named} is no percentage"
    return _of_periods(basis, value, is_share=is_share)


def _of_periods(basis: Point[Figure], value: Point[Figure], *, is_share: bool) -> str:
    if not (basis.days and value.days):
        return ""
    if basis.days.last >= value.days.last:
        return f"is for what comes after {basis.period}"
    if not is_share and length(basis.days) != length(value.days):
        return f"compares with {basis.period}, which is not as long as {value.period}"
    return ""


def _changed(change: Change, typed: str, basis: Point[Figure], polarity: str) -> Aim:
    number, kind = basis.figure.number, basis.figure.kind
    assert number is not None
    since = f"{say(basis.figure)}{f' for {basis.period}' if basis.period else ''}"
    if change.size is None:
        return Aim(number, kind, since, strictly=change.aims != "no change")
    size = change.size if change.in_points else abs(number) * change.size / _HUNDRED
    aimed = number + (size if polarity == "increase" else -size)
    called = f"{say_like(aimed, basis.figure)}, which is {typed} from {since}"
    return Aim(aimed, kind, called, strictly=False)


def say(figure: Figure) -> str:
    """The number of a figure."""
    assert figure.number is not None
    return say_number(figure.number, figure.kind)


def say_like(number: Decimal, figure: Figure) -> str:
    """A number that was worked out, in the unit of a figure."""
    rounded = Decimal(say_rounded(number, _PLACES).replace(",", ""))
    return say_number(rounded, figure.kind)
