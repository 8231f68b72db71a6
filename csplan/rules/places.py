"""Where in a text what was found stands, if it was looked for in words alone."""

import re
from collections.abc import Sequence

_MOST_WORDS = 6


def found_at(text: str, words: Sequence[str]) -> int:
    """Where some words begin in a text, whatever spaces and line ends part them; 0 if nowhere."""
    pattern = r"\s+".join(map(re.escape, words[:_MOST_WORDS]))
    found = re.search(pattern, text, re.IGNORECASE)
    return found.start() if found else 0
