"""What the parts of a plan are called, and which keys each of them has."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from pydantic import BaseModel

from csplan.model.chapters import SubTheme, Theme
from csplan.model.expectations import Expectation, Expectations
from csplan.model.figures import Change, Figure, Indicator, Row, Table
from csplan.model.meetings import AgendaItem, Decision, Meeting, Meetings
from csplan.model.parts import Driver, Lead, Progress, Quotation, Section
from csplan.model.plan import Agency, Headings, Plan, RatingKey, Waiver
from csplan.model.work import Action, Milestone
from csplan.source import Route

NAMES: dict[type[BaseModel], str] = {
    Theme: "a theme",
    SubTheme: "a sub-theme",
    Action: "an action",
    Milestone: "a milestone",
    Progress: "a progress entry",
    Lead: "a lead",
    Indicator: "an indicator",
    Row: "a row of an indicator",
    Figure: "a figure",
    Table: "a table",
    Change: "a change between two columns",
    Expectations: "what one source expects",
    Expectation: "an expectation",
    Meetings: "a file of meetings",
    Meeting: "a meeting",
    AgendaItem: "an item of a meeting",
    Decision: "a decision",
    Section: "a section",
    Quotation: "a quotation",
    Driver: "a driver",
    Agency: "an agency",
    RatingKey: "an entry of the rating key",
    Waiver: "a waiver",
    Headings: "the headings",
    Plan: "plan.yaml",
}


def keys_of(part: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a part, its own before those that it shares with others."""
    own_first = (kind.__annotations__ for kind in part.__mro__ if issubclass(kind, BaseModel))
    return tuple(name for names in own_first for name in names if name in part.model_fields)


def part_at(cls: type[BaseModel], route: Route) -> type[BaseModel]:
    """The part that a route into a file of such a class leads into."""
    for step in route[:-1]:
        if isinstance(step, str):
            cls = _part_of(cls, step) or cls
    return cls


@cache
def _part_of(cls: type[BaseModel], field: str) -> type[BaseModel] | None:
    """The part that a field holds; a key of a series is no field, and its figure is the part."""
    known = cls.model_fields.get(field)
    return next(_parts_in(known.annotation), None) if known else None


def _parts_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)
