"""What others expect of the partnership, and what it answers."""

from csplan.model.parts import Part
from csplan.model.words import Many, OneOrMany, Reference, Words


class Expectation(Part):
    """One thing that is expected, and the partnership's response."""

    ref: Reference
    """Its number; `see` and `meets` name it by this."""
    expectation: Words
    """What is expected."""
    response: Words | None = None
    """What the partnership does about it."""
    not_applicable: Words | None = None
    """Why it does not apply here."""
    see: OneOrMany[Words] = ()
    """Expectations, actions or themes of this plan that hold the rest of the answer."""
    other_documents: OneOrMany[Words] = ()
    """Documents outside of the plan that hold the rest of the answer."""
    note: Words | None = None
    """Anything else that a reader should know."""


class Expectations(Part):
    """What one source expects."""

    source: Words
    """The national plan, duty or guidance that they come from."""
    put_to: Words | None = None
    """Who they are put to."""
    expects: Many[Expectation]
    """Each expectation, in the order of the source."""
