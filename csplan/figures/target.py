"""What an indicator aims at: a number that is to be reached, or a change from an earlier figure.

A target is understood only if all of its words are: it is never rated by the half of it.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from csplan.figures.change import Change, read_change
from csplan.figures.cut import Parts, cut
from csplan.figures.figure import Figure
from csplan.figures.reader import flattened, read_figure
from csplan.figures.unread import misspelt
from csplan.figures.wording import AFTER, NOUGHT, marks_in, why_missing

_CACHED = 65_536
_LONGEST = 200
Bound = Literal["", "at most", "under", "at least", "over"]
Sense = Literal["figure", "change", "missing", "words"]

_BOUNDS: dict[Bound, str] = {
    "at most": r"(?:no|not) (?:more|higher|greater) than"
    r"|(?:must |to )?not (?:to )?exceed(?:ing)?|not (?:above|over)|at most|up to"
    r"|(?:a )?max(?:imum)?(?: of)?|≤|<=",
    "at least": r"at least|no fewer than|(?:no|not) (?:less|lower) than|not (?:below|under)"
    r"|(?:a )?min(?:imum)?(?: of)?|≥|>=",
    "under": r"below|under|(?:less|fewer|lower) than|<",
    "over": r"above|over|(?:more|greater|higher) than|exceed(?:ing)?|>",
}
_LEAD = re.compile(
    r"(?:target(?: of| is)?:?|at"
    r"|(?:to )?(?:be|stay|keep|remain|maintain|hold)(?: it)?(?: at| to)?"
    r"|(?:to )?(?:(?P<down>reduce|decrease|lower|cut|fall)|(?P<up>increase|raise|rise|grow)"
    r"|improve) to)?(?: be)?"
)
_OR: dict[Bound, re.Pattern[str]] = {
    "at least": re.compile(r"^\+|\bor (?:more|above|over|higher|greater)\b|\band (?:above|over)\b"),
    "at most": re.compile(r"\bor (?:less|fewer|below|under|lower)\b"),
}
_PIECE = re.compile(r"[a-z]+(?:'s)?|[0-9][0-9,.]*|[^\s()\[\].,;:]")


class Target(NamedTuple):
    """A target: what was typed, and how it was understood.

    It is a `figure` on one side of which to be, or nothing about sides in `bound`; or a `change`;
    or it is `missing`, for a `reason`. If it is `words` it was not understood, and is never rated;
    `reason` then says what is wrong with a number that is misspelt.
    """

    text: str
    sense: Sense
    figure: Figure | None = None
    bound: Bound = ""
    change: Change | None = None
    reason: str = ""

    @property
    def number(self) -> Decimal | None:
        """The number that is to be reached, if it says one."""
        return self.figure.number if self.figure else None

    @property
    def wants(self) -> str:
        """`increase` or `decrease` if it can only be meant for one of them, otherwise nothing."""
        if self.change:
            return self.change.aims if self.change.aims in ("increase", "decrease") else ""
        return {"at most": "decrease", "under": "decrease", "": ""}.get(self.bound, "increase")


@lru_cache(_CACHED)
def read_target(text: str, unit: str = "") -> Target:
    """`text` as a target for figures of a unit; it never raises."""
    typed = flattened(text).rstrip(".")
    flat = typed.lower()
    if len(text) > _LONGEST:
        return Target(text, "words")
    if flat in NOUGHT:
        return Target(text, "figure", read_figure(text, unit))
    if change := read_change(flat):
        start = flat.find(change.period)
        period = typed[start : start + len(change.period)]
        return Target(text, "change", change=change._replace(period=period))
    parts = cut(flat)
    if parts and (found := _number(text, flat, parts, unit)):
        return found
    if reason := why_missing(typed):
        return Target(text, "missing", reason=reason)
    return Target(text, "words", reason=misspelt(parts.digits) if parts else "")


def _number(text: str, flat: str, parts: Parts, unit: str) -> Target | None:
    before, after = _before(parts.before), _after(parts.after, unit)
    typed = flat[len(parts.before) : len(flat) - len(parts.after)].strip()
    figure = read_figure(typed, unit)
    if before is None or after is None or not figure.counts:
        return None
    bounds = [each for each in (*before, after[0]) if each]
    if len({bound in ("at most", "under") for bound in bounds}) > 1:
        return None
    bound = bounds[-1] if bounds else ""
    return Target(text, "figure", figure._replace(text=text, mark=", ".join(after[1])), bound)


def _before(text: str) -> tuple[Bound, Bound] | None:
    """The bounds that stand before a number; None if there are other words."""
    rest, bound = text, _NO_BOUND
    for each, phrases in _BOUNDS.items():
        if found := re.search(rf"(?:^|\s)(?:{phrases})$", text):
            rest, bound = text[: found.start()], each
            break
    lead = _LEAD.fullmatch(rest)
    if lead is None:
        return None
    return ("at most" if lead["down"] else "at least" if lead["up"] else _NO_BOUND), bound


_NO_BOUND: Bound = ""


def _after(text: str, unit: str) -> tuple[Bound, tuple[str, ...]] | None:
    """The bound and the marks that follow a number; None if there is more than its unit."""
    bound = _NO_BOUND
    for each, phrase in _OR.items():
        if phrase.search(text):
            bound, text = each, phrase.sub(" ", text, count=1)
    known = set(_pieces(unit.lower()))
    pieces = [piece for piece in _pieces(text) if piece not in known]
    marks, unknown = marks_in(" ".join(pieces), AFTER)
    is_more = unknown or any(not piece.isalpha() for piece in pieces)
    return None if is_more or "about" in marks else (bound, marks)


def _pieces(text: str) -> list[str]:
    return [piece.replace(",", "") for piece in _PIECE.findall(text)]
