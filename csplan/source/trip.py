"""Where the YAML parser tripped, as it tells by its marks; lines are counted as editors do."""

from typing import NamedTuple

import yaml

from csplan.source.fault import Span
from csplan.source.text import LINE_END


class Trip(NamedTuple):
    """Where the parser stopped, where what it was reading began, and the lines around."""

    at: Span
    began: Span
    problem: str
    context: str
    lines: list[str]

    def line(self, number: int) -> str:
        """The text of a line by its number."""
        return self.lines[number - 1]

    @property
    def before(self) -> str:
        """The text of the line up to the place where the parser stopped."""
        return self.line(self.at.line)[: self.at.column - 1]

    @property
    def previous(self) -> int:
        """The number of the last line above that is not blank; the line itself if none is."""
        above = range(self.at.line - 1, 0, -1)
        return next((number for number in above if self.line(number).strip()), self.at.line)


def read_trip(error: yaml.YAMLError, text: str) -> Trip:
    """Where an error of the parser stopped it in a text."""
    lines = LINE_END.split(text)
    marks = vars(error)
    at = _span(marks.get("problem_mark"), lines)
    began = _span(marks.get("context_mark") or marks.get("problem_mark"), lines)
    return Trip(at, began, str(marks.get("problem")), str(marks.get("context")), lines)


def _span(mark: yaml.Mark | None, lines: list[str]) -> Span:
    if mark is None:
        return Span(1, 1)
    last = len(lines) if lines[-1] else max(len(lines) - 1, 1)
    if mark.line + 1 > last:
        return Span(last, len(lines[last - 1]) + 1)
    return Span(mark.line + 1, mark.column + 1)
