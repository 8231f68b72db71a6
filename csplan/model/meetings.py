"""What boards meet about: agendas, decisions and actions arising."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from csplan.model.parts import Leads, Part
from csplan.model.words import (
    NO_NAMES,
    ByName,
    Many,
    OneOrMany,
    Purpose,
    Reference,
    Words,
    YesOrNo,
    entries_by,
    one_as_list,
)
from csplan.model.work import Actions


class Decision(Part):
    """What was decided; plain text is a decision without a number."""

    decision: Words
    """What it was."""
    ref: Reference | None = None
    """Its number in the log of decisions."""


class AgendaItem(Part):
    """One item of an agenda; plain text is an item with nothing else said."""

    item: Words
    """What it is about."""
    ref: Reference | None = None
    """Its number on the agenda or in the minutes."""
    topic: Words | None = None
    """The heading that it stands under in a forward plan."""
    purpose: OneOrMany[Purpose] = ()
    """What it is for: `information`, `discussion` or `decision`."""
    time: Words | None = None
    """When it comes up."""
    lead: Leads = ()
    """Who brings it."""
    paper: Words | None = None
    """The paper for it, or `verbal`."""
    note: Words | None = None
    """What was said, or what is to be said."""
    see: OneOrMany[Words] = ()
    """Actions, expectations or themes of this plan that it is about."""
    decisions: Annotated[
        OneOrMany[Decision], entries_by("decision"), BeforeValidator(one_as_list)
    ] = ()
    """What was decided."""
    actions: Actions = ()
    """Actions arising; those with a date come up in `csplan overdue` like any other."""
    publish: YesOrNo = True
    """`false` keeps it out of published documents, as for a closed session."""


class Meeting(Part):
    """One meeting of a board, held or still to come."""

    meeting: Words
    """The board or group that meets."""
    on: Words
    """The day."""
    time: Words | None = None
    """When it starts."""
    place: Words | None = None
    """Where it is held."""
    chair: Words | None = None
    """The post or agency in the chair."""
    present: OneOrMany[Words] = ()
    """The posts or agencies that came."""
    apologies: OneOrMany[Words] = ()
    """The posts or agencies that sent apologies."""
    note: Words | None = None
    """Anything else about the meeting as a whole."""
    items: Annotated[Many[AgendaItem], entries_by("item")] = ()
    """The agenda, with what came of it."""


class Meetings(Part):
    """The meetings of a plan: a file that has `meetings` where others have `theme`."""

    meetings: Many[Meeting]
    """Each meeting, past or to come: together they are the forward plan."""
    notes: ByName = Field(default_factory=lambda: NO_NAMES)
    """Notes and sources by the names that `[^name]` in a text marks them with."""
