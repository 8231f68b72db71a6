"""Rules about how often work comes back."""

import re
from collections.abc import Iterator

from csplan.dates.days import MONTHS
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.rules.dates.order import DATED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

# The months in which something comes back, if it comes back more often than once a year.
_OFTEN = late(
    r"""\b(?: (?:every|each)\s+(?:(?:two|three|four|six|[2-6])\s+)?(?:week|month|quarter)s?
            | (?:two|three|four|six)[-\s]monthly | quarterly | monthly | weekly | fortnightly
            | regularly )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ONCE = late(
    r"\b(?:set up|agreed?|establish|develop|mapped|mapping|draft|design|arrang|ways?\b|process|"
    r"plans?\b|in place|protocol|approv|introduc|creat|begin|began|begun|start|launch|first|"
    r"template|system|schedule|timetable|recruit|appoint|commission|written|opened|opening|moved?\b)",
    re.IGNORECASE,
)
# What comes back, but not this work: `ten weekly sessions held`, `the monthly figures of 2009/10`.
_SOME = late(
    r"\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|several)\s+"
    r"(?:weekly|fortnightly)\b|"
    r"\b(?:month|quarter|week)ly\s+(?:\w+\s+)?(?:figures|data|statistics|returns|counts|totals)\b|"
    r"\bfor\s+(?:q(?:uarter)?\s?[1-4]|20[0-9]{2}|" + "|".join(MONTHS) + r")\b",
    re.IGNORECASE,
)
_ASIDE = late(r"\([^()]*\)")
_FOLLOWED = late(r"\b(?:progress|monitor|review|report|check)", re.IGNORECASE)
_TWICE = late(r"\b[Bb]i[-\s]?(month|week|annual)(?:ly)?\b")
# It begins with letters, to be found fast.
_MAY_BE_TWICE = late(rb"bi[- ]?(?:month|week|annu)")
_MEANT = {
    "month": "`every two months` or `twice a month`",
    "week": "`every two weeks` or `twice a week`",
    "annual": "`every two years` or `twice a year`",
}
_READ = frozenset({"due", "start", "covers"})


@warning
def recurring_with_one_date(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Work that comes back through the year has one date.

    `Hotspot data checked every six months` with `due: September 2010` is asked for once, and never
    again. Write how often as `due`: then each time is asked for.

    Bad:
        actions:
          - ref: CH1
            action: Watch the hotspots
            lead: Chief Inspector, Sussex Police
            milestones:
              - milestone: Hotspot data checked every six months
                due: September 2010

    Good:
        actions:
          - ref: CH1
            action: Watch the hotspots
            lead: Chief Inspector, Sussex Police
            milestones:
              - milestone: Hotspot data checked every six months
                due: Every six months
    """
    del plan
    for item in file.items:
        if item.due is None or item.due.kind not in DATED:
            continue
        if found := _comes_back(item):
            often = quoted(found[0])
            words = f"{often} says that this comes back, but {quoted(item.due.text)} is one date"
            write = "how often" if found[0].casefold() == "regularly" else often
            yield Finding((*item.route, "due"), f"{words}; write {write} as `due`")


def _comes_back(item: Item) -> re.Match[str] | None:
    """What says that work comes back, in its words or in what is noted of a milestone."""
    found = _often(item.words)
    if found and not (_SOME.search(item.words) or _ONCE.search(_ASIDE.sub("", item.words))):
        return found
    note = (item.milestone and item.milestone.note) or ""
    return _often(note) if note and _FOLLOWED.search(note) else None


def _often(text: str) -> re.Match[str] | None:
    is_worth = "very " in text or "ach " in text or "ly" in text
    return _OFTEN.search(text) if is_worth else None


@warning
def ambiguous_frequency(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text says `bi-monthly`, `bi-weekly` or `bi-annual`, which mean two things each.

    To some it is twice in the time, to others every second time. Write which.

    Bad:
        plans: |
          The forum meets bi-monthly.

    Good:
        plans: |
          The forum meets every two months.
    """
    del plan
    every = file.written
    places = (found.start() for found in _MAY_BE_TWICE.finditer(every.plain))
    for text in dict.fromkeys(every.text_at(place)[0] for place in places):
        if text.key not in _READ and (found := _TWICE.search(text.words)):
            words = f"{quoted(found[0])} can mean two things"
            words += f"; write {_MEANT[found[1]]}"
            yield Finding(text.route, words, at=found.start())
