"""The small parts that the others are made of: who leads, what is said, by whom and when."""

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from csplan.model.words import OneOrMany, Rating, State, Words, one_as_list


def _lead_as_mapping(value: object) -> object:
    if isinstance(value, dict) and "line" in value:
        words = "has no key `line`; its keys are `post`, `agency` and `person`"
        raise PydanticCustomError("unknown_key", words)
    return {"line": value} if isinstance(value, str) else value


def _leads_as_list(value: object) -> object:
    return [_lead_as_mapping(entry) for entry in value] if isinstance(value, list) else value


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
    """The post, such as `Chief Inspector`."""
    agency: Words | None = None
    """The agency, by a name that `agencies` in plan.yaml holds."""
    person: Words | None = None
    """A name, for documents within the partnership; never published."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if not (self.line or self.post or self.agency or self.person):
            raise ValueError("names nobody; write a post and an agency")
        return self


Leads = Annotated[OneOrMany[Lead], BeforeValidator(_leads_as_list), BeforeValidator(one_as_list)]


class Progress(Part):
    """One dated entry in the life of an action or milestone."""

    on: Words
    """The day on which it was said."""
    state: State | None = None
    """Where the work stands; `complete`, `stopped` and `carried forward` close it."""
    rating: Rating | None = None
    """The colour that was given to work in progress, by the plan's own key; it opens nothing that
    is closed."""
    note: Words | None = None
    """Anything else, in words."""
    corrective_action: Words | None = None
    """What is done about it, where it is red or going wrong."""
    due: Words | None = None
    """A new date that the board agreed; the first one stays where it is."""
    reason: Words | None = None
    """Why the board agreed a new date, or why the work stopped or goes into another plan."""
    covers: Words | None = None
    """The period that a report on recurring work is for, such as `Q1`."""
    by: Words | None = None
    """Who reported it: an agency or a post."""


class Section(Part):
    """A piece of narrative that has no key of its own."""

    heading: Words
    """The heading, in the plan's own words."""
    text: Words
    """Paragraphs, bullets, numbered lines and subheadings."""


class Quotation(Part):
    """What somebody said, word for word."""

    quotation: Words
    """The words, without quotation marks."""
    by: Words | None = None
    """Who said it: a post, an agency, or such as `a parent`; not a name."""
    about: Words | None = None
    """What it was said of."""


class Driver(Part):
    """Something outside the partnership that shapes the plan: an Act, a strategy, a duty."""

    driver: Words
    """Its title."""
    means: Words | None = None
    """What it asks for or changes here."""
