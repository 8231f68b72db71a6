"""A folder to a workspace: every file is read once, every complaint kept."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from csplan.dates import NotADate, Term, read_month, read_term
from csplan.diagnostic import Complaint
from csplan.escape import quoted
from csplan.load.agencies import Agencies
from csplan.load.folder import (
    PLAN_FILE,
    find_plans,
    is_misnamed,
    misnamed_plan,
    read_bytes,
    theme_files,
)
from csplan.load.index import items, mentions, references_in
from csplan.load.loaded import LoadedFile, LoadedPlan, Workspace
from csplan.model import Part, Plan, Theme, read_model
from csplan.source import Fault, Span, Tree, decode, parse

_CALENDAR_YEARS = re.compile(r"\d{4}")
ModelT = TypeVar("ModelT", bound=Part)


def load(paths: tuple[Path, ...], *, closed: bool = True) -> Workspace:
    """Read every plan under the paths; leave closed ones out if so asked.

    Raises `CannotRunError` if a path is not there or holds no plan.
    """
    found = (
        _load_plan(folder, frozenset(str(path) for path in files))
        for folder, files in find_plans(paths).items()
    )
    plans = tuple(
        plan for plan in found if closed or not (plan.plan and plan.plan.status == "closed")
    )
    return Workspace(plans, tuple(_complaints(plans)))


def _complaints(plans: tuple[LoadedPlan, ...]) -> Iterator[Complaint]:
    for plan in plans:
        for file in plan.files:
            if plan.is_chosen(file):
                for span, rule, words, severity in file.faults:
                    yield Complaint(file.path, span, rule, severity, words)


def _load_plan(folder: Path, chosen: frozenset[str]) -> LoadedPlan:
    plan, tree, faults, _ = _read(folder / PLAN_FILE, Plan)
    file = LoadedFile(
        path=str(folder / PLAN_FILE),
        stem="plan",
        tree=tree,
        model=plan,
        items=(),
        mentions=tuple(mentions(plan)) if plan else (),
        references=(),
        faults=tuple(faults),
    )
    term = _term(plan) if plan else None
    agencies = Agencies(plan.agencies) if plan else None
    paths = theme_files(folder)
    twins = _same_names(paths)
    read = [_load_theme(path, term, agencies or Agencies(()), twins.get(path)) for path in paths]
    order = {stem: number for number, stem in enumerate(plan.themes)} if plan else {}
    themes = sorted(read, key=lambda theme: (order.get(theme.stem, len(order)), theme.stem))
    return LoadedPlan(str(folder), file, tuple(themes), plan, term, agencies, chosen)


def _term(plan: Plan) -> Term | None:
    try:
        return read_term(plan.period, read_month(first_month(plan)))
    except NotADate:
        return None


def first_month(plan: Plan) -> str:
    """The month in which the plan's years begin, as it is written or as its period implies."""
    if plan.year_starts:
        return plan.year_starts
    return "January" if _CALENDAR_YEARS.fullmatch(plan.period.strip()) else "April"


def _load_theme(
    path: Path, term: Term | None, agencies: Agencies, twin: Fault | None
) -> LoadedFile:
    theme, tree, faults, data = _read(path, Theme)
    faults += [twin] if twin else []
    references = tuple(references_in(data)) if theme is None else ()
    return LoadedFile(
        path=str(path),
        stem=path.stem,
        tree=tree,
        model=theme,
        items=tuple(items(theme, term, agencies)) if theme else (),
        mentions=tuple(mentions(theme)) if theme else (),
        references=references or tuple(_references(theme)),
        faults=tuple(faults),
    )


def _references(theme: Theme | None) -> Iterator[str]:
    if theme:
        for chapter in (theme, *theme.sub_themes):
            for action in chapter.actions:
                yield action.ref


def _read(path: Path, cls: type[ModelT]) -> tuple[ModelT | None, Tree, list[Fault], bytes]:
    data, unread = read_bytes(path)
    if fault := _absent(path) or unread or _misnamed(path):
        return None, Tree(), [fault], data
    text, faults = decode(data)
    tree: Tree | None = None
    if text is not None:
        tree, more = parse(text)
        faults += more
    if tree is None:
        return None, Tree(), faults, data
    model, refusals = read_model(cls, tree)
    tree.value = None
    return model, tree, faults + refusals, data


def _absent(path: Path) -> Fault | None:
    if path.name != PLAN_FILE or os.path.lexists(path):
        return None
    if found := misnamed_plan(path.parent):
        words = f"the file {quoted(found)} is not read; rename it to plan.yaml"
    else:
        words = (
            "this folder has no plan.yaml, which gives the plan its title, partnership and "
            "period; add one with at least those three keys"
        )
    return Fault(Span(1, 1), "plan-missing", words)


def _misnamed(path: Path) -> Fault | None:
    if not is_misnamed(path):
        return None
    words = f"the name of this file ends in {path.suffix}; rename it to {quoted(path.stem)}"
    return Fault(Span(1, 1), "cannot-read", words)


def _same_names(paths: list[Path]) -> dict[Path, Fault]:
    """A fault for each file that has the same name as an earlier one but for its ending."""
    first: dict[str, Path] = {}
    found: dict[Path, Fault] = {}
    for path in paths:
        other = first.setdefault(path.stem.casefold(), path)
        if other is not path:
            words = f"this file has the same name as {quoted(other.name)}; rename one of the two"
            found[path] = Fault(Span(1, 1), "same-name", words)
    return found
