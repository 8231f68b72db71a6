"""One report of progress, from the reference that it names to the file that it changes."""

from datetime import date
from typing import NamedTuple

from csplan.edit.case import Report
from csplan.edit.draft import Draft, draft
from csplan.edit.progress import prepare
from csplan.edit.target import Target, target
from csplan.errors import CannotRunError
from csplan.load import Item, LoadedPlan, Workspace
from csplan.query import Position, position


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
    ready = prepare(found, report, today)
    if ready.change is None:
        raise CannotRunError(f"{item.address}: {'; '.join(ready.problems)}")
    drafted = draft(plan, {file: [ready.change]})
    after = position(drafted.after, _same(drafted.after, item), today)
    return Update(found, position(plan, item, today), after, ready.remarks, drafted)


def _same(plan: LoadedPlan, item: Item) -> Item:
    """The item of that address in the plan that comes of a change, which moves no other."""
    works = (work for part in plan.parts for work in part.works)
    work = next(each for each in works if each.ref == item.work.ref)
    number = item.route[-1]
    milestone = work.action.milestones[int(number)] if item.milestone else None
    return item._replace(work=work, milestone=milestone)
