"""Targets that ask for a change: `reduce by 5%`, `5% reduction on 2021/22`, `Annual decrease`."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from csplan.dates import NotADate, read_span

Aims = Literal["increase", "decrease", "improvement", "no change"]
Basis = Literal["", "baseline", "year before", "period before", "each year"]

_SIZE = (
    r"(?:at least )?(?P<size>[0-9]{1,9}(?:\.[0-9]{1,9})?) ?"
    r"(?:(?P<points>percentage points?|(?:% |per ?cent )points?|points?|pp)|%|per ?cent|pc)"
)
_DOWN = r"(?P<down>reductions?|decreases?|falls?|drops?|cuts?|decline)"
_UP = r"(?P<up>increases?|rises?|growth|uplift)"
_NOUN = rf"(?:{_DOWN}|{_UP}|(?P<better>improvements?))"
_VERB = (
    r"(?:to )?(?:(?P<down>reduce|decrease|lower|cut)|(?P<up>increase|raise|grow)"
    r"|(?P<better>improve))"
    r"(?: it)?"
)
_SAME = (
    r"(?P<same>maintain(?:ed)?|sustain(?:ed)?|no change|unchanged"
    r"|(?:stay|remain|keep)(?: it)? (?:the same|stable|unchanged|steady))"
)
_CORES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_VERB} by (?:an? )?{_SIZE}",
        rf"(?:an? )?{_SIZE} {_NOUN}",
        rf"(?:an? )?{_NOUN} of {_SIZE}",
        rf"(?:an? )?(?P<each>(?:annual|yearly|year[ -]on[ -]year) )?{_NOUN}",
        rf"{_VERB}(?P<each> annually)?",
        rf"(?:to )?{_SAME}(?: at)?(?: (?:the )?(?:current|present) (?:levels?|performance))?",
    )
)
_THAN = re.compile(
    r"(?:to be )?(?:(?P<down>fewer|lower|less)|(?P<up>more|higher)|(?P<better>better))"
)
_EACH_YEAR = re.compile(
    r",? (?:(?:each|every|per|a) year|per annum|p\.?a\.?|annually|year[ -]on[ -]year)$"
)
_KEEP_LEVEL = re.compile(r"^((?:to )?(?:maintain|sustain))(?: at)?(?: the)? (?=.*\blevels?$)")
_BASED = re.compile(
    r"(?P<rest>.+?),? (?P<word>from|on|against|compared (?:to|with)|relative to|over|versus|vs|than"
    r"|since|at) (?:the )?(?P<basis>.+?)"
    r"(?P<noun>(?:'s)?(?: (?:baseline|levels?|figures?|totals?|outturn|results?|performance))*)"
)
_WORDS: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    (
        "year before",
        re.compile(
            r"(?:same (?:quarter|period|month|time|half)(?:,? (?:of|in))?(?: the)? )?"
            r"(?:last|previous|preceding) year|year before"
            r"|same (?:quarter|period|month|time) a year (?:ago|before|earlier)"
        ),
    ),
    ("period before", re.compile(r"(?:previous|last|preceding) (?:quarter|period|month|half)")),
    ("baseline", re.compile(r"baseline(?: year)?")),
)
_YEAR_ALONE = re.compile(r"[0-9]+")


class Change(NamedTuple):
    """A change that is asked for, and from which figure.

    `size` is by how many per cent, or by how many percentage points if `in_points`; None if any
    change the right way will do. `period` is that of the figure from which, if it is named.
    """

    aims: Aims
    size: Decimal | None = None
    in_points: bool = False
    basis: Basis = ""
    period: str = ""


def read_change(text: str) -> Change | None:
    """The change that a text in small letters asks for; None unless all its words say so."""
    text = _KEEP_LEVEL.sub(r"\1 at ", _undated(text))
    rest = _EACH_YEAR.sub("", text)
    basis: Basis = "each year" if rest != text else ""
    if found := _of_core(rest, than=False):
        return found._replace(basis=basis or found.basis)
    based = _BASED.fullmatch(_undated(rest))
    change = _of_core(_undated(based["rest"]), than=based["word"] == "than") if based else None
    if based is None or change is None or basis:
        return None
    return _from(change, based)


def _from(change: Change, based: re.Match[str]) -> Change | None:
    """A change from what is named as `basis`; None if that is not understood."""
    named, noun = based["basis"].removesuffix("'s"), based["noun"]
    for basis, words in _WORDS:
        if words.fullmatch(named):
            return change._replace(basis=basis)
    # `fewer than 2000` and `maintain at 2000` are numbers; `5% reduction on 2000` is a year.
    is_number = based["word"] in ("than", "at", "over") and _YEAR_ALONE.fullmatch(named)
    if not _is_period(named) or (is_number and not noun):
        return None
    return change._replace(basis="baseline" if "baseline" in noun else "", period=named)


def _of_core(text: str, *, than: bool) -> Change | None:
    patterns = (_THAN,) if than else _CORES
    found = next(filter(None, (pattern.fullmatch(text) for pattern in patterns)), None)
    if found is None:
        return None
    groups = found.groupdict()
    size = Decimal(groups["size"]) if groups.get("size") else None
    basis: Basis = "each year" if groups.get("each") else ""
    return Change(_aims(groups), size, bool(groups.get("points")), basis)


def _aims(groups: dict[str, str | None]) -> Aims:
    if groups.get("down"):
        return "decrease"
    if groups.get("up"):
        return "increase"
    return "improvement" if groups.get("better") else "no change"


def _undated(text: str) -> str:
    """A text without the day at its end by which something is to be reached."""
    rest, by, when = text.rpartition(" by ")
    day = when.removeprefix("the ").removeprefix("end of ")
    return rest.rstrip(",") if by and _is_period(day) else text


def _is_period(text: str) -> bool:
    try:
        read_span(text)
    except NotADate:
        return False
    return True
