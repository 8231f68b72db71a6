import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csplan.report import Block, Inline
from csplan.report.inline import read_inline, without_marks
from csplan.report.prose import read_prose
from csplan.report.text import plain

PARAGRAPH, BULLETS, NUMBERS, HEADING = "paragraph", "bullets", "numbers", "heading"
BLOCKS = {
    "": [],
    " \n\t\n": [],
    "one\nline": [(PARAGRAPH, "one line")],
    "one\n\n\ntwo": [(PARAGRAPH, "one"), (PARAGRAPH, "two")],
    "- a\n- b\n  c": [(BULLETS, "a", "b c")],
    "- a\nlazy": [(BULLETS, "a lazy")],
    "- a\n\n- b": [(BULLETS, "a", "b")],
    "- a\n\nafter": [(BULLETS, "a"), (PARAGRAPH, "after")],
    "text:\n- a": [(PARAGRAPH, "text:"), (BULLETS, "a")],
    "-5% is no list\n-- nor this": [(PARAGRAPH, "-5% is no list -- nor this")],
    "* a": [(PARAGRAPH, "* a")],
    "1. a\n2. b": [(NUMBERS, "a", "b")],
    "1. a\n1. b": [(NUMBERS, "a", "b")],
    "1. a\n   more\n2. b": [(NUMBERS, "a more", "b")],
    "1. a\n3. c": [(NUMBERS, "a 3. c")],
    "It fell in\n2010. Then it rose": [(PARAGRAPH, "It fell in 2010. Then it rose")],
    "1. a\n- b": [(NUMBERS, "a"), (BULLETS, "b")],
    "1.a": [(PARAGRAPH, "1.a")],
    "## Head": [(HEADING, "Head")],
    "## A\n## B\ntext": [(HEADING, "A"), (HEADING, "B"), (PARAGRAPH, "text")],
    "text\n## Head\n- a": [(PARAGRAPH, "text"), (HEADING, "Head"), (BULLETS, "a")],
    "# x\n### y\n##z": [(PARAGRAPH, "# x ### y ##z")],
    "- ": [(PARAGRAPH, "-")],
    "## ": [(PARAGRAPH, "##")],
    "a\r\n\r\nb\u2028c\x0bd": [(PARAGRAPH, "a"), (PARAGRAPH, "b c\ufffdd")],
    "**b** <i> | `c` {{ x }}": [(PARAGRAPH, "**b** <i> | `c` {{ x }}")],
}
LINES: dict[str, list[Any]] = {
    "": [],
    "plain": ["plain"],
    "a[^x].": ["a", ("note", "x", ""), "."],
    "[^ x] [^]": ["[^ x] [^]"],
    "[text](https://a.b/c_(d))!": [("link", "text", "https://a.b/c_(d)"), "!"],
    "[mail](mailto:a@b.c)": [("link", "mail", "mailto:a@b.c")],
    "[call](TEL:01273)": [("link", "call", "TEL:01273")],
    "[x](javascript:alert(1))": ["[x](javascript:alert(1))"],
    "[x](data:text/html,1) [y](/root) [z](#id)": ["[x](data:text/html,1) [y](/root) [z](#id)"],
    "[x](https://)": ["[x](https://)"],
    "[x](vbscript:x) and www.a.uk": [
        "[x](vbscript:x) and ",
        ("link", "www.a.uk", "https://www.a.uk"),
    ],
    "[ ](https://a.b)": ["[ ](https://a.b)"],
    "[a [b](https://c.d)": ["[a ", ("link", "b", "https://c.d")],
    "see http://a.b/c?d=e&f.": ["see ", ("link", "http://a.b/c?d=e&f", "http://a.b/c?d=e&f"), "."],
    "(HTTPS://A.B/(c))": ["(", ("link", "HTTPS://A.B/(c)", "HTTPS://A.B/(c)"), ")"],
    "https://a.b/c).”": [("link", "https://a.b/c", "https://a.b/c"), ").”"],
    "https://... www. www.)": ["https://... www. www.)"],
    "awww.x me@www.x.uk": ["awww.x me@www.x.uk"],
    "ftp://a.b": ["ftp://a.b"],
}


@pytest.mark.parametrize("typed", BLOCKS)
def test_blocks(typed: str) -> None:
    found = [(block.kind, *map(text, block.lines)) for block in read_prose(typed)]
    assert found == BLOCKS[typed]


@pytest.mark.parametrize("typed", LINES)
def test_lines(typed: str) -> None:
    wanted = [
        Inline("text", run) if isinstance(run, str) else Inline("link", *run[1:])
        if run[0] == "link" else Inline("note", run[1])
        for run in LINES[typed]
    ]  # fmt: skip
    assert list(read_inline(typed)) == wanted


def test_marks_can_be_kept_as_text() -> None:
    assert without_marks(read_inline("a[^x] b")) == (Inline("text", "a[^x] b"),)


def text(line: tuple[Inline, ...]) -> str:
    return "".join(f"[^{run.text}]" if run.kind == "note" else run.text for run in line)


def words(blocks: tuple[Block, ...]) -> str:
    return "".join(text(line) for block in blocks for line in block.lines)


SPECIAL = st.text("[]()<>^!#-*_1. \n\taw:/hps\\|é😀\u202e", max_size=60)


@settings(derandomize=True, deadline=None)
@given(st.one_of(st.text(), SPECIAL))
def test_any_text_is_read_and_only_the_marks_of_blocks_and_links_go(typed: str) -> None:
    blocks = read_prose(typed)
    assert all(block.lines and all(block.lines) for block in blocks)
    if "](" not in typed:
        kept = [letter for letter in plain(typed) if letter not in " -#.123456789"]
        assert [c for c in words(blocks) if c not in " -#.123456789"] == kept


PIECES = ("[", "[a](", "[a](x", "[a]((", "[a](()", "[a](b)(", "[^", "(", "www.", "www.a)",
          "https://", "- ", "1. ", "## x\n", "\n\n-")  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    began = time.process_time()
    read_prose(text)
    assert time.process_time() - began < 2
