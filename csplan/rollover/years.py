"""From the years of one plan to those of the next: period, title, name of the folder."""

import os
import re
from pathlib import Path

from csplan.dates import NotADate, Term, read_term
from csplan.edit.wording import flat
from csplan.errors import CannotRunError
from csplan.escape import argument, quoted
from csplan.load import LoadedPlan
from csplan.rollover.review import Years
from csplan.write.atomic import real

_YEARS = re.compile(
    r"(?<![\d/])((?:19|20)\d\d)(?:([/–_-]|\s?[/–-]\s?|\s+to\s+)(\d{4}|\d\d)(?![\d/])"
    r"(?:\s+to\s+((?:19|20)\d\d)[/–-](\d{4}|\d\d)(?![\d/]))?)?(?!\d)"
)
_CENTURY = 100


def next_term(plan: LoadedPlan, to: str) -> Term:
    """The years of the new plan. Raises `CannotRunError` if they do not follow those of the old."""
    if plan.term is None:
        raise CannotRunError(
            f"`{plan.path}` has a period that cannot be read; run `csplan validate "
            f"{argument(plan.path)}` to see why, and mend it first"
        )
    try:
        term = read_term(flat(to), plan.term.starts_month)
    except NotADate as problem:
        raise CannotRunError(f"--to: {problem}") from None
    if term.days.first <= plan.term.days.first or term.days.last <= plan.term.days.last:
        raise CannotRunError(
            f"{quoted(to)} ({term.days}) does not come after the years of `{plan.path}` "
            f"({plan.term.days}); give the years of the plan that follows it"
        )
    return term


def renamed(text: str, old: Term, new: Term, period: str) -> str:
    """A title or a name with the years of the old plan replaced; empty if it does not hold them.

    The new years are written as the old ones are: `2010/11`, `2010-11`, `2010-2011`, `2010`.
    """
    found = [match for match in _YEARS.finditer(text) if _are_of(match, old)]
    for match in reversed(found):
        made = _written(match, new, period)
        text = text[: match.start()] + made + text[match.end() :]
    return text if found else ""


def _are_of(match: re.Match[str], term: Term) -> bool:
    first, joint, last, late_first, late_last = match.groups()
    if int(first) != term.days.first.year:
        return False
    if late_first:
        return _is_year(late_last, term.days.last.year)
    if joint:
        return _is_year(last, term.days.last.year)
    return term.days.first.year == term.days.last.year


def _is_year(figures: str, year: int) -> bool:
    return int(figures) in (year, year % _CENTURY)


def _written(match: re.Match[str], new: Term, period: str) -> str:
    _, joint, last, late_first, _ = match.groups()
    first_year, last_year = new.days.first.year, new.days.last.year
    if late_first or (not joint and first_year != last_year):
        return period
    if first_year == last_year:
        return str(first_year)
    is_short = len(last) < len(str(last_year))
    return f"{first_year}{joint}{f'{last_year % _CENTURY:02}' if is_short else last_year}"


def hyphened(term: Term) -> str:
    """The years as they stand in the name of a folder: `2011-12`, `2011`."""
    first, last = term.days.first.year, term.days.last.year
    return str(first) if first == last else f"{first}-{last % _CENTURY:02}"


def next_folder(plan: LoadedPlan, years: Years, output: Path | None) -> Path:
    """The folder of the new plan: as asked for, or beside the old one with its years replaced.

    Raises `CannotRunError` if it is there already, or if no plan can stand there.
    """
    old = real(Path(plan.path))
    name = renamed(old.name, years.old, years.new, hyphened(years.new))
    beside = Path(plan.path).parent if Path(plan.path).name == old.name else old.parent
    folder = output or beside / (name or f"{old.name}-{hyphened(years.new)}")
    if os.path.lexists(folder):
        raise CannotRunError(
            f"`{folder}` is there already; name another folder with `--output`, or take "
            "that one away"
        )
    if real(folder).is_relative_to(old):
        raise CannotRunError(f"`{folder}` is in the folder of the old plan; name one outside of it")
    if folder.name.startswith(".") or folder.suffix.lower() in (".yaml", ".yml"):
        raise CannotRunError(
            f"no plan is looked for in {quoted(folder.name)}; name a folder without a dot at its "
            "start or `.yaml` at its end"
        )
    return folder
