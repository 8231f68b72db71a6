"""What a table of figures is worked out to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol

from csplan.figures.figure import Figure, Kind
from csplan.figures.sums import Sum


class Asked(Protocol):
    """A percentage change that is asked for: between which columns, and what was stated."""

    @property
    def since(self) -> str:
        """The heading of the earlier column."""

    @property
    def until(self) -> str | None:
        """The heading of the later one; the last column if None."""

    @property
    def stated(self) -> Mapping[str, str]:
        """Stated percentages by the names of the rows."""


class Line(NamedTuple):
    """A row: its name, and a figure for each column after the first."""

    name: str
    cells: tuple[Figure, ...]


class Total(NamedTuple):
    """What a column adds up to, beside what was stated.

    `computed` is None if the column can't be added up, `stated` is None if nothing was stated.
    `difference` is stated less computed; `agrees` is whether it is none or rounding explains it,
    or nothing can be said.
    """

    column: str
    kind: Kind
    computed: Sum | None
    stated: Figure | None
    difference: Decimal | None
    agrees: bool


class Step(NamedTuple):
    """The percentage change of one row: worked out, and as it was stated if it was."""

    name: str
    first: Figure
    last: Figure
    computed: Decimal | None
    stated: Figure | None
    agrees: bool


class Move(NamedTuple):
    """The changes between two columns, a step for each row and one for the totals if there are.

    `number` is the place in the list of what was asked for.
    """

    number: int
    since: str
    until: str
    steps: tuple[Step, ...]
