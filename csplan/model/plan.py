"""What belongs to no theme: `plan.yaml`."""

from typing import Annotated

from pydantic import Field

from csplan.model.chapters import Matter
from csplan.model.parts import Part
from csplan.model.words import (
    NO_NAMES,
    ByName,
    Many,
    OneOrMany,
    Rating,
    Reporting,
    Status,
    Travels,
    Words,
    entries_by,
)


class Agency(Part):
    """An agency of the registry; plain text is its name."""

    name: Words
    """Its name as it is published."""
    also: OneOrMany[Words] = ()
    """The other ways in which its name is written."""


class RatingKey(Part):
    """What a rating means in this plan."""

    rating: Rating
    """The colour."""
    means: Words
    """What it stands for, as it is printed beside the colour."""
    within: Words | None = None
    """For an indicator: how far from its target that still is, as `5%` of it or `5 points`."""


class Headings(Part):
    """The plan's own headings, each by the key of a theme that it stands over."""

    what: Words = "What is the priority?"
    """Over `what`."""
    why: Words = "Why is it a priority?"
    """Over `why`."""
    hotspots: Words = "Hotspots"
    """Over `hotspots`."""
    achievements: Words = "Achievements so far"
    """Over `achievements`."""
    plans: Words = "Plans"
    """Over `plans`."""
    outcomes: Words = "Outcomes"
    """Over `outcomes`."""
    indicators: Words = "How we measure it"
    """Over `indicators`."""
    actions: Words = "Actions"
    """Over `actions`."""


class Waiver(Part):
    """Findings of `csplan validate` that are as they should be, in the whole plan or in parts."""

    rule: OneOrMany[Words]
    """The rules, by the names that stand in brackets in a complaint."""
    only: OneOrMany[Words] = ()
    """Theme files, actions or milestones that it is for; the whole plan if it is left out."""
    reason: Words
    """Why it is as it should be."""


class Plan(Matter):
    """What belongs to no theme: `plan.yaml`."""

    title: Words
    """The title of the document."""
    partnership: Words
    """The partnership whose plan it is."""
    period: Words
    """The years that it covers: `2010/11`, `2010/11 to 2012/13`, `2010`."""
    year_starts: Words | None = None
    """The month in which the plan's years begin, if not April (January for a calendar year)."""
    status: Status = "adopted"
    """`draft`, `adopted` or `closed`; questions without a path leave closed plans out."""
    summary: Words | None = None
    """What the plan is, for readers who read no further."""
    themes: OneOrMany[Words] = ()
    """The theme files in the plan's order, without their endings."""
    headings: Headings = Field(default_factory=Headings)
    """The plan's own headings for the parts of a theme."""
    agencies: Annotated[Many[Agency], entries_by("name")] = ()
    """Every agency that leads something, so that its name is typed once."""
    glossary: ByName = Field(default_factory=lambda: NO_NAMES)
    """Acronyms and what they stand for; spelt out where a chapter first uses them."""
    words_to_avoid: ByName = Field(default_factory=lambda: NO_NAMES)
    """Words that the partnership no longer uses, and what to write instead of each."""
    ratings: OneOrMany[RatingKey] = ()
    """The key to the colours."""
    reporting: Reporting = "quarterly"
    """How often work is reported: `monthly`, `quarterly`, `half-yearly` or `yearly`."""
    waivers: OneOrMany[Waiver] = ()
    """What `csplan validate` finds and is as it should be; for one line, say it there."""
    direction_of_travel: Travels = "value"
    """What a stated direction of travel speaks of: the `value`, or its `rating`."""
    notes: ByName = Field(default_factory=lambda: NO_NAMES)
    """Notes and sources by the names that `[^name]` in a text marks them with."""
