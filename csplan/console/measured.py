"""Indicators in words: the one wording that every format is written from."""

from collections.abc import Iterator, Sequence

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.escape import one_line
from csplan.figures import Figure, Target, is_exact, say_number
from csplan.load import LoadedPlan
from csplan.query import Reading
from csplan.query.rated import Rated, rated

NOT_RATED = "not rated"
_NO_FIGURE = "no figure"
_UNREAD = "(not understood)"


def key_of(plan: LoadedPlan) -> Iterator[str]:
    """What the plan's colours and directions mean."""
    ratings = plan.plan.ratings if plan.plan else ()
    if ratings:
        said = (f"{each.rating}: {one_line(each.means)}" for each in ratings)
        yield f"Key: {'; '.join(said)}"
    if plan.plan and plan.plan.direction_of_travel == "rating":
        yield "Stated directions of travel are those of the rating"


def heading(reading: Reading) -> str:
    """The theme and the part of it."""
    return one_line(": ".join(filter(None, (reading.theme, reading.sub_theme))))


def title(reading: Reading) -> str:
    """What the row is for, or the indicator with its kind and code."""
    if reading.row:
        return one_line(reading.row.row)
    kind = "key" if reading.indicator.kind == "key" else ""
    about = ", ".join(filter(None, (kind, reading.indicator.code)))
    return one_line(reading.indicator.indicator + (f" ({about})" if about else ""))


def latest(reading: Reading) -> str:
    """The latest figure with its period; after it what should be there and is not."""
    said = [_lacking(*each) for each in reading.missing]
    said += [f"{_for(one_line(text), period)} {_UNREAD}" for period, text in reading.unplaced]
    if reading.value:
        shown = _for(_shown(reading.value, reading.indicator.unit or ""), reading.period)
        said[:0] = [f"{shown}{_revised(reading)}"]
    return "; ".join(said) or _NO_FIGURE


def _revised(reading: Reading) -> str:
    """What the latest figure was before: `, revised from 998 on 14 July 2011`."""
    before, day = reading.revised_from, reading.known_on
    if before is None:
        return ""
    return f", revised from {_shown(before)}{f' on {say_day(day)}' if day else ''}"


def _lacking(period: str, figure: Figure) -> str:
    if figure.kind == "missing":
        return f"{_for(_NO_FIGURE, period)} ({one_line(figure.reason)})"
    return f"{_for(one_line(figure.text), period)} {_UNREAD}"


def target(reading: Reading) -> str:
    """The target, with its period if that is another one than the figure's."""
    if reading.target is None:
        said = (_for(one_line(text), period) for period, text in reading.unplaced_targets)
        return "; ".join(said)
    period = "" if reading.target_period == reading.period else reading.target_period
    return _for(_aimed(reading.target), period)


def _aimed(target: Target) -> str:
    """A target as it was typed; a plain number with commas."""
    is_plain = target.figure is not None and not target.bound and target.text[-1:].isdigit()
    return _shown(target.figure) if target.figure and is_plain else one_line(target.text)


def _for(words: str, period: str) -> str:
    return f"{words} for {one_line(period)}" if period else words


def _shown(figure: Figure, unit: str = "") -> str:
    assert figure.number is not None
    counted_in = f" {unit}" if unit and figure.kind == "number" and unit[0] not in "%£" else ""
    if not is_exact(figure):
        return one_line(figure.text) + (counted_in if figure.text[-1:].isdigit() else "")
    mark = f" ({figure.mark})" if figure.mark else ""
    return one_line(say_number(figure.number, figure.kind) + counted_in + mark)


def rating(reading: Reading) -> str:
    """The computed rating and the stated one, with the arithmetic or why there is none.

    Nothing if there is neither a figure nor a stated rating.
    """
    if not (reading.value or reading.stated):
        return ""
    why = "; ".join(filter(None, (reading.arithmetic, reading.why_not)))
    stated = reading.stated
    if reading.differs:
        return f"{reading.computed or NOT_RATED}, but stated {stated}: {why}"
    if reading.computed and stated == reading.computed:
        return f"{reading.computed}, as stated: {why}"
    unlike = stated not in ("", NOT_RATED)
    return f"{reading.computed or NOT_RATED}{f' (stated {stated})' if unlike else ''}: {why}"


def direction(reading: Reading) -> str:
    """Which way the value moved and whether that is better, beside what was stated."""
    of_rating = reading.turns_rating
    stated = "" if of_rating else _beside(reading)
    moved = reading.moved
    if reading.travel not in ("", "unchanged"):
        moved = f"{reading.travel}: {moved}"
    value = f"{moved}{stated}" if moved else stated.removeprefix(", ")
    return "; ".join(filter(None, (value, _of_rating(reading) if of_rating else "")))


def _beside(reading: Reading) -> str:
    stated = reading.direction
    if not stated:
        return ""
    if not reading.turned:
        return f", stated {stated}"
    return f", but stated {stated}" if reading.direction_differs else ", as stated"


def _of_rating(reading: Reading) -> str:
    if not reading.turned:
        stated = reading.direction
        return f"rating stated {stated}" if stated else ""
    was = f"{reading.before.computed} for {one_line(reading.before.period)}"
    return f"rating {reading.turned}{_beside(reading)} ({was})"


def closing(readings: Sequence[Reading]) -> str:
    """How many are of each rating, why others have none, and how many differ."""
    if not readings:
        return "This plan holds no indicators"
    differ = sum(bool(each.differs) for each in readings)
    turned = sum(bool(each.direction_differs) for each in readings)
    words = f"Total: {ratings(rated(readings))}"
    return f"{words}; unlike the rating stated: {differ}, unlike the direction stated: {turned}"


def ratings(found: Rated) -> str:
    """`6 indicators and 8 rows: 3 green, 1 amber, 2 red, 8 not rated (8 no target)`."""
    and_rows = f" and {counted(found.rows, 'row')}" if found.rows else ""
    words = f"{counted(found.indicators, 'indicator')}{and_rows}: "
    words += ", ".join(f"{number} {colour}" for colour, number in found.ratings)
    if found.reasons:
        listed = ", ".join(f"{number} {reason}" for reason, number in found.reasons)
        words += f", {found.not_rated} {NOT_RATED} ({listed})"
    return words
