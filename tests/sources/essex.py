"""The facts of the Safer Essex papers of 11 March 2010, taken from their text.

    python tests/sources/essex.py PATH-TO-SOURCE

writes them to `safer-essex-2009-11.json` beside this file. No sentence of the source is kept.

A line that starts with a bar is a row of a table; a table that runs over a page goes on after a
row of empty headings, or after the headings again. A page that is left of the agenda comes first.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

FROZEN = Path(__file__).with_name("safer-essex-2009-11.json")

Facts = dict[str, Any]
Row = list[str]

TAG = re.compile(r"<(?!/?i>)[^>]+>")
AN_ITEM = re.compile(r"(?:^|\s)(\d|[a-h]|iv|i{1,3})\. (.*?)(?=\s(?:\d|[a-h]|iv|i{1,3})\. |$)")
PURPOSES = {
    "information": "information",
    "discussion": "discussion",
    "approval": "decision",
    "decision": "decision",
}
A_PAPER = re.compile(r"^Agenda item ?(\w[\w. ]*?)? ?: .*\n+(?:by .*\n+)?For (.+)$", re.MULTILINE)
UNNUMBERED = "5h"
"""The item of the one paper that gives no number: on ENIMS."""
A_MEETING = re.compile(r"(\d+) ?(?:st|th) (\w{3})\w* (\d{4})")
MONTHS = {"Jan": "January", "Mar": "March", "Jul": "July", "Oct": "October"}
A_DATE_OR_NAME = re.compile(
    r"\b20\d\d(?:[/-]\d+)?|(?<!\.)\b0\d(?:/\d\d)?\b(?!\.)|January 10"
    r"|(?:items?|report) \d[.\w]+|[NL]I ?\d[.\d]*"
)
"""A number that measures nothing: a year, an item of the agenda, a code."""
A_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
A_BULLET = re.compile(r" *- ")
PATHWAYS = (
    "Accommodation",
    "Education, Training and Employment",
    "Health",
    "Drugs & Alcohol",
    "‘Under 12 months prisoners’",
    "High impact offenders",
    "Public Confidence",
)
"""The headings of the action plan for NI 18."""
LISTS = {
    "headline priorities": (r"\d\. Reducing", "Suggested amendments", "Suggested list"),
    "common priorities": (r"- [iv]+\. ", "remain the same", "3. Arrangements"),
    "changes of the act": (r"- ", "three substantive changes", "These new changes"),
    "facts on re-offending": (r"- \*", "iv) Why do people", "3) Reducing Reoffending"),
    "pathways": (r"\|? ?Pathway \d", "3) Reducing Reoffending", "Whilst work under"),
    "proposals of item 4b": (r" *- [a-h]\. ", "THE EDAAT POSITION", "3. ACTION REQUIRED"),
    "kinds of monitoring": (r"- ", "5) Monitoring", "ii) Partnerships might"),
    "other effects": (r"- ", "In this way, as well", "5) Monitoring"),
}
"""Lists of the source: how an entry starts, and what stands before and after the list."""


def facts(text: str) -> Facts:
    """Everything that is counted or compared."""
    return {
        "agenda": list(_agenda(text)),
        "papers": _papers(text),
        "forward plan": _forward_plan(text),
        "indicators": list(_indicators(text)),
        "performance": list(_performance(text)),
        "offences": list(_offences(text)),
        "funding": _funding(text),
        "actions": _actions(text),
        "lists": {name: _entries(text, *list_) for name, list_ in LISTS.items()},
    }


def frozen(found: Facts) -> str:
    """The facts as JSON text, one line an entry."""
    return "{\n" + ",\n".join(f"{_json(name)}: {_block(found[name])}" for name in found) + "\n}\n"


def between(text: str, start: str, stop: str) -> str:
    """What follows the first `start`, up to the next `stop`."""
    return text.partition(start)[2].partition(stop)[0]


def _block(value: Facts | Sequence[Any]) -> str:
    if isinstance(value, dict):
        lines = ",\n".join(f" {_json(key)}: {_json(entry)}" for key, entry in value.items())
        return f"{{\n{lines}\n}}"
    return "[\n" + ",\n".join(f" {_json(entry)}" for entry in value) + "\n]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rows(text: str) -> list[Row]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if any(cell.strip("-") for cell in row)]


def _plain(cell: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", cell).split())


def _agenda(text: str) -> Iterator[Facts]:
    # The page with item 5's own line is missing.
    number, letter = "5", ""
    for first, time, papers in _rows(text.partition("Agenda Item 4b")[0]):
        items: list[Facts] = []
        for found in AN_ITEM.finditer(" ".join(TAG.sub(" ", first).split())):
            mark = found[1]
            if mark.isdecimal():
                number, letter = mark, ""
            elif mark in "abcdefgh":
                letter = mark
            roman = f"({mark})" if mark.startswith("i") else ""
            purpose = re.findall(r"<i>(Information|Decision)</i>", found[2])
            items.append({"ref": number + letter + roman, "purpose": [p.lower() for p in purpose]})
        _give_papers(items, re.findall(r"<p>(.*?)</p>", papers))
        if first.startswith(f"<p>{number}") and time:
            items[0]["time"] = _plain(time)
        yield from items


def _give_papers(items: list[Facts], papers: Sequence[str]) -> None:
    # The papers stand in the order of the items; the parts of an item share its paper.
    whole = [item for item in items if not item["ref"].endswith(")")]
    for item, paper in zip(whole, papers, strict=False):
        words = re.sub(r"^\W*Yes ", "", _plain(paper)).replace("–", " ").replace("-", "")
        item["paper"] = " ".join(words.lower().split())


def _papers(text: str) -> Facts:
    found: Facts = {}
    for ref, purpose in A_PAPER.findall(text):
        number = re.sub(r"(?<=\d) (?=\d)", ".", ref.lower()).replace(" ", "") or UNNUMBERED
        start = number.rstrip("abc") if number.endswith("abc") else number[:-1]
        purposes = [PURPOSES[word] for word in re.findall(r"\w+", purpose.lower()) if word != "and"]
        for letter in number[len(start) :]:
            found[start + letter] = purposes
    return found


def _forward_plan(text: str) -> Facts:
    rows = _rows(between(text, "Outline initial forward plan", "Meeting: Safer Essex"))
    days = [A_MEETING.search(cell) for cell in rows[0][1:]]
    held = [f"{day[1]} {MONTHS[day[2]]} {day[3]}" for day in days if day]
    topics: dict[str, Row] = {}
    topic = ""
    for name, *cells in rows:
        if A_MEETING.search(cells[0]):
            continue
        # A row without a name goes on from the page before.
        topic = name or topic
        before = topics.get(topic, [""] * len(cells))
        topics[topic] = [f"{old} {new}".strip() for old, new in zip(before, cells, strict=True)]
    return {
        day: {topic: cells[at].split(" ----- ") for topic, cells in topics.items() if cells[at]}
        for at, day in enumerate(held)
    }


def _indicators(text: str) -> Iterator[Facts]:
    priority = ""
    for row in _rows(between(text, "Suggested list of indicators", "Agenda item 6d"))[1:]:
        name, code, lead = map(_plain, row)
        if re.match(r"\d\. ", name):
            priority = name[0]
        else:
            yield {"priority": priority, "indicator": name, "code": code, "lead": lead}


def _performance(text: str) -> Iterator[Facts]:
    # The first cell names a person and is not kept.
    for _, *cells in _rows(between(text, "Agenda item 5.1:", "Agenda Item 5.2 abc"))[1:]:
        name, target, rating, explanation = map(_plain, cells)
        if name:
            measured = A_DATE_OR_NAME.sub(" ", f"{target} {explanation}")
            figures = [each.replace(",", "") for each in A_NUMBER.findall(measured)]
            yield {"indicator": name, "target": target, "rating": rating, "figures": figures}


def _offences(text: str) -> Iterator[Facts]:
    found: Facts = {}
    for first, *cells in _rows(between(text, "a)NI-20", "b)NI-17")):
        if first.startswith("Assaults with"):
            found = {"columns": cells, "rows": []}
        elif first:
            found["rows"].append([first, *cells])
        elif any(cells):
            total = found["rows"].pop()
            yield {**found, "total": total, "changes": [cell for cell in cells if cell]}


def _funding(text: str) -> Facts:
    head, *rows, total = _rows(between(text, "as per table below", "All CDRPs have now"))
    return {"columns": head, "rows": rows, "total": total}


def _actions(text: str) -> Facts:
    part = between(text, "4) Essex Local Area Agreement", "In this way, as well")
    blocks = [line.replace("'", "’").strip() for line in part.splitlines() if line.strip()]
    blocks = [block.replace("’Under", "‘Under") for block in blocks]
    starts = [*(blocks.index(heading) for heading in PATHWAYS), len(blocks)]
    pairs = zip(PATHWAYS, starts[:-1], starts[1:], strict=True)
    return {
        heading.strip("‘’"): len(_commitments(blocks[start + 1 : stop]))
        for heading, start, stop in pairs
    }


def _commitments(blocks: Sequence[str]) -> Sequence[str]:
    """The bullets or, where there are none, the paragraphs between a colon and an `and`."""
    if bullets := [block for block in blocks if A_BULLET.match(block)]:
        return bullets
    after = list(dropwhile(lambda block: not block.endswith(":"), blocks))[1:]
    return list(takewhile(lambda block: not block.startswith("and "), after))


def _entries(text: str, entry: str, start: str, stop: str) -> int:
    lines = between(text, start, stop).splitlines()
    return sum(1 for line in lines if re.match(entry, line))


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    FROZEN.write_text(frozen(facts(source)), encoding="utf-8")
