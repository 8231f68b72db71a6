"""Where a text has what looks like an acronym."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from csplan.rules.late import late

_KNOWN = """
AM BBC CCTV CD COVID CV DNA DVD EU FAQ GB GP HIV HM HMRC HQ ID IT ITV MP MSP NB NHS OK PC PDF PIN PM
SMART TBA TBC TBD TV UK UN US USA VAT
"""
_LOUD = """
ALL ALWAYS AMBER AND ARE BLUE BUT DO DRAFT FOR GREEN GREY HIGH IF IS LOW MUST NEVER NEW NIL NO NOT
NOTE OF ONLY OR PLEASE RED THE TO TOTAL WILL YELLOW YES
"""
WELL_KNOWN = frozenset(_KNOWN.split())
"""What is never asked about.

GOV.UK's style guide leaves well-known ones such as UK, EU, VAT and MP as they are, and public
bodies' guides built on it add BBC, IT, NHS, GP and file types. `TBC` and its like are not words for
the public at all: other rules speak of them.
"""
_PASSED = WELL_KNOWN.union(_LOUD.split())
_LONGEST = 8
_SHOUTING = 3
_NEAR = 60
# More than a file has that people write.
_MOST = 10_000
_WORD = frozenset(b"Aa9_")
# Two capitals side by side, as in `YOT`, or around a small letter, as in `DfT`.
_SIGNS = (late(rb"AA+[Aa9_]*"), late(rb"AaA(?![Aa9_])"))
_ROMAN = late(r"X{0,3}(?:IX|IV|V?I{0,3})")
_CODE = late(r"(?: ?[-–/.:] ?| )?(?!(?:19|20)\d\d(?!\d))\d|[ -]?\([a-z]\)")
_CODE_BEFORE = late(r"/[0-9]+/$")
_BOX = late(r"\s+Box\s+[0-9]")
_OPERATION = ("Operation ", "Operation\n", " Op ")
_PART_OF_NAME = late(r"[A-Z][a-z]+-$")
_LOUD_BEFORE = late(r"(?:(?<![^\s])[A-Z]+ +)+$")
_LOUD_AFTER = late(r"(?: +[A-Z]+(?![^\s.!:,]))+")
_ADDRESS = late(r"[\\@]|://|www\.")


class Found(NamedTuple):
    """What looks like an acronym, less a plural's `s`, and the place where it begins."""

    start: int
    acronym: str


def candidates(text: str, kinds: bytes) -> list[Found]:
    """What looks like an acronym in a text, from its start to its end.

    `kinds` are those of its characters: they are searched many times faster. Left out are Roman
    numerals and what every reader knows.
    """
    found = (
        Found(start, acronym)
        for sign in _SIGNS
        for start, end in _runs(kinds, sign)
        if (acronym := _acronym(text[start:end]))
    )
    return sorted(found)[:_MOST]


def is_meant(found: Found, text: str) -> bool:
    """Whether a candidate is neither a part of something else nor in capitals to be loud.

    Codes such as `NI 39` and `15/00123/FUL`, the names of operations, web addresses and headings
    are left out.
    """
    start, end = found.start, found.start + len(found.acronym)
    before = text[max(0, start - _NEAR) : start]
    after = text[end : end + _NEAR]
    joined = "" if before[-1:].isspace() else before.split()[-1] if before else ""
    return not (
        _CODE.match(after)
        or _CODE_BEFORE.search(joined)
        or (found.acronym == "PO" and _BOX.match(after))
        or before.endswith(_OPERATION)
        or (joined and (_PART_OF_NAME.match(joined) or _ADDRESS.search(joined)))
        or after[:1] in ("@", "\\")
        or _is_loud(before, after)
    )


def _runs(kinds: bytes, sign: re.Pattern[bytes]) -> Iterator[tuple[int, int]]:
    """Where the words stand that hold a sign."""
    for found in sign.finditer(kinds):
        start, end = found.span()
        while start and kinds[start - 1] in _WORD:
            start -= 1
        yield start, end


@lru_cache(1000)
def _acronym(word: str) -> str:
    """The word without a plural's `s`, if it may be an acronym."""
    short = word[:-1] if word[-1:] == "s" and word[-2:-1].isupper() else word
    if not 1 < len(short) <= _LONGEST or not short.isalpha() or short in _PASSED:
        return ""
    capitals = sum(map(str.isupper, short))
    return "" if capitals * 2 <= len(short) or _ROMAN.fullmatch(short) else short


def _is_loud(before: str, after: str) -> bool:
    """Whether a word in capitals is one of several, or of a line of nothing else."""
    ahead = behind = None
    if before[-1:] == " " and before[-2:-1].isupper():
        ahead = _LOUD_BEFORE.search(before)
    if after[:1] == " " and after[1:2].isupper():
        behind = _LOUD_AFTER.match(after)
    number = sum(len(each[0].split()) for each in (ahead, behind) if each) + 1
    if number >= _SHOUTING:
        return True
    opens = before[: ahead.start() if ahead else None].rstrip(" #-").endswith("\n")
    closes = after[behind.end() if behind else 0 :].startswith("\n")
    return number > 1 and opens and closes
