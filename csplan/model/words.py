"""The kinds of value that a plan file holds, and how each is read from text.

Nothing is guessed from a spelling: a value is text until the shape that it stands in says what
it is.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
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
    if value.splitlines() != [value]:
        raise ValueError("holds a line break; write the reference on one line")
    return value


def one_as_list(value: object) -> object:
    """A list of one where one value stands and several could."""
    return [value] if isinstance(value, str | dict) else value


def entries_by(key: str) -> BeforeValidator:
    """Lets an entry of a list be plain text, which is then the value of its main key."""

    def as_mappings(value: object) -> object:
        found = [value] if isinstance(value, dict) else value
        if not isinstance(found, list):
            return found
        return [{key: entry} if isinstance(entry, str) else entry for entry in found]

    return BeforeValidator(as_mappings)


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
"""What an action is called by: short enough to be said, and on one line."""

# A list is what YAML gives; strict mode would want a tuple.
Many = Annotated[tuple[T, ...], Field(strict=False)]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(one_as_list), Field(strict=False)]
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
    Literal["not started", "in progress", "on hold", "complete", "stopped", "carried forward"],
    BeforeValidator(_lower),
]
Rating = Annotated[
    Literal["red", "amber", "green", "blue", "grey", "not rated"], BeforeValidator(_lower)
]
"""A colour; what it means is for the plan's own key to say."""
IndicatorKind = Annotated[Literal["key", "supporting"], BeforeValidator(_lower)]
Polarity = Annotated[Literal["increase", "decrease", "monitor"], BeforeValidator(_lower)]
Direction = Annotated[Literal["improved", "worsened", "unchanged"], BeforeValidator(_lower)]
Notable = Annotated[Literal["positive", "concern"], BeforeValidator(_lower)]
Travels = Annotated[Literal["value", "rating"], BeforeValidator(_lower)]
Reporting = Annotated[
    Literal["monthly", "quarterly", "half-yearly", "yearly"], BeforeValidator(_lower)
]
Purpose = Annotated[Literal["information", "discussion", "decision"], BeforeValidator(_lower)]
