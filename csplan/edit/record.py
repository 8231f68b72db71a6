"""Figures that are recorded: where each goes, and how its indicator stands after all of them."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from csplan.diagnostic import listed
from csplan.edit.changes import Change
from csplan.edit.draft import Draft, draft
from csplan.edit.figure import Known, NewFigure, read_new
from csplan.edit.ledger import Booked, Ledger
from csplan.errors import CannotRunError
from csplan.load import LoadedFile, Workspace
from csplan.query import Place, Reading, find_place, places, readings
from csplan.query.closed import Closed
from csplan.query.unread import but_unread
from csplan.source import Route


class Recorded(NamedTuple):
    """One figure in its place."""

    place: Place
    known: Known
    booked: Booked


class Record(NamedTuple):
    """Figures that are ready to be written, or what is wrong with any of them.

    `problems` have the number of the figure, from 0; where there are any, nothing is ready.
    `draft` is None too if all of it is in the plan already. `readings` are the indicators and rows
    that figures were for, each once, as they stand after all of them.
    """

    recorded: tuple[Recorded, ...]
    problems: tuple[tuple[int, str], ...]
    draft: Draft | None
    readings: tuple[Reading, ...]


_Ledgers = dict[tuple[str, Route], Ledger]


def record(workspace: Workspace, asked: Iterable[NewFigure], today: date) -> Record:
    """Figures entered in turn into the plan that holds their indicators, all or none.

    Raises `CannotRunError` if they are for several plans, or if the plan would have an error.
    """
    closed, unread = Closed(workspace.closed), but_unread(workspace)
    find = partial(find_place, places(workspace), closed=closed, unread=unread)
    ledgers = _Ledgers()
    recorded: list[Recorded] = []
    problems: list[tuple[int, str]] = []
    for number, new in enumerate(asked):
        found = _enter(find, ledgers, new, today)
        if isinstance(found, str):
            problems.append((number, found))
        else:
            recorded.append(found)
    if problems:
        return Record(tuple(recorded), tuple(problems), None, ())
    return _drafted(recorded, today)


def _enter(
    find: Callable[[str, str], Place], ledgers: _Ledgers, new: NewFigure, today: date
) -> Recorded | str:
    try:
        place = find(new.indicator, new.row)
    except CannotRunError as problem:
        return str(problem)
    read, wrong = read_new(place, new, today)
    if read is None:
        return f"{place.name}: {'; '.join(wrong)}"
    key = (place.file.path, place.route)
    if key not in ledgers:
        ledgers[key] = Ledger(place)
    booked = ledgers[key].enter(read)
    return f"{place.name}: {booked}" if isinstance(booked, str) else Recorded(place, read, booked)


def _drafted(recorded: list[Recorded], today: date) -> Record:
    plans = {each.place.plan.path: each.place.plan for each in recorded}
    if len(plans) > 1:
        folders = listed(plans, whole=True)
        raise CannotRunError(f"the figures are for several plans; name one: {folders}")
    if not recorded:
        return Record((), (), None, ())
    plan = recorded[0].place.plan
    changes: dict[LoadedFile, list[Change]] = {}
    for each in recorded:
        if each.booked.changes:
            changes.setdefault(each.place.file, []).extend(each.booked.changes)
    drafted = draft(plan, changes) if changes else None
    after = drafted.after if drafted else plan
    wanted = {(each.place.file.path, each.place.route) for each in recorded}
    stands = (
        reading
        for file in after.files
        if any(file.path == path for path, _ in wanted)
        for reading in readings(after, file, today)
        if (file.path, reading.route) in wanted
    )
    return Record(tuple(recorded), (), drafted, tuple(stands))
