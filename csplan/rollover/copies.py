"""The files of the old plan on their way into the next one: what is changed in their copies."""

from typing import NamedTuple

from csplan.dates import read_day
from csplan.edit import Replace
from csplan.escape import one_line, quoted
from csplan.load import LoadedFile, LoadedPlan, Mention, expectation_key, reference_key
from csplan.load.index import chapters, matters
from csplan.model import Meetings, Plan, Theme
from csplan.query import Position
from csplan.query.tasks import Task
from csplan.rollover import measures, review
from csplan.rollover.choice import Carried
from csplan.rollover.provenance import Record, is_renamed
from csplan.rollover.references import References
from csplan.rollover.review import Years
from csplan.rollover.sheet import Sheet
from csplan.rollover.wording import Reader
from csplan.source import Route


class Copier(NamedTuple):
    """Makes the copies; `chosen` has what is carried forward of each file, by its path."""

    plan: LoadedPlan
    chosen: dict[str, list[Carried]]
    names: References
    record: Record
    years: Years
    reader: Reader

    def copy(self, file: LoadedFile) -> Sheet | None:
        """What is changed in the copy of a file; None if nothing of it goes into the new plan."""
        sheet = Sheet(file)
        if isinstance(file.model, Plan):
            self._plan(sheet, file.model)
        elif isinstance(file.model, Theme):
            self._theme(sheet, file.model)
        elif isinstance(file.model, Meetings) and not self._board(sheet, file.model):
            return None
        for mention in file.mentions:
            self._mention(sheet, mention)
        return sheet

    def _plan(self, sheet: Sheet, plan: Plan) -> None:
        sheet.put((), "title", self.record.new_title)
        sheet.put((), "period", self.years.period)
        sheet.put((), "status", "draft")
        if one_line(plan.period) not in one_line(plan.title):
            # The years in it are none of the plan's, or are written otherwise.
            sheet.note((), f"title: was {quoted(plan.title)}; see that the new one reads well")
        for line in (*plan.to_review, *review.of_plan(plan, self.years, self.reader)):
            sheet.note((), line)
        self._measures(sheet, plan)

    def _theme(self, sheet: Sheet, theme: Theme) -> None:
        for route, chapter in chapters(theme):
            for line in (
                *chapter.to_review,
                *review.of_chapter(chapter, self.years, self.reader),
            ):
                sheet.note(route, line)
        self._measures(sheet, theme)
        carried = {each.deed.task.item.route: each for each in self.chosen.get(sheet.file.path, ())}
        for work in sheet.file.works:
            if work.route in carried:
                self._action(sheet, carried[work.route])
            else:
                sheet.remove(work.route)

    def _measures(self, sheet: Sheet, model: Plan | Theme) -> None:
        for route, _, matter in matters(model):
            for number, indicator in enumerate(matter.indicators):
                at = (*route, "indicators", number)
                for change in measures.changes(indicator, at, self.years.old, self.years.new):
                    sheet.add(change)

    def _action(self, sheet: Sheet, carried: Carried) -> None:
        deed, task = carried.deed, carried.deed.task
        route = task.item.route
        if task.spot in self.names.typed:
            sheet.put(route, "ref", self.names.typed[task.spot])
        own = next((part for part in carried.parts if part.task is task), None)
        self._entry(sheet, task, own.position if own else None, is_named=True)
        if deed.own and not own:
            sheet.remove((*route, "due"))
        kept = {step.task.item.route: step for step in carried.steps}
        for step in deed.steps:
            at = step.task.item.route
            if at in kept:
                has_moved = step.position.moved_from is not None
                is_named = has_moved or not carried.is_whole or is_renamed(step.task, self.names)
                self._entry(sheet, step.task, step.position, is_named=is_named)
            else:
                sheet.remove(at)

    def _entry(self, sheet: Sheet, task: Task, now: Position | None, *, is_named: bool) -> None:
        route, entry = task.item.route, task.entry
        for key in ("progress", "carried_to"):
            sheet.remove((*route, key))
        if is_named:
            sheet.put(route, "carried_from", self.record.came_from(task, now))
        if now and now.due and now.due.text != entry.due:
            sheet.put(route, "due", now.due.text)
        lines = review.of_entry(entry, now, self.years, self.reader)
        for line in (*entry.to_review, *lines):
            sheet.note(route, line)

    def _board(self, sheet: Sheet, board: Meetings) -> bool:
        """Leave the meetings that are still to come; false if there are none."""
        is_any = False
        for number, meeting in enumerate(board.meetings):
            if read_day(meeting.on) <= self.record.on:
                sheet.remove(("meetings", number))
                continue
            is_any = True
            for place, item in enumerate(meeting.items):
                if item.actions:
                    sheet.remove(("meetings", number, "items", place, "actions"))
        return is_any

    def _mention(self, sheet: Sheet, mention: Mention) -> None:
        """Let what names an action or milestone name it by its new reference, or leave it out."""
        key = reference_key(mention.text)
        is_elsewhere = mention.text in self.plan.stems or key not in self.plan.by_reference
        if mention.kind != "item" or is_elsewhere or sheet.is_gone(mention.route):
            return
        made = self.names.by_key.get(key)
        if made is None and expectation_key(mention.text) not in self.plan.by_expectation:
            sheet.remove(mention.route)
            # An agenda of a meeting to come is looked at before the meeting anyhow.
            if isinstance(sheet.file.model, Plan | Theme):
                holder, label = _holder(mention.route, sheet.file.model)
                line = (
                    f"{label}see: {quoted(mention.text)} was not carried forward, and is left out"
                )
                sheet.note(holder, line)
        elif made and reference_key(made) != key:
            sheet.add(Replace(mention.route, made))


def _holder(route: Route, model: Plan | Theme) -> tuple[Route, str]:
    """The action, milestone, theme or plan that a mention stands in, and in which part of it."""
    inner = next((key for key in ("expectations", "indicators") if key in route), None)
    if inner is None:
        return route[:-2], ""
    holder, (_, number, *_) = route[: route.index(inner)], route[route.index(inner) :]
    if inner == "expectations":
        return holder, ""
    matter = next(each for at, _, each in matters(model) if at == holder)
    return holder, f"indicator {review.short(matter.indicators[int(number)].indicator)}: "
