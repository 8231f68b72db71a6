"""What is counted: indicators with their series, and tables of figures."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from csplan.model.parts import Leads, Part
from csplan.model.words import (
    NO_NAMES,
    ByName,
    Direction,
    IndicatorKind,
    Many,
    Notable,
    OneOrMany,
    Polarity,
    Rating,
    Words,
)

EVERY_PERIOD = ""
"""The period of a figure that stands alone and holds for all of them."""


class Figure(Part):
    """A figure as people write it; plain text is its value."""

    value: Words
    """The figure as people write it, or why there is none."""
    on: Words | None = None
    """The day on which it became known. A figure of `values` without it counts from the last day
    of its period, any other always."""
    rating: Rating | None = None
    """The colour that a report stated for this period."""
    note: Words | None = None
    """What a reader must know about it."""
    explanation: Words | None = None
    """What is behind it."""
    corrective_action: Words | None = None
    """What is done about it."""


def _figures_of_period(value: object) -> object:
    if not value:
        raise ValueError("holds no figure; write one, or why there is none")
    found = value if isinstance(value, list) else [value]
    return [{"value": entry} if isinstance(entry, str) else entry for entry in found]


Revisions = Annotated[Many[Figure], BeforeValidator(_figures_of_period)]
"""The figures of one period, in the order in which they became known; never empty."""


def _series_as_mapping(value: object) -> object:
    is_one = isinstance(value, str | list) or (isinstance(value, dict) and "value" in value)
    return {EVERY_PERIOD: value} if is_one else value


Series = Annotated[
    Mapping[str, Revisions],
    BeforeValidator(_series_as_mapping),
    AfterValidator(MappingProxyType),
    Field(strict=False),
]
"""Figures by period; a single one holds for every period."""
_NO_FIGURES: Mapping[str, tuple[Figure, ...]] = MappingProxyType({})


class Measure(Part):
    """What an indicator and a row of its breakdown have in common."""

    polarity: Polarity | None = None
    """Which way is better: `increase` or `decrease`; `monitor` is watched and never rated."""
    values: Series = Field(default_factory=lambda: _NO_FIGURES)
    """What was measured, by period; provisional and estimated figures say so in words. A figure
    that was revised is a list of what it was, the oldest first."""
    target: Series = Field(default_factory=lambda: _NO_FIGURES)
    """What is aimed at: one figure, or one for each period."""
    baseline: Series = Field(default_factory=lambda: _NO_FIGURES)
    """What it is compared with, and from when."""
    within: Words | None = None
    """How far from its target it may be and still be amber, if not as the plan's key says."""
    rating: Rating | None = None
    """The colour that a report stated; csplan works out its own beside it. It, the `direction` and
    the `explanation` are of the last figure without a day (`on`), and not of one recorded since."""
    direction: Direction | None = None
    """The direction of travel that a report stated."""
    exception: Notable | None = None
    """Whether a report singled it out, as something `positive` or a `concern`."""
    explanation: Words | None = None
    """What is behind the figures."""
    corrective_action: Words | None = None
    """What is done about it, where it is red or going wrong."""
    see: OneOrMany[Words] = ()
    """The actions or milestones that put it right, or a theme or expectation that belongs to it."""


class Row(Measure):
    """One row of an indicator's breakdown, such as a district."""

    row: Words
    """What the row is for."""


class Indicator(Measure):
    """A measure that a theme is judged by."""

    indicator: Words
    """What is measured."""
    kind: IndicatorKind | None = None
    """`key` for a main measure, `supporting` for the others."""
    code: Words | None = None
    """Its national code or the partnership's own, such as `NI 39`."""
    unit: Words | None = None
    """What is counted, such as `offences`, `%` or `per 1,000 population`."""
    source: Words | None = None
    """Where the figures come from."""
    lead: Leads = ()
    """Who answers for it."""
    rows: OneOrMany[Row] = ()
    """A breakdown, such as by district; of counts the rows make the whole."""


class Change(Part):
    """A percentage change between two columns, which csplan works out for every row."""

    since: Words
    """The heading of the earlier column."""
    until: Words | None = None
    """The heading of the later column; the last one if it is left out."""
    stated: ByName = Field(default_factory=lambda: NO_NAMES)
    """What a document stated, by the names of the rows, to be checked."""


class Table(Part):
    """A table of figures; the first cell of a row is its name."""

    table: Words
    """What the table shows."""
    unit: Words | None = None
    """What the figures count, such as `offences` or `£`."""
    columns: Many[Words]
    """The headings, that of the row names first."""
    rows: Many[Many[Words]]
    """A list of cells for each row; figures need no comma for thousands."""
    total: OneOrMany[Words] = ()
    """`computed`, or the row of totals as a document stated it, to be checked."""
    changes: OneOrMany[Change] = ()
    """Percentage changes between columns."""
    source: Words | None = None
    """Where the figures come from."""
    note: Words | None = None
    """What a reader must know about it."""
