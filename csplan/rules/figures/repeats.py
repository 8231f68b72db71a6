"""Rules about rows and headings that stand in one place twice."""

from collections.abc import Iterator, Sequence

from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.rules.rule import Finding, warning
from csplan.source import Route


@warning
def repeated_row(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """Two rows or two columns of one table have the same name, or two indicators of one theme.

    Only one of them can be right, or each is for something that its name does not say. A row that
    is added up twice makes the total wrong.

    Bad:
        tables:
          - table: Reports by age
            columns: [Age, 2019/20, 2020/21]
            rows:
              - [30 to 59, 74, 112]
              - [30 to 59, 512, 112]

    Good:
        tables:
          - table: Reports by age
            columns: [Age, 2019/20, 2020/21]
            rows:
              - [30 to 59, 74, 112]
              - [60 to 74, 512, 112]
    """
    del plan
    for route, table, *_ in file.tables:
        heads = [(("columns", at), head) for at, head in enumerate(table.columns) if at]
        rows = [(("rows", at), row[0]) for at, row in enumerate(table.rows) if row]
        for what, found in (("column", heads), ("row", rows)):
            for place, name in _repeated(found):
                yield Finding((*route, *place), f"{quoted(table.table)}: {_words(what, name)}")
    named: dict[Route, list[tuple[Route, str]]] = {}
    for each in file.measures:
        named.setdefault(each.route[:-1], []).append((each.route, each.name))
    for home, places in named.items():
        what = "indicator" if home[-1] == "indicators" else "row"
        for route, name in _repeated(places):
            yield Finding(route, _words(what, name))


def _repeated(named: Sequence[tuple[Route, str]]) -> Iterator[tuple[Route, str]]:
    """What has the name of one before it."""
    known: set[str] = set()
    for place, name in named:
        folded = " ".join(name.split()).casefold()
        if folded in known:
            yield place, name
        known.add(folded)


def _words(what: str, name: str) -> str:
    words = f"{quoted(name)} is the name of more than one {what} here"
    return f"{words}; take one out, or say in each name what it is for"
