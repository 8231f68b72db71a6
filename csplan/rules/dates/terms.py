"""The years of a theme, or of a part of one, that are not the plan's."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from csplan.dates import Days, NotADate, Term, read_term
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import chapters
from csplan.model import Chapter, Theme
from csplan.rules.rule import FILES_AT_ONCE
from csplan.source import Route

_APRIL = 4


def own_term(chapter: Chapter, plan: LoadedPlan) -> Term | NotADate | None:
    """The years of a chapter that has its own; or why they cannot be read."""
    if chapter.period is None:
        return None
    try:
        return read_term(chapter.period, plan.term.starts_month if plan.term else _APRIL)
    except NotADate as problem:
        return problem


@lru_cache(FILES_AT_ONCE)
def own_days(file: LoadedFile, plan: LoadedPlan) -> Mapping[Route, Days]:
    """The days of the chapters that have a period of their own, or whose theme has."""
    found: dict[Route, Days] = {}
    if isinstance(file.model, Theme):
        for route, chapter in chapters(file.model):
            own = own_term(chapter if chapter.period else file.model, plan)
            if isinstance(own, Term):
                found[route] = own.days
    return found


def begins(file: LoadedFile, plan: LoadedPlan, term: Term, route: Route) -> date:
    """The first day of the plan, or of what stands at a route if its own years began before it."""
    is_of_part = route[:1] == ("sub_themes",)
    own = own_days(file, plan).get(route[:2] if is_of_part else (), term.days)
    return min(term.days.first, own.first)
