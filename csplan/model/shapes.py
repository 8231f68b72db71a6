"""What a plan is: `plan.yaml` as a `Plan`, every other file of its folder as a `Theme`.

Values arrive as text, lists and mappings (see `csplan.source`); nothing is guessed from a
spelling. The models are frozen and refuse keys that they do not know. What a good plan should
hold is the business of `csplan.rules`; what is required here is only what a file cannot be read
without.

Dates, periods and leads stay as typed. `csplan.load` reads them, because their meaning depends
on the plan that they stand in.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")

_LONGEST_REFERENCE = 60


def _a_text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; write something after it, or take the key out")
    return value


def _short(value: str) -> str:
    if len(value) > _LONGEST_REFERENCE:
        raise ValueError(f"is too long for a reference; use at most {_LONGEST_REFERENCE} letters")
    return value


def _one_as_list(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


def _lead_as_mapping(value: object) -> object:
    if isinstance(value, dict) and "line" in value:
        words = "has no key `line`; its keys are `post`, `agency` and `person`"
        raise PydanticCustomError("unknown_key", words)
    return {"line": value} if isinstance(value, str) else value


def _leads_as_list(value: object) -> object:
    return [_lead_as_mapping(entry) for entry in value] if isinstance(value, list) else value


def _agency_as_mapping(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _yes_or_no(value: object) -> object:
    answers = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(value, str) and value.lower() in answers:
        return answers[value.lower()]
    raise PydanticCustomError("unknown_word", "is not an answer; write `true` or `false`")


def _lower(value: object) -> object:
    return " ".join(value.lower().split()) if isinstance(value, str) else value


Words = Annotated[str, AfterValidator(_a_text)]
"""Text on one line or several; never blank."""

Reference = Annotated[Words, AfterValidator(_short)]
"""What an action is called by: short enough to be said."""

# A list is what YAML gives; strict mode would want a tuple.
Many = Annotated[tuple[T, ...], Field(strict=False)]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_one_as_list), Field(strict=False)]
ByName = Annotated[Mapping[str, Words], AfterValidator(MappingProxyType), Field(strict=False)]
NO_NAMES: Mapping[str, str] = MappingProxyType({})
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]

Duty = Annotated[
    Literal["crime and disorder", "substance misuse", "re-offending", "serious violence"],
    BeforeValidator(_lower),
]
"""A duty of section 6 of the Crime and Disorder Act 1998, as amended up to 2022."""

Status = Annotated[Literal["draft", "adopted", "closed"], BeforeValidator(_lower)]
State = Annotated[
    Literal["not started", "in progress", "complete", "stopped", "carried forward"],
    BeforeValidator(_lower),
]
Rating = Annotated[Literal["red", "amber", "green"], BeforeValidator(_lower)]
IndicatorKind = Annotated[Literal["key", "supporting"], BeforeValidator(_lower)]


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


Leads = Annotated[OneOrMany[Lead], BeforeValidator(_leads_as_list), BeforeValidator(_one_as_list)]


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
