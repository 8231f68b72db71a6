"""The indicator, or the row of one, that somebody names by its code or its name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csplan.diagnostic import and_more, did_you_mean, listed
from csplan.errors import CannotRunError
from csplan.escape import one_line, quoted
from csplan.load import LoadedFile, LoadedPlan, Workspace, reference_key
from csplan.load.index import matters
from csplan.model import Indicator, Measure, Row
from csplan.query.closed import Closed
from csplan.query.suggestions import suggested
from csplan.source import Route

_MOST_LISTED = 5
_NONE_CLOSED = Closed()


class Place(NamedTuple):
    """Where the figures of an indicator, or of a row of one, stand."""

    plan: LoadedPlan
    file: LoadedFile
    route: Route
    indicator: Indicator
    row: Row | None = None

    @property
    def measure(self) -> Measure:
        """What holds the figures: the row, or the indicator itself."""
        return self.row or self.indicator

    @property
    def name(self) -> str:
        """What it is called, with its row if it is one."""
        return one_line(
            f"{self.indicator.indicator}, {self.row.row}" if self.row else self.indicator.indicator
        )

    @property
    def where(self) -> str:
        """Its file and line."""
        return f"{self.file.path}:{self.file.tree.locate(self.route).line}"


def places(workspace: Workspace) -> tuple[Place, ...]:
    """Every indicator of the files that were asked for, in their order."""
    return tuple(
        Place(plan, file, (*route, "indicators", number), indicator)
        for plan in workspace.plans
        for file in plan.files
        if plan.is_chosen(file) and file.model
        for route, _, matter in matters(file.model)
        for number, indicator in enumerate(matter.indicators)
    )


def find_place(
    known: Sequence[Place],
    name: str,
    row: str = "",
    closed: Closed = _NONE_CLOSED,
    unread: str = "",
) -> Place:
    """The indicator of that code or name, or of a name that begins so, or a row of it.

    Raises `CannotRunError` if there is none or are several; if one of the plans that were left out
    as `closed` has it, it says so. `unread` is what to say of files that may have it.
    """
    if not name.strip():
        raise CannotRunError("no indicator is named; write its code, or its name as it begins")
    found = next(filter(None, _matching(known, name)), [])
    if not found:
        if where := closed.holds(name, lambda each: any(_matching(places(each), name))):
            raise CannotRunError(where)
        names = [each.name for each in known] + [each.indicator.code or "" for each in known]
        hint = suggested(name, names)
        raise CannotRunError(f"no plan has an indicator {quoted(name)}{unread}{hint}")
    if len(found) > 1:
        raise CannotRunError(_several(name, found))
    return _row(found[0], row)


def _matching(known: Sequence[Place], name: str) -> Iterator[list[Place]]:
    """Those that may be meant, the surest first."""
    wanted, key = one_line(name).casefold(), reference_key(name)
    yield [each for each in known if reference_key(each.indicator.code or "") == key]
    yield [each for each in known if each.name.casefold() == wanted]
    yield [each for each in known if each.name.casefold().startswith(wanted)]


def _several(name: str, found: Sequence[Place]) -> str:
    plans = dict.fromkeys(each.plan.path for each in found)
    if len(plans) > 1:
        folders = listed(plans, whole=True)
        return f"several plans have an indicator {quoted(name)}; name one after it: {folders}"
    meant = ", ".join(f"{quoted(each.name)} ({each.where})" for each in found[:_MOST_LISTED])
    meant += and_more(found, _MOST_LISTED)
    is_one_name = len({each.name.casefold() for each in found}) == 1
    remedy = "name its file after it" if is_one_name else "write more of its name, or its code"
    return f"{quoted(name)} may be one of several indicators: {meant}; {remedy}"


def _row(place: Place, name: str) -> Place:
    indicator, wanted = place.indicator, one_line(name).casefold()
    names = [one_line(each.row) for each in indicator.rows]
    said = listed(names[:_MOST_LISTED], "and") if names else ""
    said += and_more(names, _MOST_LISTED)
    if not wanted:
        if names and not indicator.values:
            raise CannotRunError(
                f"{quoted(place.name)} has its figures by row; say for which: {said}"
            )
        return place
    if not names:
        raise CannotRunError(f"{quoted(place.name)} has no rows; leave out {quoted(name)}")
    same = [number for number, each in enumerate(names) if each.casefold() == wanted]
    like = [number for number, each in enumerate(names) if each.casefold().startswith(wanted)]
    found = same or like
    if len(found) != 1:
        hint = did_you_mean(one_line(name), names) or f"; its rows are {said}"
        what = "several rows that begin with" if found else "no row"
        raise CannotRunError(f"{quoted(place.name)} has {what} {quoted(name)}{hint}")
    return place._replace(route=(*place.route, "rows", found[0]), row=indicator.rows[found[0]])
