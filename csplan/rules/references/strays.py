"""Rules about codes in text: those of indicators that are not there, and cases written two ways."""

import re
from collections.abc import Iterator
from functools import lru_cache

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.late import late
from csplan.rules.references.prose import ELSEWHERE, Prose
from csplan.rules.rule import Finding, warning

_CODE = r"(?P<code>(?P<whole>(?P<letters>[A-Z]{2,6})[ -]?\d{1,4})(?:\.\d{1,2})?)\b"
_INDICATOR = late(rf"ndicators?\s+{_CODE}")
_CODE_FIRST = late(rf"(?<![\w/-]){_CODE}\s+i$")
_NEAR = 20
# Letters of lists that are kept for the whole country, so that a plan need not hold them.
_NATIONAL = frozenset({"NI", "BV", "BVPI", "PSA", "SPI", "APACS", "PHOF", "ASCOF"})
_SIGN = late(r"indicator\b(?!-)")
_SIGNS = late(r"[\s()/-]+")
_CASE = late(r"(?<![\w/-])(?P<letters>[A-Z]{4,8})[/-]?(?P<number>\d{2,4})\b")
_SHAPES = (b"AAAA9", b"AAAA/9", b"AAAA-9")


@warning
def unknown_indicator_in_text(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names an indicator by a code that no indicator of the plan has.

    A reader who looks for it finds nothing. Add the indicator, or give it its `code`; if it is
    another document's, say whose. Those of national lists, such as `NI 39`, are not looked up.

    Bad:
        what: How well this works is measured by indicator CCS142.

    Good:
        what: How well this works is measured by indicator CCS142.
        indicators:
          - indicator: Underage sales
            code: CCS142
            kind: supporting
            values: {2011/12: 7%}
            polarity: decrease
    """
    running = Prose(file)
    # What cannot be read may hold it.
    if "ndicator" not in file.written.words or any(part.model is None for part in plan.files):
        return
    known = _codes(plan)
    for found in (*running.found(_INDICATOR), *_before(running, file)):
        is_known = not known.isdisjoint((_bare(found["code"]), _bare(found["whole"])))
        is_elsewhere = ELSEWHERE.match(file.written.words, found.end())
        if not (is_known or is_elsewhere or found["letters"] in _NATIONAL):
            words = f"{quoted(found['code'])} is the code of no indicator of this plan; add it"
            yield running.finding(found, f"{words} as `code`, or say whose it is")


def _before(running: Prose, file: LoadedFile) -> Iterator[re.Match[str]]:
    """The codes that stand before the word, as in `the CCS142 indicator`."""
    for sign in running.found(_SIGN):
        start = max(0, sign.start() + 1 - _NEAR)
        if found := _CODE_FIRST.search(file.written.words, start, sign.start() + 1):
            yield found


@lru_cache(1)
def _codes(plan: LoadedPlan) -> frozenset[str]:
    """The codes of a plan's indicators, without signs; `NI 39/LAA` is two, and both in one."""
    codes = [each.indicator.code or "" for file in plan.files for each in file.measures]
    parts = (part for code in codes for part in (code, *code.split("/")))
    return frozenset(map(_bare, parts))


def _bare(code: str) -> str:
    return _SIGNS.sub("", code).casefold()


@warning
def code_in_two_spellings(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The code of a case is written in two ways in a file, with its letters or signs changed.

    Who looks for one of the two misses what is said of the other. Codes of four letters or more are
    compared, such as `CDNCH/11`, and told where the letters are the same in another order, or stand
    with and without a sign.

    Bad:
        what: |
          Case CDNCH/11 was to be done by June. For CDCNH/11 an author has been found.

    Good:
        what: |
          Case CDNCH/11 was to be done by June. For CDNCH/11 an author has been found.
    """
    del plan
    running = Prose(file)
    first: dict[tuple[str, str], str] = {}
    told = set()
    for found in running.found(_CASE) if any(map(file.written.kinds.count, _SHAPES)) else ():
        key = "".join(sorted(found["letters"])), found["number"]
        other = first.setdefault(key, found[0])
        if other != found[0] and found[0] not in told:
            told.add(found[0])
            words = f"{quoted(found[0])} is also written {quoted(other)} in this file"
            yield running.finding(found, f"{words}; write the code in one way")
