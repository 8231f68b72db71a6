"""The rule about sentences that count a part of a whole and give its percentage."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from csplan.escape import quoted
from csplan.figures import say_rounded
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_COUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?![\w/%:-]|[.,][0-9])"
_SHARE = r"(?P<share>[0-9]{1,3}(?:\.[0-9]{1,3})?)\s?(?:%|per\s?cent\b)"
_OF = r"\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+|these\s+|all\s+)?"
_WHOLE = rf"{_OF}(?P<whole>{_COUNT})"
_BETWEEN = r"(?P<between>[^.;:,()0-9£]{0,60})"
_OR = r",\s(?:or|which\sis|that\sis)\s"
_ENDS = r"(?:\)|(?=[.;,]?\s*$|[.;]\s))"
_PARTS = tuple(
    late(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w£.,/-])(?P<part>{_COUNT})\s+\({_SHARE}\){_WHOLE}",
        rf"(?<![\w£.,/-])(?P<part>{_COUNT}){_WHOLE}{_BETWEEN}(?:\s\(|{_OR}){_SHARE}{_ENDS}",
        rf"(?<![\w£.,/-]){_SHARE}\s\((?P<part>{_COUNT}){_WHOLE}{_BETWEEN}\)",
    )
)
_NEAR = late(
    r"\b(?:about|around|nearly|almost|over|some|roughly|approximately|circa|least|under|to|than)\s*$",
    re.IGNORECASE,
)
# "7 in 10 (70.3%) of the 1,048 thefts" has a share in words, and the same as it was counted.
_IN_WORDS = late(
    r"\b(?:[0-9]|one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s*$", re.IGNORECASE
)
# The percentage is by how much these changed, and not how many they are.
_MOVES = late(
    r"\b(?:fell|fall(?:s|en)?|drop\w*|decreas\w+|reduc\w+|declin\w+|ros?e|rise[ns]?|increas\w+|grew|"
    r"grow\w*|up|down|more|less|fewer|better|worse|improv\w+|chang\w+)\b",
    re.IGNORECASE,
)
_YEAR = late(r"(?:19|20)[0-9]{2}")
_STARTS = late(rb" of (?:the |our |its |these |all )?[0-9]")
_FIGURES = frozenset(b"0123456789)")
_BEFORE = 40
_AFTER = 140
# More than a file has that people write.
_MOST = 1000


@warning
def wrong_share(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A sentence counts a part of a whole, and gives a percentage that the two do not make.

    One of the three is wrong. Rounding is allowed for, and so is `about`.

    Bad:
        why: Of the replies, 1,220 of 4,000 (36.5%) came from young people.

    Good:
        why: Of the replies, 1,220 of 4,000 (30.5%) came from young people.
    """
    del plan
    written = file.written
    starts = (each.start() for each in _STARTS.finditer(written.plain))
    places = (place for place in starts if _follows_a_figure(written.plain, place))
    for place in islice(places, _MOST):
        text, begins = written.text_at(place)
        for found in _found(text.words, place - begins):
            if said := _wrong(found):
                typed = quoted(" ".join(found[0].split()))
                yield Finding(text.route, f"{typed}: {said}", at=found.start())


def _follows_a_figure(plain: bytes, place: int) -> bool:
    before = place - len(b" out") if plain.endswith(b" out", 0, place) else place
    return before > 0 and plain[before - 1] in _FIGURES


def _found(words: str, place: int) -> Iterator[re.Match[str]]:
    """A part, a whole and a share that stand around the word between the two counts."""
    for pattern in _PARTS:
        for found in pattern.finditer(words, max(0, place - _BEFORE), place + _AFTER):
            if found.start() < place < found.start("whole"):
                yield found


def _wrong(found: re.Match[str]) -> str:
    """What share the part is of the whole, if it is not the one that was found."""
    between = found.groupdict().get("between") or ""
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    part, whole = (Decimal(found[end].replace(",", "")) for end in ("part", "whole"))
    is_near = _NEAR.search(before) or _IN_WORDS.search(before)
    is_other = is_near or _MOVES.search(between) or _YEAR.fullmatch(found["whole"])
    if is_other or not 0 < part <= whole:
        return ""
    share, digits = Decimal(found["share"]), len(found["share"].partition(".")[2])
    made, half = 100 * part / whole, Decimal(1).scaleb(-digits) / 2
    if abs(made - share) <= half:
        return ""
    return (
        f"{found['part']} of {found['whole']} is {say_rounded(made, max(1, digits))}%, and not"
        f" {found['share']}%; correct the one that is wrong"
    )
