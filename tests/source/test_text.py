"""Bytes that people save, and what they are told."""

import pytest

from csplan.source import Fault, Span, decode
from csplan.source.text import MOST_BYTES


@pytest.mark.parametrize(
    ("data", "span", "rule", "words"),
    [
        (b"PK\x03\x04rest", (1, 1), "not-text", "a Word or Excel document"),
        (b"\xd0\xcf\x11\xe0rest", (1, 1), "not-text", "an old Word or Excel document"),
        (b"%PDF-1.7", (1, 1), "not-text", "a PDF"),
        (b"{\\rtf1", (1, 1), "not-text", "rich-text"),
        (b"\n <!DOCTYPE html>", (1, 1), "not-text", "a web page"),
        (b"<HTML>", (1, 1), "not-text", "a web page"),
        (b"version https://git-lfs.github.com/spec/v1", (1, 1), "not-text", "git-lfs"),
        ("theme: x".encode("utf-16"), (1, 1), "encoding", "save it as UTF-8"),
        ("theme: x".encode("utf-16-be"), (1, 1), "not-text", "NUL byte"),
        (b"theme: x\nwhy: a\0b\n", (2, 7), "not-text", "NUL byte"),
        (b"theme: x\r\nwhy: \x93quoted\x94\n", (2, 6), "encoding", "0x93 is not UTF-8"),
        (b"a" * (MOST_BYTES + 1), (1, 1), "too-large", "larger than the 2 MB"),
        (b"a: 1\n<<<<<<< HEAD\nb: 2\n", (2, 1), "merge-conflict", "keep one version"),
        (b"a: 1\n>>>>>>> other\n", (2, 1), "merge-conflict", "keep one version"),
        (b"a:\n\tb: 1\n", (2, 1), "tab", "a tab indents this line; use spaces"),
        (b"a:\n  \tb: 1\n\tc: 2\n", (2, 3), "tab", "(and 1 more in this file)"),
    ],
)
def test_what_cannot_be_read_on(data: bytes, span: tuple[int, int], rule: str, words: str) -> None:
    text, faults = decode(data)
    assert text is None
    (fault,) = faults
    assert (fault.span, fault.rule) == (span, rule)
    assert words in fault.words


@pytest.mark.parametrize(
    ("text", "clean", "expected"),
    [
        ("a: b\tc\n", "a: b c\n", [((1, 5), "tab")]),
        ("a: b\xa0c\xa0d\n", "a: b c d\n", [((1, 5), "no-break-space")]),
        ("\xa0 a: b\n", "  a: b\n", [((1, 1), "no-break-space")]),
        ("a: b\x0bc\n", "a: b c\n", [((1, 5), "invisible-character")]),
        ("# x\u2028y: 1\n", "# x y: 1\n", [((1, 4), "invisible-character")]),
        (
            "a: \u202eb\u200bc\n",
            "a:  b c\n",
            [((1, 4), "invisible-character")] * 1 + [((1, 6), "invisible-character")],
        ),
        ("a: 1\r\nb:\u00852\n", "a: 1\r\nb: 2\n", [((2, 3), "invisible-character")]),
    ],
)
def test_what_no_editor_shows_becomes_a_space(
    text: str, clean: str, expected: list[tuple[tuple[int, int], str]]
) -> None:
    decoded, faults = decode(text.encode())
    assert decoded == clean
    assert [(fault.span, fault.rule) for fault in faults] == expected


def test_many_of_a_kind_are_counted_once() -> None:
    _, faults = decode(("a: b\xa0c\n" * 1500).encode())
    (fault,) = faults
    assert len(fault.ways[0]) == 1500
    assert fault._replace(ways=()) == Fault(
        Span(1, 5),
        "no-break-space",
        "there is a non-breaking space (from Word or a web page?) here (and 1,499 more in this "
        "file); use a plain space",
    )


def test_invisible_characters_are_named() -> None:
    _, faults = decode("a: b\u200bc\x07\n".encode())
    assert [fault.words for fault in faults] == [
        "there is an invisible character, U+200B (zero width space), here; delete it",
        "there is an invisible character, U+0007 (control character), here; delete it",
    ]


@pytest.mark.parametrize("text", ["", "theme: x\n", "theme: £3k – ‘quoted’ é 🙂\r\n", "a: =====\n"])
def test_clean_text_is_kept(text: str) -> None:
    assert decode(text.encode()) == (text, [])


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbftheme: x\n") == ("theme: x\n", [])


def test_a_byte_order_mark_does_not_move_the_place_of_a_byte() -> None:
    _, faults = decode(b"\xef\xbb\xbfab\x93\n")
    assert faults[0].span == (1, 3)
