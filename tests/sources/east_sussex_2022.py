"""The facts of the East Sussex plan 2022/23, taken from its text: headings, counts and figures.

    python tests/sources/east_sussex_2022.py PATH-TO-SOURCE

writes them to `east-sussex-2022-23.json` beside this file. No sentence of the source is kept.

A paragraph is one line. A line that is indented or starts with a dot is a bullet. A short line
without a stop is a heading, and so are the first words of a bullet up to a colon, where a heading
has slipped into it. A table is its column headings and then its cells, each on a line.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

FROZEN = Path(__file__).with_name("east-sussex-2022-23.json")
# The files of the plan, by the titles of the themes.
THEMES = {
    "Identifying those at Risk of Harm": "identifying-those-at-risk-of-harm",
    "Protecting Vulnerable People": "protecting-vulnerable-people",
    "Keeping Communities Safe": "keeping-communities-safe",
}
Key = tuple[str, str]
"""A part of the document (`opening`, `problem`, `achieved`, ...) and a theme's file or nothing."""

_PARTS = {
    "The Problem:": "problem",
    "What have we achieved?": "achieved",
    "Focus for 2022/23 -": "focus",
}
_TITLES: Mapping[str, Key] = {
    "Our Ambition": ("opening", ""),
    "National Drivers influencing Safer Communities Work": ("drivers", ""),
    "ESCC Safer East Sussex Team support": ("team", ""),
    **{
        f"{words} {title}": (part, THEMES[title])
        for words, part in _PARTS.items()
        for title in THEMES
    },
}
_FOOTNOTE = re.compile(r"\[(\d)\]")
_BULLET = re.compile(r"[·•\s]\s*(?=\S)")
_SLIPPED = re.compile(r"- ([A-Z][A-Za-z ]+): ")
_MOST_WORDS_OF_A_HEADING = 11
_TABLES = {"Area": "deaths", "ASB Crime Type": "asb"}
_COLUMN = re.compile(r"\d{4}[-/]\d\d|% change.*")
_SAID_BY = re.compile(r"(?:\w+ )*?((?:\w+ \w+ \w+ School)|Parent)")
# Where plans are found, or who makes them; all else in the focus is to be done.
_PLACES = re.compile(r"Partnership structures|Plans for|The Sussex Criminal Justice Partnership")
_LED = re.compile(r"ESCC|The Safer East Sussex Team")
_DRIVER = re.compile(
    r"(?:[A-Z]\w+ ){0,2}(?:Plan|Bill|Act|Strategy)\b(?: \d{4})?|CONTEST \d{4}|Channel|Review"
)


def parts(text: str) -> dict[Key, list[str]]:
    """The lines of each part, gathered from all headings of its name; bullets marked `- `."""
    found: dict[Key, list[str]] = {}
    key: Key = ("contents", "")
    for line in text.splitlines():
        plain = " ".join(line.split())
        if plain in _TITLES or _FOOTNOTE.match(plain):
            key = _TITLES.get(plain, ("footnotes", ""))
        if plain and plain not in _TITLES:
            bullet = _BULLET.match(line)
            found.setdefault(key, []).append(f"- {plain.lstrip('·• ')}" if bullet else plain)
    return found


def facts(text: str) -> dict[str, Any]:
    """All that is frozen."""
    read = parts(text)
    return {
        "problem": _by_theme(read, "problem", lambda lines: headings(_unslipped(lines))),
        "achieved": _by_theme(read, "achieved", headings),
        "focus": _by_theme(read, "focus", focus),
        "leads": _by_theme(read, "focus", led),
        "tables": dict(pair for lines in read.values() for pair in tables(lines)),
        "reports": reports(read["problem", "keeping-communities-safe"]),
        "amounts": {part: _by_theme(read, part, amounts) for part in ("problem", "achieved")},
        "drivers": drivers(read["drivers", ""]),
        "notes": list(notes(read)),
        "quoted": _by_theme(read, "achieved", quoted),
    }


def frozen(found: Mapping[str, Any]) -> str:
    """The facts as JSON text."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def headings(lines: Sequence[str]) -> list[str]:
    """The headings of a part, but for those of tables."""
    return list(filter(None, map(_heading, _prose(lines))))


def focus(lines: Sequence[str]) -> list[dict[str, Any]]:
    """Each heading, how many things are to be done under it, and how many lines say where."""
    found: dict[str, dict[str, Any]] = {}
    name = ""
    for line in lines:
        if heading := _heading(line):
            name = heading
            found.setdefault(name, {"heading": name, "items": 0, "places": 0})
        # A line with a colon at its end introduces the bullets that follow.
        elif not line.endswith(":"):
            found[name]["places" if _PLACES.match(line) else "items"] += 1
    return list(found.values())


def led(lines: Sequence[str]) -> list[int]:
    """Which of the things to be done start with who will do them, by their numbers."""
    items = [line for line in lines if not (_heading(line) or line.endswith(":"))]
    done = [line for line in items if not _PLACES.match(line)]
    return [number for number, line in enumerate(done, 1) if _LED.match(line)]


def tables(lines: Sequence[str]) -> Iterator[tuple[str, list[list[str]]]]:
    """Each table of a part by its name: the column headings, then the rows."""
    for at, line in enumerate(lines):
        if line in _TABLES:
            columns = [line, *takewhile(_COLUMN.fullmatch, lines[at + 1 :])]
            yield _TABLES[line], [columns, *_rows(lines[at + len(columns) :], len(columns))]


def reports(lines: Sequence[str]) -> list[list[str]]:
    """The ages and figures of the list of reports, as it stands; it is damaged."""
    pattern = re.compile(r"- (\d+) and (\d+) reports for the (\S+) age bracket")
    return [[match[3], match[1], match[2]] for match in map(pattern.match, lines) if match]


def amounts(lines: Sequence[str]) -> list[str]:
    """Every percentage and every sum of money in the prose of a part, as `7%` and `£1.3m`."""
    text = "\n".join(lines).replace(" per cent", "%")
    return re.findall(r"\d[\d.]*%|£\d[\d,.]*\d(?:m\b)?", text)


def drivers(lines: Sequence[str]) -> list[str]:
    """What each driver is called, as far as its last capitalised words tell."""
    found = [_DRIVER.search(line) for line in lines if line.startswith("- ")]
    return [match[0] if match else "" for match in found]


def notes(read: Mapping[Key, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Each footnote: its number, the theme and part of its mark, the heading, and an address."""
    for (part, theme), lines in read.items():
        heading = ""
        for line in lines:
            heading = _heading(line) or heading
            for number in _FOOTNOTE.findall(line) if theme else ():
                note = next(note for note in read["footnotes", ""] if note.startswith(f"[{number}"))
                address = re.search(r"https\S+", note)
                held = {"number": number, "theme": theme, "part": part, "heading": heading}
                yield {**held, "address": address[0] if address else ""}


def quoted(lines: Sequence[str]) -> list[str]:
    """Who said what is quoted, but for people's names."""
    return [match[1] for match in map(_SAID_BY.fullmatch, lines) if match]


def _by_theme(read: Mapping[Key, Sequence[str]], part: str, of: Any) -> dict[str, Any]:
    return {theme: of(read[part, theme]) for theme in THEMES.values()}


def _heading(line: str) -> str:
    sentence = line.endswith((".", "”")) or len(line.split()) > _MOST_WORDS_OF_A_HEADING
    if sentence or line.startswith("- ") or _SAID_BY.fullmatch(line):
        return ""
    return _FOOTNOTE.sub("", line).rstrip(":* ")


def _unslipped(lines: Sequence[str]) -> list[str]:
    slipped = map(_SLIPPED.match, lines)
    return [found[1] if found else line for line, found in zip(lines, slipped, strict=True)]


def _prose(lines: Sequence[str]) -> list[str]:
    """The lines that belong to no table; the line above a table is its title."""
    found = list(lines)
    for _, rows in tables(lines):
        at = found.index(rows[0][0])
        del found[at - 1 : at + sum(map(len, rows))]
    return found


def _rows(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    cells = list(lines)
    while len(cells) >= width and re.fullmatch(r"\d+", cells[1]):
        yield cells[:width]
        cells = cells[width:]


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    FROZEN.write_text(frozen(facts(source)), encoding="utf-8")
