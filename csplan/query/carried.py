"""What a `carried_from` or `carried_to` names: a plan, and an action or milestone of it."""

import re
from typing import NamedTuple

from csplan.dates import Days, NotADate, read_term
from csplan.load import Item, LoadedFile, LoadedPlan, Work, reference_key

_LONGEST_TEXT = 500
_LONGEST_REFERENCE = 80
_YEAR = r"(?<![\d/])(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d\d))?(?![\d/])"
_YEARS = re.compile(rf"({_YEAR})(?:\s+to\s+({_YEAR}))?")
_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*$", re.IGNORECASE
)
_ONLY_FIGURES = re.compile(r"[\d./]+")
_CALLED = re.compile(
    r"(?:^|[,;:(]|\b(?:action|item|milestone|no|number|ref|reference)\b\.?)\s*$", re.IGNORECASE
)
_ENDS = re.compile(r"(?=\W|$)(?![/.’'-]\w)")


class Named(NamedTuple):
    """An action or a milestone of a plan that a text names.

    `reference` is as that plan writes it, or as the text does if its file cannot be read; `work`
    is None then. `item` is the milestone, or None if the action is named.
    """

    reference: str
    file: LoadedFile
    work: Work | None
    item: Item | None


def named_reference(text: str, plan: LoadedPlan) -> Named | None:
    """The first reference of a plan that stands in a text: VC9 in `VC9 of the plan for 2009/10`.

    Of two that begin together the longer counts, and part of a longer word is none. One of
    figures alone must stand first, after a comma, or after a word such as `action`, because plans
    are full of numbers. None if the text names no reference that the plan has.
    """
    text = text[:_LONGEST_TEXT]
    ends = [found.start() for found in _ENDS.finditer(text)]
    start = 0
    while start < len(text):
        before = text[start - 1] if start else " "
        if before.isalnum() or before in "/_" or text[start].isspace():
            start += 1
            continue
        near = (end for end in reversed(ends) if start < end <= start + _LONGEST_REFERENCE)
        for end in near:
            if found := _of_plan(text, start, end, plan):
                return found
        start += 1
    return None


def _of_plan(text: str, start: int, end: int, plan: LoadedPlan) -> Named | None:
    written = text[start:end]
    places = plan.by_reference.get(reference_key(written))
    if not places:
        return None
    if _ONLY_FIGURES.fullmatch(written) and not _CALLED.search(text[:start]):
        return None
    file, item = places[0]
    if item:
        return Named(item.address, file, item.work, item)
    key = reference_key(written)
    work = next((each for each in file.works if reference_key(each.ref) == key), None)
    return Named(work.ref if work else written, file, work, None)


def could_name(text: str, plan: LoadedPlan) -> bool:
    """Whether a text may speak of a plan: it gives the plan's own years, or none at all."""
    years = _years(text)
    if not years or names_title(text, plan):
        return True
    return plan.term is not None and any(_is_of(each, plan) for each in years)


def names_title(text: str, plan: LoadedPlan) -> bool:
    """Whether a text gives the whole title of a plan or the name of its folder.

    Names without a figure say nothing of the year, and do not count.
    """
    flat = " ".join(text[:_LONGEST_TEXT].split()).casefold()
    names = (plan.title, re.split(r"[/\\:]", plan.path.rstrip("/\\"))[-1])
    return any(
        re.search(rf"(?<![\w/]){re.escape(name.casefold())}(?![\w/])", flat)
        for name in names
        if re.search(r"\d", name)
    )


def _years(text: str) -> list[tuple[str, str]]:
    """The years in a text, each with those of a last year after `to`; days of a month are none."""
    text = text[:_LONGEST_TEXT]
    return [
        (found[1], found[2] or "")
        for found in _YEARS.finditer(text)
        if not _MONTH_BEFORE.search(text[: found.start()])
    ]


def _is_of(years: tuple[str, str], plan: LoadedPlan) -> bool:
    """Whether years are those of a plan, some of them, or the one in which it begins."""
    assert plan.term
    first, last = years
    days = _days(f"{first} to {last}" if last else first, plan.term.starts_month)
    begins = not last and first == str(plan.term.days.first.year)
    return begins or (days is not None and plan.term.days.holds(days))


def _days(text: str, starts_month: int) -> Days | None:
    try:
        return read_term(text, starts_month).days
    except NotADate:
        return None
