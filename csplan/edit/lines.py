"""Where the lines of a text begin and end, and which comments go with what stands in them."""

import re

_INNER_LINE = re.compile(r"\n(?=[ ]*[^\s])")


class Lines:
    """The lines of a text; every place is an offset into it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.ending = "\r\n" if "\r\n" in text else "\n"

    def start(self, at: int) -> int:
        """Where the line of a place begins."""
        return self._text.rfind("\n", 0, at) + 1

    def end(self, at: int) -> int:
        """Where the line of a place ends, before its line end."""
        end = self._text.find("\n", at)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[end - 1] == "\r" and end > at else end

    def next(self, at: int) -> int:
        """Where the line begins that follows the one which ends at a place."""
        return at + len(self.ending) if at < len(self._text) else at

    def column(self, at: int) -> int:
        """How many characters stand before a place on its line."""
        return at - self.start(at)

    def begins_at(self, at: int) -> bool:
        """Whether nothing but spaces stands before a place on its line."""
        return not self._text[self.start(at) : at].strip()

    def with_comments_above(self, at: int) -> int:
        """Where the comments begin that stand right above the line of a place, as far in as it."""
        line = self.start(at)
        above = re.compile(rf"(?:^[ ]{{{self.column(at)}}}#[^\n]*\n)+\Z", re.MULTILINE)
        found = above.search(self._text, 0, line)
        return found.start() if found else line

    def with_comments_below(self, at: int, column: int) -> int:
        """Where a line ends, or the last of the comments below it further in than a column.

        Those are about what stands above them, and not about what follows.
        """
        end = self.end(at)
        below = re.compile(rf"(?:(?:[ ]*\r?\n)+[ ]{{{column + 1},}}#[^\r\n]*)+")
        found = below.match(self._text, end)
        return found.end() if found else end


def shifted(written: str, by: int) -> str:
    """Text with every line but the first further in."""
    return _INNER_LINE.sub("\n" + " " * by, written)
