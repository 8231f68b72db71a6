"""The rule about stated totals that their rows or columns do not make."""

import re
from collections.abc import Iterator

from csplan.escape import quoted
from csplan.figures import Sheet, Total, say_number
from csplan.load import LoadedFile, LoadedPlan, Tabled
from csplan.rules.figures.across import wrong_totals
from csplan.rules.late import late
from csplan.rules.rule import Finding, warning
from csplan.source import Route

_OF_WHICH = late(r"\b(?:of which|of these|of whom|sub-?total)\b", re.IGNORECASE)

# The cost per place of all courses is no sum of those of each; the hours per week are.
_EACH = late(r"\b(?:per|for each|each)\b", re.IGNORECASE)


@warning
def total_mismatch(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """The rows of a table do not add up to the total that was stated.

    What rounding can explain is not complained of: each figure can be off by half of its last
    place. A row named `Total` among the `rows` is held against those before it. So is a last column
    headed `Total` against the columns before it, if that is what it is for most rows. A table with
    rows such as `of which at night` is not added up.

    Bad:
        funding:
          - table: Grants
            unit: £
            columns: [Partnership, 2010/11]
            rows:
              - [Basildon, 156320]
              - [Braintree, 97281]
            total: [Total, 253661]

    Good:
        funding:
          - table: Grants
            unit: £
            columns: [Partnership, 2010/11]
            rows:
              - [Basildon, 156320]
              - [Braintree, 97281]
            total: [Total, 253601]
    """
    del plan
    for tabled in file.tables:
        route, table = tabled.route, tabled.table
        place, sheet = _totalled(tabled)
        has_parts = any(_OF_WHICH.search(line.name) for line in sheet.lines)
        for number, each in enumerate(sheet.totals if not has_parts else (), start=1):
            is_plain = sheet is tabled.sheet and not _EACH.search(each.column)
            is_sum = is_plain or _is_more(each, sheet, number)
            if sheet.is_whole and not sheet.misplaced_totals and is_sum and not each.agrees:
                words = f"{quoted(table.table)}: {_mismatch(each)}"
                yield Finding((*place, number), words)
        for found in wrong_totals(tabled):
            words = f"{quoted(table.table)}: {quoted(found.text)} is stated as the total of"
            words += f" {quoted(found.name)}, but its figures add up to {found.made}"
            yield Finding((*route, "rows", found.row, len(table.columns) - 1), words)


def _totalled(tabled: Tabled) -> tuple[Route, Sheet]:
    """Where the totals of a table stand, and its rows with them."""
    table, sheet = tabled.table, tabled.sheet
    if not sheet.ends_in_total:
        return (*tabled.route, "total"), sheet
    place = (*tabled.route, "rows", len(table.rows) - 1)
    return place, Sheet(table.columns, table.rows[:-1], table.unit or "", table.rows[-1])


def _is_more(column: Total, sheet: Sheet, number: int) -> bool:
    """Whether what calls itself a total is more than each row; that of rates is none."""
    stated = column.stated.number if column.stated else None
    parts = [line.cells[number - 1].number for line in sheet.lines]
    return stated is not None and all(stated > part for part in parts if part is not None)


def _mismatch(column: Total) -> str:
    assert column.computed
    assert column.stated
    assert column.difference is not None
    apart = say_number(abs(column.difference), column.kind)
    words = (
        f"{quoted(column.stated.text)} is stated as the total of {quoted(column.column)}, but the"
        f" rows add up to {say_number(column.computed.total, column.kind)}, which is {apart}"
        f" {'less' if column.difference > 0 else 'more'}"
    )
    slack = column.computed.slack + column.stated.half
    allowed = f"; rounding explains {say_number(slack, column.kind)} at most" if slack else ""
    return f"{words}{allowed}"
