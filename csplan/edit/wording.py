"""Text as it comes from Word, Excel or a command line, made fit for a plan file."""

import re

from csplan.source.text import UNSEEN

_LINE_END = re.compile(r"\r\n?|\n")
_GAPS = re.compile(r"\n{3,}")


def flat(typed: str) -> str:
    """Text on one line, with plain spaces."""
    return " ".join(UNSEEN.sub(" ", typed).split())


def paragraphs(typed: str) -> str:
    """Text with its lines and paragraphs, and nothing that a plan file refuses."""
    lines = (UNSEEN.sub(" ", line).rstrip() for line in _LINE_END.split(typed))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()
