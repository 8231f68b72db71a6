"""Rules about tables of figures: whether they are tables, and the changes that they state."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.figures import Move, Step, faults, say_number, say_rounded
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.figures.across import wrong_changes
from csplan.rules.figures.cells import split_cells
from csplan.rules.rule import Finding, error, warning
from csplan.source import Route


@error
def table_shape(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A table of figures is not a table, or asks for what it does not have.

    Each row has a cell for each column, the name of the row first. In a list between square
    brackets a comma parts cells, so figures there have none for thousands: `1712`. `total` is
    `computed`, or a row of stated totals; `changes` name columns and rows of the table.

    Bad:
        tables:
          - table: Reports of anti-social behaviour
            columns: [Type, 2018/19, 2020/21]
            rows:
              - [Personal, 923, 1,424]

    Good:
        tables:
          - table: Reports of anti-social behaviour
            columns: [Type, 2018/19, 2020/21]
            rows:
              - [Personal, 923, 1424]
    """
    del plan
    for route, table, sheet, _ in file.tables:
        for place, words in faults(sheet):
            yield Finding((*route, *place), f"{quoted(table.table)}: {words}")


@warning
def split_number(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A number in a table was parted by its comma, and so stands in two cells.

    In a list between square brackets a comma parts cells, so `1,800` there is a cell of 1 and one
    of 800. It is told by the space that the other commas are followed by.

    Bad:
        tables:
          - table: Reports
            columns: [Type, 2018/19, 2020/21]
            rows:
              - [Personal, 1,800]

    Good:
        tables:
          - table: Reports
            columns: [Type, 2018/19, 2020/21]
            rows:
              - [Personal, n/a, 1800]
    """
    del plan
    for route, table, *_ in file.tables:
        rows = [(("rows", number), row) for number, row in enumerate(table.rows)]
        for place, row in [*rows, (("total",), table.total)]:
            yield from split_cells(file, (*route, *place), row, table.table)


@warning
def change_mismatch(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A percentage change is stated that the figures of a table do not give.

    What rounding can explain is not complained of. A last column headed `Change` or `% change` is
    held against the two columns before it, if that is what it is for most rows.

    Bad:
        tables:
          - table: Reports of anti-social behaviour
            columns: [Type, 2018/19, 2020/21]
            rows:
              - [Personal, 923, 1424]
            changes:
              - since: 2018/19
                stated: {Personal: +53.4%}

    Good:
        tables:
          - table: Reports of anti-social behaviour
            columns: [Type, 2018/19, 2020/21]
            rows:
              - [Personal, 923, 1424]
            changes:
              - since: 2018/19
                stated: {Personal: +54.3%}
    """
    del plan
    for tabled in file.tables:
        route, table, sheet, _ = tabled
        for move in sheet.moves:
            for step in move.steps:
                if sheet.is_whole and not step.agrees:
                    place: Route = (*route, "changes", move.number, "stated", step.name)
                    yield Finding(place, f"{quoted(table.table)}: {_wrong(step, move)}")
        for found in wrong_changes(tabled):
            words = f"{quoted(table.table)}: {quoted(found.text)} is stated as the change of"
            words += f" {quoted(found.name)}, but it is {found.made}"
            yield Finding((*route, "rows", found.row, len(table.columns) - 1), words)


def _wrong(step: Step, move: Move) -> str:
    assert step.stated
    assert step.stated.number is not None
    assert step.computed is not None
    places = max(0, -int(step.stated.number.as_tuple().exponent))
    pair = (step.first, step.last)
    ends = " to ".join(
        say_number(each.number, each.kind) for each in pair if each.number is not None
    )
    return (
        f"{quoted(step.stated.text)} is stated for {quoted(step.name)} from {quoted(move.since)} to"
        f" {quoted(move.until)}, but {ends} is {say_rounded(step.computed, places)}%"
    )
