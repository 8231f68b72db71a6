"""The agency and the theme that a question was narrowed to: in words, and for a program."""

from collections.abc import Sequence

from csplan.query import Filter

_EXPECTED = "What is expected"


def narrowed(opening: Sequence[str], asked: Filter) -> tuple[str, ...]:
    """What was asked of a plan, its first line with what it was narrowed to.

    `Overdue at 15 October 2010, of the Fire Service, in the theme Alcohol`.
    """
    words = in_words(asked)
    if not words:
        return tuple(opening)
    question, *more = opening or (_EXPECTED,)
    return f"{question}{words}", *more


def in_words(asked: Filter) -> str:
    """`, of the Fire Service, in the theme Alcohol`; nothing if everything was asked for."""
    agency = f", of {asked.agency}" if asked.agency else ""
    return f"{agency}, in the theme {asked.theme}" if asked.theme else agency


def facts(asked: Filter) -> dict[str, str | None]:
    """The same for a program; None where everything was asked for."""
    return {"agency": asked.agency or None, "theme": asked.theme or None}
