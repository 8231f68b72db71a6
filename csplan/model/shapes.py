"""What a plan is: `plan.yaml` as a `Plan`, every other file of its folder as a `Theme`.

Values arrive as text, lists and mappings (see `csplan.source`); nothing is guessed from a
spelling. The models are frozen and refuse keys that they do not know. What a good plan should
hold is the business of `csplan.rules`; what is required here is only what a file cannot be read
without.

Dates, periods and leads stay as typed. `csplan.load` reads them, because their meaning depends
on the plan that they stand in.
"""

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from csplan.model.words import (
    NO_NAMES,
    ByName,
    Duty,
    IndicatorKind,
    Many,
    OneOrMany,
    Rating,
    Reference,
    State,
    Status,
    Words,
    YesOrNo,
    one_as_list,
)


def _lead_as_mapping(value: object) -> object:
    if isinstance(value, dict) and "line" in value:
        words = "has no key `line`; its keys are `post`, `agency` and `person`"
        raise PydanticCustomError("unknown_key", words)
    return {"line": value} if isinstance(value, str) else value


def _leads_as_list(value: object) -> object:
    return [_lead_as_mapping(entry) for entry in value] if isinstance(value, list) else value


def _agency_as_mapping(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class Part(BaseModel):
    """Anything in a plan file that is written as `key: value` lines."""

    # A part is checked within its file; a validator of its own would only slow the start.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Lead(Part):
    """Who answers for something: a line as people write it, or post, agency and person apart.

    `line` is never typed as a key: a lead that is plain text becomes one.
    """

    line: Words | None = None
    post: Words | None = None
    agency: Words | None = None
    person: Words | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if not (self.line or self.post or self.agency or self.person):
            raise ValueError("names nobody; write a post and an agency")
        return self


Leads = Annotated[OneOrMany[Lead], BeforeValidator(_leads_as_list), BeforeValidator(one_as_list)]


class Progress(Part):
    """One dated entry in the life of an action or milestone.

    `due` is a new date that the board agreed; `covers` is the period that a report on recurring
    work is for.
    """

    on: Words
    state: State | None = None
    rating: Rating | None = None
    note: Words | None = None
    due: Words | None = None
    covers: Words | None = None


class Deliverable(Part):
    """What an action and a milestone have in common: dates, leads, cost and progress."""

    start: Words | None = None
    due: Words | None = None
    lead: Leads = ()
    cost: Words | None = None
    note: Words | None = None
    see: OneOrMany[Words] = ()
    other_documents: OneOrMany[Words] = ()
    progress: OneOrMany[Progress] = ()
    carried_from: Words | None = None


class Milestone(Deliverable):
    """A step of an action with a day by which it is due."""

    milestone: Words


class Action(Deliverable):
    """A numbered action; its `lead` answers for each milestone that names none of its own.

    An action without milestones is due itself.
    """

    ref: Reference
    action: Words
    publish: YesOrNo = True
    milestones: OneOrMany[Milestone] = ()


class Section(Part):
    """A piece of narrative that has no key of its own."""

    heading: Words
    text: Words


class Indicator(Part):
    """A measure that a theme is judged by; `code` is its national code, such as NI 39."""

    indicator: Words
    code: Words | None = None
    kind: IndicatorKind = "supporting"


class Chapter(Part):
    """What a theme and a sub-theme have in common."""

    what: Words | None = None
    why: Words | None = None
    hotspots: Words | None = None
    achievements: Words | None = None
    plans: Words | None = None
    sections: OneOrMany[Section] = ()
    outcomes: OneOrMany[Words] = ()
    indicators: OneOrMany[Indicator] = ()
    see: OneOrMany[Words] = ()
    other_documents: OneOrMany[Words] = ()
    actions: OneOrMany[Action] = ()


class SubTheme(Chapter):
    """A part of a theme with outcomes and actions of its own."""

    sub_theme: Words


class Theme(Chapter):
    """One priority theme: one file of a plan."""

    theme: Words
    duties: OneOrMany[Duty] = ()
    sub_themes: OneOrMany[SubTheme] = ()
    notes: ByName = Field(default_factory=lambda: NO_NAMES)


class Agency(Part):
    """An agency of the registry; `also` holds the other ways in which its name is written."""

    name: Words
    also: OneOrMany[Words] = ()


class RatingKey(Part):
    """What a rating means in this plan."""

    rating: Rating
    means: Words


class Plan(Part):
    """What belongs to no theme: `plan.yaml`.

    `year_starts` is the month in which the plan's years begin: April if nothing is said, or
    January if the period is a calendar year.
    """

    title: Words
    partnership: Words
    period: Words
    year_starts: Words | None = None
    status: Status = "adopted"
    summary: Words | None = None
    sections: OneOrMany[Section] = ()
    themes: OneOrMany[Words] = ()
    agencies: Many[Annotated[Agency, BeforeValidator(_agency_as_mapping)]] = ()
    glossary: ByName = Field(default_factory=lambda: NO_NAMES)
    ratings: OneOrMany[RatingKey] = ()
    notes: ByName = Field(default_factory=lambda: NO_NAMES)
