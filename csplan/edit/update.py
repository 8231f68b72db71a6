"""One report of progress, from the reference that it names to the file that it changes."""

from datetime import date
from typing import NamedTuple

from csplan.edit.case import Report
from csplan.edit.draft import Draft, draft
from csplan.edit.several import steps
from csplan.edit.target import Target, target
from csplan.errors import CannotRunError
from csplan.load import Workspace
from csplan.query import Position


class Update(NamedTuple):
    """A report that is ready to be written, and where the work stands before and after it."""

    target: Target
    before: Position
    after: Position
    remarks: tuple[str, ...]
    draft: Draft


def update(
    workspace: Workspace, reference: str, milestone: str, report: Report, today: date
) -> Update:
    """A report on the action or milestone of a reference, drafted; positions are as at today.

    Raises `CannotRunError` if the reference is not clear or anything in the report is wrong.
    """
    found = target(workspace, reference, milestone)
    plan, file, item = found
    (step,) = steps([(found, report)], today)
    ready = step.prepared
    if ready.change is None:
        raise CannotRunError(f"{item.address}: {'; '.join(ready.problems)}")
    drafted = draft(plan, {file: [ready.change]})
    return Update(found, step.before, step.after, ready.remarks, drafted)
