"""Rules about what a theme should hold, and parts that hold nothing."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from csplan.diagnostic import listed
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.load.index import chapters, matters
from csplan.load.mentions import PROSE
from csplan.model import Chapter, Meetings, Theme
from csplan.rules.completeness.held import is_measured, outcomes
from csplan.rules.rule import Finding, warning


class _Usual(NamedTuple):
    """What the themes of a plan usually say."""

    outcomes: bool
    duties: bool
    key_indicators: bool
    answers: bool
    actions: bool


@warning
def thin_theme(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A theme has no outcomes, no actions, no duties or no measure by which it could be judged.

    Without an outcome nobody knows what the theme is for; without an action nothing happens;
    without a measure nobody learns whether it worked. A theme with indicators needs no outcomes
    besides, and none needs duties, unless most themes of the plan name them. What `plans` says will
    do for actions, unless the theme has indicators and no parts, and other themes have actions. A
    part of a theme needs something that is to be done. Where most themes have a key indicator, each
    should have one. Themes that answer expectations are judged by those.

    Bad:
        why: Burglary rose by 9% in 2009/10.

    Good:
        why: Burglary rose by 9% in 2009/10.
        outcomes:
          - Burglary is 5% lower by March 2011
        actions:
          - ref: B1
            action: Mark bicycles
            lead: Sussex Police
            due: June 2010
    """
    theme = file.model
    # What cannot be read may tell what the themes of this plan are like.
    if not isinstance(theme, Theme) or any(part.model is None for part in plan.files):
        return
    if (usual := _usual(plan)).answers:
        return
    if missing := list(_missing(theme, file, usual)):
        words = f"{quoted(theme.theme)} has no {_plainly(missing)}"
        yield Finding(("theme",), f"{words}; add {listed(missing, 'and')}")
    if usual.key_indicators and "indicators" not in missing and not _has_key(theme):
        words = f"{quoted(theme.theme)} has no key indicator, as most themes have; write"
        yield Finding(("theme",), f"{words} `kind: key` under the one by which it is judged")
    for route, chapter in chapters(theme):
        if route and _is_over(chapter):
            name = quoted(getattr(chapter, "sub_theme", ""))
            words = f"{name} says nothing of what is to be done; add `actions`, or say under"
            yield Finding((*route, "sub_theme"), f"{words} `plans` or `see` where it is planned")


def _plainly(names: list[str]) -> str:
    plain = ["measures" if name == "indicators" else name for name in names]
    return " and no ".join(plain)


def _missing(theme: Theme, file: LoadedFile, usual: _Usual) -> Iterator[str]:
    if not outcomes(file) and (usual.outcomes or not file.measures):
        yield "outcomes"
    # What is judged by indicators needs more than a text, if other themes have actions.
    is_judged = bool(usual.actions and theme.indicators and not theme.sub_themes)
    if not file.works and (is_judged or not any(each.plans for _, each in chapters(theme))):
        yield "actions"
    if not is_measured(file):
        yield "indicators"
    if usual.duties and not theme.duties:
        yield "duties"


def _is_over(chapter: Chapter) -> bool:
    ahead = (chapter.actions, chapter.plans, chapter.outcomes, chapter.indicators)
    return not any((*ahead, chapter.see, chapter.other_documents, chapter.sections))


def _has_key(theme: Theme) -> bool:
    return any(each.kind == "key" for _, part in chapters(theme) for each in part.indicators)


@lru_cache(1)
def _usual(plan: LoadedPlan) -> _Usual:
    themes = [theme.model for theme in plan.themes if isinstance(theme.model, Theme)]
    half = len(themes) / 2
    return _Usual(
        outcomes=sum(map(bool, map(outcomes, plan.themes))) > half,
        duties=sum(bool(each.duties) for each in themes) > half,
        key_indicators=sum(map(_has_key, themes)) > half,
        answers=any(theme.asked for theme in plan.themes),
        actions=any(theme.works for theme in plan.themes),
    )


@warning
def empty_section(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A section, a list or a table is announced and does not come.

    A text that ends in a colon has lost what it announces. A table without rows, a list of
    expectations or an agenda without entries is a heading with nothing under it.

    Bad:
        plans: |
          In the coming year we will do three things:

    Good:
        plans: |
          In the coming year we will do three things: mark bicycles, train wardens and light paths.
    """
    del plan
    for text in file.texts:
        if text.key in _ANNOUNCES and (words := text.words.rstrip()).endswith(":"):
            said = f"{quoted(words.splitlines()[-1].strip())} announces what does not come"
            yield Finding(text.route, f"{said}; add it, or end the sentence", at=len(words) - 1)
    yield from _without_rows(file)


_ANNOUNCES = frozenset(
    (*PROSE, "text", "summary", "explanation", "note", "response", "means", "corrective_action")
)


def _without_rows(file: LoadedFile) -> Iterator[Finding]:
    if file.model is None:
        return
    if isinstance(file.model, Meetings):
        if not file.model.meetings:
            yield Finding(("meetings",), "`meetings` is empty; add a meeting, or take the file out")
        return
    for at, _, chapter in matters(file.model):
        for key in ("tables", "funding"):
            for number, table in enumerate(getattr(chapter, key)):
                if not table.rows:
                    words = f"the table {quoted(table.table)} has no rows; add them, or take it out"
                    yield Finding((*at, key, number), words)
        for number, asked in enumerate(chapter.expectations):
            if not asked.expects:
                words = f"nothing is listed of what {quoted(asked.source)} expects"
                yield Finding((*at, "expectations", number), f"{words}; add it under `expects`")
