"""The reader of figures: numbers, and what is missing and why."""

from decimal import Decimal
from functools import lru_cache

from csplan.escape import one_line, quoted
from csplan.figures.cut import Parts, cut
from csplan.figures.figure import ZERO, Figure, Kind
from csplan.figures.units import Unit, is_rate, read_unit
from csplan.figures.unread import not_a_figure, outside_brackets, why_unread
from csplan.figures.wording import AFTER, BEFORE, NOUGHT, is_wish, marks_in, why_missing

# Rules read a series one after the other, so a cache that a large series does not fit into would
# be of no use to any of them.
_CACHED = 65_536
_LONGEST = 200
_SAME = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-") | {
    ord("\uff05"): "%",
    ord("\uffe1"): "£",
}
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_PENCE = 2
_HALF = Decimal("0.5")
_WORDS_OF_A_WISH = 2


def flattened(text: str) -> str:
    """A text on one line, with one sort of dash and without what cannot be seen."""
    return one_line(text.translate(_ZERO_WIDTH).translate(_SAME))


@lru_cache(_CACHED)
def read_figure(text: str, unit: str = "") -> Figure:
    """`text` as a figure; a bare number under a unit such as `%` or `£000` is one of that.

    Any text at all has an answer: what cannot be read is `unreadable`, and its `reason` says what
    to write instead. What asks for a change is a `wish`; `read_target` reads those.
    """
    if len(text) > _LONGEST:
        reason = (
            f"{quoted(text)} is too long for a figure; write the number, and the rest in a note"
        )
        return Figure(text, None, "unreadable", reason=reason)
    flat = flattened(text)
    if reason := why_missing(flat):
        return Figure(text, None, "missing", reason=reason)
    if flat.lower() in NOUGHT:
        return read_figure("0", unit)._replace(text=text)
    parts = cut(flat)
    if _is_wish(flat, parts):
        return Figure(text, None, "wish")
    reason = why_unread(parts, flat) if parts else not_a_figure(flat)
    if reason or not parts:
        return Figure(text, None, "unreadable", reason=reason)
    return _figure(text, parts, read_unit(unit))


def _is_wish(text: str, parts: Parts | None) -> bool:
    """Whether it asks for a change, such as `reduce by 5%` or `5% reduction`."""
    if parts is None:
        return is_wish(text)
    _, before = marks_in(parts.before, BEFORE)
    _, after = marks_in(outside_brackets(parts.after), AFTER)
    return is_wish(" ".join(before or after[:_WORDS_OF_A_WISH]))


def _number(parts: Parts) -> Decimal:
    typed = Decimal(parts.digits.replace(",", "").replace(" ", "")).scaleb(parts.power)
    return -typed if parts.sign == "-" and typed else typed


def _figure(text: str, parts: Parts, unit: Unit) -> Figure:
    kind = _kind(parts, unit)
    multiple = unit.multiple if kind == "money" and not parts.power else Decimal(1)
    number = _number(parts) * multiple
    marks = dict.fromkeys(
        (*marks_in(parts.before, BEFORE)[0], *marks_in(parts.after, AFTER)[0])
        + (("at least",) if parts.after.startswith("+") else ())
    )
    half = _half(parts, kind, unit)
    return Figure(text, number, kind, half * multiple, ", ".join(marks))


def _kind(parts: Parts, unit: Unit) -> Kind:
    if parts.percent:
        return "percent"
    if parts.pound:
        return "money"
    if unit.is_money:
        # `0.5 FTE` beside sums of money is something else.
        _, others = marks_in(outside_brackets(parts.after), AFTER)
        return "number" if others else "money"
    is_other = is_rate(parts.after) and not parts.after.startswith("%")
    return "percent" if unit.is_percent and not is_other else "number"


def _half(parts: Parts, kind: Kind, unit: Unit) -> Decimal:
    decimals = len(parts.digits.partition(".")[2])
    # Grants and bills are paid to the pound: only thousands and tenths of pounds are rounded.
    is_paid = decimals in (0, _PENCE) and not parts.power and unit.multiple == 1
    if kind == "money" and is_paid:
        return ZERO
    is_whole = not decimals and not parts.power and kind == "number"
    if is_whole and not unit.is_rate and not is_rate(parts.after):
        return ZERO
    return _HALF.scaleb(parts.power - decimals)
