"""The rule about what the words of a milestone or an action say of when it is due."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from csplan.dates import Days, Term, read_due
from csplan.dates.days import MONTHS
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan
from csplan.rules.dates.order import DATED
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_YEAR = r"\s+20[0-9]{2}\b"
_DATE = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\b(?:{_YEAR})?|[Qq]uarter\s+[1-4]\b|Q[1-4]\b"
_SAID = late(
    rf"""\b(?:[Bb]y|[Bb]efore|[Nn]o\s+later\s+than)\s+(?:(?:the\s+)?(?:end|middle)\s+of\s+)?({_DATE})
       | ^(?:In|During)\s+({_DATE})
       | ^Between\s+({_MONTH}(?:{_YEAR})?\s+and\s+{_MONTH}{_YEAR})
       | \b(?:in|during)\s+({_MONTH}{_YEAR})\.?$""",
    re.VERBOSE,
)
_IN_YEAR = late(r"ed\s+in\s+(20[0-9]{2})(?=[,.;]|$)")
# A later date may be that of an aim: `Plan to cut thefts by March 2012 agreed`.
_AIM = late(
    r"\bto\s+(?:cut|reduce|lower|halve|increase|raise|improve|end|stop|prevent|achieve|reach)\b|"
    r"\bfor\s+[a-z]+ing\b|\b(?:how|when|targets?|goals?|aims?|ends?|expires?)\b|%",
    re.IGNORECASE,
)
# An earlier one may be that of what a step looks back on: `Report on the event held in May 2010`.
_PAST = late(r"\b(?:after|since|following|that|which)\b", re.IGNORECASE)
_LOOKS_BACK = late(
    r"\b(?:after|since|following|that|which|review|report|evaluat|analys|lessons?|feedback|results?)",
    re.IGNORECASE,
)
_HINT = late(rf"{_MONTH}|[Qq]uarter\s|Q[1-4]|20[0-9]")


class Said(NamedTuple):
    """A date that stands in words: as typed, and the days that it means in a plan."""

    typed: str
    days: Days


@warning
def wording_contradicts_due(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The words of a milestone name another date than its `due`.

    `By September 2010, referral route in use` cannot be due in June 2010. The two are published
    side by side; correct the one that is wrong, or leave the date out of the words.

    Bad:
        actions:
          - ref: L3
            action: Set up a referral route
            lead: Chief Inspector, Sussex Police
            milestones:
              - milestone: By September 2010, referral route in use
                due: June 2010

    Good:
        actions:
          - ref: L3
            action: Set up a referral route
            lead: Chief Inspector, Sussex Police
            milestones:
              - milestone: By September 2010, referral route in use
                due: September 2010
    """
    if plan.term is None:
        return
    for item in file.items:
        if item.due and item.due.days and item.due.kind in DATED:
            if not _may_say(item.words):
                continue
            said = list(_said(item, item.due.days, plan.term))
            if said and not any(each.days.shared(item.due.days) for each in said):
                words = f"{quoted(item.due.text)} is the date, but the words say "
                words += f"{quoted(said[0].typed)}; correct the one that is wrong"
                yield Finding((*item.route, "due"), words)


def _may_say(words: str) -> bool:
    """Whether it is worth a closer look for what a text says of a date."""
    is_led = "y " in words or "efore" in words or "later" in words or "in 20" in words
    is_edge = words.startswith(("In ", "During ", "Between ")) or words.rstrip(".\n")[-2:].isdigit()
    return (is_led or is_edge) and bool(_HINT.search(words))


def _said(item: Item, due: Days, term: Term) -> Iterator[Said]:
    words = item.words.strip()
    for found in _SAID.finditer(words):
        typed = next(filter(None, found.groups()))
        days = read_due(typed.replace(" and ", " to "), term).days
        # What happened before the plan may be named at the end of the words.
        is_past = found[4] and days and days.last < term.days.first
        if not days or is_past or _is_of_other(words, found, is_later=days.first > due.last):
            continue
        # What is due earlier is done before.
        is_before = found[0].lower().startswith("before") and due.last < days.first
        yield Said(found[0], due if is_before else days)
    for found in _IN_YEAR.finditer(words):
        year = Days(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31))
        if year.shared(term.days) and year.last < due.first:
            yield Said(f"in {found[1]}", year)


def _is_of_other(words: str, found: re.Match[str], *, is_later: bool) -> bool:
    """Whether a date is that of something which the step is about, and not of the step."""
    about = _AIM if is_later else _LOOKS_BACK if found[4] else _PAST
    return bool(about.search(words, 0, found.start()))
