"""Questions about a workspace as at a day: what is late, what has no date, and whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from csplan.dates import Due, NotADate, Occurrence, Quarter, occurrences, read_day, read_due
from csplan.dates import read_quarter as _read_quarter
from csplan.diagnostic import did_you_mean
from csplan.errors import CannotRunError
from csplan.escape import quoted
from csplan.load import Item, LoadedFile, LoadedPlan, Workspace, reference_key
from csplan.model import Action, Progress

CLOSED = frozenset({"complete", "stopped", "carried forward"})
UNDATED = frozenset({"undecided", "elsewhere", "unreadable", "ongoing"})


@dataclass(frozen=True, slots=True)
class Position:
    """Where an item stands on a day, from the progress entries dated up to that day.

    `due` is the latest agreed date, or the original one; `moved_from` is the original if the
    board agreed another. `entries` are those counted, oldest first.
    """

    state: str
    rating: str
    due: Due | None
    moved_from: Due | None
    entries: tuple[tuple[date, Progress], ...]

    @property
    def is_open(self) -> bool:
        """Whether anything is still owed."""
        return self.state not in CLOSED


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is overdue, or open without a date, on the day of the question.

    `by` is the last day that it could mean, or None if there is none; `missed` counts the
    reports of recurring work that are owed; `slipped_from` is the earlier quarter that it was due
    in, when a quarter was asked for.
    """

    plan: LoadedPlan
    file: LoadedFile
    item: Item
    position: Position
    by: date | None = None
    days_overdue: int = 0
    missed: int = 0
    slipped_from: str = ""

    @property
    def line(self) -> int:
        """The line of the item in its file."""
        return self.file.tree.locate(self.item.route).line


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked about: these agencies and these theme files; None means all."""

    agencies: frozenset[str] | None = None
    stems: frozenset[str] | None = None

    def allows(self, file: LoadedFile, item: Item) -> bool:
        """Whether an item is asked about; one of several leads is enough."""
        return (self.stems is None or file.stem in self.stems) and (
            self.agencies is None or any(owner.agency in self.agencies for owner in item.owners)
        )


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is overdue, longest first, and what is open without a date, in the plan's order."""

    as_at: date
    asked: Filter
    plans: tuple[tuple[LoadedPlan, Quarter | None], ...]
    overdue: tuple[Owed, ...]
    undated: tuple[Owed, ...]
    ongoing: tuple[Owed, ...]


def position(plan: LoadedPlan, item: Item, as_at: date) -> Position:
    """Where an item stands on a day. An action that is closed closes its milestones."""
    entries = _entries(item.entry.progress, as_at)
    state = _latest(entries, "state") or "not started"
    if item.milestone and state not in CLOSED:
        of_action = _latest(_entries(item.action.progress, as_at), "state")
        state = of_action if of_action in CLOSED else state
    agreed = _latest(entries, "due")
    due = read_due(agreed, plan.term) if agreed else item.due
    rating = _latest(entries, "rating") if state == "in progress" else ""
    return Position(state, rating, due, item.due if agreed else None, entries)


def _entries(progress: tuple[Progress, ...], as_at: date) -> tuple[tuple[date, Progress], ...]:
    dated = [(day, entry) for entry in progress if (day := _day(entry.on)) and day <= as_at]
    return tuple(sorted(dated, key=lambda pair: pair[0]))


def _day(text: str) -> date | None:
    try:
        return read_day(text)
    except NotADate:
        return None


def _latest(entries: tuple[tuple[date, Progress], ...], field: str) -> str:
    values = (getattr(entry, field) for _, entry in reversed(entries))
    return next((value for value in values if value), "")


def overdue(
    workspace: Workspace, as_at: date, quarter: str | None = None, asked: Filter = EVERYTHING
) -> Answer:
    """What is overdue on a day, and what is open without a date.

    With a quarter, only what was due on or before its last day: what slipped from an earlier
    quarter is still owed, and is marked. Raises `CannotRunError` if the quarter cannot be read.
    """
    quarters = {plan.path: read_quarter(plan, quarter, as_at) for plan in workspace.plans}
    owed = [
        found
        for plan, file, item in workspace.items
        if asked.allows(file, item)
        and (found := _owed(plan, file, item, as_at, quarters[plan.path]))
    ]
    late = sorted((row for row in owed if row.days_overdue), key=lambda row: -row.days_overdue)
    open_ended = [row for row in owed if not row.days_overdue]
    return Answer(
        as_at,
        asked,
        tuple((plan, quarters[plan.path]) for plan in workspace.plans),
        tuple(late),
        tuple(row for row in open_ended if not _is_ongoing(row)),
        tuple(row for row in open_ended if _is_ongoing(row)),
    )


def read_quarter(plan: LoadedPlan, text: str | None, as_at: date) -> Quarter | None:
    """The quarter that a text means in a plan; None if no quarter is asked for."""
    if text is None:
        return None
    if plan.term is None:
        raise CannotRunError(
            f"`{text}` cannot be placed in {plan.path}, whose period cannot be read; "
            "run `csplan validate` to see why"
        )
    try:
        return _read_quarter(text, plan.term, as_at)
    except NotADate as problem:
        raise CannotRunError(str(problem)) from None


def _owed(
    plan: LoadedPlan, file: LoadedFile, item: Item, as_at: date, quarter: Quarter | None
) -> Owed | None:
    now = position(plan, item, as_at)
    if not now.is_open:
        return None
    due = now.due
    if due is None or due.days is None or due.kind in UNDATED:
        return Owed(plan, file, item, now)
    missed = _missed(plan, due, now, as_at)
    by = missed[0].days.last if missed else due.days.last
    if by >= as_at or (due.every and not missed) or (quarter and by > quarter.days.last):
        return None
    in_time = [each for each in missed if not quarter or each.days.last <= quarter.days.last]
    slipped = _slipped(plan, by, quarter)
    return Owed(plan, file, item, now, by, (as_at - by).days, len(in_time), slipped)


def _missed(plan: LoadedPlan, due: Due, now: Position, as_at: date) -> tuple[Occurrence, ...]:
    """The past occurrences of recurring work that no progress entry answers for.

    An entry answers for the period that it `covers`, or else for the oldest period begun by its
    day that is still without one.
    """
    if not due.every or plan.term is None:
        return ()
    owed = list(occurrences(due, plan.term))
    for day, entry in sorted(now.entries, key=lambda pair: not pair[1].covers):
        covered = read_due(entry.covers, plan.term).days if entry.covers else None
        for each in owed:
            answers = covered == each.days if covered else each.days.first <= day
            if answers:
                owed.remove(each)
                break
    return tuple(each for each in owed if each.days.last < as_at)


def _slipped(plan: LoadedPlan, by: date, quarter: Quarter | None) -> str:
    if quarter is None or plan.term is None or by >= quarter.days.first:
        return ""
    earlier = (each for each in plan.term.quarters() if each.days.first <= by <= each.days.last)
    return next((f"Q{each.number}" for each in earlier), "before the plan")


def _is_ongoing(row: Owed) -> bool:
    return row.position.due is not None and row.position.due.kind == "ongoing"


def read_filter(workspace: Workspace, agency: str | None, theme: str | None) -> Filter:
    """A filter by agency (any registered way to write it) and theme (file name or title).

    Raises `CannotRunError` if no plan knows the agency or the theme.
    """
    return Filter(
        _agencies(workspace, agency) if agency else None,
        _stems(workspace, theme) if theme else None,
    )


def _agencies(workspace: Workspace, name: str) -> frozenset[str]:
    registries = [plan.agencies for plan in workspace.plans if plan.agencies]
    found = frozenset(official for each in registries if (official := each.official(name)))
    if not found:
        hint = did_you_mean(name, (known for each in registries for known in each.names))
        raise CannotRunError(f"no plan has an agency {quoted(name)}{hint}")
    return found


def _stems(workspace: Workspace, name: str) -> frozenset[str]:
    titles = dict(_titles(workspace))
    folded = name.casefold()
    found = frozenset(stem for title, stem in titles.items() if folded in {title.casefold(), stem})
    if not found:
        hint = did_you_mean(name, (*titles, *titles.values()))
        raise CannotRunError(f"no plan has a theme {quoted(name)}{hint}")
    return found


def _titles(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for plan in workspace.plans:
        for theme in plan.themes:
            yield (getattr(theme.model, "theme", theme.stem), theme.stem)


@dataclass(frozen=True, slots=True)
class Found:
    """An action that a reference names, with everything due in it that was asked for."""

    plan: LoadedPlan
    file: LoadedFile
    action: Action
    line: int
    items: tuple[Item, ...]


def find(workspace: Workspace, reference: str) -> tuple[Found, ...]:
    """The action, or the one milestone, of that reference in each plan.

    Raises `CannotRunError` if no plan has it.
    """
    key = reference_key(reference)
    found = tuple(
        found
        for plan in workspace.plans
        for file in plan.chosen_themes
        for found in _find_in(plan, file, key)
    )
    if not found:
        known = (item.address for _, _, item in workspace.items)
        raise CannotRunError(f"no plan has {quoted(reference)}{did_you_mean(reference, known)}")
    return found


def _find_in(plan: LoadedPlan, file: LoadedFile, key: str) -> Iterator[Found]:
    for _, group in groupby(file.items, key=lambda item: id(item.action)):
        of_action = tuple(group)
        action = of_action[0].action
        if reference_key(action.ref) != key:
            of_action = tuple(item for item in of_action if reference_key(item.address) == key)
        if of_action:
            route = of_action[0].route
            top = route[: route.index("actions") + 2]
            yield Found(plan, file, action, file.tree.locate(top).line, of_action)
