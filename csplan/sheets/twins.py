"""Rows that speak of the same work on the same day, as where two agencies lead it."""

from collections.abc import Iterable

from csplan.edit import Report
from csplan.escape import one_line
from csplan.model import Progress, read_word
from csplan.sheets.reply import Reported, Row


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


def _said(report: Report) -> tuple[str, ...]:
    """What a report says, whoever says it and however its words are written."""
    words = (("state", report.state), ("rating", report.rating))
    texts = (report.note, report.corrective_action, report.due, report.reason, report.covers)
    return (
        *(read_word(Progress, key, one_line(typed))[0] or typed for key, typed in words),
        *map(one_line, texts),
    )
