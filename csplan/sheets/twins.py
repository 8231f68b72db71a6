"""Rows that speak of the same work, as where two agencies lead it."""

from collections.abc import Iterable
from datetime import date

from csplan.dates import say_day
from csplan.edit import Report, prepare
from csplan.escape import one_line
from csplan.model import Progress, read_word
from csplan.sheets.reply import Reported, Row
from csplan.source import Route


def twinned(rows: Iterable[Row]) -> list[Row]:
    """The rows; one that says the same as an earlier one is marked, one that differs is wrong."""
    first: dict[tuple[object, ...], tuple[Row, Report]] = {}
    found = []
    for row in rows:
        if row.reported:
            report = row.reported.report
            earlier, said = first.setdefault(_key(row.reported), (row, report))
            is_same = _said(report) == _said(said)
            found.append(row if earlier is row else _beside(row, earlier, is_same=is_same))
        else:
            found.append(row)
    return found


def _key(reported: Reported) -> tuple[object, ...]:
    target, report = reported.target, reported.report
    return target.file.path, target.item.route, report.on


def _beside(row: Row, earlier: Row, *, is_same: bool) -> Row:
    if is_same:
        return row._replace(is_twin=True)
    place = f"row {earlier.reply.number} of `{earlier.reply.path}`"
    words = f"{place} says something else of this on the same day; agree what is true, keep one"
    return row._replace(problems=(words,))


def quarrel(reported: Reported, earlier: Iterable[Row], today: date) -> str:
    """Which of the rows of earlier days speaks against a report that is right by itself, or none.

    `earlier` are rows that change something, in the order of days.
    """
    target, report = reported.target, reported.report
    if prepare(target, report, today).problems:
        return ""
    route = target.item.route
    rows = [
        row for row in earlier if row.reported and _is_of(row.reported, target.file.path, route)
    ]
    last, said = rows[-1], rows[-1].reported
    assert said
    on = said.report.on
    return (
        f"that is what row {last.reply.number} of `{last.reply.path}` says of {say_day(on)}; "
        "agree what is true, and mend one of the two"
    )


def _is_of(reported: Reported, path: str, route: Route) -> bool:
    """Whether a report is of what stands at a route, or of its action."""
    found = reported.target.item.route
    return reported.target.file.path == path and found == route[: len(found)]


def _said(report: Report) -> tuple[str, ...]:
    """What a report says, whoever says it and however its words are written."""
    words = (("state", report.state), ("rating", report.rating))
    texts = (report.note, report.corrective_action, report.due, report.reason, report.covers)
    return (
        *(read_word(Progress, key, one_line(typed))[0] or typed for key, typed in words),
        *map(one_line, texts),
    )
