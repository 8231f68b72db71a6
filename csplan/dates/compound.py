"""Wordings made of others: a part of one, a range from one to another, a choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from csplan.dates.days import ONE_DAY, Days, NotADate, whole_months
from csplan.dates.when import Frame, Kind, Plain, When

Turn = Literal["early", "mid", "late", "end", "before", "week from", "week to"]
"""A part of a wording, the last day before it, or the week that begins or ends with it."""
_THIRDS: dict[str, int] = {"early": 0, "mid": 1, "late": 2}
_SIX_DAYS = timedelta(days=6)
_TWO_YEARS = timedelta(days=731)


@dataclass(frozen=True, slots=True)
class Turned(Plain):
    """Part of another wording, or a day or week beside it."""

    inner: When
    turn: Turn

    @property
    def kind(self) -> Kind:
        """A part, save that `before` gives an exact day."""
        return "day" if self.turn == "before" else "part"

    @property
    def name(self) -> str:
        """`early 2011`, `the end of 2010/11`, or for days and weeks nothing."""
        if self.turn in ("before", "week from", "week to"):
            return ""
        return f"{'the end of' if self.turn == 'end' else self.turn} {self.inner.name}"

    @property
    def dated(self) -> bool:
        """Whether it says its year."""
        return self.inner.dated

    @property
    def needs_year(self) -> bool:
        """As for what is turned."""
        return self.inner.needs_year

    def possible(self, frame: Frame) -> tuple[Days, ...]:
        """The turned days of each run that the inner wording could mean."""
        return tuple(_turn(days, self.turn) for days in self.inner.possible(frame))


def _turn(days: Days, turn: Turn) -> Days:
    if turn == "before":
        eve = days.first - ONE_DAY
        return Days(eve, eve)
    if turn == "week from":
        return Days(days.first, days.first + _SIX_DAYS)
    if turn == "week to":
        return Days(days.last - _SIX_DAYS, days.last)
    if turn == "end":
        return whole_months(days.last.year, days.last.month)
    third = _THIRDS[turn]
    if days.months == 1:
        first = days.first.replace(day=1 + 10 * third)
        return Days(first, days.last if turn == "late" else first.replace(day=10 * (third + 1)))
    length = days.months // 3
    return whole_months(days.first.year, days.first.month + third * length, length)


@dataclass(frozen=True, slots=True)
class Range(Plain):
    """From one wording to another; the one that has no year takes it from the other."""

    left: When
    right: When
    name: str = ""

    @property
    def kind(self) -> Kind:
        """Years make years; all else is a part."""
        return "year" if self.left.kind == self.right.kind == "year" else "part"

    @property
    def dated(self) -> bool:
        """Whether either end says its year."""
        return self.left.dated or self.right.dated

    @property
    def needs_year(self) -> bool:
        """Whether neither end has a year and one is a day or a month."""
        return not self.dated and (self.left.needs_year or self.right.needs_year)

    def possible(self, frame: Frame) -> tuple[Days, ...]:
        """Each pair of ends that belong together; NotADate if it ends before it begins."""
        if self.right.dated and not self.left.dated:
            pairs = [(self._start(end, frame), end) for end in self.right.possible(frame)]
        else:
            starts = self.left.possible(frame)
            pairs = [(start, self._end(start, frame)) for start in starts]
        return tuple(_between(start, end) for start, end in pairs)

    def _start(self, end: Days, frame: Frame) -> Days:
        near = Frame(frame.starts_month, Days(end.first - _TWO_YEARS, end.last))
        return _one_of([d for d in self.left.possible(near) if d.first <= end.first], -1)

    def _end(self, start: Days, frame: Frame) -> Days:
        if self.right.dated:
            return _one_of(self.right.possible(frame), -1)
        near = Frame(frame.starts_month, Days(start.first, start.last + _TWO_YEARS))
        return _one_of([d for d in self.right.possible(near) if start.last <= d.last], 0)


def _one_of(days: Sequence[Days], place: int) -> Days:
    if not days:
        raise NotADate("the range has no such day near its other end; write both ends with a year")
    return days[place]


def _between(start: Days, end: Days) -> Days:
    if end.last < start.first:
        raise NotADate(f"`{end}` is before `{start}`; check the years of the range")
    return Days(start.first, end.last)


@dataclass(frozen=True, slots=True)
class Either(Plain):
    """A wording that could be any of several, widest first; the plan decides where it can."""

    options: tuple[When, ...]
    name: str = ""
    dated: bool = True
    needs_year: bool = False

    @property
    def kind(self) -> Kind:
        """That of the widest."""
        return self.options[0].kind

    def narrowed(self, frame: Frame) -> When:
        """Itself with only the options that share a day with the frame, if there are any."""
        within = frame.within
        if within is None:
            return self
        good = [o for o in self.options if any(within.shared(d) for d in o.possible(frame))]
        return good[0] if len(good) == 1 else Either(tuple(good or self.options))

    def possible(self, frame: Frame) -> tuple[Days, ...]:
        """All days that any option could mean."""
        return tuple(sorted({d for o in self.options for d in o.possible(frame)}))


def is_unsure(when: When) -> bool:
    """Whether some part of it could be any of several."""
    match when:
        case Range():
            return is_unsure(when.left) or is_unsure(when.right)
        case Turned():
            return is_unsure(when.inner)
        case _:
            return isinstance(when, Either)
