"""What is to be done: actions, and the milestones on the way."""

from typing import Annotated

from csplan.model.parts import Leads, Part, Progress
from csplan.model.words import Many, OneOrMany, Reference, Words, YesOrNo, entries_by


class Deliverable(Part):
    """What an action and a milestone have in common."""

    start: Words | None = None
    """When work begins, as people write it."""
    due: Words | None = None
    """By when it is due, as people write it: `July 2010`, `Quarter 2`, `Quarterly`, `TBC until`."""
    lead: Leads = ()
    """Who answers for it: a post, a comma and an agency; a list if it is shared."""
    partners: OneOrMany[Words] = ()
    """Who else takes part."""
    measure: OneOrMany[Words] = ()
    """How it will be known that it worked."""
    cost: Words | None = None
    """What it costs and who pays, in words."""
    note: Words | None = None
    """Anything else that a reader of the plan should know."""
    see: OneOrMany[Words] = ()
    """Actions, milestones, expectations or themes of this plan that belong with it."""
    other_documents: OneOrMany[Words] = ()
    """Documents outside of the plan that belong with it."""
    progress: OneOrMany[Progress] = ()
    """What was reported of it, with the day of each report."""
    carried_from: Words | None = None
    """The earlier plan that it comes from, with its reference there."""
    carried_to: Words | None = None
    """The later plan that it goes into, with its reference there."""
    to_review: OneOrMany[Words] = ()
    """What was copied from the last plan and is still to be settled; never published."""


class Milestone(Deliverable):
    """A step of an action with a day by which it is due."""

    milestone: Words
    """What will have been done."""


class Action(Deliverable):
    """Something that the partnership will do; plain text is an action with nothing else said.

    Its `lead` answers for each milestone that names none of its own. An action without
    milestones is due itself. One without `ref` goes by its file's name and its number there.
    """

    ref: Reference | None = None
    """What it is called by, such as `VC1`; no two actions of a plan may have the same."""
    action: Words
    """What will be done, starting with a verb."""
    publish: YesOrNo = True
    """`false` keeps it out of published documents, but not out of questions."""
    meets: OneOrMany[Words] = ()
    """The expectations that it answers, by their numbers."""
    milestones: OneOrMany[Milestone] = ()
    """The steps, in the order in which they are due."""


Actions = Annotated[Many[Action], entries_by("action")]
