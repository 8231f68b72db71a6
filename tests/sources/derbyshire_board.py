"""The facts of Derbyshire's board papers of June 2012: minutes, agenda, places and money.

    python tests/sources/derbyshire_board.py PATH-TO-SOURCE

writes them to `derbyshire-2011-12-board.json` beside this file. No sentence of the source is kept.
The themes' indicators and actions are the business of `derbyshire.py`.

A minute starts with its number at the start of a line. The text extraction has lost two numbers
with the first words after them; those minutes start where LOST_NUMBERS says.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FROZEN = Path(__file__).with_name("derbyshire-2011-12-board.json")

LOST_NUMBERS = {
    "5/12": "been made to the Safer Communities Board",
    "8/12": "Service remained committed",
}

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b")
_NUMBER = re.compile(r"^(?:- )?(?:\*\*)?(\d+/12)\b", re.MULTILINE)
_MONEY = re.compile(r"£[\d,.-]*\d(?:[kmKM]\b)?")
_ITEM = re.compile(r"^(\d)\.\t(.*)\t", re.MULTILINE)

FIGURES = {
    "incidents": (
        r"approximately ([\d,]+) incidents of domestic abuse",
        r"(\d+)% \((\d+)\) were from Derby City",
        r"remaining (\d+)% \(([\d,]+)\)",
    ),
    "referrals to MARACs": (
        r"MARAC in 2010/11 was (\d+)",
        r"an increase of (\d+)% compared to (\d+)",
        r"by (\d+)%, going from (\d+) in 2009/10 to (\d+)",
    ),
    "ethnicity": (
        r"In Derby City ([\d.]+)% of victims",
        r"population demographic of ([\d.]+)%\.",
        r"Derbyshire County ([\d.]+) % of victims",
        r"population demographic of ([\d.]+)% \(",
    ),
    "children": (r"In 2010/11 there were (\d+) referrals to", r"whereby (\d+) referrals"),
    "adults": (
        r"in ([\d.]+)% of safeguarding cases",
        r"Furthermore ([\d.]+)% of cases",
        r"with ([\d.]+)% of adults over",
        r"and ([\d.]+)%% of adults",
        r"indicate that ([\d.]+)% of adults over",
        r"reported in ([\d.]+)% of cases",
    ),
    "offences": (
        r"of which (\d+) were serious",
        r"Offences in 2010/11 from (\d+) to (\d+)",
        r"County had a rise from (\d+) to (\d+)",
    ),
}
"""Where the series of the domestic abuse and sexual violence strategy stand in its sentences."""


class Minute(NamedTuple):
    """A minute: how often it resolved, in how many numbered points, and what arose."""

    ref: str
    resolved: int
    points: int
    actions: int
    money: tuple[str, ...]
    dates: tuple[str, ...]


class Item(NamedTuple):
    """An item of the agenda, with how many papers it has."""

    ref: str
    papers: int


class Place(NamedTuple):
    """How many places one kind of member has on the board, and whether with a vote."""

    places: int
    vote: bool


class Board(NamedTuple):
    """All that is counted and compared."""

    held: str
    minutes: tuple[Minute, ...]
    agenda: tuple[Item, ...]
    closed: int
    places: tuple[Place, ...]
    ratings: tuple[str, ...]
    priorities: tuple[str, ...]
    streams: tuple[str, ...]
    allotted: tuple[str, ...]
    panel: tuple[str, ...]
    outcomes: int
    figures: dict[str, tuple[str, ...]]


def board(text: str) -> Board:
    """Every fact of the board's papers."""
    key = between(text, "\nKev\n", "Please Note")
    funding = between(text, "\n5. Funding\n", "\n6. Opportunities")
    panel = between(text, "\n6/12 ", "not ring-fenced")
    outcomes = between(text, "\n6. Key Outcomes\n", "\n7. Delivery Plan")
    return Board(
        between(text, "held on ", " at County Hall"),
        tuple(minutes(text)),
        tuple(Item(ref, row.count("*")) for ref, row in _ITEM.findall(text)),
        text.count("\nCLOSED Session\n"),
        tuple(_places(text)),
        tuple(re.findall(r"^(Green|Amber|Red|Grey)\t", key, re.MULTILINE)),
        tuple(between(text, "\nPriorities\n", "\n\n").splitlines()),
        tuple(re.findall(r"[-–] ((?:\w+ ){0,2}£\d+k)$", funding, re.MULTILINE)),
        tuple(dict.fromkeys(re.findall(r"(?:receive|allocates|and) (£\d+k)\b", funding))),
        tuple(_MONEY.findall(panel)),
        len(re.findall(r"^(?:- )?\d\. (?:Ensure|Work)", outcomes, re.MULTILINE)),
        {name: _series(text, patterns) for name, patterns in FIGURES.items()},
    )


def between(text: str, start: str, stop: str) -> str:
    """What stands between two markers."""
    after = text.index(start) + len(start)
    return text[after : text.index(stop, after)]


def minutes(text: str) -> Iterator[Minute]:
    """Every minute that has or had a number, in order."""
    whole = "\nMINUTES of a meeting" + between(text, "\nMINUTES of a meeting", "\nUpdated Terms")
    starts = {found[1]: found.start() for found in _NUMBER.finditer(whole)}
    starts |= {ref: whole.index(words) for ref, words in LOST_NUMBERS.items()}
    refs = sorted(starts, key=starts.__getitem__)
    stops = [*(starts[ref] for ref in refs[1:]), len(whole)]
    for ref, stop in zip(refs, stops, strict=True):
        yield _minute(ref, whole[starts[ref] : stop])


def frozen(found: Board) -> str:
    """The facts as JSON text, one line for each."""
    lines = (f'"{name}": {_lines(value)}' for name, value in found._asdict().items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def thawed(text: str) -> Board:
    """What `frozen` wrote."""
    found: dict[str, Any] = json.loads(text)
    for name, shape in {"minutes": Minute, "agenda": Item, "places": Place}.items():
        found[name] = tuple(shape(*map(_as_tuple, entry)) for entry in found[name])
    found["figures"] = {name: tuple(series) for name, series in found["figures"].items()}
    return Board(**{name: _as_tuple(value) for name, value in found.items()})


def _minute(ref: str, text: str) -> Minute:
    points = re.findall(r"\(\d\)", text[text.find("RESOLVED") :]) if "RESOLVED" in text else []
    actions = re.findall(r"^Action ?[-–] ?\w", text, re.MULTILINE)
    dates, money = tuple(_DATE.findall(text)), tuple(_MONEY.findall(text))
    return Minute(ref, text.count("RESOLVED"), len(points), len(actions), money, dates)


def _places(text: str) -> Iterator[Place]:
    listed = between(text, "\nRepresentation\n", "Supporting officers")
    for places, member in re.findall(r"^- (\d+) (.*)$", listed, re.MULTILINE):
        yield Place(int(places), "*" not in member)


def _series(text: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
    plain = " ".join(text.split())
    found = [re.findall(pattern, plain) for pattern in patterns]
    firsts = [each[0] for each in found]
    groups = [(each,) if isinstance(each, str) else each for each in firsts]
    return tuple(figure for group in groups for figure in group)


def _as_tuple(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _lines(value: object) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "[\n" + ",\n".join(f"  {_json(entry)}" for entry in value) + "\n]"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    FROZEN.write_text(frozen(board(source)), encoding="utf-8")
