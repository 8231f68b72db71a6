"""The figures of one series as they are recorded one after the other, and the changes that make."""

from datetime import date
from typing import Literal, NamedTuple

from csplan.dates import Days, NotADate, read_span, say_day
from csplan.edit.changes import Change, Insert, Put
from csplan.edit.figure import Known, too_early
from csplan.edit.wording import flat
from csplan.escape import quoted
from csplan.figures import Figure, read_figure
from csplan.load import Revision, revisions
from csplan.model import EVERY_PERIOD
from csplan.model import Figure as Typed
from csplan.query import Place, starts_month
from csplan.query.series import order

Outcome = Literal["new", "revised", "added to", "same"]


class Booked(NamedTuple):
    """What comes of a figure: the period as the plan has it, what was there, and the changes."""

    outcome: Outcome
    period: str
    before: str
    changes: tuple[Change, ...]


class Ledger:
    """The series of an indicator or a row, into which figures are entered in turn."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._unit = place.indicator.unit or ""
        self._route = (*place.route, "values")
        self._is_there = place.file.tree.holds(self._route)
        self._periods = {period: list(figures) for period, figures in place.measure.values.items()}

    def enter(self, known: Known) -> Booked | str:
        """The figure in its place, or what keeps it from there."""
        if EVERY_PERIOD in self._periods:
            return self._no_periods()
        period = next((each for each in self._periods if self._days(each) == known.days), "")
        latest = self._latest(period) if period else None
        if latest and _is_same(self._read(latest.typed), known.figure):
            return self._add(period, latest, known)
        problem = too_early(known) or (self._too_late(latest, known) if latest else "")
        if problem:
            return problem
        return self._revise(period, latest, known) if latest else self._open(known)

    def _no_periods(self) -> str:
        value = self._periods[EVERY_PERIOD][-1].value
        line = self._place.file.tree.locate(self._route).line
        return (
            f"it has one figure for every period, {quoted(value)}; write that under its own period"
            f" first, such as `2010/11: {flat(value)}`, at {self._place.file.path}:{line}"
        )

    def _days(self, period: str) -> Days | None:
        try:
            return read_span(period, starts_month(self._place.plan))
        except NotADate:
            return None

    def _latest(self, period: str) -> Revision:
        return revisions(self._periods[period], self._days(period), self._unit)[-1]

    def _read(self, typed: Typed) -> Figure:
        return read_figure(typed.value, self._unit)

    def _too_late(self, latest: Revision, known: Known) -> str:
        # A reason without a day is from any time before there was a figure.
        since = latest.known if latest.on or self._read(latest.typed).counts else date.min
        if known.on >= since:
            return ""
        return (
            f"{quoted(latest.typed.value)} is there since {say_day(since)}, which is after"
            f" {say_day(known.on)}; give the day on which the new figure became known"
        )

    def _open(self, known: Known) -> Booked:
        """A period that has no figure yet, in the order of time that the series is in."""
        period, at = flat(known.new.period), self._place_of(known.days)
        change = Put(self._route, period, known.entry, at)
        if not self._is_there:
            change = Put(self._place.route, "values", {period: known.entry})
        self._is_there = True
        pairs = list(self._periods.items())
        pairs.insert(len(pairs) if at is None else at, (period, [known.typed]))
        self._periods = dict(pairs)
        return Booked("new", period, "", (change,))

    def _place_of(self, days: Days) -> int | None:
        found = [(number, self._days(each)) for number, each in enumerate(self._periods)]
        dated = [(number, order(each)) for number, each in found if each]
        is_newest_first = len(dated) > 1 and dated[0][1] > dated[-1][1]
        mine = order(days)
        later = (
            number for number, each in dated if (each < mine if is_newest_first else each > mine)
        )
        return next(later, None)

    def _revise(self, period: str, latest: Revision, known: Known) -> Booked:
        self._periods[period].append(known.typed)
        change = Insert((*self._route, period), known.entry)
        return Booked("revised", period, latest.typed.value, (change,))

    def _add(self, period: str, latest: Revision, known: Known) -> Booked:
        """What is said of a figure that is there already."""
        new = {
            key: text
            for key, text in known.remarks.items()
            if (getattr(latest.typed, key) or "").strip() != text
        }
        if not new:
            return Booked("same", period, latest.typed.value, ())
        whole = {**latest.typed.model_dump(exclude_none=True), **new}
        self._periods[period][latest.number] = Typed.model_validate(whole)
        at = (*self._route, period, latest.number)
        changes = tuple(Put(at, key, text, line_key="value") for key, text in new.items())
        return Booked("added to", period, latest.typed.value, changes)


def _is_same(one: Figure, other: Figure) -> bool:
    return one.counts == other.counts and (
        (one.kind, one.number, one.marks) == (other.kind, other.number, other.marks)
        and one.reason.casefold() == other.reason.casefold()
    )
