"""The facts of Derbyshire's eleven priorities in 2011/12: actions, indicators, exceptions.

    python tests/sources/derbyshire.py PATH-TO-SOURCE

writes them to `derbyshire-2011-12.json` beside this file. No sentence of the source is kept. What
the board did is the business of `derbyshire_board.py`.

Tabs part the cells of a table. An action is a row whose seventh cell is the day of its start; page
breaks tear its text apart, but never its dates. The table of indicators on alcohol was read twice
over, cell by cell, and is data here. The module is long because such data and the headings of
five reports stand in it.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

FROZEN = Path(__file__).with_name("derbyshire-2011-12.json")

ALCOHOL = "alcohol-related-harm"
ASB = "anti-social-behaviour"
ABUSE = "domestic-violence"
DRUGS = "drugs"
ROADS = "killed-and-seriously-injured"
GROUPS = "organised-crime-groups"
ASSAULT = "rape-and-serious-sexual-assault"
ADULTS = "safeguarding-adults"
CHILDREN = "safeguarding-children"
THEFT = "serious-acquisitive-crime"
TERRORISM = "terrorism"
PLANNED = (
    *(DRUGS, ALCOHOL, ASB, ABUSE, ROADS, GROUPS, ASSAULT, ADULTS, CHILDREN, THEFT),
    TERRORISM,
)
"""The themes in the order of the action plan."""
MEASURED = (DRUGS, ABUSE, ASSAULT, THEFT, ROADS, ASB, GROUPS, ADULTS, CHILDREN)
"""Those with a table of indicators, in its order, after alcohol."""

HEADINGS = {
    **dict.fromkeys(("Alcohol Related Harm", "Alcohol", "Meeting Date\t19 June 2012"), ALCOHOL),
    **dict.fromkeys(("Anti Social Behaviour (ASB)", "Anti-Social Behaviour"), ASB),
    **dict.fromkeys(("Domestic Violence", "Domestic Abuse and Serious Sexual Violence"), ABUSE),
    **dict.fromkeys(("Drug Treatment", "Drugs", "Drug Related Crime"), DRUGS),
    **dict.fromkeys(("Killed and Seriously Injured", "Killed and Seriously Injured (KSI)"), ROADS),
    "Killed and Seriously Injured on Roads": ROADS,
    **dict.fromkeys(("Organised Crime Groups (OCG)", "Organised Crime Groups (OCGs)"), GROUPS),
    "Organised Crime Groups": GROUPS,
    **dict.fromkeys(("Rape & Serious Sexual Assault", "Rape & Serious Sexual Violence"), ASSAULT),
    "Safeguarding Adults": ADULTS,
    "Safeguarding Children": CHILDREN,
    "Serious Acquisitive Crime/Offender Management": THEFT,
    "Acquisitive Crime and Offender Management": THEFT,
    "Terrorism and Prevent": TERRORISM,
    "Date: 12 April 2012": ABUSE,
    **dict.fromkeys(("Kev", "5. Funding", "DERBYSHIRE SAFER COMMUNITIES BOARD"), ""),
    "Blank Page for printing purposes": "",
}
"""The lines that start a theme's part of a report, or end it."""

DAMAGED = {
    "31-IVIdI-ZU12": "31-Mar-2012",
    "31-IVIdI-2012": "31-Mar-2012",
    "Delbysille GC": "Derbyshire CC",
}
"""Cells that the text has twice, once readable."""

# One arrow was read as a Greek letter.
DIRECTIONS = {
    **dict.fromkeys(("↑", "^", "1", "Τ"), "improved"),
    **dict.fromkeys(("\\", "4", "J"), "worsened"),
    **dict.fromkeys(("\\leftrightarrow", "++"), "unchanged"),
}
"""What has become of the arrows. The report's first table has some that the later ones damage."""

AIMS = {"Reduction": "decrease", "Increase": "increase", "Monitor": "monitor"}
DISTRICTS = (
    *("Amber Valley", "Bolsover", "Chesterfield", "Derbyshire Dales", "Erewash", "High Peak"),
    *("North East Derbyshire", "South Derbyshire"),
)
TARGETS = {
    ABUSE: (r"MARAC \(target (\d+%)\)",),
    DRUGS: (
        r"below the target of (\d+%)",
        r"DAAT target of (\d+%)",
        r"below the target for the quarter of (\d+)",
        r"exactly the target for the quarter of (\d+)",
    ),
    ASB: (r"target for the county of (\d+)",),
}
"""Where the sentences state a target, in the order of the indicators."""

_A_DAY = re.compile(r"\d{1,2}-[A-Z][a-z]{2}-\d{4}")
_A_FIGURE = re.compile(r"\d[\d,.]*%?")
_CODES = re.compile(r"\b([A-Z]{2,}(?:/[A-Z]+)?(?: & [A-Z/]+)*) - ")
_EXCEPTION = re.compile(
    r"^(?:<u>)?(?:Reduction in|Reduce|Increase|Monitor) the |(?<=\. )(?:Reduce|Increase) the "
)


class Action(NamedTuple):
    """A row of the action plan."""

    theme: str
    ref: str
    codes: tuple[str, ...]
    partners: tuple[str, ...]
    status: str
    start: str
    due: str
    updated: str


class Series(NamedTuple):
    """A row of an indicator table; `kind` is key, supporting or a district."""

    theme: str
    kind: str
    aim: str
    values: Mapping[str, str]
    rating: str
    direction: str


class Facts(NamedTuple):
    """All that is counted and compared."""

    periods: Mapping[str, str]
    actions: tuple[Action, ...]
    series: tuple[Series, ...]
    targets: Mapping[str, tuple[str, ...]]
    exceptions: Mapping[str, tuple[int, int]]
    region: tuple[tuple[str, ...], ...]


def facts(text: str) -> Facts:
    """Every fact of the themes."""
    parts = themes(text)
    return Facts(
        {theme: _period(line) for theme, line in zip(PLANNED, _headings(text), strict=True)},
        tuple(_actions(text)),
        (*_alcohol(), *_series(text)),
        {theme: tuple(_targets(text, patterns)) for theme, patterns in TARGETS.items()},
        {theme: _exceptions(parts[theme]) for theme in PLANNED},
        tuple(_region(text)),
    )


def themes(text: str) -> dict[str, str]:
    """What the performance report, the briefing and the action plan say of each theme."""
    found = dict.fromkeys((*PLANNED, ""), "")
    current, planned = "", iter(PLANNED)
    for line in text.splitlines():
        current = HEADINGS.get(line, current)
        if _is_heading(line):
            current = next(planned)
        found[current] += line + "\n"
    return found


def alcohol_table(text: str) -> str:
    """The damaged table, as it is."""
    return text.split("\nPERFORMANCE INDICATORS\t")[1].partition("\n\n")[0]


def frozen(found: Facts) -> str:
    """The facts as JSON text, one line for each."""
    lines = (f'"{name}": {_lines(value)}' for name, value in found._asdict().items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def thawed(text: str) -> Facts:
    """What `frozen` wrote."""
    found: dict[str, Any] = json.loads(text)
    for name, shape in {"actions": Action, "series": Series}.items():
        found[name] = tuple(shape(*map(_as_tuple, entry)) for entry in found[name])
    for name in ("targets", "exceptions"):
        found[name] = {theme: tuple(entry) for theme, entry in found[name].items()}
    found["region"] = tuple(tuple(row) for row in found["region"])
    return Facts(**found)


def _is_heading(line: str) -> bool:
    return line.startswith("Overarch") or "\tng Priority:" in line or "\ting Priority:" in line


def _headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if _is_heading(line)]


def _period(line: str) -> str:
    found = re.search(r"Priority: (\d{4}/\d\d)", line)
    return found[1] if found else ""


def _actions(text: str) -> Iterator[Action]:
    theme, before, planned = "", "", iter(PLANNED)
    for line in text.splitlines():
        if _is_heading(line):
            theme = next(planned)
        cells = [DAMAGED.get(cell.strip(), cell.strip()) for cell in line.split("\t")]
        if len(cells) > 9 and _A_DAY.fullmatch(cells[6]):
            yield _action(theme, cells, before)
        before = line


def _action(theme: str, cells: list[str], before: str) -> Action:
    ref, text = cells[0], cells[1]
    # One reference is broken between the heading and the row below it, with the plan's code.
    if _is_heading(before) and (head := before.split("\t"))[0].endswith(" -"):
        ref, text = f"{head[0].split(' ', 1)[1]} {ref}", head[1].split(" - ", 1)[1]
    codes = _CODES.search(text)
    return Action(
        theme,
        ref if " - " in ref else "",
        tuple(codes[1].split(" & ")) if codes else (),
        tuple(each.strip() for each in cells[3].split(",") if each.strip()),
        cells[5].lower(),
        cells[6],
        cells[7],
        cells[9],
    )


def _series(text: str) -> Iterator[Series]:
    tables = [part.partition("\n\n")[0] for part in text.split("\nPERFORMANCE INDICATORS\t")[2:]]
    for theme, table in zip(MEASURED, tables, strict=True):
        head, *lines = (line.split("\t") for line in table.splitlines())
        years = {at: _year(name) for at, name in enumerate(head, 1) if name[:2].isdigit()}
        rows: list[list[list[str]]] = []
        for cells in lines:
            if "Performance Indicator" in cells[0] or cells[0] in DISTRICTS:
                rows.append([])
            rows[-1].append(cells)
        yield from (_one(theme, row, years) for row in rows)


def _one(theme: str, row: list[list[str]], years: Mapping[int, str]) -> Series:
    """One series; it may be spread over several lines."""
    rating_at = max(years) + 1
    rated = next((cells for cells in row if len(cells) > rating_at and cells[rating_at]), None)
    found = {
        year: cells[at]
        for at, year in years.items()
        for cells in row
        if at < len(cells) and _A_FIGURE.fullmatch(cells[at])
    }
    arrow = rated[rating_at + 1] if rated and len(rated) > rating_at + 1 else ""
    return Series(
        theme,
        row[0][0] if row[0][0] in DISTRICTS else row[0][0].partition(" ")[0].lower(),
        AIMS.get(row[0][1].partition(" ")[0], ""),
        found,
        rated[rating_at].lower() if rated else "",
        DIRECTIONS.get(arrow.strip(), ""),
    )


def _year(heading: str) -> str:
    return "20" + heading.partition(" ")[0]


def _alcohol() -> Iterator[Series]:
    """The table on alcohol; where a cell was read twice, the reading that the totals bear out."""
    years = ("2008/09", "2009/10", "2010/11", "2011/12")
    for row in ALCOHOL_ROWS.strip().splitlines():
        kind, aim, figures, rating, direction = map(str.strip, row.split("|"))
        found = dict(zip(years, figures.split(), strict=True))
        known = {year: figure for year, figure in found.items() if figure != "-"}
        yield Series(ALCOHOL, kind, aim, known, rating, direction)


ALCOHOL_ROWS = """
key                   | decrease | - 371.59 371.59 371.59  | amber | unchanged
key                   | decrease | - 248.01 248.01 248.01  | amber | unchanged
key                   | decrease | - 76.12 76.12 76.12     | amber | unchanged
supporting            | decrease | 5,501 5,462 4,854 3,995 | green | improved
Amber Valley          | decrease | 847 881 750 605         | green | improved
Bolsover              | decrease | 636 511 512 437         | green | improved
Chesterfield          | decrease | 1,128 1,047 1,011 791   | green | improved
Derbyshire Dales      | decrease | 351 337 268 251         | green | improved
Erewash               | decrease | 1,049 1,038 860 731     | green | improved
High Peak             | decrease | 599 686 561 446         | green | improved
North East Derbyshire | decrease | 486 464 383 320         | green | improved
South Derbyshire      | decrease | 405 498 509 414         | green | improved
supporting            | increase | - - - 33.5%             | amber | unchanged
supporting            | increase | - - - 37.5%             | amber | unchanged
supporting            | increase | - - - 8.3%              | amber | unchanged
supporting            | increase | - - - 7.3%              | amber | unchanged
supporting            | monitor  | - - 80 72               | red   | worsened
supporting            | monitor  | - - 125 123             | amber | unchanged
supporting            | monitor  | - - - 17%               | amber | unchanged
supporting            | monitor  | - 269 325 301           | amber | unchanged
supporting            | decrease | - - 49.0% 30.2%         | green | improved
supporting            | decrease | 27.0% 8.9% 10.9% 14.3%  | amber | unchanged
"""


def _targets(text: str, patterns: tuple[str, ...]) -> Iterator[str]:
    for pattern in patterns:
        yield re.findall(pattern, text)[0]


def _exceptions(part: str) -> tuple[int, int]:
    """How many positive exceptions and how many concerns."""
    _, mark, rest = part.partition("POSITIVE EXCEPTIONS\n")
    positive, _, concerns = rest.partition("AREAS FOR CONCERN & BARRIERS TO SUCCESS\n")
    ends = re.split(r"^(?:PERFORMANCE|#)", concerns, maxsplit=1, flags=re.MULTILINE)[0]
    return (_count(positive), _count(ends)) if mark else (0, 0)


def _count(text: str) -> int:
    """A heading names each; a text without one is one, unless it says that there are none."""
    if text.strip() == "" or text.strip().startswith("None"):
        return 0
    return sum(len(_EXCEPTION.findall(line)) for line in text.splitlines()) or 1


def _region(text: str) -> Iterator[tuple[str, ...]]:
    table = text.partition("\nLocal Authority\t")[2].partition("\n\n")[0]
    for line in table.splitlines()[1:]:
        yield tuple(line.split("\t"))


def _as_tuple(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _lines(value: object) -> str:
    if isinstance(value, tuple):
        return "[\n" + ",\n".join(f"  {_json(entry)}" for entry in value) + "\n]"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    FROZEN.write_text(frozen(facts(source)), encoding="utf-8")
