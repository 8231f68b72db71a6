"""What differs in the figures, targets and baselines of an indicator, period by period."""

from collections.abc import Iterator, Mapping

from csplan.dates import Days, NotADate, read_span
from csplan.escape import one_line
from csplan.load import revisions
from csplan.model import EVERY_PERIOD, Figure, Measure
from csplan.query.differences.shapes import Changed
from csplan.query.differences.values import compare_keys, listed

Said = Mapping[Days | str, tuple[str, Figure]]
"""The last figures by the days of their period, or by its text; with the period as written."""
_IN_ITS_TEXT = frozenset({"value", "rating"})


def compare_aims(old: Measure, new: Measure, months: tuple[int, int]) -> Iterator[Changed]:
    """Targets and baselines that differ; `months` are those in which the plans' years begin."""
    for key in ("target", "baseline"):
        yield from _aims(key, *_series(key, old, new, months))


def compare_figures(old: Measure, new: Measure, months: tuple[int, int]) -> Iterator[Changed]:
    """Figures that were revised one by one; those added or taken out in one line."""
    before, after = _series("values", old, new, months)
    yield from _figures(before, after)


def _series(key: str, old: Measure, new: Measure, months: tuple[int, int]) -> tuple[Said, Said]:
    before, after = getattr(old, key), getattr(new, key)
    return _said(before, months[0]), _said(after, months[1])


def _said(series: Mapping[str, tuple[Figure, ...]], month: int) -> Said:
    """What each period came to in the end, with every revision."""
    return {
        _days(period, month): (period, revisions(typed, None, "")[-1].typed)
        for period, typed in series.items()
    }


def _text(each: Figure | None) -> str:
    if each is None:
        return ""
    return f"{one_line(each.value)} ({each.rating})" if each.rating else one_line(each.value)


def _days(period: str, month: int) -> Days | str:
    try:
        return read_span(period, month)
    except NotADate:
        return one_line(period).casefold()


def _aims(what: str, old: Said, new: Said) -> Iterator[Changed]:
    """A target or baseline for each period; those of years that came or went are told too."""
    for days in dict.fromkeys((*old, *new)):
        period, before = old.get(days, ("", None))
        other, after = new.get(days, ("", None))
        name = other or period
        yield from _figure(f"{what} for {name}" if name != EVERY_PERIOD else what, before, after)


def _figures(old: Said, new: Said) -> Iterator[Changed]:
    for days, (period, after) in new.items():
        if days in old:
            yield from _figure(f"figure for {period or 'every period'}", old[days][1], after)
    gone, more = (
        [
            ": ".join(filter(None, (period, _text(figure))))
            for days, (period, figure) in some.items()
            if days not in other
        ]
        for some, other in ((old, new), (new, old))
    )
    yield from listed("figures", gone, more)


def _figure(what: str, old: Figure | None, new: Figure | None) -> Iterator[Changed]:
    """A figure that differs, and what is said of one that is in both plans."""
    if _text(old) != _text(new):
        yield Changed(what, _text(old), _text(new))
    if old and new:
        yield from compare_keys(old, new, _IN_ITS_TEXT, f"{what}, ")
