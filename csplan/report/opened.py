"""A plan opened for a paper: as at a day, with or without what is not published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from csplan.dates import say_day
from csplan.diagnostic import counted
from csplan.errors import CannotRunError
from csplan.load import LoadedFile, LoadedPlan, Workspace
from csplan.model import Plan, Theme
from csplan.query import Filter, Reading, readings
from csplan.query.published import is_published
from csplan.query.status import PlanStatus, status
from csplan.report.addresses import Addresses
from csplan.report.answers import answers
from csplan.report.desk import Desk
from csplan.report.papers import Paper, Part
from csplan.report.runs import Line, said
from csplan.report.text import plain
from csplan.report.view import as_seen
from csplan.report.vocabulary import reader_of, terms_of

PUBLISHED = Filter(only_published=True)
"""What the questions of a paper are about: in an internal one everything counts as published."""
_INTERNAL = "This is an internal document: it {}may name people. Do not publish it."


@dataclass(frozen=True)
class Opened:
    """A plan as a paper tells of it; `kept_back` counts the actions that are not published."""

    plan: LoadedPlan
    model: Plan
    day: date
    desks: tuple[Desk, ...]
    is_internal: bool
    kept_back: int

    @property
    def workspace(self) -> Workspace:
        """The plan alone, to be asked about."""
        return Workspace((self.plan,))

    @property
    def last_day(self) -> date | None:
        """The last day of the plan's term; None if that cannot be read."""
        return self.plan.term.days.last if self.plan.term else None

    @property
    def themes(self) -> Iterator[tuple[Desk, Theme]]:
        """The themes, in the plan's order."""
        for desk in self.desks:
            if isinstance(desk.file.model, Theme):
                yield desk, desk.file.model

    @property
    def readings(self) -> Iterator[Reading]:
        """Every indicator, and every row of one, as it was known on the day."""
        for desk in self.desks:
            yield from readings(desk.plan, desk.file, desk.as_at)

    def status(self, since: date | None, *, is_final: bool = False) -> PlanStatus:
        """How it stands, and what changed since a day or the last meeting.

        Raises `CannotRunError` if `since` is not before the day.
        """
        (found,) = status(self.workspace, self.day, since, PUBLISHED, is_final=is_final)
        return found

    def desk_of(self, file: LoadedFile) -> Desk:
        """The desk of one of its files."""
        return next(desk for desk in self.desks if desk.file.path == file.path)

    def _notices(self) -> Iterator[Line]:
        """What is left out, or that it must not be published."""
        left = counted(self.kept_back, "action")
        if self.is_internal:
            held = f"holds {left} not to be published, and " if self.kept_back else ""
            yield said(_INTERNAL.format(held))
        elif self.kept_back:
            yield said(f"{left} not published {'is' if self.kept_back == 1 else 'are'} left out.")

    def paper(self, heading: str, parts: Iterable[Part], notices: Iterable[Line] = ()) -> Paper:
        """The paper of these parts, which must have been written in their order."""
        day = say_day(self.day)
        found = Paper(
            title=plain(self.model.title),
            partnership=plain(self.model.partnership),
            period=plain(self.model.period),
            days=str(self.plan.term.days) if self.plan.term else "",
            status=self.model.status,
            heading=heading,
            day=day,
            called=f"{heading}, {day}",
            notices=(*self._notices(), *notices),
            parts=tuple(parts),
            notes=self.desks[0].reader.notes(desk.file for desk in self.desks),
        )
        return found._replace(glossary=tuple(terms_of(self.model.glossary, found)))


def open_plan(loaded: LoadedPlan, day: date, *, is_internal: bool) -> Opened:
    """A plan opened for a paper.

    Raises `CannotRunError` if `plan.yaml` could not be read.
    """
    plan = as_seen(loaded, day, with_everything=is_internal)
    if plan.plan is None:
        raise CannotRunError(f"`{loaded.file.path}` cannot be read; run `csplan validate` first")
    known = as_seen(loaded, day, with_everything=False)
    addresses, found = Addresses(plan, only_work=True), answers(plan)
    reader = reader_of(plan, plan.plan, addresses)
    files = (plan.file, *plan.chosen_parts)
    return Opened(
        plan=plan,
        model=plan.plan,
        day=day,
        desks=tuple(Desk(plan, file, reader, addresses, found, day, is_internal) for file in files),
        is_internal=is_internal,
        kept_back=sum(map(_kept_back, known.chosen_parts)),
    )


def _kept_back(file: LoadedFile) -> int:
    return sum(not is_published(file, work) for work in file.works)
