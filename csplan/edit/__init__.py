"""Changes to a user's file that touch nothing else: drafted, checked, shown, written, undone.

A change is a `Put`, `Insert`, `Remove` or `Replace` at a route. `draft` makes it on copies,
compares what it made with what was meant and checks the plan that would come of it;
`commit` writes what was drafted, each file whole, and keeps what is needed to `undo` it.
"""

from csplan.edit.case import Report
from csplan.edit.changes import Change, Insert, Put, Remove, Replace
from csplan.edit.disk import Rewrite
from csplan.edit.draft import Draft, draft, rewritten
from csplan.edit.figure import NewFigure
from csplan.edit.journal import Entry, backwards, commit, last, undo
from csplan.edit.mending import Left, Mended, mend
from csplan.edit.progress import Prepared, prepare
from csplan.edit.record import Record, Recorded, record
from csplan.edit.recurring import STOPS, cover
from csplan.edit.several import Step, steps
from csplan.edit.target import Target, target
from csplan.edit.update import Update, update

__all__ = [
    "STOPS",
    "Change",
    "Draft",
    "Entry",
    "Insert",
    "Left",
    "Mended",
    "NewFigure",
    "Prepared",
    "Put",
    "Record",
    "Recorded",
    "Remove",
    "Replace",
    "Report",
    "Rewrite",
    "Step",
    "Target",
    "Update",
    "backwards",
    "commit",
    "cover",
    "draft",
    "last",
    "mend",
    "prepare",
    "record",
    "rewritten",
    "steps",
    "target",
    "undo",
    "update",
]
