"""What the comments of a file allow: findings that are as they should be, each with the reason."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csplan.source import Span
from csplan.source.comments import comments

_MEANT = re.compile(r"csplan\s*:\s*allow\b", re.IGNORECASE)
_ALLOW = re.compile(r"csplan\s*:\s*allow\s*\[([^\]]*)\](.*)", re.IGNORECASE)


class LineWaiver(NamedTuple):
    """A comment that allows what rules find on a line; `rules` is empty if it cannot be read.

    `line` is the line that it speaks of, 0 if none; `span` is where the comment stands.
    """

    rules: tuple[str, ...]
    reason: str
    span: Span
    line: int


def line_waivers(text: str) -> Iterator[LineWaiver]:
    """The waivers in the comments of a text that has nothing wrong."""
    # Few files have any, and to tell comments from texts takes a second reading.
    if not _MEANT.search(text):
        return
    for comment in comments(text):
        if found := _ALLOW.match(comment.words):
            rules = tuple(filter(None, map(str.strip, found[1].split(","))))
            yield LineWaiver(rules, found[2].strip(" \t:;,-–—"), comment.span, comment.line)
        elif _MEANT.match(comment.words):
            yield LineWaiver((), "", comment.span, comment.line)
