"""A figure that somebody records, read and held against the days that it can be from."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, NotADate, read_day, read_span, say_day
from csplan.edit.wording import flat, paragraphs
from csplan.escape import quoted
from csplan.figures import Figure, read_figure
from csplan.load import is_ahead
from csplan.model import Figure as Typed
from csplan.model import read_word
from csplan.query import Place, starts_month


class NewFigure(NamedTuple):
    """A figure to be recorded; each text as it was typed, empty if nothing was said.

    `indicator` is its code, its name or the beginning of its name. Without `on` it became known
    on the day on which it is recorded.
    """

    indicator: str
    period: str
    value: str
    row: str = ""
    on: str = ""
    rating: str = ""
    note: str = ""
    explanation: str = ""
    corrective_action: str = ""


class Known(NamedTuple):
    """A figure that has been read: its period, the day on which it became known, its rating."""

    new: NewFigure
    days: Days
    figure: Figure
    on: date
    rating: str

    @property
    def remarks(self) -> dict[str, str]:
        """What is said of it beside its value, by the keys of a plan file."""
        said = {
            "rating": self.rating,
            "note": paragraphs(self.new.note),
            "explanation": paragraphs(self.new.explanation),
            "corrective_action": paragraphs(self.new.corrective_action),
        }
        return {key: text for key, text in said.items() if text}

    @property
    def entry(self) -> dict[str, str]:
        """All of it as it stands in a plan file."""
        on = say_day(self.on)
        return {"value": flat(self.new.value), "on": on, **self.remarks}

    @property
    def typed(self) -> Typed:
        """The same as a part of a plan."""
        return Typed.model_validate(self.entry)


def read_new(place: Place, new: NewFigure, today: date) -> tuple[Known | None, tuple[str, ...]]:
    """A figure as it is read in its plan, or all that is wrong with it."""
    days, no_period = _period(place, flat(new.period))
    figure = read_figure(flat(new.value), place.indicator.unit or "")
    on, no_day = _day(flat(new.on), today)
    rating, no_rating = (
        read_word(Typed, "rating", flat(new.rating)) if flat(new.rating) else ("",) * 2
    )
    problems = tuple(filter(None, (no_period, *_unread(new, figure), no_day, no_rating)))
    if problems or days is None or on is None:
        return None, problems
    return Known(new, days, figure, on, rating), ()


def _period(place: Place, typed: str) -> tuple[Days | None, str]:
    if not typed:
        return None, "no period is given; write the time that the figure is for, such as `2011/12`"
    try:
        return read_span(typed, starts_month(place.plan)), ""
    except NotADate as problem:
        return None, str(problem)


def _day(typed: str, today: date) -> tuple[date | None, str]:
    try:
        day = read_day(typed) if typed else today
    except NotADate as problem:
        return None, str(problem)
    is_to_come = f"{say_day(day)} is still to come; give the day on which the figure became known"
    return day, is_to_come if day > today else ""


def _unread(new: NewFigure, figure: Figure) -> Iterator[str]:
    if not flat(new.value):
        yield "no value is given; write the figure, or why there is none, such as `not published`"
    elif figure.kind == "wish":
        yield f"{quoted(new.value)} is an aim; write the number, or why there is none"
    elif figure.kind == "unreadable":
        yield figure.reason


def too_early(known: Known) -> str:
    """What is said of a figure from before the end of its period, if it cannot be; or nothing."""
    ends = known.days.last
    if known.on >= ends or is_ahead(known.figure):
        return ""
    return (
        f"{quoted(flat(known.new.value))} cannot have been known on {say_day(known.on)},"
        f" because {flat(known.new.period)} ends on {say_day(ends)}; correct the period or the"
        " day, or write `(part year)` or `(estimated)` after the figure"
    )
