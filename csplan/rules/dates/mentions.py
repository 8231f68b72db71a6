"""The dates with a year that the texts of a file name, and the runs of days between two of them."""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from csplan.dates import Days
from csplan.dates.words import MONTH_NUMBERS
from csplan.load import LoadedFile
from csplan.load.texts import Text
from csplan.rules.late import late
from csplan.rules.rule import FILES_AT_ONCE

_YEAR = late(r"20[0-9][0-9]")
# `2011/36/EU` is a directive.
_TAIL = late(r"([/–-])([0-9]+)(?![0-9]|[/.-][0-9]|/[A-Z])")
_PART_OF_MORE = frozenset("/.=#_£$€")
_JOINS = frozenset({"and", "to", "until", "-", "till"})
_LEADS = tuple(
    f"{word}{space}"
    for word in ("by", "before", "from", "until", "end of", "Q1", "Q2", "Q3", "Q4")
    for space in (" ", "\n")
)
_MONTHS = frozenset(
    f"{start}{form.capitalize()}{end}"
    for form in MONTH_NUMBERS
    for start in ("", "(")
    for end in ("", ",", ".")
)
_LONGEST_MONTH = 14
AROUND = "()[],;:'\"“”‘’"
"""The signs that may stand around a word."""
_PAUSES = (",", ";", ":", ")")
_DAY_ENDINGS = ("st", "nd", "rd", "th")
# Dates in these are read, and complained of, as what they are.
_READ = frozenset({"due", "start", "on", "covers", "period", "ref", "see", "meets"})
_ENDS = late(r"[.;!?]\s+|\n\s*\n|\n\s*[-#*]")
_WINDOW, _NEAR = 72, 400
_FULL, _MOST_IN_DAY = 4, 2


class Mention(NamedTuple):
    """A date that a text names; `month` and `day` are 0 where it names none.

    `at` and `end` are those of its year in the text. `tail` is what follows a year and a sign, as
    11 in 2010/11, and `sign` is that sign. `before` has the words that stand before the date.
    """

    text: Text
    at: int
    end: int
    year: int
    month: int
    day: int
    before: list[str]
    lead: str
    sign: str
    tail: str

    @property
    def days(self) -> Days | None:
        """The days that it means, of the calendar; None for a day that does not exist."""
        length = monthrange(self.year, self.month or 12)[1]
        if self.day > length:
            return None
        first = date(self.year, self.month or 1, self.day or 1)
        return Days(first, date(self.year, self.month or 12, self.day or length))


class Run(NamedTuple):
    """Days from one date to another, as `from May 2009 to March 2010`, and the words before."""

    days: Days
    end: Mention
    before: list[str]
    is_of_months: bool


# One reading serves all rules.
@lru_cache(FILES_AT_ONCE)
def mentions(file: LoadedFile) -> tuple[Mention, ...]:
    """The dates with a year that the texts of a file name, in the order of the file.

    A year without a month counts only after a word such as `by`, after a quarter, or if what
    follows it is not the next year.
    """
    written, found = file.written, []
    for year in _YEAR.finditer(written.words):
        text, begins = written.text_at(year.start())
        if text.key not in _READ and _is_of_interest(text.words, year.start() - begins):
            found.append(_mention(text, year.start() - begins))
    return tuple(found)


def _is_of_interest(words: str, at: int) -> bool:
    """Whether four figures are a year of which more is to be told than that it is named."""
    before, after = words[at - 1 : at], words[at + _FULL : at + _FULL + 1]
    if before == "-":
        return words[max(0, at - 4) : at - 1].isalpha() and not after.isalnum()
    if before.isalnum() or before in _PART_OF_MORE or after.isalnum():
        return False
    if words.endswith(_LEADS, 0, at):
        return True
    if after and after in "/–-":
        return words[at + 5 : at + 7] != f"{(int(words[at + 2 : at + 4]) + 1) % 100:02}"
    word = words[max(0, at - _LONGEST_MONTH) : at].split()[-1:]
    is_month = bool(word) and word[0].rpartition("-")[2] in _MONTHS
    return is_month or words.find("uarter", max(0, at - _LONGEST_MONTH), at) >= 0


def _mention(text: Text, start: int) -> Mention:
    words, end = text.words, start + _FULL
    before = _cut(words[max(0, start - _WINDOW) : start])
    if before[1:] and before[-1] == "-" and _month(before[-2]):
        before.pop()
    month = day = 0
    if before and (month := _month(before[-1])):
        is_apart = before.pop().startswith("(")
        if before[1:] and before[-1] == "-" and _day(before[-2]):
            before.pop()
        day = _taken_day(before, is_apart=is_apart)
    lead = before[-1].casefold() if before else ""
    tail = None if month else _TAIL.match(words, end)
    sign, last = tail.groups() if tail else ("", "")
    return Mention(text, start, end, int(words[start:end]), month, day, before, lead, sign, last)


def _cut(text: str) -> list[str]:
    if "-" not in text and "–" not in text:
        return text.split()
    return text.replace("–", " - ").replace("-", " - ").split()


def _month(word: str) -> int:
    return MONTH_NUMBERS.get(word.strip(AROUND).casefold(), 0)


def _taken_day(before: list[str], *, is_apart: bool) -> int:
    """The day at the end of what stands before a month, taken from it; 0 if there is none.

    `38 (March 2010)` and `issue 38, March 2010` hold none.
    """
    is_apart = is_apart or not before or before[-1].endswith(_PAUSES)
    day = 0 if is_apart else _day(before[-1])
    if day:
        before.pop()
    return day


def _day(word: str) -> int:
    bare = word.strip(AROUND)
    figures = bare[:-2] if bare.endswith(_DAY_ENDINGS) else bare
    is_day = figures.isascii() and figures.isdecimal() and len(figures) <= _MOST_IN_DAY
    return int(figures) if is_day else 0


@lru_cache(FILES_AT_ONCE)
def runs(file: LoadedFile) -> tuple[Run, ...]:
    """Every run of days whose ends both name a month, in the order of the file."""
    found = (_run(each) for each in mentions(file) if each.month and each.lead in _JOINS)
    return tuple(run for run in found if run)


def _run(end: Mention) -> Run | None:
    before = end.before[:-1]
    year = before[-1].strip(AROUND) if before else ""
    has_year = len(year) == _FULL and bool(_YEAR.fullmatch(year))
    if has_year:
        before.pop()
    month = _month(before[-1]) if before else 0
    if not month or end.days is None:
        return None
    is_open = before.pop().startswith("(")
    day = _taken_day(before, is_apart=is_open)
    begins = int(year) if has_year else end.year - (month > end.month)
    if day > monthrange(begins, month)[1] or date(begins, month, day or 1) > end.days.last:
        return None
    days = Days(date(begins, month, day or 1), end.days.last)
    return Run(days, end, [*before, "("] if is_open else before, not day and not end.day)


def sentence(mention: Mention) -> str:
    """The sentence or line of a list in which a date stands, or what of it is near."""
    before, after = sides(mention)
    return " ".join((before + after).split())


def sides(mention: Mention) -> tuple[str, str]:
    """What of that sentence stands before the year of the date, and the rest of it."""
    words = mention.text.words
    before = _ENDS.split(words[max(0, mention.at - _NEAR) : mention.at])[-1]
    return before, _ENDS.split(words[mention.at : mention.end + _NEAR], maxsplit=1)[0]
