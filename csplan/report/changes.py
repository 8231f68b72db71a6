"""What has changed in a plan since its board last met, or since another day."""

from collections import Counter

from csplan.dates import Days, say_day
from csplan.query.changes import CHANGES
from csplan.query.status import PlanStatus
from csplan.report.grid import Cells, grid
from csplan.report.opened import Opened
from csplan.report.papers import Part
from csplan.report.progress import named
from csplan.report.runs import cell, listed, said
from csplan.report.text import plain

_KINDS = {
    "complete": "Completed",
    "stopped": "Stopped",
    "carried forward": "Carried forward",
    "red": "Now red",
    "on hold": "Put on hold",
    "reopened": "Opened again",
    "started": "Started",
    "re-dated": "Given a new date by the board",
}


def changes(opened: Opened, found: PlanStatus) -> Part:
    """What has changed since the board last met, or since the day that was asked for."""
    day = Days(found.since.day, found.since.day)
    board = f"The {found.since.board} met on that day." if found.since.board else ""
    counts = Counter(each.kind for each in found.changes)
    summed = listed(
        said(f"{_KINDS[kind].lower()}: {counts[kind]}") for kind in CHANGES if counts[kind]
    )
    names = [named(opened.desk_of(each.file), each.item) for each in found.changes]
    nothing = said("Nothing was reported to have changed.")
    columns = [
        Cells("Ref", [ref for ref, _ in names], "None"),
        Cells("Action or milestone", [words for _, words in names]),
        Cells(
            "What has changed",
            [cell(_KINDS[each.kind], plain(each.words)) for each in found.changes],
        ),
        Cells("When", [cell(say_day(each.day)) for each in found.changes]),
    ]
    return Part(
        id="changes",
        heading=f"What has changed since {day}",
        words=(said(board),) if board else (),
        counts=(summed,) if summed else (nothing,),
        tables=grid("late", "Changes, by kind", columns),
    )
