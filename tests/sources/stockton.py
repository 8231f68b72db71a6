"""The facts of Stockton's response of 2008, taken from its text: numbers, references and figures.

    python tests/sources/stockton.py PATH-TO-SOURCE

writes them to `stockton-2008-11.json` beside this file. No sentence of the source is kept.

A line in capitals heads each national priority. An expectation is a line that starts with its
number; its response is the cell after the tab or, where there is no tab, the next paragraph.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

FROZEN = Path(__file__).with_name("stockton-2008-11.json")
THEMES = (
    "serious-violence",
    "acquisitive-crime",
    "local-priorities",
    "reoffending",
    "terrorism",
    "cohesive-communities",
    "older-people",
    "path-to-success",
    "children-safety",
    "criminal-justice",
    "alcohol-and-drugs",
    "social-exclusion",
    "partnership-reform",
)
"""The files of the plan, in the order of the priorities."""

A_PRIORITY = re.compile(r"PRIORITY ACTION \d|ENABLING DELIVERY|[A-Z0-9 ,'-]+\(PSA \d+")
OVER_SEVERAL = "MAKE COMMUNITIES SAFER"
"""The agreement whose four priority actions are priorities of their own."""
AN_EXPECTATION = re.compile(r"(\d{1,2})\.? +(.+)")
SEE_ITEM = re.compile(r"See comment against item (\d+) above\.?")
PUT_TO = re.compile(r"(partnerships|CDRPs|they) should( consider)?:?\s*$")
NOT_HERE = re.compile(r"Not applicable |Not part of the role |This is a matter for ")
TARGET = re.compile(r"targets? ?(\d\.\d)(?: and (\d\.\d))?")
DRAFTING_MARK = re.compile(r"\[[^\]]+\](?!\()")
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
A_FIGURE = re.compile(rf"(?:\d{{1,2}} )?{MONTH}(?: \d{{4}})?|£?\d[\d,.]*[%k]?")


@dataclass(frozen=True)
class Response:
    """One expectation: who it is put to, its figures, what answers it and the figures of that."""

    ref: str
    theme: str
    priority: str
    put_to: str
    asked: tuple[str, ...]
    answered: str
    see: tuple[str, ...]
    figures: tuple[str, ...]
    drafting_mark: str


@dataclass(frozen=True)
class Priority:
    """One national priority: its name as `PSA 14` and the lines up to the next."""

    name: str
    theme: str
    lines: tuple[str, ...]


def priorities(text: str) -> list[Priority]:
    """The priorities, in the order of the document."""
    lines = _plain(text).splitlines()
    starts = [at for at, line in enumerate(lines) if _heads_priority(line)]
    return [
        Priority(_name(lines[start]), theme, tuple(lines[start:stop]))
        for theme, start, stop in zip(THEMES, starts, [*starts[1:], len(lines)], strict=True)
    ]


def responses(text: str) -> list[Response]:
    """The expectations with what answers them, in the order of the document."""
    return [
        _response(priority, ref, asked, answer)
        for priority in priorities(text)
        for ref, asked, answer in _pairs(priority.lines)
    ]


def targets(text: str) -> list[str]:
    """The targets of the Community Safety Plan that the document points to."""
    return [each for found in TARGET.findall(_plain(text)) for each in found if each]


def figures(text: str) -> tuple[str, ...]:
    """Every date and number in its order, without the commas in it and the stop after it."""
    return tuple(found.replace(",", "").rstrip(".") for found in A_FIGURE.findall(text))


def frozen(found: Sequence[Response]) -> str:
    """The responses as JSON text, one line each, those of a priority together."""
    parts = (
        ",\n".join(f"  {json.dumps(asdict(each), ensure_ascii=False)}" for each in part)
        for _, part in groupby(found, key=lambda each: each.theme)
    )
    return "[\n" + ",\n\n".join(parts) + "\n]\n"


def thawed(text: str) -> list[Response]:
    """What `frozen` wrote."""
    return [Response(**_tuples(each)) for each in json.loads(text)]


def _tuples(found: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in found.items()}


def _plain(text: str) -> str:
    """The text without tags and marks of emphasis; a cell keeps its tab."""
    return re.sub(r"\*+|^#+ ", "", re.sub(r"<[^>]+>", " ", text), flags=re.MULTILINE)


def _heads_priority(line: str) -> bool:
    return bool(A_PRIORITY.match(line.strip())) and OVER_SEVERAL not in line


def _name(heading: str) -> str:
    agreement = re.search(r"\((PSA \d+)(, INDICATOR \d)?", heading)
    if agreement:
        return agreement[1] + (agreement[2] or "").lower()
    action = re.match(r" *(PRIORITY ACTION \d)", heading)
    return f"PSA 23, {action[1].lower()}" if action else "CDRP reform"


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each expectation's number and text, and the text that answers it or nothing."""
    rest = iter(lines)
    for line in rest:
        cell, tab, answer = line.strip(" ").partition("\t")
        found = AN_EXPECTATION.match(cell)
        if found:
            text = answer if tab else next(filter(None, rest))
            yield found[1], found[2], " ".join(text.split())


def _response(priority: Priority, ref: str, asked: str, answer: str) -> Response:
    see = tuple(SEE_ITEM.findall(answer))
    left = SEE_ITEM.sub("", answer).strip()
    return Response(
        ref=ref,
        theme=priority.theme,
        priority=priority.name,
        put_to=_put_to(priority.lines),
        asked=figures(asked),
        answered=_how(left, see),
        see=see,
        figures=figures(left),
        drafting_mark="".join(DRAFTING_MARK.findall(left)),
    )


def _put_to(lines: Sequence[str]) -> str:
    """`partnerships should consider`, or nothing where no such line leads up to the list."""
    [*found] = filter(None, map(PUT_TO.search, lines))
    return f"{found[0][1]} should{found[0][2] or ''}".replace("they", "CDRPs") if found else ""


def _how(left: str, see: Sequence[str]) -> str:
    """`response`, `see`, `see and response`, `not applicable` or `nothing`."""
    if NOT_HERE.match(left):
        return "not applicable"
    said = [*(["see"] if see else []), *(["response"] if left else [])]
    return " and ".join(said) or "nothing"


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    FROZEN.write_text(frozen(responses(source)), encoding="utf-8")
