"""The reader of figures: numbers, what is missing and why, and wishes."""

from decimal import Decimal
from functools import lru_cache

from csplan.escape import one_line, quoted
from csplan.figures.cut import Parts, cut
from csplan.figures.figure import ZERO, Figure, Kind
from csplan.figures.units import Unit, is_rate, read_unit
from csplan.figures.unread import not_a_figure, outside_brackets, why_unread
from csplan.figures.wording import AFTER, BEFORE, NOUGHT, aim_of, marks_in, why_missing

_CACHED = 8192
_LONGEST = 200
_SAME = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-") | {
    ord("\uff05"): "%",
    ord("\uffe1"): "£",
}
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_PENCE = 2
_HALF = Decimal("0.5")
_WORDS_OF_A_WISH = 2


@lru_cache(_CACHED)
def read_figure(text: str, unit: str = "") -> Figure:
    """`text` as a figure; a bare number under a unit such as `%` or `£000` is one of that.

    Any text at all has an answer: what cannot be read is `unreadable`, and its `reason` says what
    to write instead.
    """
    if len(text) > _LONGEST:
        reason = (
            f"{quoted(text)} is too long for a figure; write the number, and the rest in a note"
        )
        return Figure(text, None, "unreadable", reason=reason)
    flat = one_line(text.translate(_ZERO_WIDTH).translate(_SAME))
    if reason := why_missing(flat):
        return Figure(text, None, "missing", reason=reason)
    if flat.lower() in NOUGHT:
        return read_figure("0", unit)._replace(text=text)
    parts = cut(flat)
    if parts is None:
        aims = aim_of(flat)
        if aims is None:
            return Figure(text, None, "unreadable", reason=not_a_figure(flat))
        return Figure(text, None, "wish", aims=aims)
    return _with_number(text, flat, parts, unit)


def _with_number(text: str, flat: str, parts: Parts, unit: str) -> Figure:
    _, before = marks_in(parts.before, BEFORE)
    after = outside_brackets(parts.after)
    if before[-1:] == ("to",) and aim_of(" ".join(before[:-1])):
        parts = parts._replace(before="")
    elif (aims := _aims(before, after)) is not None:
        return _by(text, aims, parts, after)
    if reason := why_unread(parts, flat):
        return Figure(text, None, "unreadable", reason=reason)
    return _figure(text, parts, read_unit(unit))


def _aims(before: tuple[str, ...], after: str) -> str | None:
    """What `reduce by 5%` and `5% reduction` ask for; None if a number stands for itself."""
    if before:
        return aim_of(" ".join(before))
    _, words = marks_in(after, AFTER)
    return aim_of(" ".join(words[:_WORDS_OF_A_WISH]))


def _by(text: str, aims: str, parts: Parts, after: str) -> Figure:
    """A wish that says by how much: only per cent are understood, of an increase or decrease."""
    is_clear = (
        parts.percent
        and aims in ("increase", "decrease")
        and not parts.sign
        and not any(map(str.isdigit, after))
        and not why_unread(parts._replace(before="", after=""), text)
    )
    if not is_clear:
        return Figure(text, None, "wish")
    return Figure(text, _number(parts), "wish", aims=aims)


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
    if parts.pound or unit.is_money:
        return "money"
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
