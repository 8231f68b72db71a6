"""The rule about parts that are more than what they are parts of."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.figures import Figure, Line, is_count, is_exact
from csplan.load import LoadedFile, LoadedPlan, Measured, Tabled
from csplan.rules.figures.series import broken_down
from csplan.rules.rule import Finding, warning


@warning
def part_larger_than_whole(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A part is counted as more than the whole that it belongs to.

    One of the two is wrong. The rows of an indicator are parts of it. In a table the row with the
    name of the plan's own area, as in its title, is the whole of those rows that are mostly less;
    so `England` is no part of a county. Only counts are compared, and not rates.

    Bad:
        indicators:
          - indicator: Burglaries
            unit: offences
            values: {2011/12: 610}
            rows:
              - row: High Peak
                values: {2011/12: 652}

    Good:
        indicators:
          - indicator: Burglaries
            unit: offences
            values: {2011/12: 610}
            rows:
              - row: High Peak
                values: {2011/12: 298}
    """
    for whole, rows in broken_down(file):
        for row in rows:
            yield from _of_row(whole, row)
    for tabled in file.tables:
        yield from _of_table(tabled, plan)


def _of_row(whole: Measured, row: Measured) -> Iterator[Finding]:
    known = {each.days: each.last.figure for each in whole.values if each.days}
    for period in row.values:
        figure = period.last.figure
        most = known.get(period.days) if period.days else None
        if most and _is_more(figure, most, whole.unit):
            words = f"{quoted(row.name)}: {quoted(figure.text)} in {period.text} is more than"
            words += f" {quoted(most.text)} for the whole; correct the one that is wrong"
            yield Finding(period.place(period.last), words)


def _of_table(tabled: Tabled, plan: LoadedPlan) -> Iterator[Finding]:
    area = f" {plan.plan.title} {plan.plan.partnership} " if plan.plan else ""
    wholes = [line for line in tabled.lines if line.name and f" {line.name.strip()} " in area]
    for number, line in enumerate(tabled.lines if len(wholes) == 1 else ()):
        columns = _too_large(line, wholes[0], tabled)
        # What is mostly more is no part of it.
        if len(columns) * 2 < len(line.cells):
            for column in columns:
                cells = f"{quoted(line.cells[column].text)} for {quoted(line.name)}"
                most = f"{quoted(wholes[0].cells[column].text)} for {quoted(wholes[0].name)}"
                words = f"{quoted(tabled.table.table)}: {cells} in"
                words += f" {quoted(tabled.table.columns[column + 1])} is more than {most}"
                place = (*tabled.route, "rows", number, column + 1)
                yield Finding(place, f"{words}; correct the one that is wrong")


def _too_large(line: Line, whole: Line, tabled: Tabled) -> list[int]:
    """The columns in which a row is more than the whole."""
    pairs = enumerate(zip(line.cells, whole.cells, strict=False))
    return [at for at, (cell, most) in pairs if _is_more(cell, most, tabled.sheet.units[at])]


def _is_more(figure: Figure, whole: Figure, unit: str) -> bool:
    pair = [figure, whole]
    if not all(map(is_exact, pair)) or not is_count(unit, pair):
        return False
    return figure.number is not None and whole.number is not None and figure.number > whole.number
