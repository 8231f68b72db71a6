"""What can be said of a plan, a priority theme and a part of one."""

from pydantic import Field

from csplan.model.expectations import Expectations
from csplan.model.figures import Indicator, Table
from csplan.model.parts import Driver, Leads, Part, Quotation, Section
from csplan.model.words import NO_NAMES, ByName, Duty, OneOrMany, Words
from csplan.model.work import Actions


class Matter(Part):
    """What a plan, a theme and a sub-theme have in common."""

    sections: OneOrMany[Section] = ()
    """Narrative under headings of its own."""
    quotations: OneOrMany[Quotation] = ()
    """What people said, word for word."""
    tables: OneOrMany[Table] = ()
    """Tables of figures."""
    drivers: OneOrMany[Driver] = ()
    """Laws, strategies and other changes from outside that shape the work."""
    indicators: OneOrMany[Indicator] = ()
    """The measures by which it is judged."""
    expectations: OneOrMany[Expectations] = ()
    """What national plans and duties expect, and the responses."""
    funding: OneOrMany[Table] = ()
    """Tables of the money for it: by stream, partnership or year."""
    to_review: OneOrMany[Words] = ()
    """What was copied from the last plan and is still to be rewritten; never published."""


class Chapter(Matter):
    """What a theme and a sub-theme have in common."""

    period: Words | None = None
    """Its own years, such as `2011/14`, where they are not those of the plan."""
    lead: Leads = ()
    """Who leads on all of it."""
    what: Words | None = None
    """What the priority is."""
    why: Words | None = None
    """Why it is a priority: the problem, with its figures."""
    hotspots: Words | None = None
    """Where the problem is worst."""
    achievements: Words | None = None
    """What has been achieved so far."""
    plans: Words | None = None
    """What is planned, in words."""
    outcomes: OneOrMany[Words] = ()
    """What will be different."""
    see: OneOrMany[Words] = ()
    """Actions, expectations or themes of this plan that belong with it."""
    other_documents: OneOrMany[Words] = ()
    """Documents outside of the plan that belong with it."""
    actions: Actions = ()
    """What will be done."""


class SubTheme(Chapter):
    """A part of a theme, such as a workstream, with all that a theme can hold."""

    sub_theme: Words
    """Its name."""


class Theme(Chapter):
    """One priority theme: one file of a plan."""

    theme: Words
    """Its name."""
    duties: OneOrMany[Duty] = ()
    """The duties of the law that it serves."""
    sub_themes: OneOrMany[SubTheme] = ()
    """Its parts, in the order of the document."""
    notes: ByName = Field(default_factory=lambda: NO_NAMES)
    """Notes and sources by the names that `[^name]` in a text marks them with."""
