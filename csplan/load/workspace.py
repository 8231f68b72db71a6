"""A folder to a workspace: every file is read once, every complaint kept."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from csplan.dates import NotADate, Term, read_month, read_term
from csplan.diagnostic import Complaint
from csplan.load.agencies import Agencies
from csplan.load.due import boxes, items
from csplan.load.folder import PLAN_FILE, find_plans, read_bytes, theme_files
from csplan.load.index import Model, deliverables, entries, expectations, leads, works
from csplan.load.loaded import LoadedFile, LoadedPlan, Workspace, digest
from csplan.load.measures import measures, tables
from csplan.load.mentions import Mention, mentions
from csplan.load.names import absent, misnamed, same_names
from csplan.load.references import references_in
from csplan.load.texts import Text, texts
from csplan.load.waivers import LineWaiver, line_waivers
from csplan.load.written import Written
from csplan.model import Meetings, Part, Plan, Theme, read_model
from csplan.source import Fault, Tree, decode, parse

_CALENDAR_YEARS = re.compile(r"\d{4}")
_AS_THEY_ARE: Mapping[str, bytes] = MappingProxyType({})


def load(
    paths: tuple[Path, ...], *, closed: bool = True, instead: Mapping[str, bytes] = _AS_THEY_ARE
) -> Workspace:
    """Read every plan under the paths; leave closed ones out if so asked.

    `instead` has what is to be read in place of what some files hold, by their paths, so that a
    change can be checked before it is made. Raises `CannotRunError` if a path is not there or holds
    no plan.
    """
    found = [
        _load_plan(folder, frozenset(str(path) for path in files), instead)
        for folder, files in find_plans(paths).items()
    ]
    left = [
        plan
        for plan in found
        if not closed and plan.plan is not None and plan.plan.status == "closed"
    ]
    plans = tuple(plan for plan in found if plan not in left)
    return Workspace(plans, tuple(_complaints(plans)), tuple(plan.path for plan in left))


def load_drafted(folder: Path, files: Mapping[str, bytes]) -> Workspace:
    """A plan that is not on the disk yet, from what the files of its folder are to hold, by name.

    A draft is checked by it before anything is written.
    """
    instead = {str(folder / name): data for name, data in files.items()}
    paths = [folder / name for name in sorted(files) if name != PLAN_FILE]
    plan = _plan_of(folder, paths, frozenset(), instead)
    return Workspace((plan,), tuple(_complaints((plan,))))


def _complaints(plans: tuple[LoadedPlan, ...]) -> Iterator[Complaint]:
    for plan in plans:
        for file in plan.files:
            if plan.is_chosen(file):
                for span, rule, words, severity, _ in file.faults:
                    yield Complaint(file.path, span, rule, severity, words)


def _load_plan(folder: Path, chosen: frozenset[str], instead: Mapping[str, bytes]) -> LoadedPlan:
    return _plan_of(folder, theme_files(folder), chosen, instead)


def _plan_of(
    folder: Path, paths: list[Path], chosen: frozenset[str], instead: Mapping[str, bytes]
) -> LoadedPlan:
    read = _read(folder / PLAN_FILE, lambda _: Plan, instead)
    plan = read.model if isinstance(read.model, Plan) else None
    term = _term(plan) if plan else None
    agencies = Agencies(plan.agencies) if plan else None
    file = _loaded(folder / PLAN_FILE, read, term, agencies, None)
    twins = same_names(paths)
    themes: list[LoadedFile] = []
    boards: list[LoadedFile] = []
    for path in paths:
        part = _read(path, _kind, instead)
        found = boards if part.kind is Meetings else themes
        found.append(_loaded(path, part, term, agencies, twins.get(path)))
    order = {stem: number for number, stem in enumerate(plan.themes)} if plan else {}
    themes.sort(key=lambda theme: (order.get(theme.stem, len(order)), theme.stem))
    return LoadedPlan(
        path=str(folder),
        file=file,
        themes=tuple(themes),
        boards=tuple(boards),
        plan=plan,
        term=term,
        agencies=agencies,
        chosen=chosen,
    )


def _kind(tree: Tree) -> type[Part]:
    """What a file is meant to be: a theme, unless it has meetings instead."""
    is_board = tree.holds(("meetings",)) and not tree.holds(("theme",))
    return Meetings if is_board else Theme


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


class _Read(NamedTuple):
    """A file as it was read; `references` are those of one that is no model."""

    kind: type[Part]
    model: Model | None
    tree: Tree
    mentions: tuple[Mention, ...]
    texts: tuple[Text, ...]
    waivers: tuple[LineWaiver, ...]
    references: tuple[str, ...]
    faults: list[Fault]
    digest: int


def _loaded(
    path: Path, read: _Read, term: Term | None, agencies: Agencies | None, twin: Fault | None
) -> LoadedFile:
    model = read.model
    found = tuple(works(path.stem, model)) if model else ()
    asked_for = tuple(deliverables(found))
    return LoadedFile(
        path=str(path),
        stem=path.stem,
        tree=read.tree,
        model=model,
        works=found,
        items=tuple(items(found, term, agencies or Agencies(()))),
        boxes=tuple(boxes(found, term)),
        deliverables=asked_for,
        entries=tuple(entries(asked_for)),
        leads=tuple(leads(model, found)) if model else (),
        asked=tuple(expectations(model)) if model else (),
        measures=tuple(measures(model, term)) if model else (),
        tables=tuple(tables(model)) if model else (),
        mentions=read.mentions,
        texts=read.texts,
        written=Written(read.texts),
        waivers=read.waivers,
        references=read.references or tuple(work.ref for work in found),
        faults=(*read.faults, *((twin,) if twin else ())),
        digest=read.digest,
    )


def _read(path: Path, kind: Callable[[Tree], type[Part]], instead: Mapping[str, bytes]) -> _Read:
    data, unread = (instead[str(path)], None) if str(path) in instead else read_bytes(path)
    missing = None if str(path) in instead else absent(path)
    if fault := missing or unread or misnamed(path):
        return _unread(data, kind, [fault])
    text, faults = decode(data)
    tree: Tree | None = None
    if text is not None:
        tree, more = parse(text)
        faults += more
    if text is None or tree is None:
        return _unread(data, kind, faults)
    cls = kind(tree)
    model, refusals = read_model(cls, tree)
    faults += refusals
    value, tree.value = tree.value, None  # only places are needed from here on
    if not isinstance(model, Model):
        return _Read(cls, None, tree, (), (), (), tuple(references_in(data)), faults, digest(data))
    found = texts(value)
    named, waived = tuple(mentions(found)), tuple(line_waivers(text))
    return _Read(cls, model, tree, named, found, waived, (), faults, digest(data))


def _unread(data: bytes, kind: Callable[[Tree], type[Part]], faults: list[Fault]) -> _Read:
    known = tuple(references_in(data))
    return _Read(kind(Tree()), None, Tree(), (), (), (), known, faults, digest(data))
