"""The rule about where the figures of a table come from."""

from collections.abc import Iterator

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.rule import Finding, warning


@warning
def table_without_source(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A table of figures does not say where they come from.

    Nobody can check it, and next year nobody knows whom to ask for the same figures. Name who
    counted them, and in which document they stand.

    Bad:
        tables:
          - table: Reports of anti-social behaviour
            columns: [Type, 2008/09, 2009/10]
            rows:
              - [Nuisance, 219, 350]

    Good:
        tables:
          - table: Reports of anti-social behaviour
            columns: [Type, 2008/09, 2009/10]
            source: Sussex Police, crime figures of April 2010
            rows:
              - [Nuisance, 219, 350]
    """
    del plan
    for each in file.tables:
        if not each.table.source and any(cell.counts for line in each.lines for cell in line.cells):
            words = f"the table {quoted(each.table.table)} does not say where its figures come from"
            yield Finding((*each.route, "table"), f"{words}; add `source`")
