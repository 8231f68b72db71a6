"""The subset of Markdown that narrative is written in, read to blocks.

Paragraphs are parted by blank lines. A line that starts with `- `, or with Word's bullet, is an
entry of a list, one that starts with `1. ` (then `2. ` or `1. ` again) of a numbered list, one that
starts with `## ` is a subheading. Other lines continue what stands before them. Nothing else of
Markdown or HTML has a meaning; no text is an error.
"""

import re
from collections.abc import Iterator

from csplan.report.inline import read_inline
from csplan.report.runs import Block, BlockKind
from csplan.report.text import clean, plain

_NUMBERED = re.compile(r"([1-9][0-9]{0,2})\. +(?=\S)")
_BULLETS = ("- ", "• ")
_HEADING = "## "


def read_prose(text: str) -> tuple[Block, ...]:
    """The blocks of a text; see `read_inline` for what their lines hold."""
    return tuple(
        Block(kind, tuple(read_inline(plain(line)) for line in lines))
        for kind, lines in _blocks(text)
    )


def _blocks(text: str) -> Iterator[tuple[BlockKind, list[str]]]:
    kind: BlockKind | None = None
    lines: list[list[str]] = []
    parted = False
    for typed in clean(text).split("\n"):
        line = typed.strip(" \t\x0c")
        if not line:
            parted = True
            continue
        starts, words = _start(line, len(lines) if kind == "numbers" else 0)
        if starts != "paragraph" and starts == kind != "heading":
            lines.append([words])
        elif starts == "paragraph" and kind not in (None, "heading") and not parted:
            lines[-1].append(words)
        else:
            if kind:
                yield kind, [" ".join(entry) for entry in lines]
            kind, lines = starts, [[words]]
        parted = False
    if kind:
        yield kind, [" ".join(entry) for entry in lines]


def _start(line: str, entries: int) -> tuple[BlockKind, str]:
    """What a line starts, if it does not continue what is before, and its words.

    `entries` is how many the numbered list before it has: only `1.` and the next number count,
    so that a wrapped line with a year at its start is no list.
    """
    if line.startswith(_BULLETS):
        return "bullets", line[2:].strip()
    if line.startswith(_HEADING):
        return "heading", line[len(_HEADING) :].strip()
    numbered = _NUMBERED.match(line)
    if numbered and int(numbered[1]) in (1, entries + 1):
        return "numbers", line[numbered.end() :]
    return "paragraph", line
