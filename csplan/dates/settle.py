"""Which days the dates in one due box mean, taken together and within the plan."""

from collections.abc import Sequence
from typing import NamedTuple

from csplan.dates.compound import Either, Turned, is_unsure
from csplan.dates.days import ONE_DAY, Days, NotADate, say_day, spread
from csplan.dates.doubts import Use, by, no_year, several, several_dates, without_year
from csplan.dates.term import plan_year, plan_year_of
from csplan.dates.when import Frame, Kind, When

_WIDE_KINDS = ("quarter", "part", "year")

Option = tuple[When, tuple[Days, ...]]


class Settled(NamedTuple):
    """The days that some wordings mean, in what kind and words, and what is wrong with them.

    `reading` is how they were read; `days` is None if no year is known.
    """

    kind: Kind
    days: Days | None
    reading: str
    doubt: str = ""
    clash: str = ""


def settle(whens: Sequence[When], frame: Frame, text: str, use: Use = "due by") -> Settled:
    """What `whens`, at least one, mean together; NotADate if they are several dates.

    `use` says which of several days is used: the last that it could mean, or the first.
    """
    narrow = [w.narrowed(frame) if isinstance(w, Either) else w for w in dict.fromkeys(whens)]
    dated = [when for when in narrow if when.dated]
    context = Frame(frame.starts_month, _around(dated, frame)) if dated else frame
    options = [(w, w.possible(frame if w.dated else context)) for w in narrow]
    missing = [when for when, days in options if not days]
    if missing:
        reading = f"{missing[0].name or 'a date'}, in a year that is not given"
        return Settled(missing[0].kind, None, reading, no_year(missing[0], frame, text))
    options.sort(key=lambda option: option[1][0].last - option[1][0].first)
    found = _agreed(options, text)
    doubt = ""
    if not found.clash and (len(found.runs) > 1 or any(is_unsure(when) for when in narrow)):
        shown = [found.when.written(run, frame.starts_month) for run in found.runs]
        doubt = several(text, found.span, use, shown)
    elif not found.clash and not dated and _needs_year(options, found):
        doubt = without_year(text, found.span)
    return Settled(found.kind, found.span, _reading(found), doubt, found.clash)


class _Agreement(NamedTuple):
    kind: Kind
    when: When
    runs: tuple[Days, ...]
    clash: str = ""

    @property
    def span(self) -> Days:
        return spread(self.runs)


def _needs_year(options: Sequence[Option], found: _Agreement) -> bool:
    """Whether a day or month lacks its year; in `Q2 (July to September)` the quarter will do."""
    if any(not when.needs_year and runs == found.runs for when, runs in options):
        return False
    return any(when.needs_year for when, _ in options)


def _around(dated: Sequence[When], frame: Frame) -> Days | None:
    """Where a wording without a year belongs if another one has it: in the same plan year."""
    years = [when for when in dated if when.kind == "year"]
    days = [run for when in years or dated for run in when.possible(frame)]
    if years or not days:
        return spread(tuple(days)) if days else None
    first = plan_year_of(days[0].first, frame.starts_month)
    return plan_year(first, frame.starts_month)


def _agreed(options: Sequence[Option], text: str) -> _Agreement:
    """The narrowest wording, if the wider ones hold it."""
    when, runs = options[0]
    found = _Agreement(when.kind, when, runs)
    for wide, wide_runs in options[1:]:
        inside = tuple(run for run in found.runs if any(w.holds(run) for w in wide_runs))
        if inside:
            found = found._replace(runs=inside)
        elif wide.kind in _WIDE_KINDS and wide.kind != found.kind:
            found = _clash(found, wide, wide_runs)
        else:
            raise NotADate(several_dates(text, f" ({found.span}; {spread(wide_runs)})"))
    return found


def _clash(found: _Agreement, wide: When, wide_runs: tuple[Days, ...]) -> _Agreement:
    days = found.span.joined(spread(wide_runs))
    narrow = str(found.span) if len(found.runs) == 1 else found.when.name
    around = str(wide_runs[0]) if len(wide_runs) == 1 else ""
    called = f"{wide.name} ({around})" if wide.name and around else wide.name or around
    clash = (
        f"{narrow} is not in {called}; it was read as due {by(days)}, the later of the two;"
        " write only the one that is right"
    )
    return found._replace(kind=wide.kind, runs=(days,), clash=clash)


def _reading(found: _Agreement) -> str:
    end, days, name = by(found.span), found.span, found.when.name
    if found.clash or len(found.runs) > 1:
        return f"{end}, the last day that it could mean"
    if isinstance(found.when, Turned) and found.when.turn == "before":
        return f"{end}, the day before {say_day(days.last + ONE_DAY)}"
    if found.kind in ("day", "month"):
        return end
    if name.startswith("the end of"):
        return f"{end}, {name}"
    return f"{end}, the last day of " + (f"{name} ({days})" if name else str(days))
