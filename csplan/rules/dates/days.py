"""Rules about the days that a text names: days that do not exist, and days without a year."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from csplan.dates import NotADate, read_day, say_day
from csplan.dates.days import MONTHS
from csplan.dates.words import listed
from csplan.escape import quoted
from csplan.load import LoadedFile, LoadedPlan
from csplan.model import Meetings
from csplan.rules.dates.mentions import WEEKDAYS, Mention, mentions
from csplan.rules.rule import Finding, warning

_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(MONTHS)
_BARE = re.compile(rf"\b([0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})\b(?!,? (?:19|20)[0-9])")
_IN_TEXT = frozenset(
    "what why hotspots achievements plans text response expectation means summary outcomes".split()
)
_DECIDED = frozenset({"decision", "decisions"})
_ENDS = re.compile(r"\.\s|\n\s*\n|\n-|\n#")
_A_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b(?![/–-][0-9])")
_WINDOW = 300
_MOST_LISTED = 3


@warning
def impossible_day(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names a day that is not in the calendar, or gives a day the wrong weekday.

    People come on the wrong day, or on none. Look the day up and correct it.

    Bad:
        plans: |
          The conference is on Monday 31 June 2010.

    Good:
        plans: |
          The conference is on Wednesday 30 June 2010.
    """
    del plan
    for mention in mentions(file):
        if mention.day and (wrong := _wrong(mention)):
            yield Finding(mention.text.route, wrong)


def _wrong(mention: Mention) -> str:
    typed = f"{mention.day} {MONTHS[mention.month - 1]} {mention.year}"
    length = monthrange(mention.year, mention.month)[1]
    if mention.day > length:
        month = f"{MONTHS[mention.month - 1]} {mention.year}"
        return f"{quoted(typed)} is not a day in the calendar; {month} has {length} days"
    named = WEEKDAYS.get(mention.lead)
    right = date(mention.year, mention.month, mention.day).weekday()
    if named is None or named == right:
        return ""
    words = f"{quoted(typed)} is a {_WEEKDAY_NAMES[right]}, not a {_WEEKDAY_NAMES[named]}"
    return f"{words}; write the one that is right"


@warning
def day_without_year(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A text names a day without its year, and no year stands near it.

    A plan is read for years. `The meeting on 18 March` cannot be told from the next one. What is
    written in a progress entry or of a meeting has a day of its own and is not meant.

    Bad:
        why: |
          The partnership considered its assessment at the meeting on 29 January.

    Good:
        why: |
          The partnership considered its assessment at the meeting on 29 January 2010.
    """
    del plan
    if isinstance(file.model, Meetings):
        return
    for text in file.texts:
        bare = list(dict.fromkeys(_bare(text.words))) if text.key in _IN_TEXT else []
        if bare:
            days = listed([quoted(each) for each in bare[:_MOST_LISTED]], "and")
            words = f"{days} {'has' if len(bare) == 1 else 'have'} no year; write it, so that the "
            yield Finding(text.route, f"{words}text can be read later")


def _bare(words: str) -> Iterator[str]:
    """Each day without a year in a text, unless its sentence has a year or the text has it whole."""
    for found in _BARE.finditer(words):
        after = _ENDS.split(words[found.end() : found.end() + _WINDOW], maxsplit=1)[0]
        before = _ENDS.split(words[max(0, found.start() - _WINDOW) : found.start()])[-1]
        if not _A_YEAR.search(before + after) and f"{found[0]} 20" not in words:
            yield " ".join(found[0].split())


@warning
def meeting_day_differs(file: LoadedFile, plan: LoadedPlan) -> Iterator[Finding]:
    """A decision sets a day for a meeting, and the file has the meeting of that month on another.

    The minutes and the forward plan tell members different days. Correct the one that is wrong, or
    note why the meeting was moved.

    Bad:
        # board.yaml
        meetings:
          - meeting: Board
            on: 7 March 2010
            items:
              - item: Dates of meetings
                decisions: The board meets on 6 June 2010.
          - meeting: Board
            on: 19 June 2010

    Good:
        # board.yaml
        meetings:
          - meeting: Board
            on: 7 March 2010
            items:
              - item: Dates of meetings
                decisions: The board meets on 6 June 2010.
          - meeting: Board
            on: 6 June 2010
    """
    del plan
    if not isinstance(file.model, Meetings):
        return
    held = list(_held(file.model))
    for mention in mentions(file):
        is_set = mention.text.key in _DECIDED and mention.day and "meet" in mention.text.words
        if is_set and mention.days and mention.days.first not in held:
            day = mention.days.first
            for other in held:
                if (other.year, other.month) == (day.year, day.month):
                    words = f"{quoted(say_day(day))} was set for a meeting, but the one of that "
                    words += f"month is on {say_day(other)}; correct the one that is wrong"
                    yield Finding(mention.text.route, words)


def _held(board: Meetings) -> Iterator[date]:
    for meeting in board.meetings:
        try:
            yield read_day(meeting.on)
        except NotADate:
            continue
